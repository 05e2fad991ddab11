"""What is said of a change between two walks."""

import pytest

from coach.follow_up.comparison import Compared, Quantity, Verdict, error_of, verdict
from coach.follow_up.walk_look import Mean
from ui.physio.compare_panel import sentence


def _row(quantity: Quantity, first: float, last: float) -> Compared:
    values = (Mean(first, None, 10), Mean(last, None, 10))
    said = verdict(quantity, first, last)
    return Compared(quantity, values, last - first, error_of(quantity), said)


@pytest.mark.parametrize(
    ("quantity", "first", "last", "said"),
    [
        (Quantity.WORST_PAIN, 5, 2, "fell by 3, to the better"),
        (Quantity.WORST_PAIN, 2, 5, "rose by 3, to the worse"),
        (Quantity.WORST_PAIN, 3, 2, "fell by 1, less than the measurement error (2)"),
        (Quantity.EXTENSION, 15.0, 9.0, "fell by 6.0°"),
        (Quantity.EXTENSION, 15.0, 9.0, "neither better nor worse"),
        (Quantity.EXTENSION, 9.0, 10.0, "rose by 1.0°, less than the measurement error (5.0°)"),
        (Quantity.COMFORTABLE, 0.5, 0.62, "rose by 12 percentage points, to the better"),
        (Quantity.COMFORTABLE, 0.62, 0.61, "fell by 1 percentage point, to the worse"),
        (Quantity.CADENCE, 108.0, 109.0, "rose by 1 step/min;"),
        (Quantity.CADENCE, 108.0, 106.0, "fell by 2 steps/min;"),
        (Quantity.CADENCE, 108.1, 107.9, "no change."),
        (Quantity.SPEED, 1.2, 1.2, "no change."),
    ],
    ids=str,
)
def test_a_change_has_its_direction_and_its_unit(
    quantity: Quantity, first: float, last: float, said: str
) -> None:
    assert said in sentence(_row(quantity, first, last))


def test_different_legs_are_not_compared() -> None:
    row = _row(Quantity.EXTENSION, 15.0, 9.0)
    other = Compared(row.quantity, row.values, row.change, row.error, Verdict.OTHER_LEG)
    assert "different legs" in sentence(other)
