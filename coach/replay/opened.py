"""Opens any recorded walk for replay: what stands in it is there at once, nothing is computed."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from coach.care.limits import Decision, Limit
from coach.gait.events import Stride
from coach.gait.pipeline import GaitSettings
from coach.records.keys import key_of
from coach.records.marks import AnalysisRecord, Gap, LimitChange, Note, PainMark
from coach.records.schema import WalkState
from coach.records.tables import LIVE
from coach.records.walk_file import WalkFile
from sensors.imports.told import NOTHING, Told
from sensors.samples import ImuBlock, StreamInfo

WALK_ENDING = ".hipwalk"
_BLOCK_SAMPLES = 2000


class Unknown(StrEnum):
    """What a file does not say and a person may tell."""

    LEG_LENGTH = "leg_length"
    SIDE = "side"
    PLACEMENT = "placement"


@dataclass(frozen=True, slots=True)
class OpenedWalk:
    """What a file says of a walk, and what was made of it when it was recorded.

    Attributes
    ----------
    start_s : float
        Time of the first sample.
    end_s : float or None
        Time of the last sample; None where the file must be read to its end to know it.
    strides, decisions : tuples
        As the live loop gave them; empty for a recording that holds samples only.
    limits : tuple of LimitChange
        By which limit the walk was judged, from when.
    state : WalkState or None
        None for anything that is no kept walk.
    maker : str or None
        Name of the format of an app's export.
    key : bytes or None
        Of a protected file.
    """

    path: Path
    info: StreamInfo
    gait: GaitSettings
    start_s: float
    end_s: float | None
    strides: tuple[Stride, ...] = ()
    decisions: tuple[Decision, ...] = ()
    limits: tuple[LimitChange, ...] = ()
    pain_marks: tuple[PainMark, ...] = ()
    gaps: tuple[Gap, ...] = ()
    notes: tuple[Note, ...] = ()
    analyses: tuple[AnalysisRecord, ...] = ()
    state: WalkState | None = None
    started_at: str = ""
    program: str = ""
    maker: str | None = None
    key: bytes | None = None
    told: Told = NOTHING

    @property
    def is_kept(self) -> bool:
        """Whether it is a walk file, which takes notes and further analyses."""
        return self.state is not None

    @property
    def limit(self) -> Limit | None:
        """The limit in force at the end of the walk."""
        return self.limits[-1].limit if self.limits else None

    @property
    def unknown(self) -> tuple[Unknown, ...]:
        """What nobody told of this walk."""
        has_length = self.gait.leg_length_m is not None or self.gait.height_m is not None
        missing = {
            Unknown.LEG_LENGTH: not has_length and self.gait.personal_length is None,
            Unknown.SIDE: self.gait.side is None,
            Unknown.PLACEMENT: self.gait.placement is None,
        }
        return tuple(what for what, is_missing in missing.items() if is_missing)


def open_walk(path: Path, told: Told = NOTHING) -> OpenedWalk:
    """What a file says of a walk.

    Raises
    ------
    SensorError, RecordError
        When it cannot be read as a walk, lacks what only a person can tell, or is locked.
    """
    if path.suffix == WALK_ENDING:
        with WalkFile.look(path) as walk:
            key = key_of(path) if walk.is_encrypted else None
            return _kept(path, walk, key)
    from sensors.recording import Recording  # and asyncio: not for our own walks

    recording = Recording(path, _BLOCK_SAMPLES, told)
    first = next(recording.blocks(), None)
    return OpenedWalk(
        path=path,
        info=recording.info,
        gait=GaitSettings.of(recording.info),
        start_s=0.0 if first is None else float(first.t_s[0]),
        end_s=None,
        maker=recording.maker,
        told=told,
    )


def _kept(path: Path, walk: WalkFile, key: bytes | None) -> OpenedWalk:
    end_s = walk.kept_until_s
    return OpenedWalk(
        path=path,
        info=walk.info,
        gait=walk.gait,
        start_s=end_s - (walk.info.duration_s or 0.0),
        end_s=end_s,
        strides=walk.strides(),
        decisions=walk.decisions(),
        limits=walk.limit_changes(),
        pain_marks=walk.pain_marks(),
        gaps=walk.gaps(),
        notes=walk.notes(),
        analyses=walk.analyses(),
        state=walk.state,
        started_at=walk.started_at,
        program=walk.program,
        key=key,
    )


@contextmanager
def samples_of(
    path: Path, key: bytes | None = None, told: Told = NOTHING
) -> Iterator[tuple[Iterable[ImuBlock], Callable[[], float | None]]]:
    """The samples of a file, and how much of it was read: 0 to 1, None where times tell it.

    Raises
    ------
    SensorError, RecordError
        When they cannot be read.
    """
    if path.suffix == WALK_ENDING:
        with WalkFile.look(path, key) as walk:
            yield walk.blocks(_BLOCK_SAMPLES), lambda: None
    else:
        from sensors.recording import Recording

        recording = Recording(path, _BLOCK_SAMPLES, told)
        yield recording.blocks(), lambda: recording.progress


def further(analyses: tuple[AnalysisRecord, ...]) -> tuple[AnalysisRecord, ...]:
    """The analyses that were added after the live one."""
    return tuple(each for each in analyses if each.id != LIVE)
