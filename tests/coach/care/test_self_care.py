import pytest

from coach.care.exercises import load_library
from coach.care.self_care import ADVISED, LOGGED_ONLY, Help, SpotEnd, spot_end


@pytest.mark.parametrize(
    ("before", "now", "elapsed_s", "end"),
    [
        (4, 4, 30.0, None),
        (4, 3, 30.0, None),
        (4, 2, 30.0, SpotEnd.HALVED),
        (5, 2, 30.0, SpotEnd.HALVED),
        (5, 3, 119.0, None),
        (5, 3, 120.0, SpotEnd.TIME),
        (4, 6, 30.0, SpotEnd.TOO_SHARP),
        (3, 5, 30.0, None),
        (7, 7, 0.0, None),
        (0, 0, 0.0, SpotEnd.HALVED),
    ],
)
def test_a_spot_ends_when_half_as_sore_or_after_two_minutes(
    before: int, now: int, elapsed_s: float, end: SpotEnd | None
) -> None:
    assert spot_end(before, now, elapsed_s) is end


def test_a_bad_rating_is_refused() -> None:
    with pytest.raises(ValueError, match="-1"):
        spot_end(-1, 3, 0.0)


def test_everything_is_either_advised_or_only_logged() -> None:
    assert set(ADVISED) | set(LOGGED_ONLY) == set(Help)
    assert not set(ADVISED) & set(LOGGED_ONLY)


@pytest.mark.parametrize("each", ADVISED)
def test_what_is_advised_stands_in_the_library(each: Help) -> None:
    assert each.exercise_id in load_library()


@pytest.mark.parametrize(
    "each", [Help.MANUAL_THERAPY, Help.MYOFASCIAL, Help.ACUPUNCTURE, Help.MEDICINE, Help.INJECTION]
)
def test_what_others_do_is_logged_and_not_advised(each: Help) -> None:
    assert each in LOGGED_ONLY
