import re
import string
from collections.abc import Iterable
from enum import Enum
from itertools import pairwise

import pytest

from coach import care_words
from coach.care.exercise_choice import Way
from coach.care.exercises import Stage
from coach.care.local_numbers import LocalNumbers
from coach.care.pain import Colour, Why
from coach.care.pain_record import Relief, Trigger
from coach.care.reasons import Rule, because
from coach.care.resting import BreakCue
from coach.care.symptoms import Feeling, Region
from coach.care.walking_dose import Pace
from coach.care.warning_signs import AskReason, Condition, Level, WarningSign

_FINLAND, _NOWHERE = LocalNumbers("112", "116117"), LocalNumbers()


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        (care_words.QUESTION, WarningSign),
        (care_words.COLOUR, Colour),
        (care_words.WHY, Why),
        (care_words.REASON, Rule),
        (care_words.ASK, AskReason),
        (care_words.BREAK, BreakCue),
        (care_words.STAGE, Stage),
        (care_words.PACE, Pace),
        (care_words.WAY, Way),
        (care_words.TRIGGER, Trigger),
        (care_words.RELIEF, Relief),
        (care_words.REGION, Region),
        (care_words.FEELING, Feeling),
        (care_words.CONDITION, Condition),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_every_code_has_words(said: dict[Enum, str], codes: Iterable[Enum]) -> None:
    assert set(said) == set(codes)
    assert len(set(said.values())) == len(said)


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_is_one_sentence(rule: Rule) -> None:
    names = {name for _, name, _, _ in string.Formatter().parse(care_words.REASON[rule]) if name}
    said = care_words.reason_sentence(because(rule, **dict.fromkeys(names, 7)))
    assert re.fullmatch(r"[A-Z0-9].*[.?]", said)
    assert len(re.findall(r"[.?]", said)) <= 2
    assert all("7" in said for _ in names)


def test_a_reason_says_its_inputs_in_words() -> None:
    reason = because(Rule.AFTER_RED, why=Why.SLEPT_WORSE.value, minutes=7.0)
    assert "because last time you slept worse" in care_words.reason_sentence(reason)


@pytest.mark.parametrize(
    ("level", "numbers", "said"),
    [
        (Level.EMERGENCY, _FINLAND, "Call 112 now"),
        (Level.EMERGENCY, _NOWHERE, "Call the emergency number now"),
        (Level.SAME_DAY, _FINLAND, "call 116117 or your own clinic"),
        (Level.SAME_DAY, _NOWHERE, "your own clinic or the medical advice line"),
        (Level.DOCTOR_WITHIN_DAYS, _FINLAND, "See a doctor within the next days"),
        (Level.RED_IN_USE, _FINLAND, "Stop for today"),
        (Level.RED_IN_USE, _NOWHERE, "call your own clinic"),
    ],
)
def test_help_names_the_local_number_where_it_is_known(
    level: Level, numbers: LocalNumbers, said: str
) -> None:
    sentence = care_words.help_sentence(level, numbers)
    assert said in sentence
    assert "{" not in sentence
    assert "None" not in sentence


def test_nobody_is_told_to_hurry() -> None:
    everything = [
        *care_words.REASON.values(),
        *care_words.BREAK.values(),
        *care_words.PACE.values(),
    ]
    assert not [text for text in everything if re.search(r"quick|fast(er)?\b|hurry", text, re.I)]


def test_levels_are_told_apart() -> None:
    said = [care_words.help_sentence(level, _FINLAND) for level in Level]
    assert all(one != other for one, other in pairwise(said))
