import msgspec
import pytest

from coach.care.exercises import load_library
from coach.care.feedback_mode import FeedbackMode, within
from coach.care.feedback_state import FeedbackSettings
from coach.care.permissions import Permissions, with_own
from coach.care.walking_dose import PrescribedDose, WalkDose
from tests.coach.care.days import at

_LIBRARY = load_library()


@pytest.mark.parametrize("minutes", [2.9, 60.1, float("nan"), float("inf")])
def test_a_longest_walk_outside_three_to_sixty_minutes_is_refused(minutes: float) -> None:
    with pytest.raises(ValueError, match="3 to 60"):
        Permissions(most_minutes=minutes)


@pytest.mark.parametrize("minutes", [2.9, 20.1, float("nan")])
def test_a_prescribed_walk_stays_within_the_bounds(minutes: float) -> None:
    with pytest.raises(ValueError, match="bounds"):
        Permissions(most_minutes=20, prescribed=PrescribedDose(WalkDose(minutes), at(0)))


def test_an_own_exercise_never_takes_the_place_of_another() -> None:
    with pytest.raises(ValueError, match="own exercise"):
        Permissions(own=(_LIBRARY["A1"],))


def test_the_same_own_exercise_twice_is_refused() -> None:
    own = msgspec.structs.replace(_LIBRARY["A1"], id="X1")
    with pytest.raises(ValueError, match="own exercise"):
        Permissions(own=(own, own))


def test_unlocking_opens_what_findings_hold_back_not_what_was_closed_by_hand() -> None:
    both = Permissions(
        closed=frozenset({"A1"}), held=frozenset({"A3"}), unlocked=frozenset({"A1", "A3"})
    )
    assert both.shut == {"A1"}


def test_own_exercises_stand_beside_the_library() -> None:
    own = msgspec.structs.replace(_LIBRARY["A1"], id="X1")
    assert set(with_own(_LIBRARY, (own,))) == {*_LIBRARY, "X1"}


def test_permissions_of_before_are_read_with_nothing_more_allowed() -> None:
    old = b'{"is_return_open":false,"is_brisk_open":true,"ladder":null,"unlocked":["A4"]}'
    read = msgspec.json.decode(old, type=Permissions)
    assert read == Permissions(is_brisk_open=True, unlocked=frozenset({"A4"}))


@pytest.mark.parametrize(
    ("mode", "heard"),
    [
        (FeedbackMode.TONES_AND_WORDS, (True, True, True)),
        (FeedbackMode.TONES, (True, False, True)),
        (FeedbackMode.WORDS, (False, True, False)),
        (FeedbackMode.SILENT, (False, False, False)),
    ],
    ids=str,
)
def test_no_more_is_heard_than_the_physio_lets(
    mode: FeedbackMode, heard: tuple[bool, bool, bool]
) -> None:
    told = within(FeedbackSettings(has_reward_tone=True), mode)
    assert (told.has_tones, told.has_words, told.has_reward_tone) == heard


def test_the_person_may_have_less_than_the_physio_lets() -> None:
    quiet = FeedbackSettings(has_tones=False)
    assert within(quiet, FeedbackMode.TONES_AND_WORDS) == quiet


def test_where_nobody_set_anything_the_plan_may_rise_and_nothing_else_is_opened_or_closed() -> None:
    told = Permissions()
    assert told.is_rise_open
    opened = (told.is_return_open, told.is_brisk_open, told.ladder, told.unlocked)
    assert not any((*opened, told.closed, told.held))
