"""The live thigh angle as a sweep, like an ECG: only the strip that is new is painted.

Extension is drawn upwards, so that the limit is a ceiling. Everything already drawn lives in a
pixmap; a frame erases a narrow bar in front of the pen, adds the new line piece and repaints that
rectangle alone, which makes a smooth 2 px line as cheap as a thin one. The two samples of a frame
are handled as plain floats: at that size every numpy call would cost more than the drawing.
"""

from collections import deque
from collections.abc import Iterable
from typing import NamedTuple, cast

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sensors.samples import FlagArray, FloatArray, SampleFlag
from ui.theme import current_theme
from ui.widgets.state_view import Mark, paint_mark

SWEEP_S = 10.0
TOP_DEG, BOTTOM_DEG = 35.0, -55.0
"""Thigh extension at the upper and lower edge; walking needs about +25 to -40."""
_ERASE_PX = 24
_LINE_PX = 2
_MARK_PX = 12
_GAP_S = 0.25


class StrideMark(NamedTuple):
    """An extension peak on the strip, and whether it was over the limit (None: not judged)."""

    t_s: float
    thigh_extension_deg: float
    is_over: bool | None


class _Sample(NamedTuple):
    t_s: float
    extension_deg: float
    flag: int


class _Line(NamedTuple):
    """Points that belong together, drawn in one go."""

    points: list[QPointF]
    is_new: bool
    is_made_up: bool


