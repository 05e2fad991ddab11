"""The next bout of a long-stride test: the protocol's order, and the target within safety."""

from dataclasses import dataclass
from math import inf

from coach.care.length_line import LengthLine, length_line
from coach.care.long_stride_state import (
    SCORED_STRIDES,
    SHORT_DEG,
    SHORT_OF_USUAL,
    Proposal,
    Reason,
    Reference,
    Step,
    TestState,
)
from coach.care.pain_threshold import RISK_ALLOWED, Dose, Outlook, Posterior

_FLOOR_DEG, _FLOOR_OF_USUAL = 5.0, 0.8
_STEP_DEG, _STEP_OF_USUAL = 3.0, 0.1
_CAP_DEG, _CAP_OF_USUAL = 9.0, 1.3
_QUICKER = 1.15
_LONG_DEG = 0.5
"""A target this much beyond usual asks for long strides."""
_APART_DEG = 0.5
_LEAST_STEP_DEG = 0.75
_TARGET_SD_DEG = 1.0
"""How far a person lands from the target, and the sensor from the truth, together."""
_LEAST_BITS = 0.01


@dataclass(frozen=True, slots=True)
class TestSettings:
    """How far a test may go: as care.md allows, or less.

    `risky_share` is how much of the belief may say that severe pain is likelier than allowed;
    exploring ends once the 95 % interval is `enough_width_deg` wide, so that nobody is hurt for
    more than grade A.

    Raises
    ------
    ValueError
        If more is asked for than care.md allows.
    """

    __test__ = False  # not a test of pytest's

    painful_bouts: int = 3
    long_strides: int = 80
    bouts: int = 12
    wait_s: float = 300.0
    risky_share: float = 0.015
    enough_width_deg: float = 6.0

    def __post_init__(self) -> None:
        if not (1 <= self.painful_bouts <= 3 and 0 <= self.long_strides <= 80):
            raise ValueError("at most 3 painful bouts and 80 long strides")
        if not 0 <= self.wait_s <= 300:
            raise ValueError("at most 5 minutes of waiting for the pain to settle")
        if not 0 < self.risky_share <= 0.5:
            raise ValueError(f"risky share {self.risky_share}")


def next_bout(
    state: TestState, belief: Posterior | None, settings: TestSettings, pain_before: int
) -> Proposal | None:
    """The bout to come after those of `state`; None when the protocol is through.

    `belief` is None only before the first bout was rated. The targets:

    1. as usual, then short, then the usual stride at higher cadence (if usual did not hurt). Where
       usual walking hurts, short comes first, and as usual once that is safe;
    2. upwards from the longest comfortable bout while nothing hurts, as far as is safe;
    3. where a bout tells most of the threshold, as far as is safe;
    4. an early comfortable bout again, then short again.
    """
    usual = state.reference
    if usual is None or belief is None:
        if state.entry.begins_short:
            return Proposal(Step.SHORT, Reason.BEGINS_GENTLY)
        return Proposal(Step.USUAL, Reason.FINDS_USUAL)
    planner = _Planner(state, usual, belief, settings, pain_before)
    if state.last(Step.SHORT) is None:
        return planner.short_if_safe(Step.SHORT, Reason.SHOWS_FALSE_PAIN)
    if usual.is_guessed and (as_usual := planner.as_usual()) is not None:
        return as_usual
    if state.last(Step.QUICK) is None and (quick := planner.quick()) is not None:
        return quick
    if state.last(Step.EARLY_AGAIN, Step.SHORT_AGAIN) is None:
        found = planner.exploring() or planner.early_again()
        if found is not None:
            return found
    if state.last(Step.SHORT_AGAIN) is None:
        return planner.short_if_safe(Step.SHORT_AGAIN, Reason.ENDS_GENTLY)
    return None


