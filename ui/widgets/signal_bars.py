"""Four bars that show how strong a signal is; the words beside them say it too."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from ui.theme import Theme

SIZE = QSize(36, 32)
_N_BARS = 4
_GAP_PX = 3.0


def bars_icon(n_bars: int, theme: Theme, ratio: float = 1.0) -> QIcon:
    """Return an icon of four bars, the first `n_bars` of them full; `ratio` is the screen's."""
    icon = QIcon(_bars(n_bars, QColor(theme.text), QColor(theme.line), ratio))
    on_selection = QColor(theme.background)
    faint = QColor(on_selection)
    faint.setAlphaF(0.25)
    icon.addPixmap(_bars(n_bars, on_selection, faint, ratio), QIcon.Mode.Selected)
    return icon


def _bars(n_bars: int, full: QColor, empty: QColor, ratio: float) -> QPixmap:
    pixmap = QPixmap(SIZE * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    width = (SIZE.width() - (_N_BARS - 1) * _GAP_PX) / _N_BARS
    for i in range(_N_BARS):
        height = SIZE.height() * (i + 1) / _N_BARS
        bar = QRectF(i * (width + _GAP_PX), SIZE.height() - height, width, height)
        painter.fillRect(bar, full if i < n_bars else empty)
    painter.end()
    return pixmap
