"""The bar that stays on the screen throughout a long-stride test: STOP, pause, the words alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from coach.care.long_stride_state import Phase


class StopBar(QWidget):
    """One big STOP, and two small buttons beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stop = QPushButton(self.tr("STOP (S)"))
        self.pause = QPushButton(self.tr("Pause (P)"))
        self.far_only = QPushButton(self.tr("Only the patient's words (F11)"))
        self.stop.setObjectName("danger")
        self.stop.setAccessibleDescription(self.tr("Stop the test at once; key S"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button, share in ((self.stop, 3), (self.pause, 1), (self.far_only, 1)):
            button.setAutoDefault(True)
            row.addWidget(button, share)

    def show_phase(self, phase: Phase, *, is_stopped: bool) -> None:
        """Offer what makes sense; a test that was stopped only waits for its rating."""
        is_paused = phase is Phase.PAUSED
        self.pause.setText(self.tr("Go on (P)") if is_paused else self.tr("Pause (P)"))
        for button in (self.stop, self.pause):
            button.setEnabled(not is_stopped)

    def answer_keys_of(self, page: QWidget) -> None:
        """Let the keys that stand on the buttons press them, anywhere on a page."""
        for key, button in (
            (Qt.Key.Key_S, self.stop),
            (Qt.Key.Key_P, self.pause),
            (Qt.Key.Key_F11, self.far_only),
        ):
            shortcut = QShortcut(QKeySequence(key), page)
            shortcut.setAutoRepeat(False)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
