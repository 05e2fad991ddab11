"""The live thigh angle as a sweep, like an ECG: only the strip that is new is painted.

Extension is drawn upwards, so that the limit is a ceiling. Everything already drawn lives in a
pixmap; a frame erases a narrow bar in front of the pen, adds the new line piece and repaints that
rectangle alone, which makes a smooth 2 px line as cheap as a thin one.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple, cast

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QResizeEvent
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
        self._recent: list[tuple[FloatArray, FloatArray, FlagArray]] = []
        self._marks: list[StrideMark] = []
        self._waiting: list[StrideMark] = []
        self._last = (np.nan, np.nan)

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
        self._recent, self._marks, self._waiting = [], [], []
        self._last = (np.nan, np.nan)
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
        keep = t_s >= t_s[-1] - SWEEP_S
        piece = (t_s[keep], -thigh_flexion_deg[keep], flags[keep])
        self._forget_before(t_s[-1] - SWEEP_S)
        self._ensure_drawn()
        self._recent.append(piece)
        for rect in (*self._draw(*piece), *self._draw_marks_behind(float(t_s[-1]))):
            self.update(rect)

    def mark(self, mark: StrideMark) -> None:
        """Draw a mark on an extension peak, as soon as the pen is clear of it."""
        self._marks.append(mark)
        self._waiting.append(mark)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy what is drawn; nothing is computed here."""
        self._ensure_drawn()
        painter = QPainter(self)
        ratio = self._ink.devicePixelRatio()
        for rect in cast("Iterable[QRect]", event.region()):  # iterable, though its stub forgot
            source = QRectF(QPointF(rect.topLeft()) * ratio, rect.size().toSizeF() * ratio)
            painter.drawPixmap(QRectF(rect), self._ink, source)
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
        while self._recent and self._recent[0][0][-1] < t_s:
            self._recent.pop(0)
        while self._marks and self._marks[0].t_s < t_s:
            self._marks.pop(0)

    def _x(self, t_s: FloatArray) -> FloatArray:
        return np.mod(t_s, SWEEP_S) * ((self.width() - 1) / SWEEP_S)

    def _y(self, extension_deg: FloatArray) -> FloatArray:
        share = (TOP_DEG - np.clip(extension_deg, BOTTOM_DEG, TOP_DEG)) / (TOP_DEG - BOTTOM_DEG)
        return share * (self.height() - 2 * _MARK_PX) + _MARK_PX

    def _point(self, t_s: float, extension_deg: float) -> QPointF:
        return QPointF(self._x(np.array([t_s]))[0], self._y(np.array([extension_deg]))[0])

    def _redraw(self) -> None:
        self._paper = QPixmap()
        self.update()

    def _ensure_drawn(self) -> None:
        if not self._paper.isNull() or self.width() < 2:
            return
        self._paper = self._blank()
        self._draw_paper()
        self._ink = self._paper.copy()
        self._last = (np.nan, np.nan)
        for piece in self._recent:
            self._draw(*piece)
        self._waiting = list(self._marks)
        if self._recent:
            self._draw_marks_behind(float(self._recent[-1][0][-1]))

    def _blank(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _draw_paper(self) -> None:
        theme = current_theme(self)
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

    def _draw(self, t_s: FloatArray, extension_deg: FloatArray, flags: FlagArray) -> list[QRect]:
        """Erase ahead of the pen, add the line, return the rectangles that changed."""
        t = np.concatenate(([self._last[0]], t_s))
        y_deg = np.concatenate(([self._last[1]], extension_deg))
        x, y = self._x(t), self._y(y_deg)
        is_break = np.isnan(y) | np.isnan(t)
        is_break[1:] |= (flags & SampleFlag.AFTER_GAP) != 0
        is_new_line = np.zeros(len(t), bool)
        is_new_line[1:] = (np.diff(x) < 0) | (np.diff(t) > _GAP_S) | is_break[1:] | is_break[:-1]
        painter = QPainter(self._ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dirty: list[QRect] = []
        starts = [0, *np.flatnonzero(is_new_line).tolist(), len(t)]
        for first, end in pairwise(starts):
            line = slice(first, end)
            if np.isfinite(y[line]).any():
                dirty.append(self._erase(painter, x[line], is_new=bool(is_new_line[first])))
                self._draw_line(painter, x[line], y[line], flags[max(0, first - 1) : end - 1])
        painter.end()
        self._last = (float(t[-1]), float(y_deg[-1]))
        return dirty

    def _erase(self, painter: QPainter, x: FloatArray, *, is_new: bool) -> QRect:
        """Bring back the paper from the pen to a little ahead, return what must be repainted."""
        left = int(np.nanmin(x)) + (-_LINE_PX if is_new else _LINE_PX)
        bar = QRect(left, 0, int(np.nanmax(x)) - left + _ERASE_PX, self.height())
        ratio = self._paper.devicePixelRatio()
        source = QRectF(QPointF(bar.topLeft()) * ratio, bar.size().toSizeF() * ratio)
        painter.drawPixmap(QRectF(bar), self._paper, source)
        return bar.adjusted(-2 * _LINE_PX, 0, _LINE_PX, 0)

    def _draw_line(self, painter: QPainter, x: FloatArray, y: FloatArray, flags: FlagArray) -> None:
        theme = current_theme(self)
        is_made_up = bool((flags & SampleFlag.INTERPOLATED).any())
        painter.setPen(QPen(QColor(theme.line if is_made_up else theme.text), _LINE_PX))
        is_drawn = np.isfinite(y)
        pairs = zip(x[is_drawn].tolist(), y[is_drawn].tolist(), strict=True)
        painter.drawPolyline(QPolygonF([QPointF(*pair) for pair in pairs]))

    def _draw_marks_behind(self, pen_s: float) -> list[QRect]:
        """Draw the waiting marks that the pen can no longer erase, return where."""
        clear_s = pen_s - _MARK_PX * SWEEP_S / max(1, self.width())
        ready = [mark for mark in self._waiting if mark.t_s < clear_s]
        if not ready:
            return []
        self._waiting = [mark for mark in self._waiting if mark.t_s >= clear_s]
        painter = QPainter(self._ink)
        rects = [self._draw_mark(painter, mark) for mark in ready]
        painter.end()
        return rects

    def _draw_mark(self, painter: QPainter, mark: StrideMark) -> QRect:
        theme = current_theme(self)
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
