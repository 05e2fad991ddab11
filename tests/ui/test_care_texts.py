"""What heads a plan and the reason under it tell the same."""

import pytest

from coach.care.reasons import Rule, because
from coach.care.walking_dose import WalkChoice, WalkDose
from ui import care_texts


@pytest.mark.parametrize(
    ("minutes", "said"), [(3.3, "3.3"), (6.0, "6"), (8.3, "8"), (12.1, "12"), (13.3, "13")]
)
def test_the_minutes_of_the_reason_are_those_of_the_heading(
    qapp: object, minutes: float, said: str
) -> None:
    choice = WalkChoice(because(Rule.RISE_TIME, minutes=minutes), WalkDose(minutes))
    assert care_texts.walk(choice).startswith(f"{said} minutes")
    assert f"so {said} minutes now" in care_texts.reason(choice.reason)
