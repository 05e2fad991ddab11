"""What a long-stride test remembers: plain values that msgspec writes as JSON and reads again."""

from dataclasses import dataclass, field
from enum import StrEnum
from statistics import fmean, stdev

from coach.care.pain_threshold import EVENT_RISE, SEVERE_PAIN, Dose, RatedBout
from coach.gait.events import Stride

SCORED_STRIDES = 10
SHORT_DEG, SHORT_OF_USUAL = 4.0, 0.85
"""A short bout against the usual one: degrees less, and share of the stride."""
_FEWEST_PAINFUL_STRIDES = 3
"""A bout broken off by pain says where it hurt once its mean is worth something."""


class NotToday(StrEnum):
    """Why there is no test today (care.md)."""

    WARNING_SIGN = "warning_sign"
    RESTING_PAIN = "resting_pain"
    USUAL_PAIN = "usual_pain"
    """Usual walking reaches 5: red already, so that no walk is recorded (pain light)."""
    SLOW_FLARE = "slow_flare"
    NOT_CLEARED = "not_cleared"
    STRESS_FRACTURE = "stress_fracture"
    FALL_RISK = "fall_risk"


@dataclass(frozen=True, slots=True)
class EntryCheck:
    """What the physiotherapist asked before the test.

    `needs_clearance`: hip operation, fracture or tear of the hamstring origin; `flare_h`: hours a
    usual flare takes to settle; `usual_pain`: 0-10 in usual walking of the last days, None where
    nobody asked or nobody walked.
    """

    resting_pain: int
    flare_h: float
    has_warning_sign: bool
    needs_clearance: bool
    is_cleared: bool
    may_be_stress_fracture: bool
    may_fall: bool
    has_pain_relief: bool
    usual_pain: int | None = None

    def __post_init__(self) -> None:
        check_pain(self.resting_pain)
        if self.usual_pain is not None:
            check_pain(self.usual_pain)
        if not self.flare_h >= 0:
            raise ValueError(f"a flare of {self.flare_h} hours")

    @property
    def usual_rise(self) -> int | None:
        """By how much usual walking hurts more than rest; None where it is not known."""
        return None if self.usual_pain is None else max(0, self.usual_pain - self.resting_pain)

    @property
    def begins_short(self) -> bool:
        """Whether short steps come first: usual ones may hurt, or nobody knows."""
        return self.usual_rise is None or self.usual_rise >= 1


def not_today(entry: EntryCheck) -> tuple[NotToday, ...]:
    """Every reason against a test today; empty if it may begin."""
    found = {
        NotToday.WARNING_SIGN: entry.has_warning_sign,
        NotToday.RESTING_PAIN: entry.resting_pain >= 4,
        NotToday.USUAL_PAIN: (entry.usual_pain or 0) >= SEVERE_PAIN,
        NotToday.SLOW_FLARE: entry.flare_h > 24,
        NotToday.NOT_CLEARED: entry.needs_clearance and not entry.is_cleared,
        NotToday.STRESS_FRACTURE: entry.may_be_stress_fracture,
        NotToday.FALL_RISK: entry.may_fall,
    }
    return tuple(reason for reason, is_found in found.items() if is_found)


class Step(StrEnum):
    """The place of a bout in the protocol, in order."""

    USUAL = "usual"
    SHORT = "short"
    QUICK = "quick"
    """Usual stride at higher cadence: is it the speed?"""
    ASCENDING = "ascending"
    ADAPTIVE = "adaptive"
    EARLY_AGAIN = "early_again"
    """An early painless bout once more: has the test itself sensitised the hip?"""
    SHORT_AGAIN = "short_again"


class Reason(StrEnum):
    """Why this target; `Proposal.values` holds the numbers of the sentence."""

    FINDS_USUAL = "finds_usual"
    BEGINS_GENTLY = "begins_gently"
    """Usual walking hurts, or nobody knows: short steps first."""
    SHOWS_FALSE_PAIN = "shows_false_pain"
    SHOWS_SPEED = "shows_speed"
    STEP_UP = "step_up"
    STEP_UP_HELD_BACK = "step_up_held_back"
    """The step is smaller than the protocol allows, because severe pain is not unlikely enough."""
    MOST_INFORMATIVE = "most_informative"
    SHOWS_SENSITISATION = "shows_sensitisation"
    ENDS_GENTLY = "ends_gently"


