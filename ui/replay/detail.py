"""The seconds around the cursor: the thigh's angle, the strides, cues and marks in it."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.replay.trace_store import Line, TraceStore
from sensors.samples import SampleFlag
from ui import texts
from ui.replay import replay_texts
from ui.replay.axes import BOTTOM_PX, RIGHT_PX, AngleScale, lane_px, time_scale, zoom_of
from ui.replay.lanes import NOT_JUDGED, OVER, WITHIN, Lane, TimeScale
from ui.replay.overview import NO_MARKS, Marks
from ui.replay.time_axis import ticks_s
from ui.theme import Theme, current_theme
from ui.widgets.state_view import Mark, paint_mark

_CUES_PX = 18
_TOP_DEG, _BOTTOM_DEG = 35.0, -58.0
_GAP_S = 0.25
_LABEL_PX = 64.0
_INTERPOLATED = int(SampleFlag.INTERPOLATED)
_MOST_POINTS = 6000
"""More samples than this are drawn by smallest and largest in each column."""


class Detail(QWidget):
    """Paints a window of time around the cursor; click or drag to go there."""

    moved = Signal(float)
    zoom_requested = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._trace = TraceStore()
        self._lanes: tuple[Lane, ...] = (Lane(),)
        self._marks = NO_MARKS
        self._start_s = 0.0
        self._window = (0.0, 8.0)
        self._cursor_s = 0.0
        self._drag: tuple[float, float] | None = None
        self.n_painted = 0

    def sizeHint(self) -> QSize:
        """Return a comfortable size at the desk."""
        return QSize(900, 280)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which strides can be told apart."""
        return QSize(320, 150)

    @property
    def scale(self) -> TimeScale:
        """Where times lie."""
        return time_scale(self, *self._window)

    def show_walk(
        self, start_s: float, trace: TraceStore, lanes: tuple[Lane, ...], marks: Marks
    ) -> None:
        """Draw a walk; times are told from `start_s` on."""
        self._start_s, self._trace, self._marks = start_s, trace, marks
        self._lanes = lanes or (Lane(),)
        self.update()

    def show_cursor(self, t_s: float, window: tuple[float, float]) -> None:
        """Move the cursor and what is seen around it."""
        if (t_s, window) != (self._cursor_s, self._window):
            self._cursor_s, self._window = t_s, window
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag began."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag = (event.position().x(), self._cursor_s)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull the walk along under the cursor."""
        if self._drag is not None:
            x, from_s = self._drag
            self.moved.emit(from_s - (event.position().x() - x) / self.scale.px_per_s)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click without a drag goes to where it was."""
        drag, self._drag = self._drag, None
        if drag is not None and abs(event.position().x() - drag[0]) < 4:
            self.moved.emit(self.scale.t_s(event.position().x()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom."""
        self.zoom_requested.emit(zoom_of(event))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint everything in the window."""
        self.n_painted += 1
        theme = current_theme(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.panel))
        self._paint_axes(painter, theme)
        painter.save()
        left_px = self.scale.left_px
        painter.setClipRect(QRectF(left_px, 0, self.width() - left_px - RIGHT_PX, self.height()))
        self._paint_marks(painter, theme)
        self._paint_limits(painter, theme)
        self._paint_trace(painter, theme)
        self._paint_strides(painter, theme)
        for n, lane in enumerate(self._lanes):
            self._paint_cues(painter, theme, n, lane)
        painter.setPen(QPen(QColor(theme.text), 2))
        x = self.scale.x(self._cursor_s)
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height() - BOTTOM_PX))
        painter.restore()
        painter.end()

    @property
    def _cues_px(self) -> int:
        """Height of a lane of cues."""
        return lane_px(self, _CUES_PX)

    @property
    def _angles(self) -> AngleScale:
        """Where angles lie."""
        return AngleScale(_TOP_DEG, _BOTTOM_DEG, self._top_px(), self.height() - BOTTOM_PX)

    def _top_px(self) -> float:
        return 4 + self._cues_px * len(self._lanes)

    def _paint_axes(self, painter: QPainter, theme: Theme) -> None:
        scale, bottom = self.scale, self.height() - BOTTOM_PX
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        angles = self._angles
        for extension_deg in range(-40, 31, 20 if self.height() > 220 else 40):
            y = angles.y(extension_deg)
            painter.setPen(QPen(QColor(theme.line), 2 if extension_deg == 0 else 1))
            painter.drawLine(QPointF(scale.left_px, y), QPointF(scale.right_px, y))
            painter.setPen(QColor(theme.muted))
            box = QRectF(0, y - 12, scale.left_px - 6, 24)
            painter.drawText(box, flags, replay_texts.axis_degrees(extension_deg))
        decimals = 1 if scale.last_s - scale.first_s < 5 else 0
        span_px = scale.right_px - scale.left_px
        for t_s in ticks_s(scale.first_s, scale.last_s, span_px, self._start_s):
            x = scale.x(t_s)
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(x, bottom), QPointF(x, bottom + 5))
            painter.setPen(QColor(theme.muted))
            time = replay_texts.time_of(t_s - self._start_s, decimals)
            width_px = painter.fontMetrics().horizontalAdvance(time) + 4
            left_px = min(x - width_px / 2, self.width() - width_px)
            box = QRectF(left_px, bottom + 3, width_px, BOTTOM_PX - 3)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, time)
        box = QRectF(scale.left_px + 6, bottom - 28, self.width() - scale.left_px, 24)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, flags, texts.heading())

    def _paint_limits(self, painter: QPainter, theme: Theme) -> None:
        scale = self.scale
        for n, lane in enumerate(self._lanes):
            style = Qt.PenStyle.DashLine if n == 0 else Qt.PenStyle.DotLine
            colour = QColor(theme.caution if n == 0 else theme.good)
            painter.setPen(QPen(colour, 2, style))
            for step in lane.limits:
                if step.limit_deg is not None:
                    y = self._angles.y(step.limit_deg)
                    x, to_x = scale.x(step.from_s), scale.x(step.to_s)
                    x, to_x = max(x, scale.left_px), min(to_x, scale.right_px)
                    if to_x > x:
                        painter.drawLine(QPointF(x, y), QPointF(to_x, y))

    def _paint_trace(self, painter: QPainter, theme: Theme) -> None:
        line = self._trace.between(*self._window)
        if len(line.t_s) > _MOST_POINTS:
            self._paint_envelope(painter, theme)
            return
        scale = self.scale
        x = scale.left_px + (line.t_s - scale.first_s) * scale.px_per_s
        y = self._angles.ys(line.extension_deg)
        for start, stop, is_made_up in _runs(line):
            points = zip(x[start:stop].tolist(), y[start:stop].tolist(), strict=True)
            polygon = QPolygonF([QPointF(*point) for point in points])
            # Twice a thin line: a wide one goes through the stroker, ten times as slow.
            painter.setPen(QPen(QColor(theme.line if is_made_up else theme.text), 1))
            painter.drawPolyline(polygon)
            painter.drawPolyline(polygon.translated(1, 0))

    def _paint_envelope(self, painter: QPainter, theme: Theme) -> None:
        scale, angles = self.scale, self._angles
        envelope = self._trace.envelope(*self._window, max(1, int(scale.right_px - scale.left_px)))
        painter.setPen(QPen(QColor(theme.muted), 1))
        for i in np.flatnonzero(np.isfinite(envelope.high_deg)).tolist():
            x = scale.left_px + i
            high, low = float(envelope.high_deg[i]), float(envelope.low_deg[i])
            painter.drawLine(QPointF(x, angles.y(low)), QPointF(x, angles.y(high)))

    def _paint_strides(self, painter: QPainter, theme: Theme) -> None:
        """The peak of each stride, with its angle where there is room."""
        lane, scale = self._lanes[-1], self.scale
        first, last = np.searchsorted(lane.peaks_s, self._window)
        looks = {
            NOT_JUDGED: (Mark.RING, theme.muted),
            WITHIN: (Mark.ROUND, theme.good),
            OVER: (Mark.TRIANGLE, theme.caution),
        }
        if last - first > (scale.right_px - scale.left_px) / 6:
            return
        has_room = (last - first) * _LABEL_PX < scale.right_px - scale.left_px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for i in range(first, last):
            extension_deg = float(lane.extension_deg[i])
            mark, colour = looks[int(lane.judged[i])]
            box = QRectF(0, 0, 11, 11)
            box.moveCenter(QPointF(scale.x(float(lane.peaks_s[i])), self._angles.y(extension_deg)))
            paint_mark(painter, mark, box, QColor(colour))
            if has_room:
                painter.setPen(QColor(theme.text))
                label = QRectF(box.center().x() - 40, box.top() - 24, 80, 22)
                text = texts.degrees(extension_deg)
                painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_cues(self, painter: QPainter, theme: Theme, n: int, lane: Lane) -> None:
        scale, top = self.scale, 2 + n * self._cues_px
        colour = QColor(theme.caution if n == 0 else theme.good)
        first, last = np.searchsorted(lane.cues_s, self._window)
        columns = np.unique(np.round([scale.x(t) for t in lane.cues_s[first:last].tolist()]))
        for x in columns.tolist():
            paint_mark(painter, Mark.TRIANGLE, QRectF(x - 7, top, 14, self._cues_px - 4), colour)
        if len(self._lanes) > 1:
            painter.setPen(QColor(theme.text))
            box = QRectF(scale.left_px + 4, top - 3, 30, self._cues_px + 4)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, "AB"[n])

    def _paint_marks(self, painter: QPainter, theme: Theme) -> None:
        scale, bottom = self.scale, self.height() - BOTTOM_PX
        first_s, last_s = self._window
        for gap in self._marks.gaps:
            end_s = last_s if gap.end_s is None else gap.end_s
            if gap.start_s < last_s and end_s > first_s:
                x, to_x = scale.x(max(gap.start_s, first_s)), scale.x(min(end_s, last_s))
                brush = QBrush(QColor(theme.line), Qt.BrushStyle.BDiagPattern)
                painter.fillRect(QRectF(x, 0, max(2.0, to_x - x), bottom), brush)
        for note in self._marks.notes:
            if note.t_s is not None:
                end_s = note.t_s if note.end_s is None else note.end_s
                if note.t_s <= last_s and end_s >= first_s:
                    x, to_x = scale.x(note.t_s), scale.x(min(end_s, last_s))
                    painter.fillRect(
                        QRectF(x, bottom - 8, max(10.0, to_x - x), 8), QColor(theme.good)
                    )
        for t_s in self._marks.pain_s:
            if first_s <= t_s <= last_s:
                x = scale.x(t_s)
                painter.setPen(QPen(QColor(theme.stop), 2))
                painter.drawLine(QPointF(x, 0), QPointF(x, bottom))
                box = QRectF(x + 5, bottom - 26, 90, 24)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.tr("pain"))


def _runs(line: Line) -> list[tuple[int, int, bool]]:
    """Stretches of a line that are drawn in one go: without a gap, of one look."""
    n = len(line.t_s)
    if n < 2:
        return []
    is_known = np.isfinite(line.extension_deg)
    is_made_up = (line.flags & _INTERPOLATED) != 0
    joins = is_known[1:] & is_known[:-1] & (np.diff(line.t_s) < _GAP_S)
    alike = is_made_up[1:] == is_made_up[:-1]
    cuts = np.flatnonzero(~(joins & alike)) + 1
    starts = np.concatenate([[0], cuts])
    stops = np.concatenate([cuts, [n]])
    runs = []
    for start, stop in zip(starts.tolist(), stops.tolist(), strict=True):
        reach = stop + 1 if stop < n and bool(joins[stop - 1]) else stop
        if is_known[start] and reach - start > 1:
            runs.append((start, reach, bool(is_made_up[start])))
    return runs
