import pytest

from coach.care.exercises import Kind, Leg
from coach.care.own_exercise import OwnExercise, own_exercise
from coach.care.permissions import OWN_IDS, Permissions

_TOLD = OwnExercise("Heel slide", ("Lie on your back.",), Kind.MOBILITY, Leg.EACH, 3, 10, 2)


def test_it_says_what_the_physio_told() -> None:
    made = own_exercise(_TOLD, ())
    assert (made.en.name, made.en.steps[0], made.kind) == (
        "Heel slide",
        "Lie on your back.",
        Kind.MOBILITY,
    )
    assert (made.dose.sets, made.dose.reps, made.dose.hold_s) == (3, 10, 2)


def test_what_the_physio_did_not_say_comes_in_both_languages() -> None:
    made = own_exercise(_TOLD, ())
    assert made.en.which_leg == "One leg, then the other."
    assert made.fi.which_leg == "Ensin toinen jalka, sitten toinen."
    assert made.fi.steps[2] == made.fi.stop


def test_ids_are_given_in_turn() -> None:
    assert own_exercise(_TOLD, ["X1", "X3"]).id == "X2"


def test_it_can_be_permitted() -> None:
    own = own_exercise(_TOLD, ())
    assert Permissions(own=(own,)).own == (own,)


@pytest.mark.parametrize(
    "told",
    [
        OwnExercise("", ("Lie down.",)),
        OwnExercise("Slide", ()),
        OwnExercise("Slide", ("  ",)),
        OwnExercise("Slide", ("x" * 141,)),
        OwnExercise("Slide", ("Lie down.",), n_reps=21),
        OwnExercise("Slide", ("Lie down.",), n_sets=0),
        OwnExercise("Slide", ("Lie down.",), Kind.WALK),
    ],
    ids=["no_name", "no_step", "empty_step", "long_step", "many", "no_set", "a_walk"],
)
def test_what_is_none_is_refused(told: OwnExercise) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says, the form says it itself
        own_exercise(told, ())


def test_there_are_so_many_and_no_more() -> None:
    with pytest.raises(ValueError, match="already"):
        own_exercise(_TOLD, OWN_IDS)
