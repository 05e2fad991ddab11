"""How the window looks to this person: colours, letters, motion, and what the system wants."""

import os
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.theme import CONTRAST, DARK, LIGHT, Theme, apply_theme, grow_to_readable, theme_for

THEME_VARIABLE = "HIPCOACH_THEME"
"""``light``, ``dark`` or ``contrast``; without it the settings decide, then the system."""
MOTION_VARIABLE = "HIPCOACH_MOTION"
"""``reduced`` lets the live strip move four times a second instead of sixty."""
LOOK_SETTING = "look"
SYSTEM = "system"
THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}
TEXT_PERCENTS = (100, 125, 150, 200)


@dataclass(frozen=True, slots=True)
class Look:
    """What somebody chose.

    Attributes
    ----------
    theme : str
        A key of `THEMES`, or `SYSTEM`.
    text_percent : int
        Of the usual size.
    is_motion_reduced : bool
        Whether smooth motion is unwelcome, whatever the system says.
    """

    theme: str = SYSTEM
    text_percent: int = 100
    is_motion_reduced: bool = False


def dress(app: QApplication, look: Look | None = None) -> None:
    """Set colours and text size: as chosen, or as they were chosen before."""
    look = look or look_of(app)
    app.setProperty("look", look)
    apply_theme(app, _theme(look))
    grow_to_readable(app, look.text_percent / 100)


def follow_system(app: QApplication) -> None:
    """Follow the system when it changes between dark and light, as long as nobody chose."""
    QGuiApplication.styleHints().colorSchemeChanged.connect(
        lambda _: apply_theme(app, _theme(look_of(app)))
    )


def look_of(app: QApplication) -> Look:
    """How the window looks now."""
    look = app.property("look")
    return look if isinstance(look, Look) else Look()


def look_now() -> Look:
    """How the one application looks; without one, as nobody chose."""
    app = QApplication.instance()
    return look_of(app) if isinstance(app, QApplication) else Look()


def has_motion() -> bool:
    """Whether smooth motion is welcome: by the settings, and by the system where Qt knows it."""
    if os.environ.get(MOTION_VARIABLE) == "reduced":
        return False
    app = QApplication.instance()
    if isinstance(app, QApplication) and look_of(app).is_motion_reduced:
        return False
    hints = QGuiApplication.styleHints()
    accessibility = hints.accessibility()  # Qt 6.12 deletes it with the last name for its hints
    wish = getattr(accessibility, "motionPreference", None)
    return wish is None or "Reduced" not in str(wish())


def _theme(look: Look) -> Theme:
    wanted = os.environ.get(THEME_VARIABLE, "")
    chosen = THEMES.get(wanted) or THEMES.get(look.theme)
    if chosen is not None:
        return chosen
    hints = QGuiApplication.styleHints()
    accessibility = hints.accessibility()
    contrast = getattr(accessibility, "contrastPreference", None)
    if contrast is not None and "High" in str(contrast()):
        return CONTRAST
    scheme = hints.colorScheme()
    return theme_for(scheme if isinstance(scheme, Qt.ColorScheme) else Qt.ColorScheme.Unknown)
