from collections.abc import Iterable
from enum import Enum

import pytest

from coach import intake_words
from coach.care.feedback_mode import FeedbackMode
from coach.care.intake import (
    BackPelvis,
    ClinicalTest,
    Considered,
    Foot,
    Hamstring,
    LookAlike,
    Onset,
    Outcome,
    Training,
)
from coach.care.intake_rules import Access, Finding
from coach.care.warning_signs import Approach, Event
from coach.records.trail import Broken


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        (intake_words.ONSET, Onset),
        (intake_words.HAMSTRING, Hamstring),
        (intake_words.BACK_PELVIS, BackPelvis),
        (intake_words.FOOT, Foot),
        (intake_words.TRAINING, Training),
        (intake_words.CLINICAL_TEST, ClinicalTest),
        (intake_words.LOOK_ALIKE, LookAlike),
        (intake_words.CONSIDERED, Considered),
        (intake_words.EVENT, Event),
        (intake_words.APPROACH, Approach),
        (intake_words.FINDING, Finding),
        (intake_words.ACCESS, Access),
        (intake_words.FEEDBACK, FeedbackMode),
        (intake_words.BROKEN, Broken),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_every_code_has_words(said: dict[Enum, str], codes: Iterable[Enum]) -> None:
    assert set(said) == set(codes)
    assert len(set(said.values())) == len(said)


@pytest.mark.parametrize("test", ClinicalTest)
def test_every_outcome_of_a_test_has_words(test: ClinicalTest) -> None:
    assert set(intake_words.outcomes(test)) == set(Outcome)
