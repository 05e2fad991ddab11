"""Colours, sizes and the style sheet of the window, dark and light."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui.style_sheet import FOCUS_RING_PX, MIN_TARGET_PX, style_sheet

__all__ = ["FOCUS_RING_PX", "MIN_TARGET_PX", "MIN_TEXT_PX", "Theme", "apply_theme"]

MIN_TEXT_PX = 16
"""Smallest text at the desk."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours as ``#rrggbb``; state colours stay apart in every colour blindness."""

    name: str
    background: str
    panel: str
    line: str
    text: str
    muted: str
    good: str
    caution: str
    stop: str


DARK = Theme(
    name="dark",
    background="#0F1419",
    panel="#1A2129",
    line="#4A5764",
    text="#F4F6F8",
    muted="#B4BFCA",
    good="#5CC8FF",
    caution="#FFC247",
    stop="#FF5D8F",
)
LIGHT = Theme(
    name="light",
    background="#FFFFFF",
    panel="#EFF2F5",
    line="#8593A0",
    text="#14181C",
    muted="#46525D",
    good="#00598F",
    caution="#7A5200",
    stop="#7A0A3C",
)
CONTRAST = Theme(
    name="contrast",
    background="#000000",
    panel="#000000",
    line="#A8A8A8",
    text="#FFFFFF",
    muted="#FFFFFF",
    good="#7FD6FF",
    caution="#FFD24D",
    stop="#FF8FB3",
)


def theme_for(scheme: Qt.ColorScheme) -> Theme:
    """Return the colours for what the system asks for; dark where it asks for nothing."""
    return LIGHT if scheme == Qt.ColorScheme.Light else DARK


def current_theme(widget: QWidget) -> Theme:
    """Return the theme whose palette a widget wears now."""
    background = widget.palette().window().color()
    return next((t for t in (LIGHT, CONTRAST) if background == QColor(t.background)), DARK)


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Dress the whole application in a theme."""
    app.setStyle("Fusion")
    app.setPalette(_palette(theme))
    app.setStyleSheet(style_sheet(theme))


def grow_to_readable(app: QApplication, factor: float = 1.0) -> None:
    """Make the application's text at least `MIN_TEXT_PX` high, times a factor.

    Larger system text stays; the factor is always of the size the system began with.
    """
    font = app.font()
    system_pt = app.property("system_pt")
    if system_pt is None:
        dpi = app.primaryScreen().logicalDotsPerInch() if app.primaryScreen() else 96.0
        size_pt = font.pointSizeF() if font.pointSizeF() > 0 else font.pixelSize() * 72 / dpi
        system_pt = max(size_pt, MIN_TEXT_PX * 72 / dpi)
        app.setProperty("system_pt", system_pt)
    font.setPointSizeF(system_pt * factor)
    app.setFont(font)


def scaled_font(font: QFont, factor: float, *, is_bold: bool = False) -> QFont:
    """Return a font larger or smaller than the given one by a factor."""
    scaled = QFont(font)
    if font.pointSizeF() > 0:
        scaled.setPointSizeF(font.pointSizeF() * factor)
    else:
        scaled.setPixelSize(round(font.pixelSize() * factor))
    scaled.setBold(is_bold)
    return scaled


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for name, colour in {
        role.Window: theme.background,
        role.Base: theme.panel,
        role.AlternateBase: theme.background,
        role.Button: theme.panel,
        role.ToolTipBase: theme.panel,
        role.WindowText: theme.text,
        role.Text: theme.text,
        role.ButtonText: theme.text,
        role.ToolTipText: theme.text,
        role.BrightText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Highlight: theme.good,
        role.HighlightedText: theme.background,
        role.Link: theme.good,
    }.items():
        palette.setColor(name, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(disabled, name, QColor(theme.muted))
    return palette
