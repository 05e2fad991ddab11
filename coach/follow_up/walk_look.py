"""Everything a review shows of one kept walk: quality, means, curve, line, decisions, marks."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, stdev

from coach.care.length_line import LengthLine, length_line
from coach.care.limits import Decision, Limit
from coach.follow_up.stride_curve import StrideCurve, stride_curve
from coach.follow_up.walk_quality import Quality, quality_of
from coach.gait.events import Stride, Trace
from coach.gait.pipeline import GaitPipeline, GaitSettings
from coach.records.marks import LimitChange, Note, PainMark
from coach.records.walk_file import WalkFile
from sensors.samples import StreamInfo

_BLOCK_SAMPLES = 1000


@dataclass(frozen=True, slots=True)
class Mean:
    """Mean and spread of a quantity over the scored strides; both None where none was measured."""

    value: float | None = None
    sd: float | None = None
    n: int = 0

    @classmethod
    def of(cls, values: list[float]) -> "Mean":
        """Sum values up."""
        if not values:
            return cls()
        return cls(fmean(values), stdev(values) if len(values) > 1 else None, len(values))


@dataclass(frozen=True, slots=True)
class WalkMeans:
    """What the scored strides of a walk come to."""

    extension_deg: Mean
    flexion_deg: Mean
    stride_length_m: Mean
    cadence_spm: Mean
    walking_speed_mps: Mean
    comfortable_share: float | None


@dataclass(frozen=True, slots=True)
class WalkLook:
    """One walk as a review shows it."""

    path: Path
    info: StreamInfo
    gait: GaitSettings
    program: str
    driver: str | None
    started_at: str
    start_s: float
    quality: Quality
    means: WalkMeans
    strides: tuple[Stride, ...]
    decisions: tuple[Decision, ...]
    limits: tuple[LimitChange, ...]
    pain_marks: tuple[PainMark, ...]
    notes: tuple[Note, ...]
    line: LengthLine | None
    curve: StrideCurve | None

    @property
    def limit(self) -> Limit | None:
        """The limit in force at the end of the walk."""
        return self.limits[-1].limit if self.limits else None

    @property
    def scored(self) -> tuple[Stride, ...]:
        """The strides that count."""
        return tuple(stride for stride in self.strides if stride.is_scored)

    @property
    def n_over(self) -> int:
        """Scored strides that measured over the limit in force at the end."""
        return 0 if self.limit is None else sum(map(self.limit.is_passed_by, self.scored))

    @property
    def n_cued(self) -> int:
        """Strides that were decided to be over the limit."""
        return len({decision.stride_start_s for decision in self.decisions if decision.is_over})


def look_at(
    path: Path,
    *,
    wants_curve: bool = True,
    progress: Callable[[float], None] = lambda _: None,
) -> WalkLook:
    """Read a walk, and go through its samples again for the curve if that is wanted.

    Parameters
    ----------
    progress : callable
        Told now and then which share is done, 0 to 1; what it raises ends the look.

    Raises
    ------
    RecordError
        When it cannot be read.
    """
    with WalkFile.look(path) as walk:
        strides = walk.strides()
        limits = walk.limit_changes()
        curve = _curve(walk, strides, progress) if wants_curve else None
        limit = limits[-1].limit if limits else None
        return WalkLook(
            path=path,
            info=walk.info,
            gait=walk.gait,
            program=walk.program,
            driver=walk.driver,
            started_at=walk.started_at,
            start_s=walk.kept_until_s - (walk.info.duration_s or 0.0),
            quality=quality_of(walk, strides),
            means=means_of(strides, limit),
            strides=strides,
            decisions=walk.decisions(),
            limits=limits,
            pain_marks=walk.pain_marks(),
            notes=walk.notes(),
            line=length_line(stride for stride in strides if stride.is_scored),
            curve=curve,
        )


def means_of(strides: tuple[Stride, ...], limit: Limit | None) -> WalkMeans:
    """Means over the scored strides."""
    scored = [stride for stride in strides if stride.is_scored]

    def known(name: str) -> Mean:
        values = [getattr(stride, name) for stride in scored]
        return Mean.of([value for value in values if value is not None])

    n_over = 0 if limit is None else sum(map(limit.is_passed_by, scored))
    return WalkMeans(
        extension_deg=known("peak_thigh_extension_deg"),
        flexion_deg=known("peak_thigh_flexion_deg"),
        stride_length_m=known("stride_length_m"),
        cadence_spm=known("cadence_spm"),
        walking_speed_mps=known("walking_speed_mps"),
        comfortable_share=None if limit is None or not scored else 1 - n_over / len(scored),
    )


def _curve(
    walk: WalkFile,
    strides: tuple[Stride, ...],
    progress: Callable[[float], None],
) -> StrideCurve | None:
    pipeline, traces = GaitPipeline(walk.gait), list[Trace]()
    end_s, span_s = walk.kept_until_s, max(walk.info.duration_s or 0.0, 1e-9)
    for block in walk.blocks(_BLOCK_SAMPLES):
        traces.append(pipeline.push(block).trace)
        progress(min(1.0, max(0.0, 1 - (end_s - float(block.t_s[-1])) / span_s)))
    return stride_curve(traces, strides)
