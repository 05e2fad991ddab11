"""The whole walk in one plot, to look at afterwards: thigh angle, limit, strides and pain marks.

This is the only module that imports pyqtgraph, and it is imported when the plot is opened.
"""

from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton, QVBoxLayout, QWidget

from coach.care.limits import Limit
from coach.gait.events import Stride
from ui import texts
from ui.history import WalkHistory
from ui.theme import Theme, current_theme
from ui.widgets.flow_layout import FlowLayout

_STEP = 0.5  # of the visible time, per key press
_SHORTEST_S = 2.0


class TimeAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Time walked as ``m:ss``."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Return the labels of ticks."""
        decimals = 1 if spacing * scale < 1 else 0
        return [self._label(value * scale, decimals) for value in values]

    @staticmethod
    def _label(t_s: float, decimals: int) -> str:
        tenths = texts.number(t_s % 1, 1)[1:] if decimals else ""
        return texts.walked_time(t_s) + tenths


class ReviewWindow(QMainWindow):
    """Zoom with the wheel, the buttons or the keys; nothing here changes the walk."""

    def __init__(self, history: WalkHistory, limit: Limit | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("The whole walk"))
        self._theme = current_theme(parent)
        self._history = history
        self.plot = self._empty_plot()
        self._draw_angle()
        self._draw_limit(limit)
        self._draw_strides()
        self._draw_pain()
        column = QVBoxLayout()
        column.addWidget(self.plot, 1)
        column.addWidget(self._legend())
        column.addWidget(self._buttons())
        page = QWidget()
        page.setLayout(column)
        self.setCentralWidget(page)
        self.resize(1180, 620)
        self.show_whole()

    @property
    def visible_s(self) -> tuple[float, float]:
        """From when to when the walk is shown."""
        first_s, last_s = self.plot.getViewBox().viewRange()[0]
        return first_s, last_s

    def show_whole(self) -> None:
        """Show the walk from start to end."""
        first_s, last_s = self._extent()
        self.plot.setXRange(first_s, last_s, padding=0.01)

    def zoom(self, factor: float) -> None:
        """Show more or less time around the middle; a factor below 1 shows less."""
        first_s, last_s = self.visible_s
        half_s = max(_SHORTEST_S, (last_s - first_s) * factor) / 2
        middle_s = (first_s + last_s) / 2
        self.plot.setXRange(middle_s - half_s, middle_s + half_s, padding=0)

    def shift(self, steps: float) -> None:
        """Go to later or earlier time, by half of what is visible for each step."""
        first_s, last_s = self.visible_s
        by_s = steps * _STEP * (last_s - first_s)
        self.plot.setXRange(first_s + by_s, last_s + by_s, padding=0)

    def _extent(self) -> tuple[float, float]:
        t_s = self._history.t_s
        return (float(t_s[0]), float(t_s[-1])) if len(t_s) else (0.0, 1.0)

    def _empty_plot(self) -> pg.PlotWidget:
        theme = self._theme
        plot = pg.PlotWidget(background=theme.panel, axisItems={"bottom": TimeAxis("bottom")})
        for side in ("left", "bottom"):
            axis = plot.getAxis(side)
            axis.setPen(theme.muted)
            axis.setTextPen(theme.text)
            axis.setStyle(tickFont=self.font())
            axis.enableAutoSIPrefix(False)
        plot.setLabel("left", self.tr("degrees behind the standing line"), color=theme.text)
        plot.setLabel("bottom", self.tr("time"), color=theme.text)
        plot.setMouseEnabled(x=True, y=False)
        plot.setMenuEnabled(False)
        plot.setAccessibleName(self.tr("Thigh angle of the whole walk"))
        plot.setAccessibleDescription(texts.recent_strides(*self._history.recent()))
        return plot

    def _draw_angle(self) -> None:
        curve = self.plot.plot(
            self._history.t_s, -self._history.thigh_flexion_deg, pen=pg.mkPen(self._theme.text)
        )
        curve.setClipToView(True)
        curve.setDownsampling(auto=True, method="peak")

    def _draw_limit(self, limit: Limit | None) -> None:
        if limit is not None and limit.extension_deg is not None:
            pen = pg.mkPen(self._theme.caution, style=Qt.PenStyle.DashLine)
            self.plot.addItem(pg.InfiniteLine(limit.extension_deg, angle=0, pen=pen))

    def _draw_strides(self) -> None:
        for is_over, symbol, colour in _looks(self._theme):
            strides = [s for s in self._history.strides if self._history.is_over(s) is is_over]
            self.plot.addItem(_scatter(strides, symbol, colour))

    def _draw_pain(self) -> None:
        for t_s in self._history.pain_marks_s:
            line = pg.InfiniteLine(t_s, angle=90, pen=pg.mkPen(self._theme.stop, width=2))
            label = {"position": 0.95, "color": self._theme.stop, "anchors": [(0, 0), (0, 0)]}
            pg.InfLineLabel(line, text=self.tr("pain"), **label)
            self.plot.addItem(line)

    def _legend(self) -> QLabel:
        return QLabel(
            self.tr("● within the limit   ▲ over the limit   × not judged   dashed: the limit")
        )

    def _buttons(self) -> QWidget:
        row = QWidget()
        layout = FlowLayout(row)
        for text, keys, action in (
            (self.tr("Earlier (←)"), "Left", lambda: self.shift(-1)),
            (self.tr("Later (→)"), "Right", lambda: self.shift(1)),
            (self.tr("Zoom in (+)"), "+", lambda: self.zoom(0.5)),
            (self.tr("Zoom out (−)"), "-", lambda: self.zoom(2.0)),
            (self.tr("Whole walk (Home)"), "Home", self.show_whole),
            (self.tr("Close (Esc)"), "Esc", self.close),
        ):
            layout.addWidget(self._button(text, keys, action))
        return row

    def _button(self, text: str, keys: str, action: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(True)
        button.clicked.connect(action)
        QShortcut(QKeySequence(keys), self).activated.connect(action)
        return button


def _looks(theme: Theme) -> tuple[tuple[bool | None, str, str], ...]:
    return ((False, "o", theme.good), (True, "t1", theme.caution), (None, "x", theme.muted))


def _scatter(strides: list[Stride], symbol: str, colour: str) -> pg.ScatterPlotItem:
    t_s = [stride.peak_thigh_extension_s for stride in strides]
    extension_deg = [stride.peak_thigh_extension_deg for stride in strides]
    brush = pg.mkBrush(colour)
    return pg.ScatterPlotItem(t_s, extension_deg, symbol=symbol, size=10, brush=brush, pen=None)
