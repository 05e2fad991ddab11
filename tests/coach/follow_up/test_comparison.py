"""Changes between walks, each beside what measuring alone can make of it."""

from dataclasses import replace

import pytest

from coach.follow_up.comparison import (
    Compared,
    Direction,
    Quantity,
    ToCompare,
    Verdict,
    compared,
    verdict,
)
from coach.follow_up.walk_look import Mean, WalkLook, look_at
from sensors.samples import Side
from tests.coach.kept import plain_walk


@pytest.fixture(scope="module")
def look(tmp_path_factory: pytest.TempPathFactory) -> WalkLook:
    path = plain_walk(tmp_path_factory.mktemp("walks") / "plain.hipwalk")
    return look_at(path, wants_curve=False)


def with_extension(look: WalkLook, extension_deg: float) -> WalkLook:
    means = replace(look.means, extension_deg=Mean(extension_deg, 1.5, 50))
    return replace(look, means=means)


def row(rows: tuple[Compared, ...], quantity: Quantity) -> Compared:
    return next(each for each in rows if each.quantity is quantity)


@pytest.mark.parametrize(
    ("quantity", "first", "last", "said"),
    [
        (Quantity.EXTENSION, 15.0, 13.5, Verdict.WITHIN_ERROR),
        (Quantity.EXTENSION, 15.0, 10.1, Verdict.WITHIN_ERROR),
        (Quantity.EXTENSION, 15.0, 10.0, Verdict.REAL),
        (Quantity.STRIDE_LENGTH, 1.30, 1.21, Verdict.WITHIN_ERROR),
        (Quantity.STRIDE_LENGTH, 1.30, 1.15, Verdict.REAL),
        (Quantity.CADENCE, 110.0, 80.0, Verdict.NO_ERROR_KNOWN),
        (Quantity.SPEED, 1.2, 0.8, Verdict.NO_ERROR_KNOWN),
        (Quantity.WORST_PAIN, 5.0, 3.0, Verdict.REAL),
        (Quantity.WORST_PAIN, 5.0, 4.0, Verdict.WITHIN_ERROR),
        (Quantity.WORST_PAIN, None, 7.0, Verdict.NOT_MEASURED),
        (Quantity.EXTENSION, 15.0, None, Verdict.NOT_MEASURED),
    ],
    ids=str,
)
def test_what_may_be_said_of_a_change(
    quantity: Quantity, first: float | None, last: float | None, said: Verdict
) -> None:
    assert verdict(quantity, first, last) is said


def test_the_change_is_from_the_first_walk_to_the_last(look: WalkLook) -> None:
    walks = tuple(ToCompare(with_extension(look, deg)) for deg in (16.0, 20.0, 14.5))
    assert row(compared(walks), Quantity.EXTENSION).change == -1.5


def test_every_change_stands_beside_its_error(look: WalkLook) -> None:
    rows = compared((ToCompare(look, 5), ToCompare(look, 3)))
    assert {each.quantity: each.error for each in rows if each.error} == {
        Quantity.EXTENSION: 5.0,
        Quantity.STRIDE_LENGTH: 0.10,
        Quantity.WORST_PAIN: 2.0,
    }


def test_walks_of_different_legs_say_nothing_of_a_change(look: WalkLook) -> None:
    other = replace(look, info=replace(look.info, side=Side.LEFT))
    rows = compared((ToCompare(look), ToCompare(with_extension(other, 2.0))))
    assert row(rows, Quantity.EXTENSION).verdict is Verdict.OTHER_LEG


@pytest.mark.parametrize("n_walks", [1, 7])
def test_one_walk_or_seven_cannot_be_compared(look: WalkLook, n_walks: int) -> None:
    with pytest.raises(ValueError, match="2 to 6"):
        compared((ToCompare(look),) * n_walks)


@pytest.mark.parametrize(
    ("first", "last", "direction"),
    [(5, 3, Direction.BETTER), (3, 5, Direction.WORSE), (4, 4, Direction.NEITHER)],
)
def test_less_pain_is_better(look: WalkLook, first: int, last: int, direction: Direction) -> None:
    rows = compared((ToCompare(look, first), ToCompare(look, last)))
    assert row(rows, Quantity.WORST_PAIN).direction is direction


def test_shorter_strides_are_by_themselves_neither_better_nor_worse(look: WalkLook) -> None:
    rows = compared((ToCompare(look), ToCompare(with_extension(look, 1.0))))
    assert row(rows, Quantity.EXTENSION).direction is Direction.NEITHER
