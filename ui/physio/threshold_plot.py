"""Strides, bouts and the fitted curve of a long-stride test; imported when it is first shown."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QSize, Qt

from coach.care.long_stride_belief import belief_of
from coach.care.long_stride_result import LongStrideResult
from coach.care.long_stride_state import Bout
from coach.care.pain_threshold import Posterior
from ui.theme import Theme

_BEYOND_DEG = 3.0
_N_CURVE = 61
_RUG = 0.035
"""Height of a stride's tick, as a share of the plot."""
_WANTED = QSize(360, 220)
_AT_NONE, _AT_PAIN = 0.0, 1.0
translate = QCoreApplication.translate


class ThresholdPlot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Chance of own pain against thigh extension, with what was walked and the limit."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(background=theme.panel)
        self._theme = theme
        self.setMouseEnabled(x=False, y=False)
        self.setMenuEnabled(False)
        self.hideButtons()
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.setPen(theme.muted)
            axis.setTextPen(theme.text)
            axis.setStyle(tickFont=self.font())
            axis.enableAutoSIPrefix(False)
        self.getAxis("left").setScale(100.0)
        self.setLabel("left", translate("threshold", "chance of own pain, %"), color=theme.text)
        self.setLabel(
            "bottom",
            translate("threshold", "thigh extension of a bout, degrees"),
            color=theme.text,
        )
        self.setYRange(-0.08, 1.08, padding=0)
        self._limit: pg.InfiniteLine | None = None

    def sizeHint(self) -> QSize:
        """Take the room there is, and push nothing off the page."""
        return _WANTED

    def show_result(self, result: LongStrideResult) -> None:
        """Draw a test anew."""
        self.clear()
        self._limit = None
        bouts = [
            bout for bout in result.state.bouts if bout.strides and bout.pain_after is not None
        ]
        if not bouts:
            return
        peaks_deg = [s.peak_thigh_extension_deg for bout in bouts for s in bout.strides]
        low_deg, high_deg = min(peaks_deg) - _BEYOND_DEG, max(peaks_deg) + _BEYOND_DEG
        self.setXRange(low_deg, high_deg, padding=0)
        belief = belief_of(result.state)
        if belief is not None:
            self._draw_curve(belief, low_deg, high_deg)
        self._draw_interval(result)
        for bout in bouts:
            self._draw_bout(bout)

    def show_limit(self, extension_deg: float | None) -> None:
        """Move the dashed line of the limit."""
        if self._limit is not None:
            self.removeItem(self._limit)
            self._limit = None
        if extension_deg is None:
            return
        pen = pg.mkPen(self._theme.caution, width=2, style=Qt.PenStyle.DashLine)
        options = {"color": self._theme.caution, "position": 0.72, "anchors": [(1, 0), (1, 0)]}
        label = translate("threshold", "limit")
        self._limit = pg.InfiniteLine(
            extension_deg, angle=90, pen=pen, label=label, labelOpts=options
        )
        self.addItem(self._limit)

    def _draw_curve(self, belief: Posterior, low_deg: float, high_deg: float) -> None:
        x = np.linspace(low_deg, high_deg, _N_CURVE)
        mean, low, high = belief.curve(x)
        edge = pg.mkPen(self._theme.muted, width=1, style=Qt.PenStyle.DotLine)
        lower, upper = (pg.PlotDataItem(x, y, pen=edge) for y in (low, high))
        band = pg.mkColor(self._theme.good)
        band.setAlpha(45)
        self.addItem(pg.FillBetweenItem(lower, upper, brush=band))
        for item in (lower, upper):
            self.addItem(item)
        self.plot(x, mean, pen=pg.mkPen(self._theme.good, width=2))

    def _draw_interval(self, result: LongStrideResult) -> None:
        threshold = result.threshold
        if threshold is None:
            return
        low_deg, high_deg = threshold.interval_deg
        left_deg, right_deg = self.getViewBox().viewRange()[0]
        ends = [low_deg if low_deg is not None else left_deg]
        ends.append(high_deg if high_deg is not None else right_deg)
        self.plot(ends, [0.5, 0.5], pen=pg.mkPen(self._theme.text, width=3))
        known = [x for x in (low_deg, high_deg) if x is not None]
        marks = pg.ScatterPlotItem(
            known, [0.5] * len(known), symbol="+", size=14, pen=self._theme.text, brush=None
        )
        self.addItem(marks)

    def _draw_bout(self, bout: Bout) -> None:
        """A mark at the bout's mean, below or above, and a tick for each of its strides."""
        is_painful = bout.is_painful
        at, way = (_AT_PAIN, 1.0) if is_painful else (_AT_NONE, -1.0)
        colour = self._theme.caution if is_painful else self._theme.good
        peaks_deg = np.array([s.peak_thigh_extension_deg for s in bout.strides])
        x = np.repeat(peaks_deg, 2)
        y = np.tile([at + 0.6 * way * _RUG, at + 1.8 * way * _RUG], len(peaks_deg))
        self.plot(x, y, connect="pairs", pen=pg.mkPen(self._theme.muted, width=1))
        symbol = "x" if bout.own_rise is None else "t1" if is_painful else "o"
        self.addItem(
            pg.ScatterPlotItem(
                [bout.extension_deg or 0.0],
                [at],
                symbol=symbol,
                size=13,
                brush=pg.mkBrush(colour),
                pen=pg.mkPen(self._theme.panel),
            )
        )
