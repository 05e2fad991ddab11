from datetime import date, datetime

import pytest

from coach.care.warning_signs import (
    LEVEL,
    Approach,
    AskReason,
    Check,
    Condition,
    Event,
    HipHistory,
    Level,
    Lock,
    Locks,
    WarningSign,
    ask_reason,
    locks,
    may_use_treadmill,
    most_urgent,
    questions,
)
from tests.coach.care.days import at, on

_TODAY, _NOW = on(0), at(0)
_LONG_AGO = on(-200)


@pytest.mark.parametrize(
    ("sign", "level"),
    [
        ("numb_saddle_area", "emergency"),
        ("bladder_bowel_or_genital_change", "emergency"),
        ("both_legs", "emergency"),
        ("chest_pain_or_breathless", "emergency"),
        ("replacement_sudden_pain_or_turned_leg", "emergency"),
        ("cannot_bear_weight", "emergency"),
        ("hot_swollen_calf", "same_day"),
        ("fever_with_hip_pain", "same_day"),
        ("foot_drop_or_growing_weakness", "same_day"),
        ("deep_groin_pain_each_step", "same_day"),
        ("night_pain", "doctor_within_days"),
        ("weight_loss", "doctor_within_days"),
        ("cancer_history", "doctor_within_days"),
        ("tingling_new_stronger_or_lasting", "red_in_use"),
        ("new_below_knee", "red_in_use"),
        ("numbness_or_weakness", "red_in_use"),
    ],
)
def test_level_of_every_sign(sign: str, level: str) -> None:
    assert LEVEL[WarningSign(sign)] is Level(level)


def test_every_sign_has_a_level() -> None:
    assert set(LEVEL) == set(WarningSign)


def test_the_most_urgent_sign_decides() -> None:
    signs = [WarningSign.NIGHT_PAIN, WarningSign.BOTH_LEGS, WarningSign.HOT_SWOLLEN_CALF]
    assert most_urgent(signs) is Level.EMERGENCY


def test_no_sign_has_no_level() -> None:
    assert most_urgent([]) is None


def test_most_urgent_questions_come_first() -> None:
    levels = [list(Level).index(LEVEL[sign]) for sign in questions(Condition)]
    assert levels == sorted(levels)


@pytest.mark.parametrize(
    ("sign", "conditions"),
    [
        (WarningSign.REPLACEMENT_SUDDEN_PAIN_OR_TURNED_LEG, [Condition.HIP_REPLACEMENT]),
        (
            WarningSign.DEEP_GROIN_PAIN_EACH_STEP,
            [Condition.BRITTLE_BONES, Condition.STEROIDS, Condition.SUDDEN_TRAINING_RISE],
        ),
    ],
)
def test_some_signs_are_asked_only_with_a_condition(
    sign: WarningSign, conditions: list[Condition]
) -> None:
    assert sign not in questions()
    assert all(sign in questions([condition]) for condition in conditions)


def test_all_others_are_asked_of_everybody() -> None:
    assert len(questions()) == len(WarningSign) - 2


@pytest.mark.parametrize("condition", Condition)
def test_treadmill(condition: Condition) -> None:
    forbids = {Condition.BALANCE_TROUBLE, Condition.DIZZINESS, Condition.DROWSY_MEDICINE}
    assert may_use_treadmill([condition]) is (condition not in forbids)


@pytest.mark.parametrize(
    ("asked_at", "red_at", "now", "reason"),
    [
        (None, None, at(0), AskReason.START),
        (None, at(0), at(0), AskReason.START),
        (at(0), None, at(13, 23), None),
        (at(0), None, at(14, 1), AskReason.TWO_WEEKS),
        (at(0), at(3), at(3), AskReason.AFTER_RED),
        (at(0), at(3), at(20), AskReason.AFTER_RED),
        (at(4), at(3), at(5), None),
        (at(3, 9), at(3, 12), at(3, 13), AskReason.AFTER_RED),
        (at(3, 14), at(3, 12), at(3, 15), None),
    ],
)
def test_when_signs_are_asked(
    asked_at: datetime | None, red_at: datetime | None, now: datetime, reason: AskReason | None
) -> None:
    last = None if asked_at is None else Check(asked_at)
    assert ask_reason(last, red_at, now) is reason


