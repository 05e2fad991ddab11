"""Colours, sizes and the style sheet of the window, dark and light."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

MIN_TEXT_PX = 16
"""Smallest text at the desk."""
MIN_TARGET_PX = 44
"""Smallest side of anything to press."""
FOCUS_RING_PX = 3


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


def contrast_ratio(colour: str, other: str) -> float:
    """Contrast of two colours, 1 to 21.

    References
    ----------
    WCAG 2.2, "contrast ratio" and "relative luminance".
    """
    light, dark = sorted((_luminance(colour), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


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
    app.setStyleSheet(_style_sheet(theme))


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


def _style_sheet(theme: Theme) -> str:
    ring = f"{FOCUS_RING_PX}px solid {theme.text}"
    return f"""
    QPushButton, QDoubleSpinBox, QCheckBox {{ min-height: {MIN_TARGET_PX - 2 * FOCUS_RING_PX}px; }}
    QPushButton {{
        background: {theme.panel}; color: {theme.text}; padding: 0 14px;
        border: {FOCUS_RING_PX}px solid {theme.line}; border-radius: 8px;
    }}
    QPushButton:hover {{ background: {theme.background}; }}
    QPushButton:pressed, QPushButton:checked {{ background: {theme.line}; }}
    QPushButton:disabled {{ color: {theme.muted}; border-color: {theme.panel}; }}
    QPushButton#step {{ padding: 0; min-width: {MIN_TARGET_PX - 2 * FOCUS_RING_PX}px; }}
    QPushButton#main {{
        background: {theme.good}; color: {theme.background}; border-color: {theme.good};
        font-weight: bold;
    }}
    QPushButton#main:disabled {{
        background: {theme.panel}; color: {theme.muted}; border-color: {theme.line};
    }}
    QPushButton#answer {{
        padding: 0 8px; min-width: {MIN_TARGET_PX}px;
    }}
    QPushButton#answer:checked {{
        background: {theme.text}; color: {theme.background}; font-weight: bold;
    }}
    QPushButton#answer:checked:focus {{ border-color: {theme.good}; }}
    QPushButton#danger {{
        background: {theme.stop}; color: {theme.background}; border-color: {theme.stop};
        font-weight: bold; min-height: {MIN_TARGET_PX + 8}px;
    }}
    QPushButton#danger:disabled {{ background: {theme.panel}; color: {theme.muted}; }}
    QPushButton#choice, QPushButton#nav {{ text-align: left; }}
    QPushButton#choice:checked, QPushButton#rating:checked, QPushButton#nav:checked {{
        background: {theme.good}; color: {theme.background}; border-color: {theme.good};
    }}
    QPushButton#nav {{ border-color: transparent; background: transparent; padding: 4px 14px; }}
    QPushButton#rating {{ padding: 0; }}
    QPushButton#link {{
        border-color: transparent; background: transparent; color: {theme.good};
        text-align: left; text-decoration: underline; padding: 0 4px;
    }}
    QPushButton:focus, QPushButton#main:focus, QPushButton#choice:focus, QPushButton#rating:focus,
    QPushButton#nav:focus, QPushButton#danger:focus, QPushButton#link:focus {{ border: {ring}; }}
    QDoubleSpinBox {{
        background: {theme.panel}; color: {theme.text};
        border: {FOCUS_RING_PX}px solid {theme.line}; border-radius: 8px; padding: 0 10px;
    }}
    QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {{ width: 0; }}
    QDoubleSpinBox:focus {{ border: {ring}; }}
    QDoubleSpinBox:disabled {{ color: {theme.muted}; border-color: {theme.panel}; }}
    QCheckBox {{ spacing: 10px; padding: 0 6px; border: {FOCUS_RING_PX}px solid transparent;
        border-radius: 8px; }}
    QCheckBox:focus {{ border: {ring}; }}
    QCheckBox::indicator {{ width: 22px; height: 22px; }}
    QFrame#alert {{
        background: {theme.panel}; border: {FOCUS_RING_PX}px solid {theme.stop};
        border-radius: 10px;
    }}
    QFrame#panel {{ background: {theme.panel}; border-radius: 10px; }}
    QLabel#badge {{
        background: {theme.caution}; color: {theme.background}; font-weight: bold;
        border-radius: 8px; padding: 4px 12px;
    }}
    QLabel#muted {{ color: {theme.muted}; }}
    QScrollArea {{ border: {FOCUS_RING_PX}px solid transparent; }}
    QScrollArea:focus {{ border: {ring}; }}
    QLineEdit, QPlainTextEdit, QSpinBox, QComboBox, QDateEdit {{
        background: {theme.panel}; color: {theme.text}; padding: 0 8px;
        min-height: {MIN_TARGET_PX - 2 * FOCUS_RING_PX}px;
        border: {FOCUS_RING_PX}px solid {theme.line}; border-radius: 8px;
    }}
    QAbstractSpinBox QLineEdit, QFrame#panel QAbstractSpinBox QLineEdit {{
        border: none; padding: 0 6px; min-height: 0; background: transparent;
    }}
    QFrame#panel QLineEdit, QFrame#panel QPlainTextEdit, QFrame#panel QSpinBox,
    QFrame#panel QComboBox, QFrame#panel QDateEdit, QFrame#panel QDoubleSpinBox {{
        background: {theme.background};
    }}
    QFrame#panel QPushButton {{ background: {theme.background}; }}
    QFrame#panel QPushButton#main, QFrame#panel QPushButton#choice:checked,
    QFrame#panel QPushButton#rating:checked {{ background: {theme.good}; }}
    QFrame#panel QPushButton#main:disabled {{ background: {theme.background}; }}
    QFrame#panel QPushButton#link {{ background: transparent; }}
    QFrame#panel QPushButton#danger {{ background: {theme.stop}; }}
    QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QComboBox:focus, QDateEdit:focus,
    QFrame#panel QLineEdit:focus, QFrame#panel QPlainTextEdit:focus, QFrame#panel QSpinBox:focus,
    QFrame#panel QComboBox:focus, QFrame#panel QDateEdit:focus,
    QFrame#panel QDoubleSpinBox:focus {{ border: {ring}; }}
    QWidget#nav {{ background: {theme.panel}; }}
    QTextBrowser {{
        border: {FOCUS_RING_PX}px solid {theme.line}; border-radius: 8px; padding: 8px;
    }}
    QTextBrowser:focus {{ border: {ring}; }}
    """
