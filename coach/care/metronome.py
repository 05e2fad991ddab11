"""The metronome: when it may beat, how fast, and when it stops itself.

The law is care.md, "The cue": above the person's own cadence only on a treadmill of known belt
speed, where a faster beat does shorten the stride. Overground it keeps or lengthens the stride and
raises the speed, so it is off by default, beats at the person's own cadence, and stops itself.
Time comes with the strides; no clock is read.
"""

from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean, median

from coach.care.feedback_state import Surface
from coach.gait.events import Stride

RAISES = (0.03, 0.05, 0.10)
"""How far above the own cadence the beat may be on a belt of known speed."""

_BASE_STRIDES = 10
_JUDGED_STRIDES = 10
_FASTER_SHARE = 1.03
_LESS_DEG = 0.5
_LOWEST_SPM, _HIGHEST_SPM = 60.0, 150.0


class Silence(StrEnum):
    """Why there is no beat."""

    NOT_WANTED = "not_wanted"
    NO_BELT_SPEED = "no_belt_speed"
    """On a treadmill whose speed nobody told."""
    LEARNING = "learning"
    """The own cadence is not known yet."""
    FASTER_NOT_SHORTER = "faster_not_shorter"
    """Ten strides with the beat were faster and extended as far: it stopped itself."""


@dataclass(frozen=True, slots=True)
class MetronomeSettings:
    """What is wanted.

    Raises
    ------
    ValueError
        If the beat is to be faster than a belt allows, or the belt's speed is no speed.
    """

    is_wanted: bool = False
    surface: Surface = Surface.OVERGROUND
    belt_speed_mps: float | None = None
    raised: float = RAISES[1]

    def __post_init__(self) -> None:
        if not 0.0 <= self.raised <= RAISES[-1]:
            raise ValueError(f"a beat {self.raised:.0%} above the own cadence")
        if self.belt_speed_mps is not None and not 0.1 <= self.belt_speed_mps <= 4.0:
            raise ValueError(f"a belt of {self.belt_speed_mps} m/s")

    @property
    def share(self) -> float:
        """How far above the own cadence the beat is on this surface."""
        return self.raised if self.surface is Surface.TREADMILL else 0.0


class Metronome:
    """Scored strides in, the beat out; one object for one walk."""

    def __init__(self, settings: MetronomeSettings | None = None) -> None:
        self.settings = settings or MetronomeSettings()
        self._base: list[Stride] = []
        self._beaten: list[Stride] = []
        self._beat_spm: float | None = None
        self._silence: Silence | None = self._silence_at_first()

    @property
    def beat_spm(self) -> float | None:
        """Beats a minute, one for each step; None while silent."""
        return self._beat_spm

    @property
    def silence(self) -> Silence | None:
        """Why there is no beat; None while there is one."""
        return self._silence

    def add(self, stride: Stride) -> None:
        """Take a stride in: the first ten tell the own cadence, the next ten whether it helps."""
        if self._silence not in (None, Silence.LEARNING) or not stride.is_scored:
            return
        if stride.cadence_spm is None:
            return
        if self._silence is Silence.LEARNING:
            self._base.append(stride)
            if len(self._base) == _BASE_STRIDES:
                self._begin()
        elif self.settings.surface is not Surface.TREADMILL:
            self._beaten = [*self._beaten, stride][-_JUDGED_STRIDES:]
            if len(self._beaten) == _JUDGED_STRIDES and self._is_faster_not_shorter():
                self._beat_spm, self._silence = None, Silence.FASTER_NOT_SHORTER

    def _silence_at_first(self) -> Silence:
        if not self.settings.is_wanted:
            return Silence.NOT_WANTED
        is_belt = self.settings.surface is Surface.TREADMILL
        if is_belt and self.settings.belt_speed_mps is None:
            return Silence.NO_BELT_SPEED
        return Silence.LEARNING

    def _begin(self) -> None:
        cadences = [stride.cadence_spm for stride in self._base if stride.cadence_spm is not None]
        beat_spm = median(cadences) * (1 + self.settings.share)
        self._beat_spm = min(max(beat_spm, _LOWEST_SPM), _HIGHEST_SPM)
        self._silence = None

    def _is_faster_not_shorter(self) -> bool:
        """Whether speed (cadence where no length is known) rose and extension did not fall."""
        has_fallen = _extension_deg(self._beaten) < _extension_deg(self._base) - _LESS_DEG
        return not has_fallen and _pace(self._beaten) > _FASTER_SHARE * _pace(self._base)


def _extension_deg(strides: list[Stride]) -> float:
    return fmean(stride.peak_thigh_extension_deg for stride in strides)


def _pace(strides: list[Stride]) -> float:
    speeds = [s.walking_speed_mps for s in strides if s.walking_speed_mps is not None]
    if len(speeds) == len(strides):
        return fmean(speeds)
    return fmean(s.cadence_spm for s in strides if s.cadence_spm is not None)
