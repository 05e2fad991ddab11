"""Numbers of a report in words: each with its unit, its interval and what the interval is of."""

import pytest

from coach.follow_up.report_items import Unit, number
from ui import report_texts


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (12.0, None, "beyond 12.0° (95 % sure)"),
        (None, 14.5, "below 14.5° (95 % sure)"),
        (None, None, "–"),
    ],
    ids=str,
)
def test_a_threshold_with_one_end_tells_that_end(
    low: float | None, high: float | None, said: str
) -> None:
    threshold = number("threshold", None, Unit.DEGREES, 1, low=low, high=high)
    assert report_texts.value(threshold) == said


def test_the_interval_of_a_threshold_is_its_own() -> None:
    threshold = number("threshold", 15.0, Unit.DEGREES, 1, low=12.0, high=18.0)
    assert report_texts.value(threshold) == "15.0° (95 %: 12.0° to 18.0°)"


def test_the_interval_beside_a_limit_is_that_of_the_pain() -> None:
    limit = number("thigh_extension", 11.0, Unit.DEGREES, 1, low=12.0, high=18.0)
    assert report_texts.value(limit) == "11.0° (own pain begins between 12.0° and 18.0°, 95 %)"


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        (Unit.STEPS, 1.0, "1 step/min"),
        (Unit.STEPS, 108.0, "108 steps/min"),
        (Unit.DAYS, 1.0, "1 day"),
        (Unit.SHARE_CHANGE, 1.0, "1 percentage point"),
        (Unit.SHARE_CHANGE, 12.0, "12 percentage points"),
        (Unit.SHARE, 1.0, "1 %"),
    ],
    ids=str,
)
def test_one_of_something_is_not_said_as_many(unit: Unit, value: float, said: str) -> None:
    assert report_texts.amount(value, unit, 0) == said