@dataclass(frozen=True, slots=True)
class _Planner:
    state: TestState
    usual: Reference
    belief: Posterior
    settings: TestSettings
    pain_before: int

    @property
    def usual_deg(self) -> float:
        return self.usual.extension_deg

    def as_usual(self) -> Proposal | None:
        """The usual bout after a short one; None while it is not safe."""
        if not self._is_safe_at(self.usual_deg) or self._is_time_to_close():
            return None
        return Proposal(Step.USUAL, Reason.FINDS_USUAL)

    def short_if_safe(self, step: Step, reason: Reason) -> Proposal | None:
        if not self._is_safe_at(self.usual_deg - SHORT_DEG):
            return None
        length_m = self.usual.stride_length_m
        return Proposal(
            step,
            reason,
            extension_deg=self.usual_deg - SHORT_DEG,
            stride_length_m=None if length_m is None else SHORT_OF_USUAL * length_m,
            cadence_spm=self.usual.cadence_spm,
        )

    def quick(self) -> Proposal | None:
        cadence_spm = self.usual.cadence_spm
        bout = self.state.usual
        if cadence_spm is None or bout is None or not bout.is_comfortable:
            return None
        if not self._is_safe_at(self.usual_deg):
            return None
        return Proposal(
            Step.QUICK,
            Reason.SHOWS_SPEED,
            extension_deg=self.usual_deg,
            stride_length_m=self.usual.stride_length_m,
            cadence_spm=_QUICKER * cadence_spm,
            values={"quicker_percent": 100 * (_QUICKER - 1)},
        )

    def exploring(self) -> Proposal | None:
        """The next bout upwards or where it tells most; None when it is time to close."""
        if self._is_time_to_close():
            return None
        safe = [outlook for outlook in self.belief.outlook(self._doses()) if self._is_safe(outlook)]
        if not safe:
            return None
        if not any(bout.is_painful for bout in self.state.counted):
            highest = safe[-1]
            step_deg = highest.dose.extension_deg - self._top_deg()
            if step_deg >= _LEAST_STEP_DEG:
                is_held_back = self._highest_deg() - highest.dose.extension_deg >= _APART_DEG
                reason = Reason.STEP_UP_HELD_BACK if is_held_back else Reason.STEP_UP
                return self._to(Step.ASCENDING, reason, highest, {"step_deg": step_deg})
        best = max(safe, key=lambda outlook: outlook.information_bits)
        if best.information_bits < _LEAST_BITS:
            return None
        return self._to(Step.ADAPTIVE, Reason.MOST_INFORMATIVE, best, {})

    def early_again(self) -> Proposal | None:
        """The first comfortable long bout again, or the usual one, whichever is safe now."""
        early = [
            bout
            for step in (Step.ASCENDING, Step.USUAL)
            for bout in self.state.counted
            if bout.proposal.step is step and bout.is_comfortable
        ]
        for bout in early:
            (outlook,) = self.belief.outlook([self._dose(bout.extension_deg or 0.0)])
            is_left = self._long_left() >= SCORED_STRIDES or not bout.proposal.is_long
            if self._is_safe(outlook) and is_left:
                return self._to(Step.EARLY_AGAIN, Reason.SHOWS_SENSITISATION, outlook, {})
        return None

    def _to(
        self, step: Step, reason: Reason, outlook: Outlook, values: dict[str, float]
    ) -> Proposal:
        extension_deg = outlook.dose.extension_deg
        return Proposal(
            step,
            reason,
            extension_deg=extension_deg,
            stride_length_m=self._length_m(extension_deg),
            cadence_spm=self.usual.cadence_spm,
            is_long=extension_deg > self.usual_deg + _LONG_DEG,
            values=values
            | {
                "event_chance": outlook.event_chance,
                "severe_chance": outlook.severe_chance,
                "information_bits": outlook.information_bits,
            },
        )

    def _is_time_to_close(self) -> bool:
        width_deg = self.belief.quantile_deg(0.975) - self.belief.quantile_deg(0.025)
        return (
            self.state.n_painful >= self.settings.painful_bouts
            or len(self.state.bouts) + 2 >= self.settings.bouts
            or width_deg <= self.settings.enough_width_deg
        )

    def _is_safe_at(self, extension_deg: float) -> bool:
        (outlook,) = self.belief.outlook([self._dose(extension_deg)])
        return self._is_safe(outlook)

    def _is_safe(self, outlook: Outlook) -> bool:
        return (
            outlook.severe_chance < RISK_ALLOWED
            and outlook.risky_share <= self.settings.risky_share
        )

    def _doses(self) -> list[Dose]:
        """Targets from the floor up to the highest that the protocol allows next."""
        highest_deg = self._highest_deg()
        n = int((highest_deg - self._floor_deg()) / _APART_DEG + 1e-9)
        return [self._dose(highest_deg - _APART_DEG * i) for i in range(n, -1, -1)]

    def _dose(self, extension_deg: float) -> Dose:
        return Dose(
            extension_deg,
            _TARGET_SD_DEG,
            pain_before=self.pain_before,
            n_painful_before=self.state.n_painful,
        )

    def _top_deg(self) -> float:
        """The longest comfortable bout at usual cadence, or the floor where none was."""
        comfortable = [
            bout.extension_deg or -inf
            for bout in self.state.counted
            if bout.is_comfortable and bout.proposal.step is not Step.QUICK
        ]
        return max(comfortable, default=self._floor_deg())

    def _highest_deg(self) -> float:
        """A step beyond the longest comfortable bout, but not beyond one that hurt or the cap."""
        usual_m, line = self.usual.stride_length_m, self._line()
        painful_deg = (bout.extension_deg or inf for bout in self.state.bouts if bout.is_painful)
        highest_deg = min(
            self._top_deg() + _STEP_DEG,
            self.usual_deg + _CAP_DEG,
            min(painful_deg, default=inf),
        )
        if line is not None and usual_m is not None:
            step_deg = _STEP_OF_USUAL * usual_m / line.slope_m_per_deg
            highest_deg = min(
                highest_deg,
                self._top_deg() + step_deg,
                line.extension_deg(_CAP_OF_USUAL * usual_m),
            )
        if self._long_left() < 2 * SCORED_STRIDES:  # one bout is kept for the early one again
            highest_deg = min(highest_deg, self.usual_deg + _LONG_DEG)
        return highest_deg

    def _floor_deg(self) -> float:
        usual_m, line = self.usual.stride_length_m, self._line()
        floor_deg = self.usual_deg - _FLOOR_DEG
        if line is None or usual_m is None:
            return floor_deg
        return max(floor_deg, line.extension_deg(_FLOOR_OF_USUAL * usual_m))

    def _long_left(self) -> int:
        return self.settings.long_strides - self.state.n_long_strides

    def _length_m(self, extension_deg: float) -> float | None:
        """Stride length to mark on the floor: by the person's own line, else a tenth for 3 deg."""
        usual_m, line = self.usual.stride_length_m, self._line()
        if usual_m is None:
            return None
        if line is not None:
            return line.length_m(extension_deg)[0]
        return usual_m * (1 + _STEP_OF_USUAL * (extension_deg - self.usual_deg) / _STEP_DEG)

    def _line(self) -> LengthLine | None:
        """The person's own line, where it holds."""
        line = length_line(stride for bout in self.state.counted for stride in bout.strides)
        return line if line is not None and line.why_not() is None else None
