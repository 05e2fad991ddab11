"""The far view: one state a walker understands in a second from three metres, and the time."""

import math
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme, current_theme
from ui.widgets.announcing import announce

WORD_CAP = 0.22
"""Least cap height of the state word, as a share of the view's height."""
SECOND_CAP = 0.11
"""Cap height of the time and the second line, where they fit."""
_LARGEST_WORD_CAP = 0.33
_LARGEST_CENTRED_CAP = 0.27
_WANTED_CAP = 0.265  # 22 % of a screen whose lower part holds a bar of buttons
_SQUEEZE_BELOW_CAP = 0.27  # letters are squeezed rather than set lower than this
_MARK_SHARES = (0.2, 0.15, 0.1)  # of the width, the side of a mark beside a word
_SMALLEST_CENTRED_MARK = 0.13
_LINE_PITCH = 1.38  # of the cap height; descenders clear the letters of the next line
_DESCENT = 0.32  # of the cap height
_NARROWEST = 0.72  # letters may be squeezed this much before they shrink
_MARGIN = 0.03  # of the height


class Mark(Enum):
    """The shape of a state; no two states that matter share one."""

    ROUND = "round"
    TRIANGLE = "triangle"
    OCTAGON = "octagon"
    DIAMOND = "diamond"
    RING = "ring"
    BAR = "bar"
    PAUSE = "pause"


class Place(Enum):
    """Where on the view the shape stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Hue(Enum):
    """Which colour of the theme a state wears."""

    GOOD = "good"
    CAUTION = "caution"
    STOP = "stop"
    PLAIN = "text"

    def of(self, theme: Theme) -> QColor:
        """Return the colour in a theme."""
        return QColor(getattr(theme, self.value))


class Face(NamedTuple):
    """How one state looks: its word, a smaller second line, shape, place and colour."""

    word: str
    second: str
    mark: Mark
    place: Place
    hue: Hue


class WordFit(NamedTuple):
    """A word broken into lines, with the cap height and squeeze at which it fits."""

    lines: tuple[str, ...]
    cap_px: float
    squeeze: float

    @property
    def height_px(self) -> float:
        """Height of the lines, the last one's descenders included."""
        return self.cap_px * (1 + _LINE_PITCH * (len(self.lines) - 1) + _DESCENT)


class Room(NamedTuple):
    """The room for a word, the largest cap height wanted and the one it is squeezed to keep."""

    width_px: float
    height_px: float
    largest_px: float
    kept_px: float


