"""A drawn picture of one or two frames, in the colours of the theme."""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QEasingCurve, QRectF, QSize, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import DARK, LIGHT, Theme, current_theme

_FADE_MS = 450
_GAP_PX = 10
_RATIO = 3 / 2
_DIM = 0.35
_ON_DARK = {
    "#EEF2F5": "#1A2129",  # card, and the gap between limbs
    "#4A5B6C": "#C3CFDA",  # body
    "#93A3B1": "#71818F",  # far limbs, ground
    "#8593A0": "#5A6875",
    "#E06A00": "#FF8A1F",  # what works
    "#14181C": "#FFE9D2",  # its outline
    "#FFFFFF": "#10161C",  # dashes, pillows
    "#00598F": "#5CC8FF",  # arrows
    "#C9DCEB": "#274257",  # mat
    "#D5CDBF": "#4B463D",
    "#7A6F5D": "#B9AD96",
    "#1E7B4F": "#4CC38A",
    "#7A3E9D": "#B583D6",
    "#2E86C1": "#5FB3E6",
    "#B0402A": "#FF9B85",
    "#C79A00": "#FFC247",
    "#8CC8F0": "#3D7FAE",
    "#F5A08C": "#A8513E",
}
"""The pictures are drawn for light windows; every colour of theirs on dark ones."""
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def recoloured(svg: str, theme: Theme) -> str:
    """The picture in the colours of a theme."""
    if theme is not DARK:
        return svg
    return _COLOUR.sub(lambda found: _ON_DARK.get(found[0].upper(), found[0]), svg)


@lru_cache(maxsize=64)
def _renderer(path: Path, theme_name: str) -> QSvgRenderer:
    svg = path.read_text("utf-8")
    return QSvgRenderer(
        QByteArray(recoloured(svg, DARK if theme_name == DARK.name else LIGHT).encode())
    )


class PictureView(QWidget):
    """Shows frames beside each other, or one at a time with a calm change between them.

    With `dims_others` the frames beside the one to look at are dimmed: a change without motion.
    """

    def __init__(
        self,
        *,
        is_beside: bool = True,
        has_motion: bool = True,
        dims_others: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._paths: tuple[Path, ...] = ()
        self._is_beside, self._has_motion = is_beside, has_motion
        self._dims_others = dims_others
        self._frame = self._before = 0
        self._height_px = 160
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(_FADE_MS)
        self._fade.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.valueChanged.connect(lambda _: self.update())

    @property
    def has_pictures(self) -> bool:
        """Whether there is anything to show."""
        return bool(self._paths)

    @property
    def frame(self) -> int:
        """The frame shown, or the one to look at, from 0."""
        return self._frame

    def set_pictures(self, paths: Sequence[Path], described: str) -> None:
        """Show these; `described` tells a screen reader what they show."""
        self._paths = tuple(path for path in paths if path.is_file())  # a physio's own has none
        self._fade.stop()
        self._frame = self._before = 0
        self.setAccessibleName(described)
        self.updateGeometry()
        self.update()

    def set_height(self, height_px: int) -> None:
        """How high a frame is at most."""
        self._height_px = height_px
        self.updateGeometry()

    def show_frame(self, number: int) -> None:
        """Change to this frame; one that is not there is the last."""
        number = min(number, max(len(self._paths) - 1, 0))
        if number == self._frame:
            return
        self._before, self._frame = self._frame, number
        self._fade.stop()
        if self._has_motion and not self._is_beside and self.isVisible():
            self._fade.start()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as wanted, and as wide as the frames then are."""
        n = self._n_beside
        return QSize(round(self._height_px * _RATIO * n) + _GAP_PX * (n - 1), self._height_px)

    def minimumSizeHint(self) -> QSize:
        """Half of that still shows what is meant."""
        return self.sizeHint() / 2

    def hasHeightForWidth(self) -> bool:
        """The frames keep their shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the frames are when they are this wide together."""
        n = self._n_beside
        return min(self._height_px, round((width - _GAP_PX * (n - 1)) / n / _RATIO))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the frames."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._paths:
            return
        if self._is_beside:
            for number in range(len(self._paths)):
                is_dim = self._dims_others and number != self._frame
                painter.setOpacity(_DIM if is_dim else 1.0)
                self._draw(painter, number, self._rect(number))
            return
        share = self._fade.currentValue() if self._fade.state() else 1.0
        if share < 1.0:
            self._draw(painter, self._before, self._rect(0))
        painter.setOpacity(share)
        self._draw(painter, self._frame, self._rect(0))

    @property
    def _n_beside(self) -> int:
        return max(len(self._paths), 1) if self._is_beside else 1

    def _rect(self, number: int) -> QRectF:
        n = self._n_beside
        width = min((self.width() - _GAP_PX * (n - 1)) / n, self.height() * _RATIO)
        height = width / _RATIO
        return QRectF(number * (width + _GAP_PX), (self.height() - height) / 2, width, height)

    def _draw(self, painter: QPainter, number: int, rect: QRectF) -> None:
        _renderer(self._paths[number], current_theme(self).name).render(painter, rect)
