"""One row a stride with all its metrics, for spreadsheets and statistics."""

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path

from coach.records.exchange.names import harmless
from coach.records.exchange.new_files import new_outputs
from coach.records.exchange.outgoing import OutgoingWalk
from coach.records.exchange.stride_columns import STRIDE_COLUMNS, Value, stride_values

WALK_COLUMN = "walk"
STRIDE_MEANINGS = tuple(column[:3] for column in STRIDE_COLUMNS)


def write_strides_csv(path: Path, walk: OutgoingWalk, name: str) -> tuple[Path, Path]:
    """Write strides and, beside them, NAME.columns.json with unit and meaning of each column.

    Names of columns end in their unit; what was not measured is empty; times are seconds from the
    first sample.

    Parameters
    ----------
    path : path
        A file that is not there yet.
    walk : OutgoingWalk
    name : str
        What the first column calls the walk, on every row, so that tables can be put together.

    Returns
    -------
    tuple of path
        What was written.

    Raises
    ------
    KeepingError
        When a file is there already, or the disk does not take it.
    """
    columns_path = path.with_name(f"{path.name.removesuffix('.csv')}.columns.json")
    with new_outputs(path, columns_path) as (table, columns):
        with table.open("w", newline="", encoding="utf-8") as file:
            file.write(csv_line([WALK_COLUMN, *(column.name for column in STRIDE_COLUMNS)]))
            for row in walk.strides:
                file.write(csv_line([name, *stride_values(walk, row)]))
        columns.write_text(meanings(STRIDE_MEANINGS), encoding="utf-8")
    return path, columns_path


def csv_line(values: Iterable[Value]) -> str:
    """A row of a table as one line with its end, by RFC 4180."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([_cell(value) for value in values])
    return line.getvalue()


def meanings(columns: Iterable[tuple[str, str | None, str]]) -> str:
    """JSON for the file beside a table, from name, unit and meaning of each column."""
    told = {
        name: {"Description": meaning} | ({} if unit is None else {"Units": unit})
        for name, unit, meaning in columns
    }
    return json.dumps(told, indent=1) + "\n"


def _cell(value: Value) -> str:
    """Text of a cell; numbers are never text to a spreadsheet, names never formulas."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.6g}" if abs(value) < 1000 else f"{value:.5f}"
    return harmless(str(value))
