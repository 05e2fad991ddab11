"""What stands in a walk file beside samples, strides and decisions."""

from enum import StrEnum
from typing import NamedTuple

from coach.care.limits import Limit
from coach.records.store import AnalysisSettings, GapReason


class PainMark(NamedTuple):
    """It hurt at `t_s`; `level` is 0-10, None where nobody asked yet."""

    t_s: float
    level: int | None
    site: str | None = None


class Gap(NamedTuple):
    """No samples between these times; `end_s` is None where they never came back."""

    start_s: float
    end_s: float | None
    reason: GapReason


class NoteTag(StrEnum):
    """What a remark is about, to find it again."""

    PAIN = "pain"
    GAIT = "gait"
    CUE = "cue"
    SENSOR = "sensor"
    QUESTION = "question"


class Note(NamedTuple):
    """A remark on a moment, on a stretch up to `end_s`, or on the whole walk (`t_s` is None)."""

    t_s: float | None
    text: str
    end_s: float | None = None
    tag: NoteTag | None = None


class LimitChange(NamedTuple):
    """From `t_s` on the walk was judged by this limit; None is "by none"."""

    t_s: float
    limit: Limit | None


class ClockReading(NamedTuple):
    """What the computer's clocks said at sample time `t_s`; `wall` is ISO 8601."""

    t_s: float
    monotonic_s: float
    wall: str


class AnalysisRecord(NamedTuple):
    """One analysis of a walk: when, by which program and by what; `LIVE` is the live loop's."""

    id: int
    made_at: str
    program: str
    settings: AnalysisSettings
