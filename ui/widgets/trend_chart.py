"""Days or weeks as bars or a line, each of which can be read by key, mouse and screen reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QBrush,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import FOCUS_RING_PX, Theme, current_theme

_BAR_SHARE = 0.68
_LEAST_BAR_PX = 3
_MARK_PX = 4.0


class Look(Enum):
    """How a bar is filled: each by colour and by pattern."""

    PLAIN = "plain"
    CAUTION = "caution"
    """Hatched."""
    STOP = "stop"
    """Crossed."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One day or week.

    Attributes
    ----------
    value : float or None
        Height; None where nothing is known.
    words : str
        What is said of it: its day and its value with the unit.
    tick : str
        What stands below it; empty for most.
    """

    value: float | None
    words: str
    tick: str = ""
    look: Look = Look.PLAIN


@dataclass(frozen=True, slots=True)
class ChartData:
    """Everything a chart shows; `levels` are the labelled heights, the lowest is its floor."""

    title: str
    words: str
    slots: tuple[Slot, ...]
    levels: tuple[tuple[float, str], ...]
    is_line: bool = False


_NOTHING = ChartData("", "", (), ((0.0, ""), (1.0, "")))


class TrendChart(QWidget):
    """Paints slots from left to right; arrow keys or a click choose one, and its words are told.

    Signals
    -------
    pointed(str)
        The words of the slot that was chosen.
    """

    pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._data = _NOTHING
        self._chosen: int | None = None

    @property
    def data(self) -> ChartData:
        """What is shown."""
        return self._data

    @property
    def chosen(self) -> int | None:
        """Which slot was chosen last; None for none."""
        return self._chosen

    def set_data(self, data: ChartData) -> None:
        """Show other slots; nothing is chosen then."""
        self._data, self._chosen = data, None
        self.setAccessibleName(data.title)
        self.setAccessibleDescription(data.words)
        self.update()

    def choose(self, i: int) -> None:
        """Choose a slot, the nearest there is, and tell its words."""
        if not self._data.slots:
            return
        self._chosen = min(max(i, 0), len(self._data.slots) - 1)
        words = self._data.slots[self._chosen].words
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )
        self.pointed.emit(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size in which a month of days can be told apart."""
        line = self.fontMetrics().height()
        return QSize(28 * line // 2, 8 * line)

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(180, 6 * self.fontMetrics().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from slot to slot."""
        last = len(self._data.slots) - 1
        at = last + 1 if self._chosen is None else self._chosen
        match event.key():
            case Qt.Key.Key_Left:
                self.choose(at - 1)
            case Qt.Key.Key_Right:
                self.choose(at + 1)
            case Qt.Key.Key_Home:
                self.choose(0)
            case Qt.Key.Key_End:
                self.choose(last)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the slot under the pointer."""
        field, n_slots = self._field(), len(self._data.slots)
        if n_slots:
            self.choose(int((event.position().x() - field.left()) / field.width() * n_slots))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew in new colours or letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint levels, slots and ticks."""
        theme = current_theme(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = self._field()
        self._paint_levels(painter, field, theme)
        self._paint_chosen(painter, field, theme)
        if self._data.is_line:
            self._paint_line(painter, field, theme)
        else:
            self._paint_bars(painter, field, theme)
        self._paint_ticks(painter, field, theme)
        if self.hasFocus():
            half = FOCUS_RING_PX / 2
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.text), FOCUS_RING_PX))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 6, 6)
        painter.end()

    def _field(self) -> QRectF:
        letters = QFontMetricsF(self.font())
        left = max(letters.horizontalAdvance(text) for _, text in self._data.levels) + 16
        return QRectF(self.rect()).adjusted(
            left, 0.6 * letters.height(), -10, -1.5 * letters.height()
        )

    def _slot(self, field: QRectF, i: int) -> QRectF:
        width = field.width() / len(self._data.slots)
        return QRectF(field.left() + i * width, field.top(), width, field.height())

    def _y(self, field: QRectF, value: float) -> float:
        low, high = self._data.levels[0][0], self._data.levels[-1][0]
        return field.bottom() - field.height() * (value - low) / (high - low)

    def _paint_levels(self, painter: QPainter, field: QRectF, theme: Theme) -> None:
        half = QFontMetricsF(self.font()).height() / 2
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for value, text in self._data.levels:
            y = self._y(field, value)
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
            painter.setPen(QColor(theme.muted))
            painter.drawText(QRectF(0, y - half, field.left() - 8, 2 * half), align, text)

    def _paint_chosen(self, painter: QPainter, field: QRectF, theme: Theme) -> None:
        if self._chosen is None:
            return
        slot = self._slot(field, self._chosen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.text), 1, Qt.PenStyle.DashLine))
        painter.drawRect(slot.adjusted(0, -4, 0, 2))

    def _paint_bars(self, painter: QPainter, field: QRectF, theme: Theme) -> None:
        for i, slot in enumerate(self._data.slots):
            if slot.value is None:
                continue
            place = self._slot(field, i)
            width = _BAR_SHARE * place.width()
            top = min(self._y(field, slot.value), field.bottom() - _LEAST_BAR_PX)
            box = QRectF(place.center().x() - width / 2, top, width, field.bottom() - top)
            paint_fill(painter, box, slot.look, theme)

    def _paint_line(self, painter: QPainter, field: QRectF, theme: Theme) -> None:
        points = [
            QPointF(self._slot(field, i).center().x(), self._y(field, slot.value))
            for i, slot in enumerate(self._data.slots)
            if slot.value is not None
        ]
        colour = QColor(theme.good)
        painter.setPen(QPen(colour, 2))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(colour)
        for point in points:
            painter.drawEllipse(point, _MARK_PX, _MARK_PX)

    def _paint_ticks(self, painter: QPainter, field: QRectF, theme: Theme) -> None:
        """Write the newest names, and of the older ones those that touch no other."""
        painter.setPen(QColor(theme.muted))
        letters = QFontMetricsF(self.font())
        free_until = float(self.width())
        for i, slot in reversed(list(enumerate(self._data.slots))):
            width = letters.horizontalAdvance(slot.tick)
            x = min(self._slot(field, i).center().x() - width / 2, self.width() - width)
            if slot.tick and x >= 0 and x + width <= free_until:
                box = QRectF(x, field.bottom() + 4, width + 1, letters.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignLeft, slot.tick)
                free_until = x - letters.averageCharWidth()


class FillKey(QWidget):
    """A small box filled like a bar, for the words that explain it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedSize(22, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint_fill(painter, box, self._look, current_theme(self))
        painter.end()


def paint_fill(painter: QPainter, box: QRectF, look: Look, theme: Theme) -> None:
    """Paint a bar in the colour and pattern of its look."""
    colour = QColor(
        {Look.PLAIN: theme.good, Look.CAUTION: theme.caution, Look.STOP: theme.stop}[look]
    )
    pattern = {
        Look.PLAIN: Qt.BrushStyle.SolidPattern,
        Look.CAUTION: Qt.BrushStyle.BDiagPattern,
        Look.STOP: Qt.BrushStyle.DiagCrossPattern,
    }[look]
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(QBrush(colour, pattern))
    painter.drawRect(box)


def levels_up_to(highest: float, steps: Sequence[float]) -> tuple[float, ...]:
    """Return round levels from zero to at least the highest value, four at most."""
    for step in steps:
        if highest <= 3 * step:
            n_steps = max(1, -int(-highest // step))
            return tuple(step * n for n in range(n_steps + 1))
    step = steps[-1]
    return (0.0, step * -int(-highest // step))
