"""The live strip: draws where it should, and repaints only what is new."""

from collections.abc import Iterable
from typing import cast

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QColor, QImage, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sensors.samples import SampleFlag
from ui.theme import DARK, LIGHT, apply_theme
from ui.widgets.live_strip import BOTTOM_DEG, SWEEP_S, TOP_DEG, LiveStrip, StrideMark

WIDTH, HEIGHT = 1001, 260


@pytest.fixture
def strip(qtbot: QtBot) -> LiveStrip:
    strip = LiveStrip()
    qtbot.addWidget(strip)
    strip.resize(WIDTH, HEIGHT)
    return strip


def _add(strip: LiveStrip, t_s: np.ndarray, flexion_deg: np.ndarray, flag: int = 0) -> None:
    strip.add(t_s, flexion_deg, np.full(len(t_s), flag, np.uint8))


def _rows(image: QImage, x: int, colour: str) -> list[int]:
    wanted = QColor(colour).rgb()
    return [y for y in range(image.height()) if image.pixel(x, y) == wanted]


def _y(extension_deg: float) -> float:
    return (TOP_DEG - extension_deg) / (TOP_DEG - BOTTOM_DEG) * (HEIGHT - 24) + 12


def _times(start_s: float, end_s: float) -> np.ndarray:
    """Sample times at 100 Hz."""
    return start_s + np.arange(round((end_s - start_s) * 100)) / 100


def _wave(duration_s: float) -> tuple[np.ndarray, np.ndarray]:
    t_s = _times(0, duration_s)
    return t_s, 8 + 20 * np.cos(2 * np.pi * t_s / 1.1)


def test_extension_is_drawn_upwards_at_its_height(strip: LiveStrip) -> None:
    _add(strip, _times(0, 5), np.full(500, -10.0))
    rows = _rows(strip.grab().toImage(), 200, DARK.text)
    assert rows
    assert np.mean(rows) == pytest.approx(_y(10.0), abs=1.5)


