"""The last strides as bars of stride length, each with its 95 % interval."""

from collections import deque
from typing import NamedTuple

from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme, current_theme
from ui.widgets.state_view import Mark, paint_mark

N_SHOWN = 20
_TALLEST_M = 1.6
_TO_95 = 1.96


class Bar(NamedTuple):
    """One stride: its length and standard deviation (None: unknown), and how it was judged."""

    stride_length_m: float | None
    sd_m: float | None
    is_scored: bool
    is_over: bool | None


class StrideBars(QWidget):
    """Paints the newest `N_SHOWN` strides, the newest at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stride_bars")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._bars: deque[Bar] = deque(maxlen=N_SHOWN)
        self._limit_m: float | None = None
        self._empty_words = ""

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is shown, oldest first."""
        return tuple(self._bars)

    def sizeHint(self) -> QSize:
        """Return a comfortable size at the desk."""
        return QSize(360, 200)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which bars can be told apart."""
        return QSize(200, 120)

    def set_empty_words(self, words: str) -> None:
        """Say this where no stride has a length."""
        self._empty_words = words
        self.update()

    def set_limit(self, stride_length_m: float | None) -> None:
        """Move or remove the limit line."""
        self._limit_m = stride_length_m
        self.update()

    def add(self, bar: Bar) -> None:
        """Show one more stride."""
        self._bars.append(bar)
        self.update()

    def clear(self) -> None:
        """Forget all strides."""
        self._bars.clear()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew in new colours or letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars from zero, so that lengths compare by eye."""
        theme = current_theme(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(theme.panel))
        field = self._field()
        if any(bar.stride_length_m is not None for bar in self._bars):
            self._paint_scale(painter, field, theme)
            for i, bar in enumerate(self._bars):
                self._paint_bar(painter, self._slot(field, i), bar, theme)
        else:
            painter.setPen(QColor(theme.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(
                QRectF(self.rect()).adjusted(10, 10, -10, -10), flags, self._empty_words
            )
        painter.end()

    def _field(self) -> QRectF:
        letters = QFontMetricsF(self.font())
        left = letters.horizontalAdvance(_metres(self.locale(), 1.5)) + 12
        return QRectF(self.rect()).adjusted(left, 14, -8, -8)

    def _slot(self, field: QRectF, i: int) -> QRectF:
        width = field.width() / N_SHOWN
        first = N_SHOWN - len(self._bars)
        return QRectF(field.left() + (first + i) * width, field.top(), width, field.height())

    def _y(self, field: QRectF, length_m: float) -> float:
        highest = max(
            _TALLEST_M, *((b.stride_length_m or 0) + _TO_95 * (b.sd_m or 0) for b in self._bars)
        )
        return field.bottom() - field.height() * length_m / highest

    def _paint_scale(self, painter: QPainter, field: QRectF, theme: Theme) -> None:
        for length_m in (0.5, 1.0, 1.5):
            y = self._y(field, length_m)
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
            painter.setPen(QColor(theme.muted))
            label = QRectF(0, y - 12, field.left() - 6, 24)
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(label, align, _metres(self.locale(), length_m))
        if self._limit_m is not None:
            y = self._y(field, self._limit_m)
            painter.setPen(QPen(QColor(theme.caution), 2, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))

    def _paint_bar(self, painter: QPainter, slot: QRectF, bar: Bar, theme: Theme) -> None:
        if bar.stride_length_m is None:
            return
        gap = slot.width() * 0.18
        top = self._y(slot, bar.stride_length_m)
        box = QRectF(slot.left() + gap, top, slot.width() - 2 * gap, slot.bottom() - top)
        colour = QColor(theme.caution if bar.is_over else theme.good)
        if bar.is_scored:
            painter.fillRect(box, colour)
        else:
            painter.setPen(QPen(QColor(theme.muted), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
        if bar.sd_m is not None:
            half = _TO_95 * bar.sd_m
            x = box.center().x()
            painter.setPen(QPen(QColor(theme.text), 2))
            upper, lower = (self._y(slot, bar.stride_length_m + d) for d in (half, -half))
            painter.drawLine(QPointF(x, upper), QPointF(x, lower))
        if bar.is_over:
            mark = QRectF(0, 0, 10, 10)
            mark.moveCenter(QPointF(box.center().x(), slot.top() - 6))
            paint_mark(painter, Mark.TRIANGLE, mark, QColor(theme.caution))


def _metres(locale: QLocale, length_m: float) -> str:
    return f"{locale.toString(length_m, 'f', 1)} m"
