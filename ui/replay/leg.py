"""A drawn leg with the thigh as it stood at the cursor, and the limit it is judged by."""

from math import cos, radians, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.replay import replay_texts
from ui.theme import current_theme

_THIGH, _TRUNK, _HEAD = 0.42, 0.30, 0.07
"""Shares of the height: lengths of thigh and trunk, radius of the head."""


class Leg(QWidget):
    """Seen from the side, walking to the right: extension is to the left of the standing line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("leg")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._extension_deg: float | None = None
        self._limit_deg: float | None = None
        self.setAccessibleName(self.tr("The thigh at the cursor"))

    def sizeHint(self) -> QSize:
        """Return a comfortable size at the desk."""
        return QSize(170, 210)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which an angle can be seen."""
        return QSize(130, 150)

    @property
    def text(self) -> str:
        """The angle in words."""
        if self._extension_deg is None:
            return self.tr("The angle is not known here.")
        return replay_texts.place(self._extension_deg)

    def show_thigh(self, extension_deg: float | None, limit_deg: float | None) -> None:
        """Draw this angle; None is not known."""
        if (extension_deg, limit_deg) != (self._extension_deg, self._limit_deg):
            self._extension_deg, self._limit_deg = extension_deg, limit_deg
            self.setAccessibleDescription(self.text)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint trunk, standing line, limit and thigh."""
        theme = current_theme(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text_px = 2 * self.fontMetrics().lineSpacing() + 4
        size = min(self.height() - text_px, self.width() * 1.25)
        hip = QPointF(self.width() / 2, (_TRUNK + 2 * _HEAD + 0.02) * size)
        thigh = _THIGH * size
        top = QPointF(hip.x(), hip.y() - _TRUNK * size)
        width = max(8.0, 0.085 * size)
        painter.setPen(QPen(QColor(theme.line), width, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(hip, top)
        painter.setBrush(QColor(theme.line))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPointF(top.x(), top.y() - _HEAD * size), _HEAD * size, _HEAD * size)
        nose = QPointF(top.x() + _HEAD * size * 1.25, top.y() - _HEAD * size)
        painter.drawPolygon(QPolygonF([nose, nose + QPointF(-10, -6), nose + QPointF(-10, 6)]))
        painter.setPen(QPen(QColor(theme.muted), 2, Qt.PenStyle.DashLine))
        painter.drawLine(hip, _end(hip, thigh * 1.12, 0.0))
        if self._limit_deg is not None:
            painter.setPen(QPen(QColor(theme.caution), 3, Qt.PenStyle.DashLine))
            painter.drawLine(hip, _end(hip, thigh * 1.12, self._limit_deg))
        if self._extension_deg is not None:
            self._paint_thigh(painter, hip, thigh, width)
        painter.setPen(QColor(theme.text))
        box = QRectF(0, self.height() - text_px, self.width(), text_px)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.text)
        painter.end()

    def _paint_thigh(self, painter: QPainter, hip: QPointF, thigh: float, width: float) -> None:
        theme = current_theme(self)
        assert self._extension_deg is not None
        is_over = self._limit_deg is not None and self._extension_deg > self._limit_deg
        colour = QColor(theme.caution if is_over else theme.good)
        knee = _end(hip, thigh, self._extension_deg)
        painter.setPen(QPen(colour, width, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(hip, knee)
        painter.setPen(QPen(QColor(theme.background), 2))
        painter.setBrush(QColor(theme.text))
        sensor = _end(hip, thigh * 0.55, self._extension_deg)
        painter.drawEllipse(sensor, width * 0.42, width * 0.42)


def _end(hip: QPointF, length: float, extension_deg: float) -> QPointF:
    angle = radians(extension_deg)
    return QPointF(hip.x() - sin(angle) * length, hip.y() + cos(angle) * length)
