"""What a person told, without what tells who or when."""

from datetime import UTC, date, datetime, timedelta

import pytest

from coach.care.pain_record import Relief
from coach.care.reasons import Rule, because
from coach.records.entries import AboutPerson, ExerciseEntry
from coach.records.exchange.nobody import anonymous, anonymous_by
from sensors.samples import Side

NOON = datetime(2026, 1, 11, 12, tzinfo=UTC)
BACK = timedelta(days=-10)


def test_days_are_moved_and_the_time_zone_goes() -> None:
    assert anonymous((NOON, date(2026, 1, 11)), BACK) == ["2026-01-01T12:00:00", "2026-01-01"]


def test_choices_and_numbers_stay() -> None:
    reliefs = frozenset({Relief.HEAT, Relief.COLD})
    assert anonymous({Side.LEFT: (reliefs, 1.5, True, None)}, BACK) == {
        "left": [["cold", "heat"], 1.5, True, None]
    }


def test_texts_go_wherever_they_stand() -> None:
    told = anonymous(because(Rule.LIMP, who="Maija", level=3), BACK)
    assert told == {"rule": "limp", "inputs": {"who": "", "level": 3}}
    assert anonymous(AboutPerson(goal="walk with Maija"), BACK)["goal"] == ""


def test_what_the_program_named_stays() -> None:
    told = anonymous(ExerciseEntry(at=NOON, exercise="A1", note="with Maija"), BACK)
    assert (told["exercise"], told["note"]) == ("A1", "")


@pytest.mark.parametrize(
    ("by", "told"), [("patient", "patient"), ("program", "program"), ("Dr. V", "physio")]
)
def test_who_it_was_is_told_by_role(by: str, told: str) -> None:
    assert anonymous_by(by) == told


def test_names_as_keys_go() -> None:
    assert anonymous({"Maija": 1}, BACK) == {}


def test_of_other_kinds_only_numbers_stay() -> None:
    assert anonymous(timedelta(days=1), BACK) == ""
