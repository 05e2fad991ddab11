"""Samples to thigh flexion: strapdown, vertical, standing neutral and hinge axis, kept in step."""

from math import acos, cos, degrees, hypot, inf, radians

import numpy as np

from coach.gait.alignment import (
    Alignment,
    NeutralStand,
    WornProfile,
    alignment_from,
    placement_axes,
)
from coach.gait.events import Calibrated, Posture, WearFault
from coach.gait.hinge import HingeAxis
from coach.gait.history import History
from coach.gait.inclination import Inclination
from coach.gait.orientation import (
    NO_SUMS,
    TurnedSums,
    all_in_sensor_frame,
    in_inertial_frame,
    in_sensor_frame,
    strapdown,
    turned_sums,
)
from coach.gait.stillness import has_gravity, is_still
from coach.gait.vectors import Vector, combined, cross, dot, unit, vector
from sensors.samples import FloatArray, ImuBlock, Placement, SampleFlag

SETTLE_S = 0.25
"""Neutral, axis, bias and vertical are only changed at multiples of this, so that blocks of any
size give the same output."""
_UNAIDED_S = 1.8
_UPRIGHT_COS = cos(radians(40.0))
_RESTING_COS = cos(radians(45.0))
_RESTING_S = 1.0
_OFF_GRAVITY_COS = cos(radians(4.0))
_MOVED_DEG, _FAR_AWAY_DEG = 3.0, 5.0
_SUSPECT_SD_DEG = 3.0
_INTERPOLATED = int(SampleFlag.INTERPOLATED)
_RECALLED = int(SampleFlag.RECALLED)
_NAN = float("nan")


