"""Getting the sensor ready with the person: knee lifts, a stand, twenty steps; each may fail.

The law is care.md, "Safety while walking" and "Wearing it again". Time comes with the samples. What
fails is told with its reason, and goes on by itself once it is done right: whoever stands five
metres away cannot press a button.
"""

from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from coach.care.usual import Usual, usual_of
from coach.gait.events import (
    Calibrated,
    GaitEvent,
    Posture,
    PostureChange,
    Stride,
    WearFault,
    WhyNot,
)
from coach.gait.knee_lifts import KneeLifts
from sensors.samples import ImuBlock

LIFTS_WANTED = 3
STAND_WANTED_S = 5.0
STEPS_WANTED = 20

_LIFTS_WITHIN_S = 15.0
_STAND_WITHIN_S = 15.0
_STEPS_WITHIN_S = 45.0
_FEWEST_FOR_USUAL = 6
_ON_THE_SPOT_BELOW_DEG = 5.0
"""Median thigh extension. Steps on the spot bring the thigh back to the standing line, not behind
it (0 to 5 deg, simulated); walking came to 7 to 29 deg on every reference walk."""
_LIKE_WALKING = (None, WhyNot.STAIRS_OR_SLOPE)
"""A high knee on the spot is not scored, for it looks like stairs."""


class Step(StrEnum):
    """What the person is asked to do."""

    KNEE_LIFTS = "knee_lifts"
    STAND = "stand"
    STEPS = "steps"
    DONE = "done"


class Trouble(StrEnum):
    """Why a step does not get on, or what is wrong with how the sensor sits."""

    NO_SWING = "no_swing"
    """Nothing swings: the sensor sits on the other leg."""
    FEW_LIFTS = "few_lifts"
    NOT_STILL = "not_still"
    FEW_STEPS = "few_steps"
    UNEVEN_STEPS = "uneven_steps"
    """There are strides, and too few of them can be used."""
    ON_THE_SPOT = "on_the_spot"
    """The thigh hardly went behind: steps on the spot, or bent and very short ones."""
    ARROW_DOWN = "arrow_down"
    BACK_OF_THIGH = "back_of_thigh"
    TURNED_ROUND = "turned_round"
    STRAP_OR_FOOT_TURNED = "strap_or_foot_turned"
    NOT_AS_USUAL = "not_as_usual"


_BY_FAULT = {
    WearFault.WOBBLE: Trouble.NOT_STILL,
    WearFault.ARROW_DOWN: Trouble.ARROW_DOWN,
    WearFault.BACK_OF_THIGH: Trouble.BACK_OF_THIGH,
    WearFault.TURNED_ROUND: Trouble.TURNED_ROUND,
    WearFault.STRAP_OR_FOOT_TURNED: Trouble.STRAP_OR_FOOT_TURNED,
    WearFault.NOT_AS_USUAL: Trouble.NOT_AS_USUAL,
}
"""A sensor that moved was mended by the stand that told so."""


def trouble_of(event: Calibrated) -> Trouble | None:
    """What a calibration says to the wearer; None where nothing is wrong."""
    if event.is_accepted or event.reason is None:
        return None
    return _BY_FAULT.get(event.reason)


@dataclass(frozen=True, slots=True)
class Readiness:
    """How far it is.

    Attributes
    ----------
    n_lifts, still_s, n_steps
        Done of `LIFTS_WANTED`, `STAND_WANTED_S` and `STEPS_WANTED`.
    trouble : Trouble or None
        What keeps this step from getting on.
    usual : Usual or None
        The usual stride once there are steps enough.
    steps_from_s : float or None
        When the twenty steps were asked for: a measured distance is walked from there.
    """

    step: Step
    n_lifts: int = 0
    still_s: float = 0.0
    n_steps: int = 0
    trouble: Trouble | None = None
    usual: Usual | None = None
    steps_from_s: float | None = None

    @property
    def is_done(self) -> bool:
        """Whether the walk may begin."""
        return self.step is Step.DONE


