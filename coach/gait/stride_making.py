"""Turning points into strides: the one in progress, its peak, and the stride once it ended."""

from dataclasses import dataclass
from math import asin, degrees, hypot, inf, sqrt
from typing import NamedTuple

import numpy as np

from coach.gait.events import ExtensionPeak, GaitEvent, Stride, WhyNot
from coach.gait.gating import MAX_STRIDE_S, TURN_RAD, StrideShape, is_like_walking, why_not
from coach.gait.prediction import ExtensionPredictor
from coach.gait.stride_length import StrideFeatures, StrideLength
from coach.gait.strides import TurningPoint
from coach.gait.thigh import SETTLE_S, ThighAngle
from sensors.samples import SampleFlag, Side

_CLIPPED = int(SampleFlag.CLIPPED)
_ANGLE_SD_DEG = 0.7
"""What soft tissue, axis and noise leave in a peak when the vertical is known exactly."""
_SAMPLING_SD_DEG_HZ2 = 1250.0
"""What a sparse grid adds, over the rate squared: 2 deg at 25 Hz, 0.5 deg at 50 (simulation)."""
_WALKING_FOR_S = 2.0
_SAME_PEAK_S = 0.3
"""A thigh that flexes further after 3 deg of return begins its stride so much after the last."""
_MAX_WALKED = 2000
_USUAL_AFTER = 8
_MIN_KNOWN_SHARE = 0.4
"""A known distance teaches only if at least this share of it, by time, could be scored."""
_TOE_OUT_FROM_DEG = 10.0


class KnownDistance(NamedTuple):
    """A walked distance that was measured: from one initial contact to another."""

    start_s: float
    end_s: float
    distance_m: float


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


