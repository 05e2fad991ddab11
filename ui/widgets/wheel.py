"""The wheel over a page scrolls the page: it never changes a number, a choice or a slider."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QScrollArea, QSlider, QWidget

_CHANGED_BY_WHEEL = (QAbstractSpinBox, QComboBox, QSlider)
_FIELDS_MAY_BE_NEW = (QEvent.Type.Show, QEvent.Type.LayoutRequest)


class WheelForPage(QObject):
    """Leaves the wheel to a scrolling page, also over the fields that are put onto it later.

    Qt lets the wheel change a field it happens to pass over, and gives it the keyboard: whoever
    scrolls through a long form would change a leg length without seeing it.
    """

    def __init__(self, page: QScrollArea) -> None:
        super().__init__(page)
        content = page.widget()
        if content is None:
            raise ValueError("a page without content has no fields")
        self._page, self._content = page, content
        self._content.installEventFilter(self)
        self._take_fields()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand the wheel on to the page; look for fields whenever the page was laid out anew."""
        if watched is self._content:
            if event.type() in _FIELDS_MAY_BE_NEW:
                self._take_fields()
            return False
        if event.type() == QEvent.Type.Wheel:
            QCoreApplication.sendEvent(self._page.verticalScrollBar(), event)
            return True
        return False

    def _take_fields(self) -> None:
        for field in self._content.findChildren(QWidget):
            if isinstance(field, _CHANGED_BY_WHEEL) and not field.property("wheel_for_page"):
                field.setProperty("wheel_for_page", True)
                if field.focusPolicy() == Qt.FocusPolicy.WheelFocus:
                    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                field.installEventFilter(self)
