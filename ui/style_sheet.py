"""The style sheet of the window: how every kind of control looks in a theme."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.theme import Theme

MIN_TARGET_PX = 44
"""Smallest side of anything to press."""
FOCUS_RING_PX = 3

_INSIDE_PX = MIN_TARGET_PX - 2 * FOCUS_RING_PX
_FIELDS = ("QLineEdit", "QPlainTextEdit", "QSpinBox", "QDoubleSpinBox", "QComboBox", "QDateEdit")
_KINDS = ("main", "choice", "rating", "nav", "danger", "link", "answer")


def style_sheet(theme: "Theme") -> str:
    """The whole sheet."""
    return _buttons(theme) + _fields(theme) + _surfaces(theme) + _focus(theme)


def _buttons(theme: "Theme") -> str:
    return f"""
    QPushButton {{
        background: {theme.panel}; color: {theme.text}; padding: 0 14px;
        min-height: {_INSIDE_PX}px;
        border: {FOCUS_RING_PX}px solid {theme.line}; border-radius: 8px;
    }}
    QFrame#panel QPushButton {{ background: {theme.background}; }}
    QPushButton:hover {{ background: {theme.background}; }}
    QPushButton:pressed, QPushButton:checked {{ background: {theme.line}; }}
    QPushButton:disabled {{ color: {theme.muted}; border-color: {theme.panel}; }}
    QPushButton, QCheckBox {{ outline: none; }}
    QPushButton#step {{ padding: 0; min-width: {_INSIDE_PX}px; }}
    QPushButton#rating {{ padding: 0; }}
    QPushButton#answer {{ padding: 0 8px; min-width: {MIN_TARGET_PX}px; }}
    QPushButton#choice, QPushButton#nav, QPushButton#link {{ text-align: left; }}
    QPushButton#nav {{ border-color: transparent; background: transparent; padding: 4px 14px; }}
    QPushButton#link, QFrame#panel QPushButton#link {{
        border-color: transparent; background: transparent; color: {theme.good};
        text-decoration: underline; padding: 0 4px;
    }}
    QPushButton#main, QFrame#panel QPushButton#main, QPushButton#choice:checked,
    QPushButton#rating:checked, QPushButton#nav:checked, QPushButton#answer:checked,
    QFrame#panel QPushButton#answer:checked,
    QFrame#panel QPushButton#choice:checked, QFrame#panel QPushButton#rating:checked {{
        background: {theme.good}; color: {theme.background}; border-color: {theme.good};
    }}
    QPushButton#main {{ font-weight: bold; }}
    QPushButton#main:disabled, QFrame#panel QPushButton#main:disabled {{
        background: {theme.panel}; color: {theme.muted}; border-color: {theme.line};
    }}
    QPushButton#danger, QFrame#panel QPushButton#danger {{
        background: {theme.stop}; color: {theme.background}; border-color: {theme.stop};
        font-weight: bold; min-height: {MIN_TARGET_PX + 8}px;
    }}
    QPushButton#danger:disabled {{ background: {theme.panel}; color: {theme.muted}; }}
    QCheckBox {{
        min-height: {_INSIDE_PX}px; spacing: 10px; padding: 0 6px;
        border: {FOCUS_RING_PX}px solid transparent; border-radius: 8px;
    }}
    QCheckBox::indicator {{ width: 22px; height: 22px; }}
    QCheckBox::indicator:unchecked {{
        width: 18px; height: 18px; background: {theme.background};
        border: 2px solid {theme.muted}; border-radius: 4px;
    }}
    """


def _fields(theme: "Theme") -> str:
    inside = ", ".join(f"QFrame#panel {field}" for field in _FIELDS)
    return f"""
    {", ".join(_FIELDS)} {{
        background: {theme.panel}; color: {theme.text}; padding: 0 10px;
        min-height: {_INSIDE_PX}px;
        border: {FOCUS_RING_PX}px solid {theme.line}; border-radius: 8px;
    }}
    {inside} {{ background: {theme.background}; }}
    QAbstractSpinBox QLineEdit, QFrame#panel QAbstractSpinBox QLineEdit {{
        border: none; min-height: 0; padding: 0 6px; background: transparent;
    }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; }}
    QDoubleSpinBox:disabled {{ color: {theme.muted}; border-color: {theme.panel}; }}
    QTextBrowser {{
        border: {FOCUS_RING_PX}px solid {theme.line}; border-radius: 8px; padding: 8px;
    }}
    """


def _surfaces(theme: "Theme") -> str:
    return f"""
    QFrame#panel {{ background: {theme.panel}; border-radius: 10px; }}
    QFrame#alert {{
        background: {theme.panel}; border: {FOCUS_RING_PX}px solid {theme.stop};
        border-radius: 10px;
    }}
    QWidget#nav {{ background: {theme.panel}; }}
    QLabel#muted {{ color: {theme.muted}; }}
    QLabel#badge {{
        background: {theme.caution}; color: {theme.background}; font-weight: bold;
        border-radius: 8px; padding: 4px 12px;
    }}
    QScrollArea {{ border: {FOCUS_RING_PX}px solid transparent; }}
    QListWidget {{ border: {FOCUS_RING_PX}px solid {theme.line}; outline: none; }}
    """


def _focus(theme: "Theme") -> str:
    """A ring around whatever has the focus; as exact as the rules above, or it would lose."""
    kinds = ("QPushButton", *(f"QPushButton#{kind}" for kind in _KINDS), "QCheckBox")
    others = ("QScrollArea", "QTextBrowser", "QListWidget")
    names = [*kinds, *_FIELDS, *others]
    names += [f"QFrame#panel {name}" for name in (*kinds, *_FIELDS)]
    checked = [f"{name}:focus:checked" for name in names if "QPushButton#" in name]
    focused = ", ".join([*(f"{name}:focus" for name in names), *checked])
    return f"{focused} {{ border: {FOCUS_RING_PX}px solid {theme.text}; }}"
