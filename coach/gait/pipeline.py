"""One thigh sensor's samples in, strides out: the chain of stages behind a single `push`."""

from dataclasses import dataclass
from math import degrees, inf

import numpy as np

from coach.gait.alignment import WornProfile
from coach.gait.events import (
    Calibrated,
    GaitEvent,
    GaitOutput,
    Posture,
    PostureChange,
    Trace,
    WearFault,
    WhyNot,
)
from coach.gait.gating import MAX_STRIDE_S
from coach.gait.stride_length import PersonalLength, StrideLength
from coach.gait.stride_making import KnownDistance, StrideMaker
from coach.gait.strides import Turn, TurningPoint, TurningPoints
from coach.gait.thigh import ThighAngle
from sensors.clock import UniformGrid
from sensors.samples import ImuBlock, Placement, SampleFlag, Side, StreamInfo

__all__ = ["GaitPipeline", "GaitSettings", "KnownDistance"]

_AFTER_GAP = int(SampleFlag.AFTER_GAP)
_CONFIRMED_WITHIN_S = 0.5
"""The end of a slow stride is known so much later: the thigh must have come back by 3 deg."""
_DEG_PER_RAD = degrees(1.0)
_COMPARED_AFTER = 20
_NOT_AS_USUAL_DEG = 4.0


@dataclass(frozen=True, slots=True)
class GaitSettings:
    """What the estimate needs to know of the stream and the person.

    Raises
    ------
    ValueError
        If a length is no positive number.
    """

    rate_hz: float
    side: Side | None = None
    placement: Placement | None = None
    leg_length_m: float | None = None
    height_m: float | None = None
    known_distances: tuple[KnownDistance, ...] = ()
    worn: WornProfile | None = None
    personal_length: PersonalLength | None = None
    """What known distances taught before, on the surface of this walk."""

    def __post_init__(self) -> None:
        for length_m in (self.leg_length_m, self.height_m):
            if length_m is not None and not 0.0 < length_m < inf:
                raise ValueError(f"a length of {length_m} m, expected more than 0")

    @classmethod
    def of(cls, info: StreamInfo) -> "GaitSettings":
        """Settings from what a stream says of itself."""
        return cls(info.rate_hz, info.side, info.placement, info.leg_length_m, info.height_m)


