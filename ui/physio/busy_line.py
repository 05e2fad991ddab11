"""A line that says what is being done, how far, and lets somebody give it up."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from ui.widgets.sheet import text_label

_WHOLE = 100


class BusyLine(QWidget):
    """Hidden while nothing is being done."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = text_label()
        self.bar = QProgressBar()
        self.bar.setRange(0, _WHOLE)
        self.bar.setMaximumWidth(240)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAutoDefault(True)
        self.cancel.clicked.connect(self.cancel_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.bar)
        row.addWidget(self.cancel)
        self.hide()

    def begin(self, words: str) -> None:
        """Say what is being done."""
        self.words.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.setValue(0)
        self.show()

    def set_share(self, share: float) -> None:
        """Say how much is done, 0 to 1."""
        self.bar.setValue(round(_WHOLE * share))

    def end(self) -> None:
        """Nothing is being done."""
        self.hide()