@dataclass(frozen=True, slots=True)
class Proposal:
    """The next bout; a target of None is "as you usually walk", or clearly shorter than that.

    For the eyes of the physiotherapist only: the patient gets floor marks or a beat.
    """

    step: Step
    reason: Reason
    extension_deg: float | None = None
    stride_length_m: float | None = None
    cadence_spm: float | None = None
    is_long: bool = False
    values: dict[str, float] = field(default_factory=dict)


class Dropped(StrEnum):
    """Why a bout does not count for the threshold; its strides and its pain still do."""

    REPEATED = "repeated"
    PAUSED = "paused"
    CRASHED = "crashed"
    BROKEN_OFF = "broken_off"


@dataclass(slots=True)
class Bout:
    """One bout: its scored strides and what was asked before and after it.

    `walk` names the file that holds its samples, in whose time the strides are; empty where they
    were not kept. `taken_back` are ratings of its end that were entered by mistake.
    """

    proposal: Proposal
    pain_before: int
    n_painful_before: int
    strides: list[Stride] = field(default_factory=list)
    pain_after: int | None = None
    is_familiar: bool | None = None
    toe_out_deg: float | None = None
    dropped: Dropped | None = None
    note: str = ""
    walk: str = ""
    taken_back: list[int] = field(default_factory=list)

    @property
    def start_s(self) -> float | None:
        """When its first scored stride began, in the time of its walk; None before there is one."""
        return self.strides[0].start_s if self.strides else None

    @property
    def rise(self) -> int | None:
        """Rise of pain over the bout's own pre-rating; None before it was rated."""
        return None if self.pain_after is None else self.pain_after - self.pain_before

    @property
    def is_painful(self) -> bool:
        """Whether pain of any kind rose by 2 or more."""
        return self.rise is not None and self.rise >= EVENT_RISE

    @property
    def is_enough(self) -> bool:
        """Whether enough strides were scored for a painless bout to count."""
        return len(self.strides) >= SCORED_STRIDES

    @property
    def extension_deg(self) -> float | None:
        """Mean peak extension of the scored strides."""
        if not self.strides:
            return None
        return fmean(stride.peak_thigh_extension_deg for stride in self.strides)

    @property
    def cadence_spm(self) -> float | None:
        """Mean cadence of the scored strides that have one."""
        return mean_of([stride.cadence_spm for stride in self.strides])

    @property
    def stride_length_m(self) -> float | None:
        """Mean length of the scored strides that have one."""
        return mean_of([stride.stride_length_m for stride in self.strides])

    @property
    def own_rise(self) -> int | None:
        """What the bout says of the person's own pain; None where it says nothing.

        Nothing is said by too few strides, nor by another pain than their own: it may hide theirs.
        """
        if self.rise is None or self.dropped is not None:
            return None
        if self.is_painful:
            is_telling = self.is_familiar and len(self.strides) >= _FEWEST_PAINFUL_STRIDES
        else:
            is_telling = self.is_enough
        return self.rise if is_telling else None

    @property
    def is_comfortable(self) -> bool:
        """Whether it was whole and painless."""
        return self.own_rise is not None and not self.is_painful

    def dose(self, usual_cadence_spm: float | None) -> Dose:
        """Mean extension with the uncertainty of that mean, and the covariates.

        The mean's variance is the strides' own spread over their number, plus the sensor's error,
        which the strides of one bout are taken to share.

        Raises
        ------
        ValueError
            If no stride was scored.
        """
        peaks_deg = [stride.peak_thigh_extension_deg for stride in self.strides]
        sensor_sd_deg = fmean(stride.peak_thigh_extension_sd_deg for stride in self.strides)
        spread_deg = stdev(peaks_deg) if len(peaks_deg) > 1 else 0.0
        quicker = 0.0
        if self.cadence_spm is not None and usual_cadence_spm is not None:
            quicker = self.cadence_spm / usual_cadence_spm - 1
        return Dose(
            extension_deg=fmean(peaks_deg),
            extension_sd_deg=(spread_deg**2 / len(peaks_deg) + sensor_sd_deg**2) ** 0.5,
            pain_before=self.pain_before,
            quicker=quicker,
            toe_out_deg=self.toe_out_deg,
            n_painful_before=self.n_painful_before,
        )