class StateView(QWidget):
    """Paints one `Face` and the time, scaled to whatever room there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = Face("", "", Mark.RING, Place.LEFT, Hue.PLAIN)
        self._time = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setObjectName("state_view")

    @property
    def face(self) -> Face:
        """What is shown now."""
        return self._face

    def sizeHint(self) -> QSize:
        """Return a comfortable size at the desk."""
        return QSize(960, 420)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which the word is still large."""
        return QSize(320, 170)

    def show_face(self, face: Face) -> None:
        """Show a state and tell it to a screen reader when its words are new."""
        if face == self._face:
            return
        self._face = face
        spoken = f"{face.word}, {face.second}" if face.second else face.word
        self.setAccessibleName(spoken)
        self.update()
        announce(self, spoken)

    def show_time(self, text: str) -> None:
        """Show the time walked, as ``m:ss``."""
        if text != self._time:
            self._time = text
            self.setAccessibleDescription(text)
            self.update()

    def word_fit(self) -> WordFit:
        """Return how the state word is set at the present size."""
        return self._setting()[0]

    def second_fit(self) -> WordFit:
        """Return how the second line is set at the present size."""
        return self._bottom_fits()[0]

    def _setting(self) -> tuple[WordFit, float]:
        """How the word is set, and the side of the mark beside it; 0 for a mark above it.

        A mark beside the word grows smaller before the word does. A mark above it moves beside it
        where the word is then larger, on two lines.
        """
        height, width = self.height(), self.width()
        margin = height * _MARGIN
        tallest = height * (1 - 2 * _MARGIN - _bottom_share())
        wanted, kept = height * _WANTED_CAP, height * _SQUEEZE_BELOW_CAP
        above: WordFit | None = None
        if self._face.place is Place.CENTRE:
            room = Room(
                width - 2 * margin,
                tallest - height * (_SMALLEST_CENTRED_MARK + _MARGIN),
                height * _LARGEST_CENTRED_CAP,
                kept,
            )
            above = fit_word(self._face.word, self.font(), room)
            if above.cap_px >= wanted:
                return above, 0.0
        side, beside = 0.0, WordFit(("",), 0.0, 1.0)
        for share in _MARK_SHARES:
            side = min(height * 0.6, width * share)
            room = Room(width - side - 4 * margin, tallest, height * _LARGEST_WORD_CAP, kept)
            beside = fit_word(self._face.word, self.font(), room)
            if beside.cap_px >= wanted:
                break
        if above is not None and above.cap_px >= beside.cap_px:
            return above, 0.0
        return beside, side

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint shape, word, second line and time."""
        theme = current_theme(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(theme.background))
        colour = self._face.hue.of(theme)
        fit, side = self._setting()
        mark_box, word_box = self._boxes(fit, side)
        paint_mark(painter, self._face.mark, mark_box, colour)
        painter.setPen(colour)
        place = Place.LEFT if side and self._face.place is Place.CENTRE else self._face.place
        _paint_word(painter, self.font(), fit, word_box, place)
        self._paint_bottom(painter, QColor(theme.text))
        painter.end()

    def _boxes(self, fit: WordFit, side: float) -> tuple[QRectF, QRectF]:
        margin = self.height() * _MARGIN
        top, bottom = margin, self.height() * (1 - _bottom_share()) - margin
        if side == 0.0:
            side = min(bottom - top - fit.height_px - margin, self.height() * 0.36)
            mark = QRectF((self.width() - side) / 2, top, side, side)
            room = self.width() - 2 * margin
            return mark, QRectF(margin, bottom - fit.height_px, room, fit.height_px)
        y = (top + bottom - side) / 2
        room = self.width() - side - 4 * margin
        is_left = self._face.place is not Place.RIGHT
        mark = QRectF(2 * margin if is_left else self.width() - side - 2 * margin, y, side, side)
        x = mark.right() + margin if is_left else margin
        if self._face.place is Place.CENTRE:  # mark and word together stand in the middle
            free = (room - _text_width(self.font(), fit)) / 2
            mark.translate(free, 0)
            x += free
        word_top = (top + bottom - fit.cap_px * (1 + _LINE_PITCH * (len(fit.lines) - 1))) / 2
        word_top = min(word_top, bottom - fit.height_px)  # descenders stay off the second line
        return mark, QRectF(x, word_top, room, fit.height_px)

    def _paint_bottom(self, painter: QPainter, colour: QColor) -> None:
        margin, baseline = self.height() * _MARGIN, self.height() * (1 - _MARGIN - 0.03)
        painter.setPen(colour)
        second, time = self._bottom_fits()
        x = self.width() - 2 * margin - _text_width(self.font(), time)
        _draw_line(painter, self.font(), time, 0, QPointF(x, baseline))
        _draw_line(painter, self.font(), second, 0, QPointF(2 * margin, baseline))

    def _bottom_fits(self) -> tuple[WordFit, WordFit]:
        """The second line and the time: they share the width."""
        margin, cap = self.height() * _MARGIN, self.height() * SECOND_CAP
        room = Room(self.width() * 0.4, cap * 1.4, cap, cap)
        time = fit_word(self._time, self.font(), room, max_lines=1)
        left_px = self.width() - 7 * margin - _text_width(self.font(), time)
        room = room._replace(width_px=left_px)
        return fit_word(self._face.second, self.font(), room, max_lines=1), time


def _bottom_share() -> float:
    return SECOND_CAP * (1 + _DESCENT) + 0.035


def fit_word(word: str, font: QFont, room: Room, *, max_lines: int = 2) -> WordFit:
    """Set a word as large as the room allows, on one line or on two."""
    fits = [_fit_lines(lines, font, room) for lines in _breaks(word) if len(lines) <= max_lines]
    return max(fits, key=lambda fit: (round(fit.cap_px, 1), fit.squeeze))


def _breaks(word: str) -> list[tuple[str, ...]]:
    parts = word.split(" ")
    two = [(" ".join(parts[:i]), " ".join(parts[i:])) for i in range(1, len(parts))]
    return [(word,), *two]


def _fit_lines(lines: tuple[str, ...], font: QFont, room: Room) -> WordFit:
    tallest = room.height_px / WordFit(lines, 1.0, 1.0).height_px
    cap = min(room.largest_px, tallest)
    natural = cap * min(1.0, room.width_px / max(1.0, _text_width(font, WordFit(lines, cap, 1.0))))
    squeeze = max(_NARROWEST, min(1.0, natural / min(cap, room.kept_px)))
    return WordFit(lines, natural / squeeze, squeeze)


def _word_font(font: QFont, cap_px: float) -> QFont:
    """Return a bold font whose capitals are `cap_px` high."""
    probe = QFont(font)
    probe.setBold(True)
    probe.setPixelSize(200)
    sized = QFont(probe)
    sized.setPixelSize(max(1, math.ceil(cap_px * 200 / QFontMetricsF(probe).capHeight())))
    return sized


def _text_width(font: QFont, fit: WordFit) -> float:
    metrics = QFontMetricsF(_word_font(font, fit.cap_px))
    return max(metrics.horizontalAdvance(line) for line in fit.lines) * fit.squeeze


def _paint_word(painter: QPainter, font: QFont, fit: WordFit, box: QRectF, place: Place) -> None:
    share = {Place.LEFT: 0.0, Place.CENTRE: 0.5, Place.RIGHT: 1.0}[place]
    for i, line in enumerate(fit.lines):
        width = _text_width(font, fit._replace(lines=(line,)))
        x = box.left() + (box.width() - width) * share
        baseline = box.top() + fit.cap_px * (1 + _LINE_PITCH * i)
        _draw_line(painter, font, fit, i, QPointF(x, baseline))


def _draw_line(painter: QPainter, font: QFont, fit: WordFit, i: int, start: QPointF) -> None:
    painter.save()
    painter.translate(start)
    painter.scale(fit.squeeze, 1.0)
    painter.setFont(_word_font(font, fit.cap_px))
    painter.drawText(QPointF(0, 0), fit.lines[i])
    painter.restore()


def paint_mark(painter: QPainter, mark: Mark, box: QRectF, colour: QColor) -> None:
    """Paint a state's shape into a square."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if mark is Mark.ROUND:
        painter.drawEllipse(box)
    elif mark is Mark.RING:
        width = box.width() * 0.13
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(box.adjusted(width / 2, width / 2, -width / 2, -width / 2))
    elif mark is Mark.BAR:
        height = box.height() * 0.26
        bar = QRectF(box.left(), box.center().y() - height / 2, box.width(), height)
        painter.drawRoundedRect(bar, height / 2, height / 2)
    elif mark is Mark.PAUSE:
        width = box.width() * 0.3
        for x in (box.left() + 0.08 * box.width(), box.right() - 0.08 * box.width() - width):
            painter.drawRoundedRect(QRectF(x, box.top(), width, box.height()), width / 4, width / 4)
    else:
        painter.drawPolygon(_polygon(mark, box))
    painter.restore()


def _polygon(mark: Mark, box: QRectF) -> QPolygonF:
    if mark is Mark.TRIANGLE:
        return QPolygonF(
            [QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()]
        )
    n, turn = (8, math.pi / 8) if mark is Mark.OCTAGON else (4, 0.0)
    radius, centre = box.width() / 2, box.center()
    angles = [turn + 2 * math.pi * i / n for i in range(n)]
    points = [centre + QPointF(math.cos(a), math.sin(a)) * radius for a in angles]
    return QPolygonF(points)