class GaitPipeline:
    """Streaming estimate of thigh extension and stride length.

    Any partition of the stream into blocks gives the same output, bit for bit. Reads no clock,
    does no I/O. The method stands in docs/method.md, step by step.
    """

    def __init__(self, settings: GaitSettings) -> None:
        self.settings = settings
        self._grid = UniformGrid(settings.rate_hz)
        self._thigh = ThighAngle(settings.rate_hz, settings.placement, settings.worn)
        self._n_to_settle = self._thigh.n_settle
        self._turning = TurningPoints()
        self._length = StrideLength(
            settings.leg_length_m, settings.height_m, personal=settings.personal_length
        )
        self._maker = StrideMaker(
            self._thigh,
            self._length,
            settings.rate_hz,
            settings.side,
            settings.known_distances,
        )
        self._posture = Posture.UNKNOWN
        self._is_compared = False

    def push(self, block: ImuBlock) -> GaitOutput:
        """Trace and events that these samples brought.

        Parameters
        ----------
        block : ImuBlock
            The next samples of the stream, any number of them, in the sensor frame.
        """
        even = self._grid.push(block)
        n = len(even.t_s)
        events: list[GaitEvent] = []
        is_flagged = even.flags.tobytes().count(0) != n
        if n < self._n_to_settle and not is_flagged:
            self._n_to_settle -= n
            flexion = self._advance(even, events)
        else:
            flexion = self._advance_in_parts(even, events, is_flagged=is_flagged)
        flexion_deg = np.array([_DEG_PER_RAD * angle_rad for angle_rad in flexion])
        return GaitOutput(Trace(even.t_s, flexion_deg, even.flags), tuple(events))

    def _advance_in_parts(
        self, even: ImuBlock, events: list[GaitEvent], *, is_flagged: bool
    ) -> list[float]:
        """Samples that cross settling points or gaps, piece by piece."""
        flexion: list[float] = []
        n, start = len(even.t_s), 0
        while start < n:
            if is_flagged and even.flags[start] & _AFTER_GAP and self._thigh.history.n_seen:
                self._after_gap()
            stop = min(n, start + self._n_to_settle)
            if is_flagged:
                stop = _until_gap(even, start, stop)
            self._n_to_settle -= stop - start
            flexion += self._advance(_part(even, start, stop), events)
            if self._n_to_settle == 0:
                self._n_to_settle = self._thigh.n_settle
                self._settle(events)
            start = stop
        return flexion

    def worn_profile(self) -> WornProfile | None:
        """How the sensor is worn now, to be kept for the next walk; None before it is known."""
        alignment, usual_deg = self._thigh.alignment, self._maker.usual_extension_deg
        if alignment is None or usual_deg is None:
            return None
        return WornProfile(alignment.up, alignment.right, usual_deg)

    def personal_length(self) -> PersonalLength | None:
        """What known distances taught so far, to be kept for this person, leg and surface."""
        return self._length.personal()

    def finish(self) -> GaitOutput:
        """What is still open when the walk has ended: a stride cut off by its end."""
        events = self._maker.abandon(WhyNot.STOP)
        nothing = np.empty(0)
        return GaitOutput(Trace(nothing, nothing, np.empty(0, np.uint8)), tuple(events))

    def _advance(self, part: ImuBlock, events: list[GaitEvent]) -> list[float]:
        first_idx = self._thigh.history.n_seen
        flexion = self._thigh.push(part)
        if self._thigh.alignment is not None:
            for point in self._turning.push(first_idx, flexion):
                events += self._take(point)
        return flexion

    def _take(self, point: TurningPoint) -> list[GaitEvent]:
        if point.kind is Turn.PEAK_FLEXION:
            return self._maker.end(point)
        if point.kind is Turn.PEAK_EXTENSION:
            return self._maker.extension(point)
        return self._maker.prediction(point)

    def _after_gap(self) -> None:
        self._thigh.after_gap()
        self._n_to_settle = self._thigh.n_settle  # what is levelled by must come after the loss
        self._turning.restart(self._thigh.history.n_seen)
        self._maker.drop()

    def _settle(self, events: list[GaitEvent]) -> None:
        events += self._thigh.settle()
        now_idx = self._thigh.history.n_seen - 1
        now_s = self._thigh.history.t_s(now_idx)
        posture, since_s = self._thigh.posture, self._maker.open_since_s
        if posture is Posture.STANDING or posture is Posture.RESTING:
            events += self._maker.abandon(WhyNot.STOP)
            flexion_rad = self._thigh.flexion_now_rad()
            self._turning.restart(now_idx, flexion_rad)
            self._maker.begin(now_idx, flexion_rad)
        elif since_s is not None and now_s - since_s > MAX_STRIDE_S + _CONFIRMED_WITHIN_S:
            events += self._maker.abandon(WhyNot.STOP)
        elif now_s < self._maker.walking_until_s:
            posture = Posture.WALKING
        events += self._compared(now_s)
        if posture is not self._posture:
            self._posture = posture
            events.append(PostureChange(now_s, now_s, posture))

    def _compared(self, now_s: float) -> list[GaitEvent]:
        """Whether the first strides are like those of the stored calibration; told once."""
        worn, usual_deg = self.settings.worn, self._maker.usual_extension_deg
        if worn is None or usual_deg is None or self._is_compared:
            return []
        if self._maker.n_scored < _COMPARED_AFTER:
            return []
        self._is_compared = True
        if abs(usual_deg - worn.usual_extension_deg) <= _NOT_AS_USUAL_DEG:
            return []
        return [Calibrated(now_s, False, self._thigh.neutral_sd_deg, WearFault.NOT_AS_USUAL)]


def _part(block: ImuBlock, start: int, stop: int) -> ImuBlock:
    if start == 0 and stop == len(block.t_s):
        return block
    rows = slice(start, stop)
    return ImuBlock(block.t_s[rows], block.acc_mps2[rows], block.gyr_radps[rows], block.flags[rows])


def _until_gap(block: ImuBlock, start: int, stop: int) -> int:
    """The first sample after a gap begins a part of its own."""
    gaps = np.flatnonzero(block.flags[start + 1 : stop] & _AFTER_GAP)
    return start + 1 + int(gaps[0]) if len(gaps) else stop
