"""The threshold and its limit: told in words, changed only with a reason, never by itself."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import numpy as np
import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from coach.care.limits import Grade, Limit, LimitSource
from coach.care.long_stride_belief import belief_of
from coach.care.long_stride_result import LongStrideResult, result_of
from coach.care.pain_threshold import Dose, RatedBout
from coach.care.threshold_result import Bound, Threshold, after_rated_walks, threshold_of
from tests.coach.care.patients import KINDS, Walker
from ui.physio import threshold_texts
from ui.physio.threshold_view import ThresholdView

TODAY = date(2026, 3, 2)
Shown = Callable[[LongStrideResult], ThresholdView]


@cache
def _result(kind: str, seed: int = 1) -> LongStrideResult:
    rng = np.random.default_rng(seed)
    walker = Walker(KINDS[kind](rng), rng)
    walker.walk_to_end()
    return result_of(walker.test.state)


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    def show(result: LongStrideResult) -> ThresholdView:
        view = ThresholdView()
        qtbot.addWidget(view)
        view.resize(1280, 720)
        view.show()
        view.show_threshold(result, TODAY, "Maija")
        return view

    return show


@pytest.fixture
def view(shown: Shown) -> ThresholdView:
    return shown(_result("steep"))


def _asked(spy: QSignalSpy) -> tuple[Limit, str]:
    assert spy.count() == 1
    limit, reason = spy.at(0)
    assert isinstance(limit, Limit)
    return limit, reason


def test_every_bout_is_told_in_words(view: ThresholdView) -> None:
    n_bouts = len(_result("steep").state.bouts)
    assert f"\n{n_bouts}. " in view.said.text()
    assert "Grade" in view.said.text()


def test_the_plot_has_the_words_as_its_description(view: ThresholdView) -> None:
    assert view.plot is not None
    assert view.plot.accessibleDescription() == view.said.text()


def test_the_proposed_limit_can_be_set_at_once(view: ThresholdView) -> None:
    spy = QSignalSpy(view.limit_requested)
    view.set.click()
    limit, reason = _asked(spy)
    assert limit.source is LimitSource.LONG_STRIDE_TEST
    assert limit == replace(
        _result("steep").limit("Maija", TODAY) or Limit(), expires_on=limit.expires_on
    )
    assert reason == "As the long-stride test proposes"


def test_another_limit_needs_a_reason(view: ThresholdView) -> None:
    view.limit.setValue(view.limit.value() - 2)
    assert not view.set.isEnabled()
    assert not view.lock.isEnabled()
    view.reason.setText("sore after the test")
    assert view.set.isEnabled()


def test_a_limit_changed_by_hand_loses_its_grade_and_interval(view: ThresholdView) -> None:
    spy = QSignalSpy(view.limit_requested)
    view.limit.setValue(view.limit.value() - 2)
    view.reason.setText("sore after the test")
    view.set.click()
    limit, reason = _asked(spy)
    assert (limit.source, limit.grade) == (LimitSource.SET_BY_HAND, None)
    assert limit.extension_interval_deg is None
    assert (limit.set_by, reason) == ("Maija", "sore after the test")


def test_a_lock_is_asked_for_and_not_made(view: ThresholdView) -> None:
    spy = QSignalSpy(view.lock_requested)
    view.weeks.setValue(4)
    view.lock.click()
    limit, _ = _asked(spy)
    assert limit.expires_on == TODAY + timedelta(weeks=4)
    assert "No limit" in view.in_force.text()


def test_who_locked_it_and_when_is_told(view: ThresholdView) -> None:
    view.show_limit(Limit(12.0, grade=Grade.B), "Maija", date(2026, 2, 1))
    assert "Locked by Maija" in view.in_force.text()


def test_an_expired_limit_is_one_grade_lower(view: ThresholdView) -> None:
    limit = Limit(12.0, grade=Grade.B, expires_on=TODAY - timedelta(days=1))
    view.show_limit(limit)
    assert "expired" in view.in_force.text()
    assert "now C; it was B" in view.in_force.text()


def test_later_walks_propose_and_change_nothing(view: ThresholdView) -> None:
    belief = belief_of(_result("steep").state)
    assert belief is not None
    walks = [RatedBout(Dose(12.0, 0.8), 2)] * 3
    spy, before_deg = QSignalSpy(view.limit_requested), view.limit.value()
    view.show_news(threshold_of(after_rated_walks(belief, walks)), 3)
    assert "3 rated walks" in view.news.said
    assert view.limit.value() == before_deg
    view.news.button.click()
    assert view.limit.value() < before_deg
    assert view.reason.text() == "By 3 rated walks since the test"
    assert spy.count() == 0


def test_a_proposal_may_be_left(view: ThresholdView) -> None:
    threshold = _result("steep").threshold
    before_deg = view.limit.value()
    assert threshold is not None
    view.show_news(replace(threshold, warning_deg=5.0), 2)
    view.news.other_button.click()
    assert view.news.isHidden()
    assert view.limit.value() == before_deg


def test_the_limit_is_told_in_metres_where_the_line_holds(view: ThresholdView) -> None:
    assert " m (± " in view.in_metres.text()
    view.limit.setValue(39.0)
    assert "beyond the strides" in view.in_metres.text()


def test_without_a_rated_bout_nothing_can_be_set(shown: Shown) -> None:
    state = replace(_result("steep").state, bouts=[])
    view = shown(result_of(state))
    assert "No bout was rated" in view.said.text()
    view.limit.setValue(10.0)
    assert not view.set.isEnabled()


@pytest.mark.parametrize(
    ("bound", "interval_deg", "word"),
    [
        (Bound.BOTH, (10.0, 16.0), "about 13.0°"),
        (Bound.LOWER_ONLY, (10.0, None), "beyond 10.0°"),
        (Bound.UPPER_ONLY, (None, 16.0), "below 16.0°"),
    ],
    ids=str,
)
def test_where_pain_begins_is_told_for_every_kind_of_interval(
    bound: Bound, interval_deg: tuple[float | None, float | None], word: str
) -> None:
    threshold = Threshold(
        bound, 13.1, 13.0, interval_deg, Grade.A, False, 9.0, 2.0, n_bouts=9, n_painful=2
    )
    assert word in threshold_texts.begins(threshold)


@pytest.mark.usefixtures("finnish")
def test_it_speaks_finnish_with_a_decimal_comma(shown: Shown) -> None:
    view = shown(_result("never hurts"))
    assert "Luokka N" in view.said.text()
    assert ",0°" in view.limit.text() or "," in view.limit.text()


def test_a_bout_that_hurt_before_the_lower_end_is_told() -> None:
    result = _result("steep")
    assert result.threshold is not None
    threshold = replace(result.threshold, interval_deg=(60.0, None))
    (said,) = threshold_texts.hurt_all_the_same(replace(result, threshold=threshold))
    assert "hurt all the same" in said


def test_without_such_a_bout_nothing_is_told_of_it() -> None:
    result = _result("steep")
    assert result.threshold is not None
    threshold = replace(result.threshold, interval_deg=(-60.0, None))
    assert threshold_texts.hurt_all_the_same(replace(result, threshold=threshold)) == []


def test_a_corrected_rating_says_what_was_entered_first() -> None:
    bout = replace(_result("steep").state.bouts[0], taken_back=[8])
    assert threshold_texts.bout(1, bout).endswith("corrected, first entered as 8")
