"""The plots of a walk and of walks beside each other; imported when the first is shown."""

from collections.abc import Iterable, Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from coach.follow_up.stride_curve import N_POINTS, StrideCurve
from coach.follow_up.walk_look import WalkLook
from ui import texts
from ui.theme import Theme

translate = QCoreApplication.translate

_HEIGHT_EM = 15
_STYLES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
    Qt.PenStyle.SolidLine,
)
_BAND_ALPHA = 50


class _TimeAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Time walked as ``m:ss``."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Return the labels of ticks."""
        return [texts.walked_time(value * scale) for value in values]


def strides_over_time(look: WalkLook, theme: Theme, parent: QWidget) -> pg.PlotWidget:
    """Peak extension of every stride, with the limit, the decisions and where it hurt."""
    plot = _plot(theme, parent, time_axis=True)
    plot.setLabel("left", translate("review", "degrees behind"), color=theme.text)
    plot.setLabel("bottom", translate("review", "time"), color=theme.text)
    limit = look.limit
    over = [s for s in look.scored if limit is not None and limit.is_passed_by(s)]
    within = [s for s in look.scored if s not in over]
    unscored = [s for s in look.strides if not s.is_scored]
    for strides, symbol, colour in (
        (unscored, "x", theme.muted),
        (within, "o", theme.good),
        (over, "t1", theme.caution),
    ):
        plot.addItem(
            pg.ScatterPlotItem(
                [stride.peak_thigh_extension_s - look.start_s for stride in strides],
                [stride.peak_thigh_extension_deg for stride in strides],
                symbol=symbol,
                size=9,
                brush=pg.mkBrush(colour),
                pen=pg.mkPen(colour),
            )
        )
    if limit is not None and limit.extension_deg is not None:
        pen = pg.mkPen(theme.caution, style=Qt.PenStyle.DashLine)
        plot.addItem(pg.InfiniteLine(limit.extension_deg, angle=0, pen=pen))
    for mark in look.pain_marks:
        line = pg.InfiniteLine(mark.t_s - look.start_s, angle=90, pen=pg.mkPen(theme.stop, width=2))
        label = {"position": 0.93, "color": theme.stop, "anchors": [(0, 0), (0, 0)]}
        pg.InfLineLabel(line, text=translate("review", "pain"), **label)
        plot.addItem(line)
    return plot


def mean_curves(
    curves: Sequence[tuple[str, StrideCurve]], theme: Theme, parent: QWidget
) -> pg.PlotWidget:
    """Mean curves with their SD over the stride, each with a name, a dash and a colour."""
    plot = _plot(theme, parent)
    plot.setLabel("left", translate("review", "degrees behind"), color=theme.text)
    plot.setLabel(
        "bottom",
        translate("review", "per cent of the stride, peak flexion to peak flexion"),
        color=theme.text,
    )
    legend = plot.addLegend(offset=(10, 10), labelTextColor=theme.text)
    legend.setVisible(len(curves) > 1)
    x = np.linspace(0.0, 100.0, N_POINTS)
    for i, (name, curve) in enumerate(curves):
        colour = series_colour(theme, i)
        edges = [pg.PlotDataItem(x, curve.mean_deg + sign * curve.sd_deg) for sign in (-1, 1)]
        fill = pg.mkColor(colour)
        fill.setAlpha(_BAND_ALPHA)
        plot.addItem(pg.FillBetweenItem(*edges, brush=pg.mkBrush(fill)))
        pen = pg.mkPen(colour, width=2, style=_STYLES[i % len(_STYLES)])
        plot.plot(x, curve.mean_deg, pen=pen, name=name)
    plot.setXRange(0, 100, padding=0.01)
    return plot


def length_against_extension(look: WalkLook, theme: Theme, parent: QWidget) -> pg.PlotWidget:
    """Length of each scored stride against its extension, with the person's own line."""
    plot = _plot(theme, parent)
    plot.setLabel("left", translate("review", "stride length, m"), color=theme.text)
    plot.setLabel("bottom", translate("review", "degrees behind"), color=theme.text)
    pairs = [
        (stride.peak_thigh_extension_deg, stride.stride_length_m)
        for stride in look.scored
        if stride.stride_length_m is not None
    ]
    plot.addItem(
        pg.ScatterPlotItem(
            [x for x, _ in pairs],
            [y for _, y in pairs],
            size=8,
            brush=pg.mkBrush(theme.good),
            pen=None,
        )
    )
    line = look.line
    if line is not None and line.why_not() is None:
        ends = line.range_deg
        pen = pg.mkPen(theme.caution, width=2, style=Qt.PenStyle.DashLine)
        plot.plot(list(ends), [line.length_m(deg)[0] for deg in ends], pen=pen)
    limit = look.limit
    if limit is not None and limit.extension_deg is not None:
        pen = pg.mkPen(theme.stop, style=Qt.PenStyle.DotLine)
        plot.addItem(pg.InfiniteLine(limit.extension_deg, angle=90, pen=pen))
    return plot


def series_colour(theme: Theme, i: int) -> str:
    """Return the colour of a series; it never stands alone, see the dashes."""
    colours = (theme.good, theme.caution, theme.stop, theme.text, theme.muted, theme.line)
    return colours[i % len(colours)]


def mark_stretch(plot: pg.PlotWidget, theme: Theme, first_s: float, last_s: float) -> None:
    """Show a stretch of time, in the place of the one shown before."""
    for item in list(plot.getPlotItem().items):
        if isinstance(item, pg.LinearRegionItem):
            plot.removeItem(item)
    if last_s > first_s:
        fill = pg.mkColor(theme.muted)
        fill.setAlpha(_BAND_ALPHA)
        region = pg.LinearRegionItem(
            (first_s, last_s), movable=False, brush=pg.mkBrush(fill), pen=pg.mkPen(theme.muted)
        )
        region.setZValue(-10)
        plot.addItem(region)


def names_of(plots: Iterable[tuple[pg.PlotWidget, str, str]]) -> None:
    """Give plots their names and their words, for whoever cannot see them."""
    for plot, name, words in plots:
        plot.setAccessibleName(name)
        plot.setAccessibleDescription(words)


def _plot(theme: Theme, parent: QWidget, *, time_axis: bool = False) -> pg.PlotWidget:
    axes = {"bottom": _TimeAxis("bottom")} if time_axis else {}
    plot = pg.PlotWidget(parent=parent, background=theme.panel, axisItems=axes)
    for side in ("left", "bottom"):
        axis = plot.getAxis(side)
        axis.setPen(theme.muted)
        axis.setTextPen(theme.text)
        axis.setStyle(tickFont=parent.font())
        axis.enableAutoSIPrefix(False)
    plot.setMouseEnabled(x=False, y=False)
    plot.setMenuEnabled(False)
    plot.hideButtons()
    plot.setFixedHeight(_HEIGHT_EM * parent.fontMetrics().height())
    return plot
