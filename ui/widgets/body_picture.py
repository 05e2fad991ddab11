"""A drawn body, seen from behind and from the front, on which places are chosen."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.care.symptoms import Region
from sensors.samples import Side
from ui.theme import current_theme

Spot = tuple[Region, Side]
"""A place of one side."""

_SIZE = QSize(440, 420)
_W, _H = 100.0, 190.0  # of one figure, in its own units; its middle is x = 50


class _Place(NamedTuple):
    is_back: bool
    x: float
    """From the middle, towards the person's own right in the back view."""
    y: float
    radius: float


_PLACES = {
    Region.LOWER_BACK: _Place(True, 7, 78, 6),
    Region.DEEP_BUTTOCK: _Place(True, 11, 99, 8),
    Region.UPPER_HAMSTRING: _Place(True, 11, 118, 6.5),
    Region.GROIN: _Place(False, 8, 101, 6),
    Region.INNER_THIGH: _Place(False, 6, 118, 5.5),
    Region.OUTER_HIP: _Place(False, 20, 97, 6),
    Region.KNEE: _Place(False, 11, 143, 6),
    Region.BELOW_KNEE: _Place(False, 11, 164, 6.5),
}


class BodyPicture(QWidget):
    """Shows what is chosen and says which place was pressed; the list beside it serves keyboards.

    Left and right are the person's own: the front view is seen as by somebody who faces them.
    """

    pressed = Signal(object)
    """With a `Spot`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: frozenset[Spot] = frozenset()
        self._hovered: Spot | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(QCoreApplication.translate("body", "Picture of the body"))

    def sizeHint(self) -> QSize:
        """Return the size of both figures, larger with larger letters."""
        words = self.fontMetrics().horizontalAdvance("m") * 24
        return _SIZE.scaled(max(_SIZE.width(), words), 2000, Qt.AspectRatioMode.KeepAspectRatio)

    def show_chosen(self, spots: frozenset[Spot]) -> None:
        """Mark these places."""
        self._chosen = spots
        self.update()

    def spot_at(self, point: QPointF) -> Spot | None:
        """The place under a point of the widget."""
        for spot in _all_spots():
            if self._circle(spot).contains(point):
                return spot
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Say which place was pressed."""
        spot = self.spot_at(event.position())
        if spot is not None:
            self.pressed.emit(spot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what would be pressed."""
        spot = self.spot_at(event.position())
        if spot != self._hovered:
            self._hovered = spot
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor
            )
            self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw both figures and the places."""
        theme = current_theme(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for is_back in (True, False):
            painter.save()
            painter.translate(self._left(is_back), self._top())
            painter.scale(self._scale(), self._scale())
            painter.setPen(QPen(QColor(theme.line), 1.2))
            painter.setBrush(QColor(theme.background))
            painter.drawPath(_figure())
            if is_back:
                painter.drawPath(_back_lines())
            painter.restore()
            self._write_titles(painter, is_back=is_back)
        for spot in _all_spots():
            self._draw_spot(painter, spot)

    def _draw_spot(self, painter: QPainter, spot: Spot) -> None:
        theme = current_theme(self)
        is_chosen = spot in self._chosen
        width = 3 if is_chosen or spot == self._hovered else 1.5
        painter.setPen(QPen(QColor(theme.caution if is_chosen else theme.muted), width))
        painter.setBrush(QColor(theme.caution) if is_chosen else Qt.BrushStyle.NoBrush)
        circle = self._circle(spot)
        painter.drawEllipse(circle)
        if is_chosen:
            painter.setPen(QColor(theme.background))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, "✓")

    def _write_titles(self, painter: QPainter, *, is_back: bool) -> None:
        translate = QCoreApplication.translate
        painter.setPen(QColor(current_theme(self).muted))
        font = QFont(self.font())
        painter.setFont(font)
        height = self.fontMetrics().height()
        left, width = self._left(is_back), _W * self._scale()
        title = translate("body", "from behind") if is_back else translate("body", "from the front")
        painter.drawText(QRectF(left, 0, width, height + 4), Qt.AlignmentFlag.AlignCenter, title)
        own_left, own_right = translate("body", "left"), translate("body", "right")
        first, second = (own_left, own_right) if is_back else (own_right, own_left)
        row = QRectF(left, height + 2, width, height + 4)
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft, first)
        painter.drawText(row, Qt.AlignmentFlag.AlignRight, second)

    def _circle(self, spot: Spot) -> QRectF:
        region, side = spot
        place = _PLACES[region]
        is_right_half = (side is Side.RIGHT) == place.is_back
        x = _W / 2 + (place.x if is_right_half else -place.x)
        scale = self._scale()
        centre = QPointF(self._left(place.is_back) + x * scale, self._top() + place.y * scale)
        radius = place.radius * scale
        return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)

    def _top(self) -> float:
        return 2.0 * self.fontMetrics().height()

    def _scale(self) -> float:
        return (self.height() - self._top()) / _H

    def _left(self, is_back: bool) -> float:
        half = self.width() / 2
        return (0.0 if is_back else half) + (half - _W * self._scale()) / 2


def _all_spots() -> tuple[Spot, ...]:
    return tuple((region, side) for region in _PLACES for side in Side)


def _figure() -> QPainterPath:
    """The outline of a standing person, arms a little away from the body."""
    path = QPainterPath()
    path.addEllipse(QPointF(50, 13), 8.5, 11)
    body = QPainterPath(QPointF(46, 23))
    right = [
        ((46, 29), (40, 31), (33, 33)),
        ((27, 35), (26, 42), (25, 50)),
        ((23, 65), (20, 80), (17, 96)),
        ((16, 101), (21, 102), (22, 98)),
        ((26, 82), (29, 68), (31, 56)),
        ((33, 66), (33, 72), (32, 79)),
        ((28, 90), (28, 100), (30, 114)),
        ((32, 128), (33, 134), (33, 142)),
        ((32, 154), (33, 166), (35, 178)),
        ((32, 184), (42, 185), (43, 180)),
        ((44, 164), (45, 154), (45, 144)),
        ((47, 132), (48, 122), (50, 110)),
    ]
    for one, two, end in right:
        body.cubicTo(QPointF(*one), QPointF(*two), QPointF(*end))
    mirrored = [
        (tuple((100 - x, y) for x, y in (two, one)), start)
        for (one, two, _), start in zip(
            reversed(right), [*(end for *_, end in reversed(right[:-1])), (46, 23)], strict=True
        )
    ]
    for (one, two), (x, y) in mirrored:
        body.cubicTo(QPointF(*one), QPointF(*two), QPointF(100 - x, y))
    body.closeSubpath()
    return path.united(body)


def _back_lines() -> QPainterPath:
    """The spine and the fold of the buttocks, so that the back is seen to be one."""
    lines = QPainterPath(QPointF(50, 36))
    lines.lineTo(QPointF(50, 108))
    for sign in (-1, 1):
        lines.moveTo(QPointF(50, 110))
        lines.quadTo(QPointF(50 + sign * 10, 114), QPointF(50 + sign * 19, 107))
    return lines
