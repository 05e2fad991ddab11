import pytest

from coach.care.exercise_choice import ExerciseChoice, Person, Way
from coach.care.exercise_pace import Amount
from coach.care.exercise_session import After, Felt, Item, Session, SkipWhy
from coach.care.exercises import load_library
from coach.care.reasons import Rule, because
from coach.care.symptoms import Change, Feeling, OwnSymptoms, Region, Symptom
from coach.care.warning_signs import Condition, WarningSign
from sensors.samples import Side

_LIBRARY = load_library()
_ONCE = Amount(n_sets=1, n_repetitions=8)
_TINGLING = Symptom(Region.DEEP_BUTTOCK, Feeling.TINGLING, Side.RIGHT)


def _session(
    *ids: str, pain: int = 1, person: Person | None = None, own: OwnSymptoms | None = None
) -> Session:
    choices = [ExerciseChoice(i, Way.AS_IT_STANDS, because(Rule.CALM_ITEM)) for i in ids]
    return Session(choices, _LIBRARY, person or Person(), own or OwnSymptoms(), pain)


def test_exercises_come_in_their_order() -> None:
    session = _session("A1", "M1")
    seen = []
    while session.item is not None:
        seen.append((session.number, session.item.exercise_id))
        session.rate(_ONCE, 1)
    assert seen == [(1, "A1"), (2, "M1")]


@pytest.mark.parametrize(
    ("before", "after", "follows"),
    [
        (0, 0, After.GO_ON),
        (0, 1, After.GO_ON),
        (0, 2, After.ASK),
        (1, 3, After.ASK),
        (0, 3, After.STOP_PAIN),
        (3, 5, After.STOP_PAIN),
        (4, 4, After.GO_ON),
        (5, 5, After.GO_ON),
        (5, 6, After.STOP_PAIN),
        (6, 2, After.GO_ON),
    ],
)
def test_what_follows_a_rating(before: int, after: int, follows: After) -> None:
    assert _session("A1", "M1", pain=before).rate(_ONCE, after)[1] is follows


def test_nothing_is_asked_after_the_last_exercise() -> None:
    assert _session("A1").rate(_ONCE, 3)[1] is After.GO_ON


def test_too_much_ends_the_session() -> None:
    session = _session("A1", "M1")
    session.rate(_ONCE, 6)
    assert session.item is None


def test_pain_is_measured_against_the_start_of_the_session() -> None:
    session = _session("A1", "M1", "M2", pain=0)
    session.rate(_ONCE, 1)
    assert session.rate(_ONCE, 2)[1] is After.ASK


def test_new_tingling_stops_it() -> None:
    session = _session("A1", "M1")
    result, after = session.rate(_ONCE, 1, [Felt(_TINGLING)])
    assert after is After.STOP_SIGN
    assert result.is_painful
    assert session.signs == {WarningSign.TINGLING_NEW_STRONGER_OR_LASTING}
    assert session.item is None


def test_usual_tingling_goes_on() -> None:
    session = _session("A1", "M1", own=OwnSymptoms(frozenset({_TINGLING})))
    assert session.rate(_ONCE, 1, [Felt(_TINGLING)])[1] is After.GO_ON


def test_usual_tingling_that_is_stronger_stops_it() -> None:
    session = _session("A1", "M1", own=OwnSymptoms(frozenset({_TINGLING})))
    assert session.rate(_ONCE, 1, [Felt(_TINGLING, Change.STRONGER)])[1] is After.STOP_SIGN


def test_a_rise_of_two_in_one_exercise_makes_it_painful() -> None:
    session = _session("A1", "M1")
    assert session.rate(_ONCE, 3)[0].is_painful


def test_going_on_after_a_little_too_much_is_the_easier_way() -> None:
    session = _session("A1", "M1", "M2")
    session.rate(_ONCE, 3)
    session.go_on_easier()
    assert session.item == Item("M1", Way.EASIER)
    session.rate(_ONCE, 3)
    assert session.item == Item("M2", Way.EASIER)


def test_easier_is_the_easier_way_and_then_the_easier_exercise() -> None:
    session = _session("A3")
    first = session.easier()
    assert first == Item("A3", Way.EASIER)
    session.take(first)
    assert session.easier() == Item("A2")


def test_an_easier_exercise_that_is_closed_is_passed_over() -> None:
    person = Person(conditions=frozenset({Condition.HAMSTRING_ORIGIN_INJURY}))
    session = _session("M6", person=person)
    session.take(Item("M6", Way.EASIER))
    assert session.easier() == Item("M1")


def test_an_easier_exercise_is_not_done_twice() -> None:
    session = _session("A3", "A2")
    session.take(Item("A3", Way.EASIER))
    assert session.easier() == Item("A1")


def test_there_is_nothing_easier_than_the_easiest() -> None:
    session = _session("M1")
    session.take(Item("M1", Way.EASIER))
    assert session.easier() is None


def test_harder_is_the_harder_way() -> None:
    assert _session("A1").harder() == Item("A1", Way.HARDER)


def test_harder_waits_while_it_is_sore() -> None:
    assert _session("A1", pain=3).harder() is None


def test_a_harder_exercise_needs_the_physio() -> None:
    assert _session("B2").harder() == Item("B2", Way.HARDER)
    unlocked = Person(unlocked=frozenset({"B3"}))
    assert _session("B2", person=unlocked).harder() == Item("B3")


def test_left_out_goes_on_to_the_next() -> None:
    session = _session("A1", "M1")
    result = session.skip(SkipWhy.NO_TIME)
    assert (result.item.exercise_id, result.is_painful) == ("A1", False)
    assert session.item == Item("M1")


def test_left_out_for_pain_counts_as_painful() -> None:
    assert _session("A1").skip(SkipWhy.HURTS).is_painful


def test_a_session_that_is_over_takes_no_rating() -> None:
    session = _session("A1")
    session.end()
    with pytest.raises(ValueError, match="over"):
        session.rate(_ONCE, 1)


def test_a_bad_rating_is_refused() -> None:
    with pytest.raises(ValueError, match="11"):
        _session("A1", pain=11)
