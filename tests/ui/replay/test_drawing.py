"""What is drawn: at any zoom, with and without a trace, in either theme."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.care.limits import Limit
from coach.gait.events import Posture, PostureChange, Trace
from coach.records.marks import Gap, LimitChange, Note
from coach.records.store import GapReason
from coach.replay.trace_store import TraceStore
from coach.replay.what_if import Outcome
from sensors.samples import SampleFlag
from tests.ui.updates import decision, stride
from ui.replay.detail import Detail
from ui.replay.lanes import NOT_JUDGED, OVER, WITHIN, TimeScale, lane_of, one_step, steps
from ui.replay.leg import Leg
from ui.replay.overview import Marks, Overview
from ui.replay.time_axis import ticks_s
from ui.theme import DARK, LIGHT, apply_theme

_LIMIT = Limit(extension_deg=12.0)
_OUTCOME = Outcome(
    strides=tuple(stride(1.2 * i, 14.0 if i % 10 == 0 else 9.0) for i in range(100)),
    decisions=tuple(decision(1.2 * i, is_over=True) for i in range(0, 100, 10)),
    postures=(PostureChange(0.0, 0.0, Posture.STANDING), PostureChange(5.0, 5.0, Posture.WALKING)),
)
_LANE = lane_of(_OUTCOME, one_step(_LIMIT, 0.0, 120.0), 120.0)
_MARKS = Marks((60.0,), (Gap(80.0, 90.0, GapReason.LINK),), (Note(30.0, "here", 35.0),))


def _store() -> TraceStore:
    t_s = np.arange(0, 120, 0.01)
    flags = np.zeros(len(t_s), np.uint8)
    flags[4000:4050] = int(SampleFlag.INTERPOLATED)
    store = TraceStore()
    store.add(Trace(t_s, 10 * np.sin(6 * t_s), flags))
    return store


@pytest.fixture
def overview(qtbot: QtBot) -> Overview:
    made = Overview()
    qtbot.addWidget(made)
    made.resize(900, 168)
    made.show_walk((0.0, 120.0), _store(), (_LANE,), _MARKS)
    return made


@pytest.fixture
def detail(qtbot: QtBot) -> Detail:
    made = Detail()
    qtbot.addWidget(made)
    made.resize(900, 280)
    made.show_walk(0.0, _store(), (_LANE,), _MARKS)
    return made


def _colours(image: QImage, x: int) -> set[str]:
    return {image.pixelColor(x, y).name().upper() for y in range(image.height())}


def test_strides_are_judged_by_the_limit_of_their_time() -> None:
    changes = (LimitChange(0.0, _LIMIT), LimitChange(60.0, None))
    lane = lane_of(_OUTCOME, steps(changes, 0.0, 120.0), 120.0)
    assert lane.judged[0] == OVER
    assert lane.judged[1] == WITHIN
    assert lane.judged[-1] == NOT_JUDGED


def test_times_and_pixels_are_each_others_inverse() -> None:
    scale = TimeScale(10.0, 70.0, 64.0, 888.0)
    assert scale.t_s(scale.x(33.3)) == pytest.approx(33.3)
    assert (scale.x(10.0), scale.x(70.0)) == (64.0, 888.0)


@pytest.mark.parametrize("span_s", [0.8, 8.0, 77.0, 600.0, 3600.0, 20_000.0])
def test_time_labels_are_never_crowded(span_s: float) -> None:
    ticks = ticks_s(100.0, 100.0 + span_s, 800.0, 100.0)
    assert 1 <= len(ticks) <= 11
    assert all(100.0 <= each <= 100.0 + span_s for each in ticks)


def test_pain_stands_on_the_timeline(overview: Overview) -> None:
    x = round(overview.scale.x(60.0))
    assert DARK.stop in _colours(overview.grab().toImage(), x)


def test_the_cursor_repaints_two_strips_only(overview: Overview, qtbot: QtBot) -> None:
    overview.show()
    qtbot.waitExposed(overview)
    overview.show_cursor(10.0, (6.0, 14.0), None)
    QApplication.processEvents()
    areas = []
    paint = overview.paintEvent

    def watch(event: object) -> None:
        areas.append(event.region().boundingRect().width())  # type: ignore[attr-defined]
        paint(event)  # type: ignore[arg-type]

    overview.paintEvent = watch  # type: ignore[method-assign]
    overview.show_cursor(10.5, (6.0, 14.0), None)
    QApplication.processEvents()
    assert max(areas, default=0) < 30


def test_the_timeline_wears_the_theme(overview: Overview, qapp: QApplication) -> None:
    apply_theme(qapp, LIGHT)
    assert overview.grab().toImage().pixelColor(QPoint(2, 2)) == QColor(LIGHT.panel)


def test_strides_are_drawn_before_there_is_a_trace(overview: Overview) -> None:
    overview.show_walk((0.0, 120.0), TraceStore(), (_LANE,), Marks())
    x = round(overview.scale.x(float(_LANE.peaks_s[50])))
    assert DARK.muted in _colours(overview.grab().toImage(), x)


@pytest.mark.parametrize("window", [(59.5, 60.5), (0.0, 8.0), (-60.0, 180.0), (500.0, 600.0)])
def test_the_detail_draws_at_any_zoom(detail: Detail, window: tuple[float, float]) -> None:
    detail.show_cursor(sum(window) / 2, window)
    assert not detail.grab().isNull()


def test_the_detail_of_a_walk_without_anything_draws(qtbot: QtBot) -> None:
    empty = Detail()
    qtbot.addWidget(empty)
    assert not empty.grab().isNull()


def test_nothing_is_drawn_where_nothing_changed(detail: Detail, qtbot: QtBot) -> None:
    detail.show()
    qtbot.waitExposed(detail)
    detail.show_cursor(4.0, (0.0, 8.0))
    QApplication.processEvents()
    n_painted = detail.n_painted
    detail.show_cursor(4.0, (0.0, 8.0))
    QApplication.processEvents()
    assert detail.n_painted == n_painted


def test_two_lanes_are_named(overview: Overview) -> None:
    before = overview.grab().toImage()
    overview.show_walk((0.0, 120.0), _store(), (_LANE, _LANE), _MARKS)
    assert overview.grab().toImage() != before


@pytest.mark.parametrize(
    ("extension_deg", "text"),
    [(12.34, "12.3° behind"), (-20.0, "20.0° in front"), (None, "The angle is not known here.")],
)
def test_the_leg_tells_its_angle(qtbot: QtBot, extension_deg: float | None, text: str) -> None:
    leg = Leg()
    qtbot.addWidget(leg)
    leg.show_thigh(extension_deg, 10.0)
    assert leg.text == text
    assert not leg.grab().isNull()
