"""One thigh sensor's samples in, strides out: the chain of stages behind a single `push`."""

from dataclasses import dataclass
from math import degrees, isnan
from typing import NamedTuple

import numpy as np

from coach.gait.events import (
    ExtensionPeak,
    GaitEvent,
    GaitOutput,
    Posture,
    PostureChange,
    Stride,
    Trace,
    WhyNot,
)
from coach.gait.gating import MAX_STRIDE_S, MIN_STRIDE_S, TURN_RAD, StrideShape, why_not
from coach.gait.prediction import ExtensionPredictor
from coach.gait.stride_length import StrideFeatures, StrideLength
from coach.gait.strides import Turn, TurningPoint, TurningPoints
from coach.gait.thigh import ThighAngle
from sensors.clock import UniformGrid
from sensors.samples import ImuBlock, Placement, SampleFlag, Side, StreamInfo

_AFTER_GAP, _CLIPPED = int(SampleFlag.AFTER_GAP), int(SampleFlag.CLIPPED)
_ANGLE_SD_DEG = 0.7
"""What soft tissue, axis and noise leave in a peak when the vertical is known exactly."""
_WALKING_FOR_S = 2.0
_WEIGHTLESS_MPS2 = 3.0
_MAX_WALKED = 2000
_USUAL_AFTER = 8
_MIN_KNOWN_SHARE = 0.4
"""A known distance teaches only if at least this share of it, by time, could be scored."""


class KnownDistance(NamedTuple):
    """A walked distance that was measured: from one initial contact to another."""

    start_s: float
    end_s: float
    distance_m: float


@dataclass(frozen=True, slots=True)
class GaitSettings:
    """What the estimate needs to know of the stream and the person."""

    rate_hz: float
    side: Side | None = None
    placement: Placement | None = None
    leg_length_m: float | None = None
    height_m: float | None = None
    known_distances: tuple[KnownDistance, ...] = ()

    @classmethod
    def of(cls, info: StreamInfo) -> "GaitSettings":
        """Settings from what a stream says of itself."""
        return cls(info.rate_hz, info.side, info.placement, info.leg_length_m, info.height_m)


@dataclass(slots=True)
class _OpenStride:
    """The stride in progress: from its peak flexion on, and its extension once known."""

    start_idx: int
    start_s: float
    start_flexion_rad: float
    peak: ExtensionPeak | None = None
    peak_idx: int = 0
    peak_flexion_rad: float = 0.0
    tilt_sd_deg: float = 0.0


