"""What every page owes to keyboards, screen readers, fingers and large letters."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from ui.theme import MIN_TARGET_PX

_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)
_NO_CONTROLS = (QScrollBar, QHeaderView)  # of a list that has a name itself
_INNER = ("qt_spinbox_lineedit", "qt_tabwidget_tabbar", "ScrollLeftButton", "ScrollRightButton")


def complaints(page: QWidget) -> list[str]:
    """Everything on a shown page that is nameless, too small, cut off or out of sight."""
    found = [f"{_who(each)} has no name" for each in _controls(page) if not _name(each)]
    found += [
        f"{_who(each)} is {each.width()} x {each.height()}"
        for each in _controls(page)
        if isinstance(each, QAbstractButton) and min(each.width(), each.height()) < MIN_TARGET_PX
    ]
    found += [
        f"{_who(each)} cuts its words off: {each.width()} of {each.sizeHint().width()} px"
        for each in _controls(page)
        if isinstance(each, QAbstractButton) and each.width() < each.minimumSizeHint().width()
    ]
    found += [
        f"label {each.text()[:50]!r} cuts its words off: {each.height()} px"
        for each in page.findChildren(QLabel)
        if each.isVisible()
        and each.text()
        and each.height() < each.heightForWidth(each.width()) - 2
    ]
    found += [
        f"{_who(area)} is wider than its window"
        for area in [page, *page.findChildren(QScrollArea)]
        if isinstance(area, QScrollArea)
        and area.isVisible()
        and area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        and (inner := area.widget()) is not None
        and inner.minimumSizeHint().width() > area.viewport().width()
    ]
    return found


def _controls(page: QWidget) -> Iterator[QWidget]:
    for widget in page.findChildren(QWidget):
        is_control = isinstance(widget, _CONTROLS) and not isinstance(widget, _NO_CONTROLS)
        if is_control and widget.isVisible() and widget.objectName() not in _INNER:
            yield widget


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def _who(widget: QWidget) -> str:
    return f"{type(widget).__name__} {_name(widget)[:60]!r}"
