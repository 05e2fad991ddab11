"""The tables as Parquet, made from their CSV; the only importer of pyarrow (extra `lab`)."""

from pathlib import Path

import pyarrow as pa
from pyarrow import csv
from pyarrow import parquet as pq

from coach.cohort.result import WALK_COLUMNS
from coach.records.exchange.stride_columns import STRIDE_COLUMNS

_COUNTS = ("n_strides", "n_scored", "n_over")
_TRUTHS = ("is_analysed", "is_scored", "decision_is_over")
_NUMBERS_WITHOUT_UNIT = ("decision_probability",)


def write_parquet(table: Path, path: Path) -> None:
    """Write a table of `coach.cohort.tables` again, a piece at a time; empty cells become null."""
    types = {column.name: _type(column.name, column.unit) for column in STRIDE_COLUMNS}
    types |= {column.name: _type(column.name, column.unit) for column in WALK_COLUMNS}
    with table.open(encoding="utf-8") as file:
        names = file.readline().rstrip("\n").split(",")
    types = {name: types.get(name) or _type(name, None) for name in names}
    read = csv.open_csv(
        table,
        convert_options=csv.ConvertOptions(
            column_types=types,
            null_values=[""],
            strings_can_be_null=True,
            true_values=["true"],
            false_values=["false"],
        ),
    )
    with read, pq.ParquetWriter(path, read.schema, compression="zstd") as writer:
        for batch in read:
            writer.write_batch(batch)


def _type(name: str, unit: str | None) -> pa.DataType:
    if name in _COUNTS:
        return pa.int64()
    if name in _TRUTHS:
        return pa.bool_()
    has_number = unit is not None or name in _NUMBERS_WITHOUT_UNIT
    return pa.float64() if has_number else pa.string()