@pytest.mark.parametrize(
    ("sign", "closes_after_doctor"),
    [
        (WarningSign.BOTH_LEGS, True),
        (WarningSign.HOT_SWOLLEN_CALF, False),
        (WarningSign.CANCER_HISTORY, False),
        (WarningSign.NUMBNESS_OR_WEAKNESS, True),
    ],
)
def test_what_a_doctor_has_looked_at_no_longer_closes(
    sign: WarningSign, closes_after_doctor: bool
) -> None:
    assert Check(_NOW, frozenset({sign})).closing == {sign}
    seen = Check(_NOW, frozenset({sign}), frozenset({sign}))
    assert bool(seen.closing) is closes_after_doctor


def test_another_sign_seen_by_a_doctor_opens_nothing() -> None:
    check = Check(_NOW, frozenset({WarningSign.NIGHT_PAIN}), frozenset({WarningSign.WEIGHT_LOSS}))
    assert check.closing == {WarningSign.NIGHT_PAIN}


def _history(
    event: Event = Event.OTHER_OPERATION,
    approach: Approach | None = Approach.SIDE,
    happened_on: date | None = _LONG_AGO,
    *,
    is_entered: bool = True,
    ticked: tuple[str, ...] = (),
    restricted: tuple[str, ...] = (),
) -> HipHistory:
    return HipHistory(
        event, happened_on, approach, is_entered, frozenset(ticked), frozenset(restricted)
    )


_ALL_FOUR = {Lock.LONG_STRIDE_TEST, Lock.CUES, Lock.BRIDGES, Lock.PRONE}


@pytest.mark.parametrize("event", Event)
@pytest.mark.parametrize(
    "missing",
    [{"happened_on": None}, {"approach": None}, {"is_entered": False}],
    ids=["date", "approach", "restrictions"],
)
def test_until_a_physio_has_entered_it_all_four_are_closed(
    event: Event, missing: dict[str, None]
) -> None:
    closed = locks([_history(event, **missing)], _TODAY).closed  # type: ignore[arg-type]
    assert closed >= _ALL_FOUR


def test_long_after_an_entered_operation_everything_is_open() -> None:
    assert locks([_history()], _TODAY) == Locks()


@pytest.mark.parametrize(("days", "is_open"), [(0, False), (83, False), (84, True)])
def test_twelve_weeks_of_only_what_is_ticked(days: int, is_open: bool) -> None:
    found = locks([_history(happened_on=on(-days), ticked=("A1",))], _TODAY)
    assert found.is_open("A1")
    assert found.is_open("W1") is is_open
    assert found.is_open(Lock.CUES) is is_open


def test_of_two_fresh_operations_only_what_both_tick_is_open() -> None:
    histories = [
        _history(happened_on=on(-7), ticked=("A1", "M1")),
        _history(happened_on=on(-14), ticked=("A1", "W1")),
    ]
    assert locks(histories, _TODAY).only == frozenset({"A1"})


@pytest.mark.parametrize(
    ("event", "approach", "is_closed"),
    [
        (Event.REPLACEMENT, Approach.FRONT, True),
        (Event.REPLACEMENT, None, True),
        (Event.REPLACEMENT, Approach.BACK, False),
        (Event.REPLACEMENT, Approach.SIDE, False),
        (Event.OTHER_OPERATION, Approach.FRONT, False),
        (Event.FRACTURE, Approach.NOT_OPERATED, False),
    ],
)
def test_front_replacement_closes_extension_with_turn_out(
    event: Event, approach: Approach | None, is_closed: bool
) -> None:
    found = locks([_history(event, approach)], _TODAY)
    assert (Lock.EXTENSION_WITH_TURN_OUT in found.closed) is is_closed


def test_what_the_physio_restricted_stays_closed() -> None:
    assert not locks([_history(restricted=("B1",))], _TODAY).is_open("B1")


def test_without_operations_everything_is_open() -> None:
    assert all(Locks().is_open(lock) for lock in Lock)


def test_answers_of_the_future_are_asked_anew() -> None:
    assert ask_reason(Check(at(30)), None, at(2)) is AskReason.TWO_WEEKS


def test_a_fresh_operation_of_the_hip_without_a_date_leaves_nothing_open() -> None:
    history = HipHistory(Event.OTHER_OPERATION)
    assert not locks([history], on(0), {Condition.FRESH_OPERATION}).is_open("W1")
    assert locks([history], on(0)).is_open("W1")


def test_a_fresh_operation_elsewhere_closes_no_walk() -> None:
    dated = HipHistory(Event.REPLACEMENT, on(-300), Approach.BACK, has_restrictions_entered=True)
    assert locks([dated], on(0), {Condition.FRESH_OPERATION}).is_open("W1")
