"""The whole walk at a glance: extension, strides, cues, pain, gaps, postures; drawn once.

Everything but the cursor lives in a pixmap: following the cursor repaints two narrow strips.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.gait.events import Posture
from coach.records.marks import Gap, Note
from coach.replay.trace_store import TraceStore
from sensors.samples import FloatArray
from ui.replay import replay_texts
from ui.replay.axes import BOTTOM_PX, AngleScale, lane_px, time_scale, zoom_of
from ui.replay.lanes import OVER, Lane, TimeScale
from ui.replay.time_axis import ticks_s
from ui.theme import Theme, current_theme
from ui.widgets.state_view import Mark, paint_mark

_BAND_PX, _CUES_PX = 12, 14
_TOP_DEG, _BOTTOM_DEG = 36.0, -12.0
"""Extension is what the timeline is about: the swing in front is cut off."""
_FEW_STRIDES_PX = 5.0
_CURSOR_PX = 3


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands on a walk beside strides and cues."""

    pain_s: tuple[float, ...] = ()
    gaps: tuple[Gap, ...] = ()
    notes: tuple[Note, ...] = ()


NO_MARKS = Marks()


class Overview(QWidget):
    """A walk from start to end; click or drag to go somewhere, drag with Shift for a region."""

    moved = Signal(float)
    """With the time the person points at."""
    region_chosen = Signal(float, float)
    zoom_requested = Signal(float)
    """With a factor of the visible time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overview")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._extent = (0.0, 1.0)
        self._trace = TraceStore()
        self._lanes: tuple[Lane, ...] = (Lane(),)
        self._marks = NO_MARKS
        self._cursor_s = 0.0
        self._window: tuple[float, float] = (0.0, 0.0)
        self._region: tuple[float, float] | None = None
        self._pressed_s: float | None = None
        self._paper = QPixmap()

    def sizeHint(self) -> QSize:
        """Return a comfortable size at the desk."""
        return QSize(900, 168)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which strides can be told apart."""
        return QSize(320, 140)

    @property
    def scale(self) -> TimeScale:
        """Where times lie."""
        return time_scale(self, *self._extent)

    def show_walk(
        self, extent: tuple[float, float], trace: TraceStore, lanes: Sequence[Lane], marks: Marks
    ) -> None:
        """Draw a walk; the first lane is as recorded, a second one under other settings."""
        self._extent, self._trace, self._marks = extent, trace, marks
        self._lanes = tuple(lanes) or (Lane(),)
        self._redraw()

    def show_cursor(
        self, t_s: float, window: tuple[float, float], region: tuple[float, float] | None
    ) -> None:
        """Move the cursor, the stretch the detail shows, and the loop; repaints only these."""
        if (window, region) != (self._window, self._region):
            self._cursor_s, self._window, self._region = t_s, window, region
            self.update()
        elif t_s != self._cursor_s:
            for each_s in (self._cursor_s, t_s):
                self.update(self._cursor_rect(each_s))
            self._cursor_s = t_s

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there, or begin a region with Shift."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        t_s = self._time_at(event)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._pressed_s = t_s
        else:
            self.moved.emit(t_s)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along, or stretch the region."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        t_s = self._time_at(event)
        if self._pressed_s is None:
            self.moved.emit(t_s)
        else:
            self.region_chosen.emit(min(self._pressed_s, t_s), max(self._pressed_s, t_s))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a region."""
        self._pressed_s = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom the detail."""
        self.zoom_requested.emit(zoom_of(event))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew at the new size."""
        super().resizeEvent(event)
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in new colours or letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._redraw()

    def focusInEvent(self, event: object) -> None:
        """Show the focus ring."""
        self.update()

    def focusOutEvent(self, event: object) -> None:
        """Hide the focus ring."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy what is drawn, and put window, loop and cursor on it."""
        if self._paper.isNull():
            self._draw()
        theme = current_theme(self)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._paper)
        scale, top, bottom = self.scale, 0, self.height() - BOTTOM_PX
        if self._region is not None:
            colour = QColor(theme.good)
            colour.setAlpha(50)
            first, last = (scale.x(each) for each in self._region)
            painter.fillRect(QRectF(first, top, last - first, bottom), colour)
            painter.setPen(QPen(QColor(theme.good), 2))
            for x in (first, last):
                painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        first, last = (min(max(scale.x(t), scale.left_px), scale.right_px) for t in self._window)
        painter.setPen(QPen(QColor(theme.line), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(first, top + 1, max(2.0, last - first), bottom - 2))
        painter.setPen(QPen(QColor(theme.text), _CURSOR_PX))
        x = scale.x(self._cursor_s)
        painter.drawLine(QPointF(x, top), QPointF(x, bottom + 4))
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.text), 3))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.end()

    def _time_at(self, event: QMouseEvent) -> float:
        first_s, last_s = self._extent
        return min(max(self.scale.t_s(event.position().x()), first_s), last_s)

    def _cursor_rect(self, t_s: float) -> QRect:
        return QRect(QPoint(int(self.scale.x(t_s)) - 4, 0), QSize(9, self.height()))

    def _redraw(self) -> None:
        self._paper = QPixmap()
        self.update()

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._paper = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        self._paper.setDevicePixelRatio(ratio)
        theme = current_theme(self)
        painter = QPainter(self._paper)
        painter.fillRect(self.rect(), QColor(theme.panel))
        painter.setFont(self.font())
        self._draw_axes(painter, theme)
        self._draw_postures(painter, theme)
        self._draw_extension(painter, theme)
        for n, lane in enumerate(self._lanes):
            self._draw_cues(painter, theme, n, lane)
        self._draw_marks(painter, theme)
        painter.end()

    def _lanes_px(self) -> int:
        return _BAND_PX + self._cues_px * len(self._lanes) + 4

    @property
    def _cues_px(self) -> int:
        """Height of a lane of cues."""
        return lane_px(self, _CUES_PX)

    @property
    def _angles(self) -> AngleScale:
        """Where angles lie."""
        return AngleScale(_TOP_DEG, _BOTTOM_DEG, self._lanes_px(), self.height() - BOTTOM_PX)

    def _draw_axes(self, painter: QPainter, theme: Theme) -> None:
        scale, bottom = self.scale, self.height() - BOTTOM_PX
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        angles = self._angles
        is_tight = 10 * angles.px_per_deg < self.fontMetrics().height()
        for extension_deg in range(0, 31, 20 if is_tight else 10):
            y = angles.y(extension_deg)
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(scale.left_px, y), QPointF(scale.right_px, y))
            painter.setPen(QColor(theme.muted))
            box = QRectF(0, y - 12, scale.left_px - 6, 24)
            painter.drawText(box, flags, replay_texts.axis_degrees(extension_deg))
        for t_s in ticks_s(*self._extent, scale.right_px - scale.left_px, self._extent[0]):
            x = scale.x(t_s)
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(x, bottom), QPointF(x, bottom + 5))
            painter.setPen(QColor(theme.muted))
            time = replay_texts.time_of(t_s - self._extent[0])
            width_px = painter.fontMetrics().horizontalAdvance(time) + 4
            left_px = min(x - width_px / 2, self.width() - width_px)
            box = QRectF(left_px, bottom + 3, width_px, BOTTOM_PX - 3)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, time)

    def _draw_postures(self, painter: QPainter, theme: Theme) -> None:
        scale = self.scale
        for span in self._lanes[0].postures:
            brush = _posture_brush(theme, span.posture)
            x = scale.x(span.from_s)
            painter.fillRect(QRectF(x, 0, max(1.0, scale.x(span.to_s) - x), _BAND_PX), brush)

    def _draw_extension(self, painter: QPainter, theme: Theme) -> None:
        """Each stride's reach from its peaks at once, the trace over it as it comes in."""
        scale, lane = self.scale, self._lanes[0]
        angles = self._angles
        until_s = self._trace.until_s
        painter.setPen(QPen(QColor(theme.muted), 1))
        late = np.ones(len(lane.peaks_s), bool) if until_s is None else lane.peaks_s > until_s
        xs, highs = self._columns(lane.peaks_s[late], lane.extension_deg[late])
        painter.drawLines(_upright(xs, angles.ys(np.full(len(xs), _BOTTOM_DEG)), angles.ys(highs)))
        n_columns = max(1, int(scale.right_px - scale.left_px))
        envelope = self._trace.envelope(*self._extent, n_columns)
        drawn = np.flatnonzero(np.isfinite(envelope.high_deg))
        low, high = angles.ys(envelope.low_deg[drawn]), angles.ys(envelope.high_deg[drawn])
        painter.drawLines(_upright(drawn + np.float64(scale.left_px), low, high))
        self._draw_over(painter, theme, lane)
        for n, each in enumerate(self._lanes):
            style = Qt.PenStyle.DashLine if n == 0 else Qt.PenStyle.DotLine
            painter.setPen(QPen(QColor(theme.caution if n == 0 else theme.good), 2, style))
            for step in each.limits:
                if step.limit_deg is not None:
                    y = angles.y(step.limit_deg)
                    painter.drawLine(
                        QPointF(scale.x(step.from_s), y), QPointF(scale.x(step.to_s), y)
                    )

    def _draw_over(self, painter: QPainter, theme: Theme, lane: Lane) -> None:
        """Strides over the limit stand out by colour and by what reaches over the line."""
        angles = self._angles
        painter.setPen(QPen(QColor(theme.caution), 2))
        for step in lane.limits:
            if step.limit_deg is not None:
                over = (lane.judged == OVER) & (lane.extension_deg > step.limit_deg)
                over &= (lane.peaks_s >= step.from_s) & (lane.peaks_s <= step.to_s)
                xs, highs = self._columns(lane.peaks_s[over], lane.extension_deg[over])
                line = angles.ys(np.full(len(xs), step.limit_deg))
                painter.drawLines(_upright(xs, line, angles.ys(highs)))

    def _columns(self, t_s: FloatArray, values: FloatArray) -> tuple[FloatArray, FloatArray]:
        """The columns of pixels that times fall in, each once, with the largest value there."""
        if not len(t_s):
            return t_s, values
        scale = self.scale
        xs = np.round(scale.left_px + (t_s - scale.first_s) * scale.px_per_s)
        starts = np.flatnonzero(np.diff(xs, prepend=xs[0] - 1))
        return xs[starts], np.maximum.reduceat(values, starts)

    def _draw_cues(self, painter: QPainter, theme: Theme, n: int, lane: Lane) -> None:
        scale = self.scale
        top = _BAND_PX + 2 + n * self._cues_px
        painter.setPen(QColor(theme.muted))
        if len(self._lanes) > 1:
            box = QRectF(0, top - 4, scale.left_px - 6, self._cues_px + 6)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, flags, "AB"[n])
        colour = QColor(theme.caution if n == 0 else theme.good)
        columns = np.unique(
            np.round(scale.left_px + (lane.cues_s - scale.first_s) * scale.px_per_s)
        )
        are_few = len(columns) * _FEW_STRIDES_PX < scale.right_px - scale.left_px
        if not are_few:
            painter.setPen(QPen(colour, 2))
            tops, bottoms = np.full((2, len(columns)), [[top + 1.0], [top + self._cues_px - 2.0]])
            painter.drawLines(_upright(columns, tops, bottoms))
            return
        for x in columns.tolist():
            box = QRectF(x - 5, top + 1, 10, self._cues_px - 3)
            paint_mark(painter, Mark.TRIANGLE, box, colour)

    def _draw_marks(self, painter: QPainter, theme: Theme) -> None:
        scale, top, bottom = self.scale, self._lanes_px(), self.height() - BOTTOM_PX
        for gap in self._marks.gaps:
            x = scale.x(gap.start_s)
            to_x = scale.x(self._extent[1] if gap.end_s is None else gap.end_s)
            brush = QBrush(QColor(theme.line), Qt.BrushStyle.BDiagPattern)
            painter.fillRect(QRectF(x, top, max(2.0, to_x - x), bottom - top), brush)
        for t_s in self._marks.pain_s:
            x = scale.x(t_s)
            painter.setPen(QPen(QColor(theme.stop), 2))
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
            box = QRectF(x - 6, bottom - 14, 12, 12)
            paint_mark(painter, Mark.DIAMOND, box, QColor(theme.stop))
        for note in self._marks.notes:
            if note.t_s is not None:
                x = scale.x(note.t_s)
                painter.setPen(QPen(QColor(theme.good), 2))
                painter.drawLine(QPointF(x, top), QPointF(x, bottom))
                end_s = note.end_s if note.end_s is not None else note.t_s
                width = max(10.0, scale.x(end_s) - x)
                painter.fillRect(QRectF(x, top, width, 7), QColor(theme.good))


def _posture_brush(theme: Theme, posture: Posture) -> QBrush:
    """Colour and pattern, so that none is told by its colour alone."""
    looks = {
        Posture.WALKING: (theme.good, Qt.BrushStyle.SolidPattern),
        Posture.RUNNING: (theme.caution, Qt.BrushStyle.FDiagPattern),
        Posture.STANDING: (theme.muted, Qt.BrushStyle.Dense5Pattern),
        Posture.RESTING: (theme.muted, Qt.BrushStyle.HorPattern),
        Posture.TRANSFER: (theme.line, Qt.BrushStyle.BDiagPattern),
        Posture.UNKNOWN: (theme.panel, Qt.BrushStyle.SolidPattern),
    }
    colour, style = looks[posture]
    return QBrush(QColor(colour), style)


def _upright(xs: FloatArray, from_y: FloatArray, to_y: FloatArray) -> list[QLineF]:
    """Upright lines, to be drawn in one go."""
    columns = zip(xs.tolist(), from_y.tolist(), to_y.tolist(), strict=True)
    return [QLineF(x, y, x, other_y) for x, y, other_y in columns]
