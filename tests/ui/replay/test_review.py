"""The plot of the whole walk."""

import numpy as np
import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coach.care.limits import Limit
from coach.gait.events import Trace
from tests.ui.updates import decision, stride
from ui.history import WalkHistory
from ui.replay.review import ReviewWindow


@pytest.fixture
def review(qtbot: QtBot) -> ReviewWindow:
    history = WalkHistory()
    t_s = np.arange(0, 60, 0.01)
    history.add_trace(Trace(t_s, 10 * np.sin(t_s), np.zeros(len(t_s), np.uint8)))
    for i in range(20):
        history.strides.append(stride(3.0 * i, 14.0 if i < 5 else 9.0))
        if i < 15:
            history.add_decision(decision(3.0 * i, is_over=i < 5))
    history.pain_marks_s = [30.0]
    parent = QWidget()
    qtbot.addWidget(parent)
    window = ReviewWindow(history, Limit(extension_deg=12.0), parent)
    window.kept_alive_by_the_test = parent  # type: ignore[attr-defined]
    return window


def _points(review: ReviewWindow) -> dict[str, int]:
    from pyqtgraph import ScatterPlotItem

    items = review.plot.getPlotItem().items
    scatters = [item for item in items if isinstance(item, ScatterPlotItem)]
    return {item.opts["symbol"]: len(item.getData()[0]) for item in scatters}


def test_it_opens_on_the_whole_walk(review: ReviewWindow) -> None:
    first_s, last_s = review.visible_s
    assert first_s <= 0.0
    assert last_s >= 59.99


def test_every_stride_is_marked_by_how_it_was_judged(review: ReviewWindow) -> None:
    assert _points(review) == {"t1": 5, "o": 10, "x": 5}


def test_zooming_in_keeps_the_middle(review: ReviewWindow) -> None:
    first_s, last_s = review.visible_s
    review.zoom(0.5)
    closer = review.visible_s
    assert sum(closer) == pytest.approx(first_s + last_s)
    assert closer[1] - closer[0] == pytest.approx((last_s - first_s) / 2)


def test_nobody_can_zoom_in_beyond_two_seconds(review: ReviewWindow) -> None:
    for _ in range(20):
        review.zoom(0.5)
    first_s, last_s = review.visible_s
    assert last_s - first_s == pytest.approx(2.0)


def test_later_moves_by_half_of_what_is_seen(review: ReviewWindow) -> None:
    review.zoom(0.25)
    before_s = review.visible_s
    review.shift(1)
    after_s = review.visible_s
    assert after_s[0] - before_s[0] == pytest.approx((before_s[1] - before_s[0]) / 2)


def test_every_button_has_a_name(review: ReviewWindow) -> None:
    assert all(button.text() for button in review.findChildren(QPushButton))


def test_a_walk_without_samples_opens_too(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    assert ReviewWindow(WalkHistory(), None, parent).visible_s[1] > 0