class GaitPipeline:
    """Streaming estimate of thigh extension and stride length.

    Any partition of the stream into blocks gives the same output, bit for bit. Reads no clock,
    does no I/O. The method stands in docs/method.md, step by step.
    """

    def __init__(self, settings: GaitSettings) -> None:
        self.settings = settings
        self._grid = UniformGrid(settings.rate_hz)
        self._thigh = ThighAngle(settings.rate_hz, settings.placement)
        self._turning = TurningPoints()
        self._length = StrideLength(settings.leg_length_m, settings.height_m)
        self._predictor = ExtensionPredictor()
        self._open: _OpenStride | None = None
        self._previous: Stride | None = None
        self._distances = sorted(settings.known_distances, key=lambda known: known.end_s)
        self._walked: list[tuple[Stride, StrideFeatures]] = []
        self._usual_extension_rad: float | None = None
        self._posture = Posture.UNKNOWN

    def push(self, block: ImuBlock) -> GaitOutput:
        """Trace and events that these samples brought.

        Parameters
        ----------
        block : ImuBlock
            The next samples of the stream, any number of them, in the sensor frame.
        """
        even = self._grid.push(block)
        n = len(even.t_s)
        is_flagged = even.flags.tobytes().count(0) != n
        events: list[GaitEvent] = []
        flexion: list[float] = []
        start = 0
        while start < n:
            n_seen = self._thigh.history.n_seen
            stop = min(n, start + self._thigh.n_settle - n_seen % self._thigh.n_settle)
            if is_flagged:
                stop = _until_gap(even, start, stop)
                if even.flags[start] & _AFTER_GAP and n_seen:
                    self._after_gap()
            flexion += self._advance(_part(even, start, stop), events)
            if self._thigh.history.n_seen % self._thigh.n_settle == 0:
                self._settle(events)
            start = stop
        return GaitOutput(Trace(even.t_s, np.degrees(np.array(flexion)), even.flags), tuple(events))

    def finish(self) -> GaitOutput:
        """What is still open when the walk has ended: a stride cut off by its end."""
        events: list[GaitEvent] = []
        self._abandon(WhyNot.STOP, events)
        nothing = np.empty(0)
        return GaitOutput(Trace(nothing, nothing, np.empty(0, np.uint8)), tuple(events))

    def _advance(self, part: ImuBlock, events: list[GaitEvent]) -> list[float]:
        first_idx = self._thigh.history.n_seen
        flexion = self._thigh.push(part)
        if self._thigh.alignment is not None:
            for point in self._turning.push(first_idx, flexion):
                self._take(point, events)
        return flexion

    def _take(self, point: TurningPoint, events: list[GaitEvent]) -> None:
        if point.kind is Turn.PEAK_FLEXION:
            self._end_stride(point, events)
        elif point.kind is Turn.PEAK_EXTENSION:
            self._extension(point, events)
        elif self._open is not None:
            prediction = self._predictor.predict(
                point.level,
                self._thigh.history.t_s(point.known_idx),
                self._open.start_s,
                point.flexion_rad,
                self._thigh.rate_radps(point.known_idx),
            )
            events.append(prediction)

    def _extension(self, point: TurningPoint, events: list[GaitEvent]) -> None:
        stride = self._open
        if stride is None:
            return
        history = self._thigh.history
        before, at, after = history.flexion_rad(point.idx - 1, point.idx + 2).tolist()
        bend = before - 2 * at + after
        shift = 0.5 * (before - after) / bend if bend > 0 else 0.0
        deepest_rad = at - 0.25 * (before - after) * shift
        stride.peak_idx, stride.peak_flexion_rad = point.idx, deepest_rad
        stride.tilt_sd_deg = self._thigh.tilt_sd_deg()
        length = self._expected_length(stride)
        peak = ExtensionPeak(
            t_s=history.t_s(point.idx) + shift / self.settings.rate_hz,
            reported_s=history.t_s(point.known_idx),
            stride_start_s=stride.start_s,
            peak_thigh_extension_deg=-degrees(deepest_rad),
            peak_thigh_extension_sd_deg=(stride.tilt_sd_deg**2 + _ANGLE_SD_DEG**2) ** 0.5,
            expected_stride_length_m=length[0] if length else None,
            expected_stride_length_sd_m=length[1] if length else None,
        )
        stride.peak = peak
        self._predictor.learn(peak.peak_thigh_extension_deg)
        events.append(peak)

    def _expected_length(self, stride: _OpenStride) -> tuple[float, float] | None:
        """Length by the time of the peak, as if the stride took as long as the last scored one."""
        if not self._walked or stride.peak_idx <= stride.start_idx:
            return None
        range_rad = stride.start_flexion_rad - stride.peak_flexion_rad
        extending_s = (stride.peak_idx - stride.start_idx) / self.settings.rate_hz
        return self._length.length_m(
            StrideFeatures(range_rad, range_rad / extending_s, self._walked[-1][1].duration_s)
        )

    def _end_stride(self, point: TurningPoint, events: list[GaitEvent]) -> None:
        stride, history = self._open, self._thigh.history
        end_s, known_s = history.t_s(point.idx), history.t_s(point.known_idx)
        has_turned = False
        if stride is not None and stride.peak is not None:
            if end_s - stride.start_s > MAX_STRIDE_S or stride.start_idx < history.first_idx:
                self._abandon(WhyNot.STOP, events)
            else:
                shape = self._shape(stride, point)
                has_turned = abs(shape.heading_change_rad) > TURN_RAD
                events.append(self._stride(stride, shape, end_s, known_s))
        self._open = _OpenStride(point.idx, end_s, point.flexion_rad)
        self._thigh.peak_flexion_at(point.idx, has_turned=has_turned)

    def _shape(self, stride: _OpenStride, end: TurningPoint) -> StrideShape:
        history, period_s = self._thigh.history, 1 / self.settings.rate_hz
        acc = history.acc_mps2(stride.start_idx, end.idx)
        is_light = (acc * acc).sum(axis=1) < _WEIGHTLESS_MPS2**2
        flags = history.flags(stride.start_idx, end.idx)
        previous = self._previous
        follows = previous is not None and previous.end_s == stride.start_s
        return StrideShape(
            duration_s=(end.idx - stride.start_idx) * period_s,
            extending_s=(stride.peak_idx - stride.start_idx) * period_s,
            start_flexion_rad=stride.start_flexion_rad,
            peak_extension_rad=stride.peak_flexion_rad,
            end_flexion_rad=end.flexion_rad,
            heading_change_rad=self._thigh.heading_change_rad(stride.start_idx, end.idx),
            weightless_s=float(is_light.sum()) * period_s,
            tilt_sd_deg=stride.tilt_sd_deg,
            n_clipped=int(np.count_nonzero(flags & _CLIPPED)),
            follows_stride_s=previous.end_s - previous.start_s
            if follows and previous is not None and previous.end_s is not None
            else None,
            usual_extension_rad=self._usual_extension_rad,
        )

    def _stride(
        self, stride: _OpenStride, shape: StrideShape, end_s: float, known_s: float
    ) -> Stride:
        assert stride.peak is not None
        reason = why_not(shape)
        if shape.duration_s < MIN_STRIDE_S and reason is None:
            reason = WhyNot.RUNNING
        features = StrideFeatures(
            shape.start_flexion_rad - shape.peak_extension_rad,
            (shape.start_flexion_rad - shape.peak_extension_rad) / shape.extending_s,
            shape.duration_s,
        )
        self._calibrate(end_s)
        length = self._length.length_m(features)
        made = _told(stride, stride.peak, end_s, known_s, length, reason)
        if made.is_scored:
            self._walked.append((made, features))
            del self._walked[:-_MAX_WALKED]
            self._learn_usual(-shape.peak_extension_rad)
        self._previous = made
        return made

    def _learn_usual(self, extension_rad: float) -> None:
        usual_rad = self._usual_extension_rad
        if len(self._walked) >= _USUAL_AFTER:
            start_rad = extension_rad if usual_rad is None else usual_rad
            self._usual_extension_rad = start_rad + (extension_rad - start_rad) / _USUAL_AFTER

    def _calibrate(self, end_s: float) -> None:
        """Use a known distance for strides that end after it, never before.

        The strides that cannot be scored (the first from a stand) take their share of the distance
        by time.
        """
        while self._distances and end_s > self._distances[0].end_s:
            known = self._distances.pop(0)
            inside = [
                (stride.end_s - stride.start_s, features)
                for stride, features in self._walked
                if stride.end_s is not None
                and known.start_s <= stride.peak_thigh_extension_s <= known.end_s
            ]
            share = sum(duration_s for duration_s, _ in inside) / (known.end_s - known.start_s)
            if share > _MIN_KNOWN_SHARE:
                features = [features for _, features in inside]
                self._length.calibrate(features, known.distance_m * share)

    def _abandon(self, reason: WhyNot, events: list[GaitEvent]) -> None:
        """A stride that has no end is told all the same if its extension was."""
        stride = self._open
        self._open = None
        if stride is not None and stride.peak is not None:
            now_s = self._thigh.history.t_s(self._thigh.history.n_seen - 1)
            events.append(_told(stride, stride.peak, None, now_s, None, reason))

    def _after_gap(self) -> None:
        self._thigh.after_gap()
        self._turning.restart(self._thigh.history.n_seen, 0.0)
        self._open = None

    def _settle(self, events: list[GaitEvent]) -> None:
        events += self._thigh.settle()
        now_idx = self._thigh.history.n_seen - 1
        now_s = self._thigh.history.t_s(now_idx)
        posture = self._thigh.posture
        if posture in {Posture.STANDING, Posture.RESTING}:
            self._abandon(WhyNot.STOP, events)
            flexion_rad = self._thigh_flexion(now_idx)
            self._turning.restart(now_idx, flexion_rad)
            self._open = _OpenStride(now_idx, now_s, flexion_rad)
        elif self._open is not None and now_s - self._open.start_s > MAX_STRIDE_S:
            self._abandon(WhyNot.STOP, events)
        elif self._is_walking(now_s):
            posture = Posture.WALKING
        if posture is not self._posture:
            self._posture = posture
            events.append(PostureChange(now_s, now_s, posture))

    def _thigh_flexion(self, idx: int) -> float:
        flexion_rad = float(self._thigh.history.flexion_rad(idx, idx + 1)[0])
        return 0.0 if isnan(flexion_rad) else flexion_rad

    def _is_walking(self, now_s: float) -> bool:
        previous = self._previous
        return previous is not None and now_s - previous.known_s < _WALKING_FOR_S


