"""An analysis as it stands in a walk file: by which settings, which program and when."""

from collections.abc import Mapping

import msgspec

from coach.care.limits import Limit
from coach.gait.events import WhyNot
from coach.gait.pipeline import GaitSettings
from coach.records.marks import AnalysisRecord
from coach.records.reading import converted, decoded
from coach.records.rows import SqlValue
from coach.records.store import AnalysisSettings


class _Settings(msgspec.Struct):
    """Settings of an analysis as they stand in the file, open for what later versions add."""

    gait: GaitSettings
    limit: Limit | None = None
    neutral_shift_deg: float = 0.0
    judged_too: tuple[WhyNot, ...] = ()


def analysis_in(row: Mapping[str, SqlValue]) -> AnalysisRecord:
    """The analysis that a row tells of, by the names of its columns.

    Raises
    ------
    WalkFileError
        When its values are not those of an analysis.
    """
    fields = decoded(row["settings"], _Settings)
    return AnalysisRecord(
        converted(row["id"], int),
        converted(row["made_at"], str),
        converted(row["program"], str),
        AnalysisSettings(fields.gait, fields.limit, fields.neutral_shift_deg, fields.judged_too),
    )