class Calibration:
    """Samples and gait events in, `Readiness` out.

    Parameters
    ----------
    is_worn_before : bool
        There is a stored calibration: the stand alone is enough.
    """

    def __init__(self, *, is_worn_before: bool) -> None:
        self._is_worn_before = is_worn_before
        self._lifts = KneeLifts()
        self._strides: list[Stride] = []
        self._extensions_deg: list[float] = []
        self._n_steps = 0
        self._doubted: tuple[list[Stride], float | None] | None = None
        self._is_how_they_walk = False
        self._has_stood = self._has_swung = False
        self._posture = Posture.UNKNOWN
        self._step = Step.STAND if is_worn_before else Step.KNEE_LIFTS
        self._since_s: float | None = None
        self._trouble: Trouble | None = None
        self._steps_from_s: float | None = None

    @property
    def strides(self) -> tuple[Stride, ...]:
        """Scored strides of the twenty steps."""
        return tuple(self._strides)

    @property
    def readiness(self) -> Readiness:
        """How far it is now."""
        return Readiness(
            self._step,
            min(self._lifts.n_lifts, LIFTS_WANTED),
            min(self._lifts.still_s, STAND_WANTED_S),
            min(self._n_steps, STEPS_WANTED),
            self._trouble,
            usual_of(self._strides) if len(self._strides) >= _FEWEST_FOR_USUAL else None,
            self._steps_from_s,
        )

    def repeat(self) -> None:
        """Begin this step anew; from the end, the twenty steps."""
        if self._step is Step.DONE and not self._is_worn_before:
            self._step = Step.STEPS
        self._since_s, self._trouble = None, None
        self._steps_from_s = None
        self._count_anew()
        self._lifts.restart()

    def trust_steps(self) -> None:
        """Whoever hardly extends says that this is how they walk: these steps count."""
        self._is_how_they_walk = True
        if self._trouble is Trouble.ON_THE_SPOT:
            self._trouble = None
        if self._doubted is not None:
            self._strides, self._steps_from_s = self._doubted
            self._n_steps = STEPS_WANTED

    def push(self, block: ImuBlock, events: tuple[GaitEvent, ...]) -> Readiness:
        """Take in samples and what they brought."""
        now_s = float(block.t_s[-1])
        if self._since_s is None:
            self._since_s = now_s
        self._lifts.push(block)
        for event in events:
            self._see(event)
        match self._step:
            case Step.KNEE_LIFTS:
                self._see_lifts(now_s)
            case Step.STAND:
                self._see_stand(now_s)
            case Step.STEPS:
                self._see_steps(now_s)
            case Step.DONE:
                pass
        return self.readiness

    def _see(self, event: GaitEvent) -> None:
        match event:
            case PostureChange():
                self._posture = event.posture
            case Calibrated():
                self._has_stood |= event.is_accepted
                self._trouble = trouble_of(event) or self._trouble
            case Stride() if self._step is Step.STEPS and event.end_s is not None:
                self._count(event)
            case Stride(is_scored=True) if self._step is Step.KNEE_LIFTS:
                self._lifts.restart()  # whoever walks lifts no knee
                self._has_swung = True
            case _:
                pass

    def _count(self, stride: Stride) -> None:
        """Count two steps; once told, steps on the spot do not begin to count anew."""
        is_told = self._doubted is not None and not self._is_how_they_walk
        is_like_before = stride.peak_thigh_extension_deg < _ON_THE_SPOT_BELOW_DEG
        if is_told and is_like_before and not self._n_steps:
            return
        self._n_steps += 2
        if stride.why_not in _LIKE_WALKING:
            self._extensions_deg.append(stride.peak_thigh_extension_deg)
        if stride.is_scored:
            self._strides.append(stride)

    def _see_lifts(self, now_s: float) -> None:
        n_lifts = self._lifts.n_lifts
        if n_lifts >= LIFTS_WANTED:
            self._go_on(Step.STAND)
        elif self._is_late(now_s, _LIFTS_WITHIN_S):
            has_swung = n_lifts > 0 or self._has_swung
            self._trouble = Trouble.FEW_LIFTS if has_swung else Trouble.NO_SWING

    def _see_stand(self, now_s: float) -> None:
        if self._lifts.still_s >= STAND_WANTED_S and self._has_stood:
            self._go_on(Step.DONE if self._is_worn_before else Step.STEPS)
        elif self._is_late(now_s, _STAND_WITHIN_S) and self._trouble is None:
            self._trouble = Trouble.NOT_STILL

    def _see_steps(self, now_s: float) -> None:
        if self._steps_from_s is None:
            self._steps_from_s = now_s
        is_enough = self._n_steps >= STEPS_WANTED
        if is_enough and self._is_on_the_spot:
            self._doubted = (self._strides, self._steps_from_s)
            self._trouble, self._since_s, self._steps_from_s = Trouble.ON_THE_SPOT, now_s, now_s
            self._count_anew()
        elif is_enough and len(self._strides) >= _FEWEST_FOR_USUAL:
            self._go_on(Step.DONE)
        elif self._is_late(now_s, _STEPS_WITHIN_S) and self._trouble is None:
            self._trouble = Trouble.UNEVEN_STEPS if is_enough else Trouble.FEW_STEPS

    @property
    def _is_on_the_spot(self) -> bool:
        """Whether these steps would pass for walking, but led nowhere."""
        seen = self._extensions_deg
        is_known = len(seen) >= _FEWEST_FOR_USUAL and not self._is_how_they_walk
        return is_known and median(seen) < _ON_THE_SPOT_BELOW_DEG

    def _count_anew(self) -> None:
        self._strides, self._extensions_deg, self._n_steps = [], [], 0

    def _go_on(self, step: Step) -> None:
        if self._trouble not in _SITS_WRONG:
            self._trouble = None
        self._step, self._since_s = step, None

    def _is_late(self, now_s: float, within_s: float) -> bool:
        return self._since_s is not None and now_s - self._since_s > within_s


_SITS_WRONG = frozenset(
    {
        Trouble.ARROW_DOWN,
        Trouble.BACK_OF_THIGH,
        Trouble.TURNED_ROUND,
        Trouble.STRAP_OR_FOOT_TURNED,
        Trouble.NOT_AS_USUAL,
    }
)
"""Stays told until the sensor was put right and the step repeated."""
