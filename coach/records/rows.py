"""What a walk brought as rows of its tables; pure."""

from typing import NamedTuple

import msgspec
import numpy as np

from coach.care.limits import Decision
from coach.gait.events import Calibrated, Stride
from coach.records.tables import DECISION_COLUMNS, STRIDE_COLUMNS

SqlValue = str | float | bytes | None

CALIBRATION_COLUMNS = ("t_s", "is_accepted", "neutral_sd_deg", "reason")


class Row(NamedTuple):
    """One row to be inserted."""

    table: str
    columns: tuple[str, ...]
    values: tuple[SqlValue, ...]

    @property
    def statement(self) -> str:
        """The SQL that inserts `values`."""
        marks = ", ".join("?" * len(self.columns))
        return f"INSERT INTO {self.table}({', '.join(self.columns)}) VALUES({marks})"


def stride_row(stride: Stride, analysis_id: int) -> Row:
    """A stride of an analysis."""
    values = (getattr(stride, name) for name in STRIDE_COLUMNS)
    return _row("stride", ("analysis_id", *STRIDE_COLUMNS), (analysis_id, *values))


def decision_row(decision: Decision, analysis_id: int, limit_id: int) -> Row:
    """A decision of an analysis, by the limit of that id."""
    values = (getattr(decision, name) for name in DECISION_COLUMNS[:-1])
    return _row("decision", ("analysis_id", *DECISION_COLUMNS), (analysis_id, *values, limit_id))


def calibration_row(event: Calibrated) -> Row:
    """A neutral that was taken, or what was wrong with how the sensor is worn."""
    values = tuple(getattr(event, name) for name in CALIBRATION_COLUMNS)
    return _row("calibration", CALIBRATION_COLUMNS, values)


def json_text(value: object) -> str:
    """`value` as JSON."""
    return msgspec.json.encode(value).decode()


def _row(table: str, columns: tuple[str, ...], values: tuple[SqlValue, ...]) -> Row:
    return Row(table, columns, tuple(_plain(value) for value in values))


def _plain(value: SqlValue | np.generic) -> SqlValue:
    """`value` as SQLite takes it: it refuses numpy's own booleans and integers."""
    return value.item() if isinstance(value, np.generic) else value
