"""What a frame of the live strip costs, against pyqtgraph's, in one run.

Run with ``QT_QPA_PLATFORM=offscreen pytest tests/bench/test_live_strip.py --benchmark-enable -s``.
"""

import time
from collections.abc import Callable
from itertools import count
from statistics import median

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sensors.samples import FlagArray, FloatArray
from ui.widgets.live_strip import BOTTOM_DEG, SWEEP_S, TOP_DEG, LiveStrip

_SIZES = [(1600, 300), (1600, 900)]
_RATE_HZ = 100
_N_PER_FRAME = 2  # 100 Hz on a 60 Hz screen, rounded up
_RECENT = int(SWEEP_S * _RATE_HZ)
_MOST_OF_THIN_PYQTGRAPH, _MOST_OF_SMOOTH_PYQTGRAPH = 0.6, 0.25
_MOST_LATER_MS = 10.0
"""P99 of a frame's interval over that of a bare timer."""

Frame = Callable[[int], None]


def _samples(n_frame: int) -> tuple[FloatArray, FloatArray, FlagArray]:
    t_s = (n_frame * _N_PER_FRAME + np.arange(_N_PER_FRAME)) / _RATE_HZ
    flags = np.zeros(_N_PER_FRAME, np.uint8)
    return t_s, 8 + 20 * np.cos(2 * np.pi * t_s / 1.1), flags


def _strip_frame(size: tuple[int, int]) -> tuple[QWidget, Frame]:
    strip = LiveStrip()
    strip.resize(*size)
    strip.set_limit(12.0)
    recent_s = np.arange(-_RECENT, 0) / _RATE_HZ
    strip.add(recent_s, 8 + 20 * np.cos(2 * np.pi * recent_s / 1.1), np.zeros(_RECENT, np.uint8))
    return strip, lambda n_frame: strip.add(*_samples(n_frame))


def _thin_frame(size: tuple[int, int]) -> tuple[QWidget, Frame]:
    """A scrolling ring, fixed axes, width 1, no antialiasing, no grid: pyqtgraph's cheapest."""
    return _pyqtgraph_frame(size, width=1, antialias=False)


def _smooth_frame(size: tuple[int, int]) -> tuple[QWidget, Frame]:
    """The same line as the strip's: width 2, antialiased."""
    return _pyqtgraph_frame(size, width=2, antialias=True)


def _pyqtgraph_frame(
    size: tuple[int, int], *, width: int, antialias: bool
) -> tuple[QWidget, Frame]:
    import pyqtgraph

    plot = pyqtgraph.PlotWidget()
    plot.resize(*size)
    plot.setXRange(0, SWEEP_S, padding=0)
    plot.setYRange(BOTTOM_DEG, TOP_DEG, padding=0)
    plot.disableAutoRange()
    plot.addItem(pyqtgraph.InfiniteLine(12.0, angle=0))
    curve = plot.plot(pen=pyqtgraph.mkPen("w", width=width), antialias=antialias)
    x_s = np.arange(_RECENT) / _RATE_HZ
    y_deg = -8 - 20 * np.cos(2 * np.pi * x_s / 1.1)

    def frame(n_frame: int) -> None:
        _, flexion_deg, _ = _samples(n_frame)
        y_deg[:-_N_PER_FRAME] = y_deg[_N_PER_FRAME:]
        y_deg[-_N_PER_FRAME:] = -flexion_deg
        curve.setData(x_s, y_deg)

    return plot, frame


def _cpu_ms_per_frame(qtbot: QtBot, frame: Frame, duration_s: float) -> float:
    """CPU time of the whole process per frame at 60 Hz, painting included."""
    n_done = count()
    timer = QTimer(interval=16, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: frame(next(n_done)))
    before_s = time.process_time()
    timer.start()
    qtbot.wait(int(1000 * duration_s))
    timer.stop()
    return (time.process_time() - before_s) * 1000 / next(n_done)


@pytest.mark.parametrize("size", _SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_frame_costs_a_share_of_pyqtgraph_s(
    qtbot: QtBot, is_measured: bool, size: tuple[int, int]
) -> None:
    """U1: rounds are interleaved; medians of the rounds' ratios."""
    duration_s, n_rounds = (3.0, 5) if is_measured else (0.1, 1)
    widgets = [make(size) for make in (_strip_frame, _thin_frame, _smooth_frame)]
    for widget, _ in widgets:
        qtbot.addWidget(widget)
    costs_ms = []
    for _ in range(n_rounds):
        row = []
        for widget, frame in widgets:
            widget.show()
            qtbot.waitExposed(widget)
            row.append(_cpu_ms_per_frame(qtbot, frame, duration_s))
            widget.hide()
        costs_ms.append(row)
    strip_ms, thin_ms, smooth_ms = (median(costs) for costs in zip(*costs_ms, strict=True))
    of_thin = median(strip / thin for strip, thin, _ in costs_ms)
    of_smooth = median(strip / smooth for strip, _, smooth in costs_ms)
    assert strip_ms > 0
    if is_measured:
        print(
            f"\n{size}: CPU a frame: strip {strip_ms:.2f} ms, pyqtgraph width 1 {thin_ms:.2f} ms, "
            f"width 2 smooth {smooth_ms:.2f} ms; ratios {of_thin:.2f}, {of_smooth:.3f}"
        )
        assert of_thin <= _MOST_OF_THIN_PYQTGRAPH
        assert of_smooth <= _MOST_OF_SMOOTH_PYQTGRAPH


def test_frames_come_in_time_while_a_walk_is_estimated(qtbot: QtBot, is_measured: bool) -> None:
    """U2: the interval's P99 stays near that of a bare timer while the walk's thread works."""
    from coach.coach import CoachSettings
    from coach.gait.pipeline import GaitSettings
    from coach.live import LiveWalk
    from sensors.simulation.walks import default_walk
    from ui.link import WalkLink
    from ui.patient.walk_window import WalkPlan, WalkWindow

    def intervals_ms(seconds: float, timer: QTimer) -> FloatArray:
        ticks_s: list[float] = []
        timer.timeout.connect(lambda: ticks_s.append(time.perf_counter()))
        qtbot.wait(int(1000 * seconds))
        return np.diff(ticks_s) * 1000

    seconds = 8.0 if is_measured else 0.2
    bare = QTimer(interval=16, timerType=Qt.TimerType.PreciseTimer)
    bare.start()
    bare_ms = intervals_ms(seconds, bare)
    bare.stop()
    walk = default_walk()
    settings = CoachSettings(GaitSettings.of(walk.info))
    window = WalkWindow(
        WalkLink(lambda _limit: LiveWalk(walk, settings)), WalkPlan("SIMULATED WALK", None)
    )
    qtbot.addWidget(window)
    window.resize(1600, 900)
    window.show()
    qtbot.waitExposed(window)
    window.start()
    qtbot.wait(int(seconds * 300))
    walking_ms = intervals_ms(seconds, window._frames)
    window.close()
    assert len(walking_ms) > 5
    if is_measured:
        bare_p99, walking_p99 = np.percentile(bare_ms, 99), np.percentile(walking_ms, 99)
        print(f"\nframe interval P99: bare timer {bare_p99:.1f} ms, walking {walking_p99:.1f} ms")
        assert walking_p99 <= bare_p99 + _MOST_LATER_MS