class StrideMaker:
    """Follows the stride in progress and tells predictions, peaks and strides as events."""

    def __init__(
        self,
        thigh: ThighAngle,
        length: StrideLength,
        rate_hz: float,
        side: Side | None,
        known_distances: tuple[KnownDistance, ...],
    ) -> None:
        self._thigh = thigh
        self._length = length
        self._rate_hz = rate_hz
        self._outward = {Side.RIGHT: -1.0, Side.LEFT: 1.0, None: None}[side]
        self._predictor = ExtensionPredictor()
        self._open: _OpenStride | None = None
        self._previous: Stride | None = None
        self._distances = sorted(known_distances, key=lambda known: known.end_s)
        self._walked: list[tuple[float, StrideFeatures]] = []
        self._stood_s: list[float] = []
        self._last_duration_s: float | None = None
        self._usual_extension_rad: float | None = None
        self._usual_twist_rad: float | None = None
        self._n_scored = 0

    @property
    def open_since_s(self) -> float | None:
        """When the stride in progress began."""
        return self._open.start_s if self._open else None

    @property
    def walking_until_s(self) -> float:
        """Until when the last stride says that there is walking; a slow one says so for longer."""
        last = self._previous
        if last is None or last.end_s is None:
            return -inf
        return last.known_s + max(_WALKING_FOR_S, 1.5 * (last.end_s - last.start_s))

    @property
    def usual_extension_deg(self) -> float | None:
        """Running mean of scored extensions; None until some strides were scored."""
        usual_rad = self._usual_extension_rad
        return None if usual_rad is None else degrees(usual_rad)

    @property
    def n_scored(self) -> int:
        """How many strides were scored so far."""
        return self._n_scored

    def begin(self, idx: int, flexion_rad: float) -> None:
        """A stride may begin here: standing."""
        self._open = _OpenStride(idx, self._thigh.history.t_s(idx), flexion_rad)
        if self._distances:
            self._stood_s.append(self._open.start_s)
            del self._stood_s[:-_MAX_WALKED]

    def drop(self) -> None:
        """Samples were lost: what was in progress is not a stride any more."""
        self._open = None

    def prediction(self, point: TurningPoint) -> list[GaitEvent]:
        """What the stride in progress will extend to, by this crossing."""
        if self._open is None:
            return []
        thigh = self._thigh
        made = self._predictor.predict(
            point.level,
            thigh.history.t_s(point.known_idx),
            self._open.start_s,
            point.flexion_rad,
            thigh.rate_radps(point.known_idx),
            thigh.angle_sd_deg(),
        )
        return [made]

    def extension(self, point: TurningPoint) -> list[GaitEvent]:
        """The peak extension of the stride in progress."""
        stride = self._open
        if stride is None:
            return []
        history = self._thigh.history
        before, at, after = history.flexion_rad(point.idx - 1, point.idx + 2).tolist()
        shift, deepest_rad = 0.0, at
        if before >= at < after:  # else the angle began, or was mended, at this very sample
            shift = 0.5 * (before - after) / (before - 2 * at + after)
            deepest_rad = at - 0.25 * (before - after) * shift
        stride.peak_idx, stride.peak_flexion_rad = point.idx, deepest_rad
        stride.tilt_sd_deg = self._thigh.tilt_sd_deg()
        length = self._expected_length(stride)
        peak = ExtensionPeak(
            t_s=history.t_s(point.idx) + shift / self._rate_hz,
            reported_s=history.t_s(point.known_idx),
            stride_start_s=stride.start_s,
            peak_thigh_extension_deg=-degrees(deepest_rad),
            peak_thigh_extension_sd_deg=hypot(
                self._thigh.angle_sd_deg(), _ANGLE_SD_DEG, _SAMPLING_SD_DEG_HZ2 / self._rate_hz**2
            ),
            expected_stride_length_m=length[0] if length else None,
            expected_stride_length_sd_m=length[1] if length else None,
        )
        stride.peak = peak
        self._predictor.learn(peak.peak_thigh_extension_deg)
        return [peak]

    def _expected_length(self, stride: _OpenStride) -> tuple[float, float] | None:
        """Length by the time of the peak, as if the stride took as long as the last scored one."""
        duration_s = self._last_duration_s
        if duration_s is None or stride.peak_idx <= stride.start_idx:
            return None
        range_rad = stride.start_flexion_rad - stride.peak_flexion_rad
        extending_s = (stride.peak_idx - stride.start_idx) / self._rate_hz
        return self._length.length_m(StrideFeatures(range_rad, range_rad / extending_s, duration_s))

    def end(self, point: TurningPoint) -> list[GaitEvent]:
        """Peak flexion: the stride in progress ends, and the next begins."""
        made: list[GaitEvent] = []
        stride, history = self._open, self._thigh.history
        if point.idx < history.first_idx:  # a thigh that was held up for long, as on a stool
            return self.abandon(WhyNot.STOP, point.known_idx)
        end_s, known_s = history.t_s(point.idx), history.t_s(point.known_idx)
        has_turned = is_stride = False
        if stride is not None and stride.peak is not None:
            if end_s - stride.start_s > MAX_STRIDE_S or stride.start_idx < history.first_idx:
                made = self.abandon(WhyNot.STOP, point.known_idx)
            else:
                shape = self._shape(stride, point)
                has_turned = abs(shape.heading_change_rad) > TURN_RAD
                is_stride = is_like_walking(shape)
                made = [self._stride(stride, shape, end_s, known_s)]
        self._open = _OpenStride(point.idx, end_s, point.flexion_rad)
        self._thigh.peak_flexion_at(point.idx, has_turned=has_turned, is_stride=is_stride)
        return made

    def _shape(self, stride: _OpenStride, end: TurningPoint) -> StrideShape:
        history, period_s = self._thigh.history, 1 / self._rate_hz
        acc = history.acc_mps2(stride.start_idx, end.idx)
        squares = np.einsum("ij,ij->i", acc, acc)
        n, mean = len(acc), float(np.add.reduce(np.sqrt(squares))) / len(acc)
        forward_mps, forward_sd_mps = self._thigh.forward_speed_mps(stride.start_idx)
        return StrideShape(
            duration_s=(end.idx - stride.start_idx) * period_s,
            extending_s=(stride.peak_idx - stride.start_idx) * period_s,
            start_flexion_rad=stride.start_flexion_rad,
            peak_extension_rad=stride.peak_flexion_rad,
            end_flexion_rad=end.flexion_rad,
            heading_change_rad=self._thigh.heading_change_rad(stride.start_idx, end.idx),
            force_sd_mps2=sqrt(max(0.0, float(np.add.reduce(squares)) / n - mean * mean)),
            tilt_sd_deg=stride.tilt_sd_deg,
            n_clipped=history.n_flagged(stride.start_idx, end.idx, _CLIPPED),
            follows_stride_s=self._follows_stride_s(stride),
            usual_extension_rad=self._usual_extension_rad,
            forward_speed_mps=forward_mps,
            forward_speed_sd_mps=forward_sd_mps,
        )

    def _follows_stride_s(self, stride: _OpenStride) -> float | None:
        """Duration of the stride that ended where this one began."""
        last = self._previous
        if last is None or last.end_s is None or stride.start_s - last.end_s > _SAME_PEAK_S:
            return None
        return last.end_s - last.start_s

    def _stride(
        self, stride: _OpenStride, shape: StrideShape, end_s: float, known_s: float
    ) -> Stride:
        assert stride.peak is not None
        reason = why_not(shape)
        features = StrideFeatures.of(
            (shape.start_flexion_rad, shape.peak_extension_rad, shape.end_flexion_rad),
            shape.extending_s,
            shape.duration_s,
        )
        self._calibrate(end_s)
        if reason is None:
            self._length.observe(features)
        length = self._length.length_m(features)
        made = _told(
            stride,
            stride.peak,
            end_s,
            known_s,
            length,
            reason,
            self._adduction_deg(stride.peak_idx),
            self._toe_out_change_deg(stride, is_scored=reason is None),
        )
        if made.is_scored:
            self._walked.append((made.peak_thigh_extension_s, features))
            del self._walked[:-_MAX_WALKED]
            self._n_scored += 1
            self._last_duration_s = shape.duration_s
            self._learn_usual(-shape.peak_extension_rad)
        self._previous = made
        return made

    def _adduction_deg(self, idx: int) -> float | None:
        """Thigh across the midline at this sample, against the stand."""
        if self._outward is None:
            return None
        sideways = max(-1.0, min(1.0, self._thigh.sideways(idx)))
        return self._outward * degrees(asin(sideways))

    def _toe_out_change_deg(self, stride: _OpenStride, *, is_scored: bool) -> float | None:
        """Outward turn of the thigh while it extends, less the usual; None below what can be told.

        A strap that turned looks the same, hence no figure under 10 deg.
        """
        twist_rad = self._thigh.twist_rad(stride.start_idx, stride.peak_idx)
        usual_rad = self._usual_twist_rad
        if is_scored:
            start_rad = twist_rad if usual_rad is None else usual_rad
            self._usual_twist_rad = start_rad + (twist_rad - start_rad) / _USUAL_AFTER
        if usual_rad is None or self._outward is None:
            return None
        change_deg = self._outward * degrees(twist_rad - usual_rad)
        return change_deg if abs(change_deg) >= _TOE_OUT_FROM_DEG else None

    def _learn_usual(self, extension_rad: float) -> None:
        usual_rad = self._usual_extension_rad
        if self._n_scored >= _USUAL_AFTER:
            start_rad = extension_rad if usual_rad is None else usual_rad
            self._usual_extension_rad = start_rad + (extension_rad - start_rad) / _USUAL_AFTER

    def _calibrate(self, end_s: float) -> None:
        """Use a known distance for strides that end after it, never before.

        What cannot be scored (the first stride from a stand, a turn) takes its share of the
        distance by time; standing takes none.
        """
        while self._distances and end_s > self._distances[0].end_s:
            known = self._distances.pop(0)
            inside = [f for t_s, f in self._walked if known.start_s <= t_s <= known.end_s]
            stood_s = SETTLE_S * sum(known.start_s <= t_s <= known.end_s for t_s in self._stood_s)
            walked_s = known.end_s - known.start_s - stood_s
            share = min(1.0, sum(f.duration_s for f in inside) / max(walked_s, SETTLE_S))
            if share >= _MIN_KNOWN_SHARE:
                self._length.calibrate(inside, known.distance_m * share)

    def abandon(self, reason: WhyNot, known_idx: int | None = None) -> list[GaitEvent]:
        """A stride that has no end is told all the same if its extension was; by default now."""
        stride = self._open
        self._open = None
        if stride is None or stride.peak is None:
            return []
        history = self._thigh.history
        known_s = history.t_s(history.n_seen - 1 if known_idx is None else known_idx)
        return [_told(stride, stride.peak, None, known_s, None, reason)]


def _told(
    stride: _OpenStride,
    peak: ExtensionPeak,
    end_s: float | None,
    known_s: float,
    length: tuple[float, float] | None,
    reason: WhyNot | None,
    adduction_deg: float | None = None,
    toe_out_change_deg: float | None = None,
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
        thigh_adduction_deg=adduction_deg,
        toe_out_change_deg=toe_out_change_deg,
    )
