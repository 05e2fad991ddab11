"""Turning points of the thigh angle, found as it comes: where a stride begins, extends and ends."""

from dataclasses import dataclass
from enum import Enum
from math import inf, radians


class Turn(Enum):
    """What happened at a sample."""

    PEAK_FLEXION = "peak_flexion"
    PEAK_EXTENSION = "peak_extension"
    EXTENDING_PAST = "extending_past"


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """One event of the thigh angle.

    `idx` is the sample of the extremum (or of the crossing), `known_idx` the one that told;
    `level` says which crossing of `TurningSettings.crossings_rad` it was.
    """

    kind: Turn
    idx: int
    known_idx: int
    flexion_rad: float
    level: int = -1


@dataclass(frozen=True, slots=True)
class TurningSettings:
    """Hysteresis of the detector.

    A published 1 deg hysteresis gave F1 0.998 on straight walks at 40 ms (signal-chain figures);
    half of it is known sooner, and the check against the range of motion keeps it from
    answering to a tremble.
    """

    extension_rad: float = radians(0.5)
    early_extension_rad: float = radians(2.0)
    """For a peak well short of the last stride's: a tremble on the way is not told as one."""
    early_share: float = 0.75
    flexion_rad: float = radians(3.0)
    min_range_rad: float = radians(10.0)
    crossings_rad: tuple[float, ...] = tuple(radians(-5.0 * i) for i in range(9))


class TurningPoints:
    """Online extrema with hysteresis.

    Notes
    -----
    1. While extending, the lowest angle is kept; once the thigh has come back by the hysteresis
       and the range since peak flexion is that of a step, the lowest is the peak extension. Short
       of three quarters of the last stride's range the thigh must come back further.
    2. Should it go on to extend after all, the deeper peak is told too, and counts instead.
    3. While flexing, the highest angle is kept; once it has fallen by 3 deg it is peak flexion.
    4. Should it flex further after all, the later peak flexion is told too, and counts instead.
    """

    def __init__(self, settings: TurningSettings | None = None) -> None:
        self._settings = settings or TurningSettings()
        self._back_rad = self._settings.extension_rad
        self.restart(0)

    def restart(self, idx: int, flexion_rad: float = -inf) -> None:
        """Begin at this sample, as if at peak flexion; with -inf at the first angle that comes."""
        self._is_extending = False
        self._high, self._high_idx = flexion_rad, idx
        self._low, self._low_idx = -inf, idx
        self._began_at = flexion_rad
        self._early_above = inf
        self._crossing = 0
        self._see_crossing()

    def push(self, first_idx: int, flexions_rad: list[float]) -> list[TurningPoint]:
        """Events of these samples, the first of which has index `first_idx`."""
        found: list[TurningPoint] = []
        for idx, angle in enumerate(flexions_rad, first_idx):
            if self._is_extending:
                if angle < self._low:
                    self._low, self._low_idx = angle, idx
                    if angle < self._next_crossing_rad:
                        self._cross(idx, angle, found)
                elif angle > self._low + self._back_rad and self._turn(idx, angle, found):
                    self._is_extending = False
            elif angle > self._high:
                self._high, self._high_idx = angle, idx
            elif self._flex(idx, angle, found):
                self._is_extending = True
        return found

    def _cross(self, idx: int, angle: float, found: list[TurningPoint]) -> None:
        """The thigh extends past one or more of the angles that are asked about."""
        crossings = self._settings.crossings_rad
        while self._crossing < len(crossings) and angle < crossings[self._crossing]:
            found.append(TurningPoint(Turn.EXTENDING_PAST, idx, idx, angle, self._crossing))
            self._crossing += 1
        self._see_crossing()

    def _see_crossing(self) -> None:
        crossings = self._settings.crossings_rad
        is_one_left = self._crossing < len(crossings)
        self._next_crossing_rad = crossings[self._crossing] if is_one_left else -inf

    def _turn(self, idx: int, angle: float, found: list[TurningPoint]) -> bool:
        """Whether a thigh that came back from its lowest is flexing now."""
        if self._low > self._early_above and (
            angle < self._low + self._settings.early_extension_rad
        ):
            return False
        if self._began_at - self._low > self._settings.min_range_rad:
            found.append(TurningPoint(Turn.PEAK_EXTENSION, self._low_idx, idx, self._low))
            self._high, self._high_idx = angle, idx
            return True
        if angle > self._began_at:  # step 4
            self._high, self._high_idx = angle, idx
            self._low = -inf
            return True
        return False

    def _flex(self, idx: int, angle: float, found: list[TurningPoint]) -> bool:
        if angle < self._low:  # step 2
            self._low, self._low_idx = angle, idx
            return True
        if (
            angle < self._high - self._settings.flexion_rad
            and self._high - self._low > self._settings.min_range_rad / 2
        ):
            found.append(TurningPoint(Turn.PEAK_FLEXION, self._high_idx, idx, self._high))
            last_range_rad = self._began_at - self._low
            self._early_above = (
                self._high - self._settings.early_share * last_range_rad
                if last_range_rad < inf
                else inf
            )
            self._began_at = self._high
            self._low, self._low_idx, self._crossing = angle, idx, 0
            self._see_crossing()
            return True
        return False
