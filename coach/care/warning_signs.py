"""Warning signs: how soon someone must look, when they are asked, and what is locked meanwhile.

The law is care.md, "Own symptoms and warning signs" and "Safety while walking".
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

ASK_EVERY_DAYS = 14
FIRST_WEEKS = 12
"""For so many weeks after an operation or fracture only what the physio ticked is open."""


class Level(StrEnum):
    """How soon help is needed, most urgent first."""

    EMERGENCY = "emergency"
    SAME_DAY = "same_day"
    DOCTOR_WITHIN_DAYS = "doctor_within_days"
    RED_IN_USE = "red_in_use"
    """Stop for today; the walk or exercise counts as red."""


class WarningSign(StrEnum):
    """What is asked, one question each."""

    NUMB_SADDLE_AREA = "numb_saddle_area"
    BLADDER_BOWEL_OR_GENITAL_CHANGE = "bladder_bowel_or_genital_change"
    BOTH_LEGS = "both_legs"
    CHEST_PAIN_OR_BREATHLESS = "chest_pain_or_breathless"
    REPLACEMENT_SUDDEN_PAIN_OR_TURNED_LEG = "replacement_sudden_pain_or_turned_leg"
    CANNOT_BEAR_WEIGHT = "cannot_bear_weight"
    HOT_SWOLLEN_CALF = "hot_swollen_calf"
    FEVER_WITH_HIP_PAIN = "fever_with_hip_pain"
    FOOT_DROP_OR_GROWING_WEAKNESS = "foot_drop_or_growing_weakness"
    DEEP_GROIN_PAIN_EACH_STEP = "deep_groin_pain_each_step"
    NIGHT_PAIN = "night_pain"
    WEIGHT_LOSS = "weight_loss"
    CANCER_HISTORY = "cancer_history"
    TINGLING_NEW_STRONGER_OR_LASTING = "tingling_new_stronger_or_lasting"
    NEW_BELOW_KNEE = "new_below_knee"
    NUMBNESS_OR_WEAKNESS = "numbness_or_weakness"


LEVEL: Mapping[WarningSign, Level] = MappingProxyType(
    {
        WarningSign.NUMB_SADDLE_AREA: Level.EMERGENCY,
        WarningSign.BLADDER_BOWEL_OR_GENITAL_CHANGE: Level.EMERGENCY,
        WarningSign.BOTH_LEGS: Level.EMERGENCY,
        WarningSign.CHEST_PAIN_OR_BREATHLESS: Level.EMERGENCY,
        WarningSign.REPLACEMENT_SUDDEN_PAIN_OR_TURNED_LEG: Level.EMERGENCY,
        WarningSign.CANNOT_BEAR_WEIGHT: Level.EMERGENCY,
        WarningSign.HOT_SWOLLEN_CALF: Level.SAME_DAY,
        WarningSign.FEVER_WITH_HIP_PAIN: Level.SAME_DAY,
        WarningSign.FOOT_DROP_OR_GROWING_WEAKNESS: Level.SAME_DAY,
        WarningSign.DEEP_GROIN_PAIN_EACH_STEP: Level.SAME_DAY,
        WarningSign.NIGHT_PAIN: Level.DOCTOR_WITHIN_DAYS,
        WarningSign.WEIGHT_LOSS: Level.DOCTOR_WITHIN_DAYS,
        WarningSign.CANCER_HISTORY: Level.DOCTOR_WITHIN_DAYS,
        WarningSign.TINGLING_NEW_STRONGER_OR_LASTING: Level.RED_IN_USE,
        WarningSign.NEW_BELOW_KNEE: Level.RED_IN_USE,
        WarningSign.NUMBNESS_OR_WEAKNESS: Level.RED_IN_USE,
    }
)

_BY_URGENCY = tuple(Level)


class Condition(StrEnum):
    """What a person told of themselves that closes some things or asks for care with others."""

    HIP_REPLACEMENT = "hip_replacement"
    BRITTLE_BONES = "brittle_bones"
    STEROIDS = "steroids"
    SUDDEN_TRAINING_RISE = "sudden_training_rise"
    BALANCE_TROUBLE = "balance_trouble"
    DIZZINESS = "dizziness"
    DROWSY_MEDICINE = "drowsy_medicine"
    HAMSTRING_ORIGIN_INJURY = "hamstring_origin_injury"
    CLOT = "clot"
    BLOOD_THINNER = "blood_thinner"
    POOR_SKIN_FEELING = "poor_skin_feeling"
    POOR_CIRCULATION = "poor_circulation"
    COLD_ALLERGY = "cold_allergy"
    FRESH_OPERATION = "fresh_operation"
    OPEN_WOUND = "open_wound"
    PREGNANCY = "pregnancy"


_ASKED_ONLY_WITH: Mapping[WarningSign, frozenset[Condition]] = MappingProxyType(
    {
        WarningSign.REPLACEMENT_SUDDEN_PAIN_OR_TURNED_LEG: frozenset({Condition.HIP_REPLACEMENT}),
        WarningSign.DEEP_GROIN_PAIN_EACH_STEP: frozenset(
            {Condition.BRITTLE_BONES, Condition.STEROIDS, Condition.SUDDEN_TRAINING_RISE}
        ),
    }
)
_NO_TREADMILL = frozenset(
    {Condition.BALANCE_TROUBLE, Condition.DIZZINESS, Condition.DROWSY_MEDICINE}
)


def questions(conditions: Iterable[Condition] = ()) -> tuple[WarningSign, ...]:
    """The signs to ask this person about, most urgent first."""
    told = frozenset(conditions)
    return tuple(
        sign
        for sign in WarningSign
        if sign not in _ASKED_ONLY_WITH or _ASKED_ONLY_WITH[sign] & told
    )


def most_urgent(signs: Iterable[WarningSign]) -> Level | None:
    """The level to act on when several signs are there at once; None for none."""
    return min((LEVEL[sign] for sign in signs), key=_BY_URGENCY.index, default=None)


def may_use_treadmill(conditions: Iterable[Condition]) -> bool:
    """Whether a treadmill is safe: no balance trouble, dizziness or drowsy-making medicine."""
    return not _NO_TREADMILL & frozenset(conditions)


class AskReason(StrEnum):
    """Why the warning signs are asked now."""

    START = "start"
    AFTER_RED = "after_red"
    TWO_WEEKS = "two_weeks"


@dataclass(frozen=True, slots=True)
class Check:
    """The answers of one time: which signs were there, and which a doctor has looked at since.

    `seen_by_doctor` holds signs that stay true (a cancer history) but were cleared.
    """

    asked_at: datetime
    present: frozenset[WarningSign] = frozenset()
    seen_by_doctor: frozenset[WarningSign] = frozenset()

    @property
    def closing(self) -> frozenset[WarningSign]:
        """The signs that close walks and exercises until they are gone or were cleared.

        A doctor's look does not open anything while an emergency sign is still there, nor while
        something still feels red.
        """
        return frozenset(
            sign
            for sign in self.present
            if sign not in self.seen_by_doctor or LEVEL[sign] in (Level.EMERGENCY, Level.RED_IN_USE)
        )


def ask_reason(last: Check | None, last_red_at: datetime | None, now: datetime) -> AskReason | None:
    """Why the signs must be asked before today's plan, or None when they need not.

    Answers of the day after tomorrow and later were given by a clock that went wrong.
    """
    if last is None:
        return AskReason.START
    if last_red_at is not None and last_red_at > last.asked_at:
        return AskReason.AFTER_RED
    if not -1 <= (now.date() - last.asked_at.date()).days < ASK_EVERY_DAYS:
        return AskReason.TWO_WEEKS
    return None


class Lock(StrEnum):
    """What an operation or fracture closes."""

    LONG_STRIDE_TEST = "long_stride_test"
    CUES = "cues"
    BRIDGES = "bridges"
    PRONE = "prone"
    EXTENSION_WITH_TURN_OUT = "extension_with_turn_out"


_BEFORE_PHYSIO = frozenset({Lock.LONG_STRIDE_TEST, Lock.CUES, Lock.BRIDGES, Lock.PRONE})


class Event(StrEnum):
    """What happened to a hip."""

    REPLACEMENT = "replacement"
    OTHER_OPERATION = "other_operation"
    FRACTURE = "fracture"


class Approach(StrEnum):
    """The side from which a hip was operated."""

    FRONT = "front"
    SIDE = "side"
    BACK = "back"
    NOT_OPERATED = "not_operated"


@dataclass(frozen=True, slots=True)
class HipHistory:
    """An operation or fracture of a hip, as far as a physiotherapist has entered it.

    `ticked` holds exercise ids and `Lock` values that are open in the first weeks; `restricted`
    those that stay closed until the physio says otherwise.
    """

    event: Event
    happened_on: date | None = None
    approach: Approach | None = None
    has_restrictions_entered: bool = False
    ticked: frozenset[str] = frozenset()
    restricted: frozenset[str] = frozenset()

    @property
    def is_entered(self) -> bool:
        """Whether date, approach and restrictions are all there."""
        return (
            self.happened_on is not None
            and self.approach is not None
            and self.has_restrictions_entered
        )


@dataclass(frozen=True, slots=True)
class Locks:
    """What is closed for this person today; `only` None means everything not closed is open."""

    closed: frozenset[str] = frozenset()
    only: frozenset[str] | None = None

    def is_open(self, thing: str) -> bool:
        """Whether an exercise id or a `Lock` value may be used."""
        return thing not in self.closed and (self.only is None or thing in self.only)


def locks(
    histories: Iterable[HipHistory], today: date, conditions: Iterable[Condition] = ()
) -> Locks:
    """What operations and fractures close today; several histories close together.

    1. Until a physio has entered date, approach and restrictions: no test, cues, bridges, prone.
    2. In the first 12 weeks: only what the physio ticked. An operation without a date is in them
       where the person told of one within the last weeks.
    3. After a replacement from the front: extension with outward turn, always.
    """
    is_fresh = Condition.FRESH_OPERATION in frozenset(conditions)
    closed: set[str] = set()
    only: frozenset[str] | None = None
    for history in histories:
        closed |= history.restricted
        if not history.is_entered:
            closed |= _BEFORE_PHYSIO
        if _is_front_replacement(history):
            closed.add(Lock.EXTENSION_WITH_TURN_OUT)
        if _is_in_first_weeks(history, today, is_fresh=is_fresh):
            only = history.ticked if only is None else only & history.ticked
    return Locks(frozenset(closed), only)


def _is_in_first_weeks(history: HipHistory, today: date, *, is_fresh: bool) -> bool:
    if history.happened_on is None:
        return is_fresh and history.event is not Event.FRACTURE
    return today - history.happened_on < timedelta(weeks=FIRST_WEEKS)


def _is_front_replacement(history: HipHistory) -> bool:
    """Whether it was one, or could have been one as far as anybody has told."""
    return history.event is Event.REPLACEMENT and history.approach in (Approach.FRONT, None)