def test_time_runs_from_left_to_right_in_ten_seconds(strip: LiveStrip) -> None:
    _add(strip, _times(0, SWEEP_S / 2), np.full(500, -10.0))
    image = strip.grab().toImage()
    assert _rows(image, WIDTH // 2 - 20, DARK.text)
    assert not _rows(image, WIDTH // 2 + 20, DARK.text)


def test_the_pen_erases_the_last_sweep_ahead_of_it(strip: LiveStrip) -> None:
    _add(strip, _times(0, 15), np.full(1500, -10.0))
    image = strip.grab().toImage()
    assert not _rows(image, WIDTH // 2 + 10, DARK.text)
    assert _rows(image, WIDTH // 2 + 60, DARK.text)


@pytest.mark.parametrize("n_at_once", [1, 7, 50])
def test_the_picture_hardly_depends_on_how_samples_come(strip: LiveStrip, n_at_once: int) -> None:
    t_s, flexion_deg = _wave(8.0)
    _add(strip, t_s, flexion_deg)
    whole = strip.grab().toImage()
    strip.clear()
    for i in range(0, len(t_s), n_at_once):
        _add(strip, t_s[i : i + n_at_once], flexion_deg[i : i + n_at_once])
    pieces = strip.grab().toImage()
    for x in range(20, 700, 20):
        drawn, expected = _rows(pieces, x, DARK.text), _rows(whole, x, DARK.text)
        if drawn and expected:
            assert np.mean(drawn) == pytest.approx(np.mean(expected), abs=1.5)


def test_a_frame_repaints_a_narrow_strip_only(strip: LiveStrip, qtbot: QtBot) -> None:
    painted: list[int] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                rects = cast("Iterable[QRect]", event.region())
                painted.append(sum(rect.width() * rect.height() for rect in rects))
            return False

    strip.show()
    qtbot.waitExposed(strip)
    QApplication.processEvents()
    watch = Watch()
    strip.installEventFilter(watch)
    t_s, flexion_deg = _wave(3.0)
    for i in range(0, len(t_s), 2):
        _add(strip, t_s[i : i + 2], flexion_deg[i : i + 2])
        QApplication.processEvents()
    assert len(painted) > 50
    assert max(painted) < 0.06 * WIDTH * HEIGHT


def test_what_is_drawn_survives_a_resize(strip: LiveStrip) -> None:
    _add(strip, _times(0, 5), np.full(500, -10.0))
    strip.resize(WIDTH // 2, HEIGHT)
    assert _rows(strip.grab().toImage(), 100, DARK.text)


def test_the_limit_is_a_line_at_its_height(strip: LiveStrip) -> None:
    strip.set_limit(12.0)
    image = strip.grab().toImage()
    rows = sorted({y for x in range(60) for y in _rows(image, x, DARK.caution)})
    assert np.mean(rows) == pytest.approx(_y(12.0), abs=1.5)


def test_without_a_limit_there_is_no_line(strip: LiveStrip) -> None:
    image = strip.grab().toImage()
    assert not any(_rows(image, x, DARK.caution) for x in range(WIDTH))


def test_unknown_angles_leave_the_strip_empty(strip: LiveStrip) -> None:
    _add(strip, _times(0, 5), np.full(500, np.nan))
    image = strip.grab().toImage()
    assert not any(_rows(image, x, DARK.text) for x in range(WIDTH))


def test_a_gap_is_not_bridged(strip: LiveStrip) -> None:
    _add(strip, _times(0, 2), np.full(200, -10.0))
    _add(strip, _times(4, 6), np.full(200, -10.0), SampleFlag.AFTER_GAP)
    assert not _rows(strip.grab().toImage(), 300, DARK.text)


def test_made_up_samples_are_fainter(strip: LiveStrip) -> None:
    _add(strip, _times(0, 2), np.full(200, -10.0), SampleFlag.INTERPOLATED)
    image = strip.grab().toImage()
    assert not _rows(image, 100, DARK.text)
    assert _rows(image, 100, DARK.line)


@pytest.mark.parametrize(
    ("is_over", "colour"), [(True, DARK.caution), (False, DARK.good)], ids=["over", "within"]
)
def test_a_stride_mark_shows_once_the_pen_is_clear(
    strip: LiveStrip, is_over: bool, colour: str
) -> None:
    strip.mark(StrideMark(2.0, 10.0, is_over))
    _add(strip, _times(1.0, 2.05), np.full(105, 20.0))
    assert not _rows(strip.grab().toImage(), 200, colour)
    _add(strip, _times(2.05, 3.0), np.full(95, 20.0))
    rows = _rows(strip.grab().toImage(), 200, colour)
    assert np.mean(rows) == pytest.approx(_y(10.0), abs=3)


def test_a_mark_stays_whole_while_the_pen_goes_on(strip: LiveStrip) -> None:
    strip.mark(StrideMark(2.0, 10.0, False))
    t_s = _times(1.0, 4.0)
    for i in range(0, len(t_s), 2):
        _add(strip, t_s[i : i + 2], np.full(2, 20.0))
    image = strip.grab().toImage()
    left, right = (_rows(image, x, DARK.good) for x in (196, 203))
    assert len(left) == pytest.approx(len(right), abs=2)


def test_colours_follow_the_theme(strip: LiveStrip, qapp: QApplication) -> None:
    _add(strip, _times(0, 5), np.full(500, -10.0))
    apply_theme(qapp, LIGHT)
    assert _rows(strip.grab().toImage(), 200, LIGHT.text)


def test_memory_does_not_grow_with_the_walk(strip: LiveStrip) -> None:
    for start_s in range(0, 600, 1):
        _add(strip, start_s + _times(0, 1), np.zeros(100))
        strip.mark(StrideMark(start_s + 0.5, 10.0, False))
    assert len(strip._recent) <= (SWEEP_S + 2) * 100
    assert len(strip._marks) + len(strip._waiting) <= SWEEP_S + 5
