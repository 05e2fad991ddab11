"""Where plots and numbers of a walk stand: nowhere, below the far view, or in their own window.

With a second display they open there, so that a helper reads them while the far view stays clean.
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.patient.walk_details import WalkDetails
from ui.texts import translate

DETAILS_SETTING = "walk_details"
"""The setting that holds where the details were last, as a `DetailsWish`."""
_SIZE_BESIDE = QSize(980, 460)


@dataclass(frozen=True, slots=True)
class DetailsWish:
    """Where somebody wants the details.

    Attributes
    ----------
    is_open : bool
        Whether they were open, in a window of their own, when the last walk ended.
    is_apart : bool or None
        In a window of their own, or below the far view; None is by whether there is a second
        display.
    screen : str
        Name of the display they were on.
    """

    is_open: bool = False
    is_apart: bool | None = None
    screen: str = ""


class DetailsWindow(QWidget):
    """Holds the details; closing it by whatever means is only a wish."""

    close_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(translate("details", "Details of the walk"))
        self.resize(_SIZE_BESIDE)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)

    def hold(self, details: WalkDetails) -> None:
        """Take the details in."""
        self._column.addWidget(details)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave it to who opened it."""
        event.ignore()
        self.close_requested.emit()


class DetailsPlace(QObject):
    """Opens and closes the details, and remembers where.

    Parameters
    ----------
    details : WalkDetails
        Stands in the view when this is made, and is given back to it by `take_back`.
    window : QWidget
        Of the far view; owns this, and is owned by nothing here: it must go with its last user.
    """

    opened = Signal(bool)
    """Whether the details are to be seen now."""
    below_wanted = Signal(bool)
    """Whether what is below the far view is to be shown."""
    given_back = Signal()
    """The details are to be put back below the far view."""

    def __init__(self, details: WalkDetails, window: QWidget) -> None:
        super().__init__(window)
        self._details = details
        self.wish = DetailsWish()
        self.apart: DetailsWindow | None = None
        """The window of the details; None unless they stand apart."""
        self._is_below = False
        details.move_requested.connect(self.move)
        QGuiApplication.instance().screenRemoved.connect(self._see_screens)  # type: ignore[union-attr]

    @property
    def _window(self) -> QWidget:
        window = self.parent()
        assert isinstance(window, QWidget)
        return window

    @property
    def is_open(self) -> bool:
        """Whether the details are to be seen."""
        return self._is_below or self.apart is not None

    def restore(self, wish: DetailsWish) -> None:
        """Open them again on the other display; over or below the far view they are asked for."""
        self.wish = wish
        has_room = self._other_screen() is not None
        if wish.is_open and has_room and self._wants_apart():
            self.open(is_apart=True)

    def toggle(self) -> None:
        """Open them where they belong, or close them."""
        if self.is_open:
            self.close()
        else:
            self.open(is_apart=self._wants_apart())

    def open(self, *, is_apart: bool) -> None:
        """Show the details in one of the two places."""
        self._put_away()
        if is_apart:
            self.apart = window = DetailsWindow(self._window)
            window.close_requested.connect(self.close)
            window.hold(self._details)
            self._details.show()
            self._bring(window)
        else:
            self._is_below = True
            self.below_wanted.emit(True)
        self._details.show_place(is_apart=is_apart)
        self.wish = replace(self.wish, is_open=is_apart)
        self.opened.emit(True)

    def move(self) -> None:
        """From below the far view into a window, or back, and remember that it was wanted so."""
        is_apart = self.apart is None
        self.wish = replace(self.wish, is_apart=is_apart)
        self.open(is_apart=is_apart)

    def close(self) -> None:
        """Show only the far view."""
        self._put_away()
        self.wish = replace(self.wish, is_open=False)
        self.opened.emit(False)

    def close_below(self) -> None:
        """Let the details give way where they take room from the far view."""
        if self._is_below:
            self.close()

    def end(self) -> None:
        """Put all away without a wish."""
        self._put_away()

    def _wants_apart(self) -> bool:
        is_apart = self.wish.is_apart
        return is_apart if is_apart is not None else self._other_screen() is not None

    def _other_screen(self) -> QScreen | None:
        """The display for the details: the one they were on, else one the far view is not on."""
        here = self._window.screen()
        others = [each for each in QGuiApplication.screens() if each is not here]
        known = [each for each in others if each.name() == self.wish.screen]
        return next(iter(known or others), None)

    def _bring(self, window: DetailsWindow) -> None:
        screen = self._other_screen()
        if screen is None:
            window.show()
            return
        self.wish = replace(self.wish, screen=screen.name())
        window.setScreen(screen)
        window.setGeometry(screen.availableGeometry())
        window.showMaximized()

    def _put_away(self) -> None:
        window, self.apart = self.apart, None
        if window is not None:
            self.given_back.emit()
            window.hide()
            window.deleteLater()
        self._is_below = False
        self.below_wanted.emit(False)

    def _see_screens(self) -> None:
        """The display of the details was pulled: they do not come to lie over the far view."""
        if self.apart is not None and self.wish.is_apart is None and self._other_screen() is None:
            self.close()
