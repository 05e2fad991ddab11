"""Pain marks: kept at once, rated later, each counted once."""

from typing import NamedTuple, cast

import pytest

from coach.summary import Tally
from coach.walking.pain_marks import PainMarks
from coach.walking.record import Record


class Mark(NamedTuple):
    t_s: float
    level: int | None
    site: str | None = None


class Paper:
    """Where marks are written, in the place of a walk's file."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []

    def mark_pain(self, t_s: float, level: int | None = None, site: str | None = None) -> None:
        self.marks.append(Mark(t_s, level, site))


@pytest.fixture
def paper() -> Paper:
    return Paper()


@pytest.fixture
def tally() -> Tally:
    return Tally()


@pytest.fixture
def marks(paper: Paper, tally: Tally) -> PainMarks:
    return PainMarks(cast("Record", paper), tally)


def test_a_mark_is_kept_at_once_and_waits_for_its_rating(
    marks: PainMarks, paper: Paper, tally: Tally
) -> None:
    marks.mark(3.0)
    assert paper.marks == [Mark(3.0, None)]
    assert (marks.n_unrated, tally.n_pain_marks) == (1, 1)


def test_a_mark_with_its_level_waits_for_nothing(
    marks: PainMarks, paper: Paper, tally: Tally
) -> None:
    marks.mark(3.0, 4)
    assert paper.marks == [Mark(3.0, 4)]
    assert (marks.n_unrated, tally.n_pain_marks) == (0, 1)


def test_one_rating_answers_every_mark_that_waits(
    marks: PainMarks, paper: Paper, tally: Tally
) -> None:
    marks.mark(3.0)
    marks.mark(5.0)
    marks.rate(6, "groin", now_s=9.0)
    assert paper.marks[2:] == [Mark(3.0, 6, "groin"), Mark(5.0, 6, "groin")]
    assert (marks.n_unrated, tally.n_pain_marks) == (0, 2)


def test_a_rating_without_a_mark_is_one_of_now(
    marks: PainMarks, paper: Paper, tally: Tally
) -> None:
    marks.rate(2, None, now_s=9.0)
    assert paper.marks == [Mark(9.0, 2)]
    assert tally.n_pain_marks == 1
