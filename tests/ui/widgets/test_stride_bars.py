"""Stride bars: the newest twenty, with interval, judged by more than colour."""

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from ui.theme import DARK
from ui.widgets.stride_bars import N_SHOWN, Bar, StrideBars


@pytest.fixture
def bars(qtbot: QtBot) -> StrideBars:
    bars = StrideBars()
    qtbot.addWidget(bars)
    bars.resize(460, 220)
    return bars


def _count(image: QImage, colour: str) -> int:
    wanted = QColor(colour).rgb()
    return sum(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


def test_only_the_newest_strides_stay(bars: StrideBars) -> None:
    for i in range(30):
        bars.add(Bar(1.0 + i / 100, 0.05, is_scored=True, is_over=False))
    assert len(bars.bars) == N_SHOWN
    assert bars.bars[-1].stride_length_m == pytest.approx(1.29)


def test_a_longer_stride_is_a_taller_bar(bars: StrideBars) -> None:
    bars.add(Bar(0.7, None, is_scored=True, is_over=False))
    short = _count(bars.grab().toImage(), DARK.good)
    bars.clear()
    bars.add(Bar(1.4, None, is_scored=True, is_over=False))
    assert _count(bars.grab().toImage(), DARK.good) == pytest.approx(2 * short, rel=0.05)


def test_the_interval_is_drawn(bars: StrideBars) -> None:
    bars.add(Bar(1.0, None, is_scored=True, is_over=False))
    without = _count(bars.grab().toImage(), DARK.text)
    bars.clear()
    bars.add(Bar(1.0, 0.1, is_scored=True, is_over=False))
    assert _count(bars.grab().toImage(), DARK.text) > without


def test_a_stride_over_the_limit_wears_a_triangle_above_the_bar(bars: StrideBars) -> None:
    bars.add(Bar(1.0, None, is_scored=True, is_over=True))
    image = bars.grab().toImage()
    above = image.copy(0, 0, image.width(), 15)
    assert _count(above, DARK.caution) > 10


def test_a_stride_that_is_not_scored_is_hollow(bars: StrideBars) -> None:
    bars.add(Bar(1.0, None, is_scored=False, is_over=None))
    assert _count(bars.grab().toImage(), DARK.good) == 0


def test_without_lengths_it_says_why(bars: StrideBars) -> None:
    bars.set_empty_words("No length")
    bars.add(Bar(None, None, is_scored=True, is_over=False))
    assert _count(bars.grab().toImage(), DARK.muted) > 20


def test_a_stride_longer_than_the_scale_stays_inside(bars: StrideBars) -> None:
    bars.add(Bar(2.4, 0.1, is_scored=True, is_over=False))
    image = bars.grab().toImage()
    assert _count(image.copy(0, 0, image.width(), 8), DARK.good) == 0
