"""What is kept of exercises and self-care."""

from datetime import UTC, datetime

import pytest

from coach.care.exercise_choice import ExerciseChoice, Person, Way
from coach.care.exercise_form import FormSummary
from coach.care.exercise_pace import Amount
from coach.care.exercise_session import Felt, Session, SkipWhy
from coach.care.exercises import load_library
from coach.care.pain_record import Activity, PainRecord, Relief, Trigger
from coach.care.reasons import Rule, because
from coach.care.self_care import Help
from coach.care.symptoms import Feeling, OwnSymptoms, Region, Symptom
from coach.care.warning_signs import WarningSign
from coach.exercising import ball_entries, entries_of, record_of
from coach.records.entries import ExerciseEntry, ExerciseSkipped, SelfCareEntry
from sensors.samples import Side

_AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
_ONCE = Amount(n_sets=2, n_repetitions=16)


def _session(*ids: str, pain: int = 1) -> Session:
    choices = [ExerciseChoice(i, Way.AS_IT_STANDS, because(Rule.CALM_ITEM)) for i in ids]
    return Session(choices, load_library(), Person(), OwnSymptoms(), pain)


def test_an_exercise_is_kept_with_its_pain_and_form() -> None:
    result, _ = _session("B1").rate(_ONCE, 2, form=FormSummary(16, 4.2, 0.9))
    (entry,) = entries_of(result, Side.LEFT, _AT)
    assert entry == ExerciseEntry(
        at=_AT,
        exercise="B1",
        side=Side.LEFT,
        n_sets=2,
        n_repetitions=16,
        pain_level=2,
        pain_before=1,
        tempo_s=4.2,
        lift_share=0.9,
    )


def test_one_left_out_for_time_is_no_exercise_done() -> None:
    entries = entries_of(_session("B1").skip(SkipWhy.NO_TIME), Side.LEFT, _AT)
    assert entries == (ExerciseSkipped(at=_AT, exercise="B1", why=SkipWhy.NO_TIME),)


def test_one_left_out_for_pain_is_replaced_next_time() -> None:
    entries = entries_of(_session("B1").skip(SkipWhy.HURTS), Side.LEFT, _AT)
    done = [entry.done for entry in entries if isinstance(entry, ExerciseEntry)]
    assert [each.was_painful for each in done] == [True]


def test_a_session_is_one_record_of_its_worst() -> None:
    session = _session("A1", "M1")
    session.rate(_ONCE, 2)
    session.rate(_ONCE, 1)
    record = record_of(session, Side.LEFT, _AT, frozenset({Relief.COLD}))
    assert record == PainRecord(
        _AT,
        Side.LEFT,
        before=1,
        worst=2,
        activity=Activity.EXERCISES,
        taken_before=frozenset({Relief.COLD}),
        triggers=frozenset({Trigger.EXERCISE}),
    )


def test_a_sign_is_in_the_record() -> None:
    session = _session("A1")
    felt = Felt(Symptom(Region.BELOW_KNEE, Feeling.TINGLING, Side.LEFT))
    session.rate(_ONCE, 1, [felt])
    record = record_of(session, Side.LEFT, _AT)
    assert record is not None
    assert record.signs == {WarningSign.NEW_BELOW_KNEE}


def test_nothing_done_is_no_record() -> None:
    session = _session("A1")
    session.skip(SkipWhy.NO_TIME)
    assert record_of(session, Side.LEFT, _AT) is None


def test_the_ball_is_self_care_and_an_exercise() -> None:
    care = SelfCareEntry(at=_AT, help=Help.BALL, n_spots=2)
    assert ball_entries(care, Side.LEFT)[1].exercise == "R1"


def test_cold_is_not_the_ball() -> None:
    with pytest.raises(ValueError, match="cold"):
        ball_entries(SelfCareEntry(at=_AT, help=Help.COLD), Side.LEFT)