class LiveStrip(QWidget):
    """Paints the last ten seconds of the thigh angle, the limit and a mark on every stride."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("live_strip")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._limit_deg: float | None = None
        self._words = ("", "", "")
        self._paper = QPixmap()
        self._ink = QPixmap()
        self._recent: deque[_Sample] = deque()
        self._marks: list[StrideMark] = []
        self._waiting: list[StrideMark] = []
        self._last: _Sample | None = None
        self._theme = current_theme(self)
        self._px_per_s = self._px_per_deg = 1.0

    def sizeHint(self) -> QSize:
        """Return a comfortable size at the desk."""
        return QSize(720, 200)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which strides can be told apart."""
        return QSize(240, 120)

    def set_words(self, behind: str, in_front: str, limit: str) -> None:
        """Label the upper and lower edge and the limit line."""
        if self._words != (behind, in_front, limit):
            self._words = (behind, in_front, limit)
            self._redraw()

    def set_limit(self, extension_deg: float | None) -> None:
        """Move or remove the limit line."""
        if self._limit_deg != extension_deg:
            self._limit_deg = extension_deg
            self._redraw()

    def clear(self) -> None:
        """Forget everything drawn."""
        self._recent.clear()
        self._marks, self._waiting, self._last = [], [], None
        self._redraw()

    def add(self, t_s: FloatArray, thigh_flexion_deg: FloatArray, flags: FlagArray) -> None:
        """Draw new samples and ask for a repaint of their strip only.

        Parameters
        ----------
        t_s, thigh_flexion_deg : (n,) arrays
            Later than everything added before; NaN leaves a gap.
        flags : (n,) uint8 array
            Interpolated samples are drawn faint, a sample after a gap starts a new line.
        """
        if not len(t_s):
            return
        columns = (t_s.tolist(), thigh_flexion_deg.tolist(), flags.tolist())
        pen_s = columns[0][-1]
        samples = [
            _Sample(t, -flexion_deg, flag)
            for t, flexion_deg, flag in zip(*columns, strict=True)
            if t >= pen_s - SWEEP_S
        ]
        self._forget_before(pen_s - SWEEP_S)
        self._ensure_drawn()
        self._recent.extend(samples)
        for rect in (*self._draw(samples), *self._draw_marks_behind(pen_s)):
            self.update(rect)

    def mark(self, mark: StrideMark) -> None:
        """Draw a mark on an extension peak, as soon as the pen is clear of it."""
        self._marks.append(mark)
        self._waiting.append(mark)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy what is drawn; nothing is computed here."""
        self._ensure_drawn()
        painter = QPainter(self)
        for rect in cast("Iterable[QRect]", event.region()):  # iterable, though its stub forgot
            painter.drawPixmap(rect, self._ink, self._on_pixmap(rect))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew at the new size."""
        super().resizeEvent(event)
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in new colours or letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._redraw()

    def _forget_before(self, t_s: float) -> None:
        while self._recent and self._recent[0].t_s < t_s:
            self._recent.popleft()
        while self._marks and self._marks[0].t_s < t_s:
            self._marks.pop(0)

    def _point(self, t_s: float, extension_deg: float) -> QPointF:
        shown_deg = min(TOP_DEG, max(BOTTOM_DEG, extension_deg))
        y = _MARK_PX + (TOP_DEG - shown_deg) * self._px_per_deg
        return QPointF(t_s % SWEEP_S * self._px_per_s, y)

    def _on_pixmap(self, rect: QRect) -> QRect:
        """Return a rectangle in the pixels of a high-resolution screen."""
        ratio = self._paper.devicePixelRatio()
        if ratio == 1:
            return rect
        start, size = rect.topLeft() * ratio, rect.size() * ratio
        return QRect(start, size)

    def _redraw(self) -> None:
        self._paper = QPixmap()
        self.update()

    def _ensure_drawn(self) -> None:
        if not self._paper.isNull() or self.width() < 2:
            return
        self._theme = current_theme(self)
        self._px_per_s = (self.width() - 1) / SWEEP_S
        self._px_per_deg = (self.height() - 2 * _MARK_PX) / (TOP_DEG - BOTTOM_DEG)
        self._paper = self._blank()
        self._draw_paper()
        self._ink = self._paper.copy()
        self._last = None
        self._draw(self._recent)
        self._waiting = list(self._marks)
        if self._recent:
            self._draw_marks_behind(self._recent[-1].t_s)

    def _blank(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _draw_paper(self) -> None:
        theme = self._theme
        painter = QPainter(self._paper)
        painter.fillRect(self.rect(), QColor(theme.panel))
        painter.setPen(QPen(QColor(theme.line), 1))
        zero = self._point(0.0, 0.0).y()
        painter.drawLine(QPointF(0, zero), QPointF(self.width(), zero))
        painter.setPen(QColor(theme.muted))
        behind, in_front, limit = self._words
        box = QRectF(self.rect()).adjusted(8, 3, -8, -3)
        painter.drawText(box, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, behind)
        painter.drawText(box, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, in_front)
        if self._limit_deg is not None:
            y = self._point(0.0, self._limit_deg).y()
            colour = QColor(theme.caution)
            painter.setPen(QPen(colour, 2, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
            label = QRectF(box.left(), y - 40, box.width(), 38)
            painter.drawText(
                label, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, limit
            )
        painter.end()

    def _draw(self, samples: Iterable[_Sample]) -> list[QRect]:
        """Erase ahead of the pen, add the line, return the rectangles that changed."""
        painter = QPainter(self._ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dirty = []
        for line in self._lines(samples):
            dirty.append(self._erase(painter, line))
            colour = self._theme.line if line.is_made_up else self._theme.text
            painter.setPen(QPen(QColor(colour), _LINE_PX))
            painter.drawPolyline(line.points)
        painter.end()
        return dirty

    def _lines(self, samples: Iterable[_Sample]) -> list[_Line]:
        """Cut samples into lines where the sweep starts again, or something is missing."""
        lines: list[_Line] = []
        last = self._last
        for sample in samples:
            self._last = sample
            if sample.extension_deg != sample.extension_deg:  # unknown
                last = None
                continue
            is_made_up = bool(sample.flag & SampleFlag.INTERPOLATED)
            point = self._point(sample.t_s, sample.extension_deg)
            if last is None or self._is_break(last, sample):
                lines.append(_Line([point], is_new=True, is_made_up=is_made_up))
            elif not lines or lines[-1].is_made_up != is_made_up:
                before = self._point(last.t_s, last.extension_deg)
                lines.append(_Line([before, point], is_new=False, is_made_up=is_made_up))
            else:
                lines[-1].points.append(point)
            last = sample
        return lines

    @staticmethod
    def _is_break(last: _Sample, sample: _Sample) -> bool:
        return (
            last.extension_deg != last.extension_deg
            or sample.t_s - last.t_s > _GAP_S
            or sample.t_s % SWEEP_S < last.t_s % SWEEP_S
            or bool(sample.flag & SampleFlag.AFTER_GAP)
        )

    def _erase(self, painter: QPainter, line: _Line) -> QRect:
        """Bring back the paper from the pen to a little ahead, return what must be repainted."""
        left = int(line.points[0].x()) + (-_LINE_PX if line.is_new else _LINE_PX)
        bar = QRect(left, 0, int(line.points[-1].x()) - left + _ERASE_PX, self.height())
        painter.drawPixmap(bar, self._paper, self._on_pixmap(bar))
        return bar.adjusted(-2 * _LINE_PX, 0, _LINE_PX, 0)

    def _draw_marks_behind(self, pen_s: float) -> list[QRect]:
        """Draw the waiting marks that the pen can no longer erase, return where."""
        if not self._waiting:
            return []
        clear_s = pen_s - _MARK_PX / self._px_per_s
        ready = [mark for mark in self._waiting if mark.t_s < clear_s]
        self._waiting = [mark for mark in self._waiting if mark.t_s >= clear_s]
        painter = QPainter(self._ink)
        rects = [self._draw_mark(painter, mark) for mark in ready]
        painter.end()
        return rects

    def _draw_mark(self, painter: QPainter, mark: StrideMark) -> QRect:
        theme = self._theme
        box = QRectF(0, 0, _MARK_PX, _MARK_PX)
        box.moveCenter(self._point(mark.t_s, mark.thigh_extension_deg))
        shape, colour = {
            None: (Mark.RING, theme.muted),
            True: (Mark.TRIANGLE, theme.caution),
            False: (Mark.ROUND, theme.good),
        }[mark.is_over]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, shape, box, QColor(colour))
        return box.toAlignedRect().adjusted(-2, -2, 2, 2)