def _told(
    stride: _OpenStride,
    peak: ExtensionPeak,
    end_s: float | None,
    known_s: float,
    length: tuple[float, float] | None,
    reason: WhyNot | None,
) -> Stride:
    duration_s = None if end_s is None else end_s - stride.start_s
    length_m, length_sd_m = length if length is not None else (None, None)
    return Stride(
        start_s=stride.start_s,
        end_s=end_s,
        known_s=known_s,
        peak_thigh_extension_s=peak.t_s,
        peak_thigh_extension_deg=peak.peak_thigh_extension_deg,
        peak_thigh_extension_sd_deg=peak.peak_thigh_extension_sd_deg,
        peak_thigh_flexion_deg=degrees(stride.start_flexion_rad),
        reported_s=peak.reported_s,
        stride_length_m=length_m,
        stride_length_sd_m=length_sd_m,
        cadence_spm=None if duration_s is None else 120 / duration_s,
        walking_speed_mps=None if duration_s is None or length_m is None else length_m / duration_s,
        is_scored=reason is None,
        why_not=reason,
    )


def _part(block: ImuBlock, start: int, stop: int) -> ImuBlock:
    if start == 0 and stop == len(block.t_s):
        return block
    rows = slice(start, stop)
    return ImuBlock(block.t_s[rows], block.acc_mps2[rows], block.gyr_radps[rows], block.flags[rows])


def _until_gap(block: ImuBlock, start: int, stop: int) -> int:
    """The first sample after a gap begins a part of its own."""
    gaps = np.flatnonzero(block.flags[start + 1 : stop] & _AFTER_GAP)
    return start + 1 + int(gaps[0]) if len(gaps) else stop