class ThighAngle:
    """Thigh flexion of every sample, against the person's own standing neutral.

    Flexion is NaN until there is a neutral and an axis, and after a loss until the vertical is
    found again.
    """

    def __init__(
        self, rate_hz: float, placement: Placement | None, worn: WornProfile | None = None
    ) -> None:
        self.n_settle = max(4, round(SETTLE_S * rate_hz))
        self._rate_hz = rate_hz
        self._declared = placement_axes(placement) if placement else None
        self._strapdown = strapdown(rate_hz)
        self._inclination = Inclination(self._strapdown, rate_hz)
        self.history = History(round(8 * rate_hz) + self.n_settle)
        self._stand = NeutralStand()
        self._hinge: HingeAxis | None = None
        self._neutral: FloatArray | None = None
        self.alignment: Alignment | None = None
        self.posture = Posture.UNKNOWN
        self._was_still = False
        self._has_walked = False
        self._n_stands_away = 0
        self._is_stand_judged = False
        self._faults: list[WearFault] = []
        self.neutral_sd_deg = 0.0
        self._is_neutral_suspect = False
        self._n_resting = 0
        self._known_to_idx = 0
        self._learnt_to_idx = 0
        self._peak_flexion_idx: int | None = None
        self._has_turned = False
        self._is_stride = False
        self._summed, self._sums = (0, 0), NO_SUMS
        self._must_level = True
        self._is_borrowed = worn is not None
        if worn is not None:
            self._is_neutral_suspect = True
            self._take_neutral(np.array(worn.up), np.array(worn.right))

    def push(self, block: ImuBlock) -> list[float]:
        """Flexion in radians of samples that do not cross a settling point."""
        t_s, acc, gyr, flags = block
        q, alignment = self._strapdown.push(gyr), self.alignment
        if alignment is None or self._must_level:
            flexion = [_NAN] * len(q)
        else:
            flexion = alignment.flexions_rad(q, self._inclination.up)
        self.history.append(t_s, q, acc, gyr, flexion, flags)
        return flexion

    def tilt_sd_deg(self) -> float:
        """Standard deviation of the vertical."""
        return degrees(self._inclination.tilt_sd_rad())

    def angle_sd_deg(self) -> float:
        """Standard deviation of every angle, as far as vertical and neutral go."""
        return hypot(self.tilt_sd_deg(), _SUSPECT_SD_DEG if self._is_neutral_suspect else 0.0)

    def rate_radps(self, idx: int) -> float:
        """Rate of flexion at one sample."""
        if self.alignment is None:
            return _NAN
        gx, gy, gz = self.history.gyr_radps_at(idx)
        bx, by, bz = self._inclination.bias_radps
        return dot((gx - bx, gy - by, gz - bz), self.alignment.right)

    def flexion_now_rad(self) -> float:
        """Flexion at the newest sample by what was just learnt; 0 where there is no neutral yet."""
        if self.alignment is None:
            return 0.0
        return self.alignment.flexion_rad(self._up_at(self.history.n_seen - 1))

    def sideways(self, idx: int) -> float:
        """Component of the vertical along the thigh's right axis, -1 to 1."""
        if self.alignment is None:
            return 0.0
        return dot(self._up_at(idx), self.alignment.right)

    def twist_rad(self, start: int, stop: int) -> float:
        """How far the thigh has turned about its own long axis; positive to the left."""
        if self.alignment is None:
            return 0.0
        gyr = self.history.gyr_radps(start, stop)
        turned = vector(np.add.reduce(gyr))
        turned = combined(turned, 1.0, self._inclination.bias_radps, -float(len(gyr)))
        return dot(turned, self.alignment.up) / self._rate_hz

    def heading_change_rad(self, start: int, stop: int) -> float:
        """How far the thigh has turned about the vertical between two samples."""
        sums, up = self._turned(start, stop), self._inclination.up
        bias_x, bias_y, bias_z = (dot(row, self._inclination.bias_radps) for row in sums.rotation)
        return (dot(sums.gyr, up) - dot((bias_x, bias_y, bias_z), up)) / self._rate_hz

    def forward_speed_mps(self, idx: int) -> tuple[float, float]:
        """Speed of the sensor to the front of the person at the last peak flexion, and its SD.

        `idx` says which way the person faced then; on a treadmill there is no speed.
        """
        if self.alignment is None:
            return 0.0, inf
        q0, q1, q2, q3 = self.history.q_at(idx)
        up = self._inclination.up
        ahead = cross(up, in_inertial_frame(q0, q1, q2, q3, self.alignment.right))
        return self._inclination.speed_mps(unit(ahead))

    def peak_flexion_at(self, idx: int, *, has_turned: bool, is_stride: bool) -> None:
        """A stride ended at this sample; used at the next settling point."""
        self._peak_flexion_idx = idx
        self._has_turned = self._has_turned or has_turned
        self._is_stride = is_stride
        self._has_walked = self._has_walked or is_stride

    def after_gap(self) -> None:
        """Samples were lost for too long: the orientation is not known any more."""
        self._must_level = True
        self._peak_flexion_idx = None
        self._was_still = False
        self._stand = NeutralStand()
        self.history.make_room(self.n_settle)

    def settle(self) -> list[Calibrated]:
        """Learn from the last quarter of a second; call when `n_settle` samples have come."""
        calibrated = self._settled()
        found: list[Calibrated] = []
        if self._faults:
            t_s, sd_deg = self.history.t_s(self.history.n_seen - 1), self.neutral_sd_deg
            found = [Calibrated(t_s, False, sd_deg, fault) for fault in self._faults]
            self._faults.clear()
        if calibrated is not None:
            found.append(calibrated)
        self.history.make_room(self.n_settle)
        return found

    def _settled(self) -> Calibrated | None:
        stop = self.history.n_seen
        start = stop - self.n_settle
        is_still = self._is_still(start, stop)
        if self._must_level:
            self._level(start, stop, is_still)
            return None
        calibrated = None
        if is_still and self._was_still:
            self._learn_standing(start)
            calibrated = self._learn_neutral(start)
        elif self._peak_flexion_idx is not None:
            self._learn_stride(self._peak_flexion_idx)
        elif stop - self._known_to_idx > _UNAIDED_S * self._rate_hz:
            self._aid_to(stop)
            self._inclination.is_somewhere()
            self._inclination.correct()
        if not is_still:
            self._stand = NeutralStand()
            self._is_stand_judged = False
            self._learn_sign(start, stop)
        self._peak_flexion_idx = None
        self._was_still = is_still
        self._see_posture(stop, is_still)
        return calibrated

    def _is_still(self, start: int, stop: int) -> bool:
        inclination = self._inclination
        slack_radps = 3 * inclination.bias_sd_radps() if inclination.is_levelled else 0.1
        return is_still(self.history, start, stop, inclination.bias_radps, slack_radps)

    def _level(self, start: int, stop: int, is_still: bool) -> None:
        if not has_gravity(self.history, start, stop):
            return
        self._inclination.level_by_gravity(self._turned(start, stop), is_still=is_still)
        self._known_to_idx = self._learnt_to_idx = stop
        self._must_level = False
        self._was_still = is_still

    def _turned(self, start: int, stop: int) -> TurnedSums:
        """Sums over these samples; the last ones made are kept, as a stride asks for them twice."""
        if self._summed != (start, stop):
            self._summed = start, stop
            history = self.history
            self._sums = turned_sums(
                history.q(start, stop),
                history.acc_mps2(start, stop),
                history.gyr_radps(start, stop),
            )
        return self._sums

    def _aid_to(self, idx: int) -> None:
        start = self._known_to_idx
        n_recalled = self.history.n_flagged(start, idx, _RECALLED)
        self._inclination.advance(
            self._turned(start, idx),
            self.history.n_flagged(start, idx, _INTERPOLATED) - n_recalled,
            n_recalled,
        )
        self._known_to_idx = max(start, idx)

    def _learn_standing(self, boundary: int) -> None:
        """The sensor stood still on both sides of this boundary."""
        earlier = max(boundary - self.n_settle, self.history.first_idx)
        if self._is_off_gravity(earlier, boundary):
            self._level(earlier, boundary, is_still=True)
        self._aid_to(boundary)
        self._inclination.is_standing()
        self._inclination.has_bias(
            self.history.gyr_radps(earlier, boundary).mean(axis=0),
            (boundary - earlier) / self._rate_hz,
        )
        self._inclination.correct()

    def _is_off_gravity(self, start: int, stop: int) -> bool:
        """Whether the vertical is far from the mean force of a still stretch."""
        force = self.history.acc_mps2(start, stop).mean(axis=0)
        cosine = float(force @ self._mean_up(start, stop)) / float(np.sqrt(force @ force))
        return cosine < _OFF_GRAVITY_COS

    def _learn_stride(self, idx: int) -> None:
        if idx > self._learnt_to_idx and self._hinge is not None:
            gyr = self.history.gyr_radps(self._learnt_to_idx, idx)
            if not self._has_turned:
                self._learn_axis(self._hinge, gyr, is_stride=self._is_stride)
            self._learnt_to_idx = idx
            self._align()
        if idx > self._known_to_idx:
            self._aid_to(idx)
            if self._has_turned:
                self._inclination.has_turned()
                self._has_turned = False
            self._inclination.is_at_peak_flexion()
            self._inclination.correct()

    def _learn_sign(self, start: int, stop: int) -> None:
        if self._hinge is not None and not self._hinge.is_known:
            self._learn_axis(self._hinge, self.history.gyr_radps(start, stop), is_stride=False)
            self._learnt_to_idx = stop
            self._align()

    def _learn_axis(self, hinge: HingeAxis, gyr_radps: FloatArray, *, is_stride: bool) -> None:
        fault = hinge.learn(gyr_radps - self._inclination.bias_radps, is_stride=is_stride)
        if fault is not None:
            self._faults.append(fault)
            self._is_neutral_suspect |= fault is WearFault.STRAP_OR_FOOT_TURNED

    def _align(self) -> None:
        if self._neutral is not None and self._hinge is not None and self._hinge.is_known:
            self.alignment = alignment_from(self._neutral, self._hinge.axis())

    def _up_at(self, idx: int) -> Vector:
        """The vertical at one sample, by what is known of it now."""
        q0, q1, q2, q3 = self.history.q_at(idx)
        return in_sensor_frame(q0, q1, q2, q3, self._inclination.up)

    def _mean_up(self, start: int, stop: int) -> FloatArray:
        mean = all_in_sensor_frame(self.history.q(start, stop), self._inclination.up).mean(axis=1)
        up: FloatArray = mean / np.sqrt(mean @ mean)
        return up

    def _learn_neutral(self, boundary: int) -> Calibrated | None:
        """Take the vertical of the still stretch before this boundary as part of a stand."""
        start = max(boundary - self.n_settle, self.history.first_idx)
        up = self._mean_up(start, boundary)
        self._see_arrow(up)
        if not self._is_upright(up):
            return None
        self._stand.add(up, (boundary - start) / self._rate_hz)
        if not self._stand.is_enough():
            return None
        neutral, sd_deg = self._stand.neutral()
        t_s = self.history.t_s(boundary)
        if self._neutral is None or self._is_borrowed:
            self.neutral_sd_deg = sd_deg
            if not self._stand.is_steady():
                return Calibrated(t_s, False, sd_deg, WearFault.WOBBLE)
            self._is_borrowed = self._is_neutral_suspect = False
            self._take_neutral(neutral)
            return Calibrated(t_s, True, sd_deg, None)
        if not self._has_walked:
            if not self._is_stand_judged:  # the last stand counts, but two that differ leave doubt
                self._is_stand_judged = True
                self._is_neutral_suspect = self._away_deg(neutral) > _FAR_AWAY_DEG
            self._take_neutral(neutral)
        elif not self._is_stand_judged and self._stand.is_steady():
            self._is_stand_judged = True
            return self._judge_stand(t_s, neutral, sd_deg)
        return None

    def _see_arrow(self, up: FloatArray) -> None:
        """A sensor that hangs upside down is named, and its sign then comes from the swing."""
        if self._declared is None or (self._neutral is not None and not self._is_borrowed):
            return
        if up @ self._declared[0] < -_UPRIGHT_COS:
            self._faults.append(WearFault.ARROW_DOWN)
            self._declared = None

    def _judge_stand(self, t_s: float, neutral: FloatArray, sd_deg: float) -> Calibrated | None:
        """A later stand: neutral is taken anew only if the sensor, not the person, moved."""
        away_deg = self._away_deg(neutral)
        self._n_stands_away = self._n_stands_away + 1 if away_deg > _MOVED_DEG else 0
        if not self._is_neutral_suspect and self._n_stands_away < 2:
            self._is_neutral_suspect = away_deg > _FAR_AWAY_DEG
            return None
        self._n_stands_away = 0
        self._is_neutral_suspect = False
        right = None if self._hinge is None else self._hinge.axis()
        self._take_neutral(neutral, right)
        return Calibrated(t_s, True, sd_deg, WearFault.MOVED)

    def _away_deg(self, neutral: FloatArray) -> float:
        assert self._neutral is not None
        return degrees(acos(min(1.0, float(neutral @ self._neutral))))

    def _is_upright(self, up: FloatArray) -> bool:
        if self._neutral is not None and (self._declared is None or not self._is_borrowed):
            return bool(up @ self._neutral > _UPRIGHT_COS)
        return self._declared is None or bool(up @ self._declared[0] > _UPRIGHT_COS)

    def _take_neutral(self, neutral: FloatArray, right: FloatArray | None = None) -> None:
        self._neutral = neutral
        if right is None and self._declared is not None:
            right = self._declared[1]
        self._hinge = HingeAxis(neutral, right, self._rate_hz)
        self._learnt_to_idx = self.history.n_seen
        self._align()

    def _see_posture(self, stop: int, is_still: bool) -> None:
        reference = self._neutral if self._neutral is not None else (self._declared or (None,))[0]
        if reference is None:
            self.posture = Posture.UNKNOWN
            return
        upright = dot(self._up_at(stop - 1), vector(reference))
        self._n_resting = self._n_resting + 1 if upright < _RESTING_COS else 0
        if self._n_resting * self.n_settle >= _RESTING_S * self._rate_hz:
            self.posture = Posture.RESTING
        elif is_still and upright > _UPRIGHT_COS:
            self.posture = Posture.STANDING
        else:
            self.posture = Posture.UNKNOWN