@dataclass(frozen=True, slots=True)
class Reference:
    """A person's usual stride; guessed as long as only short ones were walked."""

    extension_deg: float
    stride_length_m: float | None
    cadence_spm: float | None
    is_guessed: bool = False


class Phase(StrEnum):
    """What the test waits for."""

    RATE_BEFORE = "rate_before"
    """A pain rating before the proposed bout; after one that was too high, a lower one."""
    WALK = "walk"
    RATE_AFTER = "rate_after"
    PAUSED = "paused"
    ENDED = "ended"


class End(StrEnum):
    """Why the test ended."""

    COMPLETE = "complete"
    SEVERE_PAIN = "severe_pain"
    PAIN_ROSE = "pain_rose"
    """Pain rose by 3 or more."""
    WARNING_SIGN = "warning_sign"
    WISH = "wish"
    PAINFUL_BOUTS = "painful_bouts"
    PAIN_DID_NOT_SETTLE = "pain_did_not_settle"


@dataclass(slots=True)
class TestState:
    """All that a long-stride test remembers.

    `first_pain` is the rating before the first bout; `waiting_since_s` when pain was first too
    high to start the next one; `n_long_strides` counts every one, also of bouts that were dropped.
    """

    __test__ = False  # not a test of pytest's

    entry: EntryCheck
    phase: Phase = Phase.RATE_BEFORE
    proposal: Proposal | None = None
    bouts: list[Bout] = field(default_factory=list)
    first_pain: int | None = None
    last_pain: int | None = None
    waiting_since_s: float | None = None
    n_long_strides: int = 0
    end: End | None = None

    @property
    def n_painful(self) -> int:
        """Painful bouts so far."""
        return sum(bout.is_painful for bout in self.bouts)

    @property
    def usual(self) -> Bout | None:
        """The bout of usual strides; None before it was walked and rated."""
        return self.last(Step.USUAL)

    @property
    def reference(self) -> Reference | None:
        """What is usual for this person: from the usual bout, else guessed from the short one."""
        usual = self.usual
        if usual is not None and usual.extension_deg is not None:
            return Reference(usual.extension_deg, usual.stride_length_m, usual.cadence_spm)
        short = self.last(Step.SHORT)
        if short is None or short.extension_deg is None:
            return None
        length_m = short.stride_length_m
        return Reference(
            short.extension_deg + SHORT_DEG,
            None if length_m is None else length_m / SHORT_OF_USUAL,
            short.cadence_spm,
            is_guessed=True,
        )

    def last(self, *steps: Step) -> Bout | None:
        """The newest bout of these steps that counts."""
        return next((bout for bout in reversed(self.counted) if bout.proposal.step in steps), None)

    @property
    def counted(self) -> list[Bout]:
        """Rated bouts that were walked to their end, in order."""
        return [
            bout
            for bout in self.bouts
            if bout.pain_after is not None and bout.dropped is None and bout.strides
        ]

    @property
    def rated(self) -> tuple[RatedBout, ...]:
        """What the threshold is fitted to."""
        cadence_spm = None if self.reference is None else self.reference.cadence_spm
        return tuple(
            RatedBout(bout.dose(cadence_spm), bout.own_rise)
            for bout in self.bouts
            if bout.own_rise is not None
        )


def check_pain(pain: int) -> None:
    """Raise ValueError unless `pain` is a whole number from 0 to 10."""
    if not (isinstance(pain, int) and 0 <= pain <= 10):
        raise ValueError(f"pain is rated 0 to 10, not {pain}")


def check_state(state: TestState) -> None:
    """Raise ValueError unless a state that was read can be gone on with."""
    pains = [state.first_pain, state.last_pain]
    for bout in state.bouts:
        pains += [bout.pain_before, bout.pain_after, *bout.taken_back]
    for pain in pains:
        if pain is not None:
            check_pain(pain)
    if state.phase in {Phase.WALK, Phase.RATE_AFTER} and not state.bouts:
        raise ValueError("a saved test cannot be in a bout that was never begun")


def mean_of(values: list[float | None]) -> float | None:
    """Mean of the values that are known."""
    known = [value for value in values if value is not None]
    return fmean(known) if known else None
