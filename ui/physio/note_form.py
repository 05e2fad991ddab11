"""A note on a stretch of a walk: from when to when, what about, and the words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from coach.records.marks import NoteTag
from ui import texts
from ui.replay.replay_texts import tag as tag_name
from ui.widgets.buttons import push_button
from ui.widgets.choices import Choices
from ui.widgets.flow_layout import FlowLayout

_MOST_LETTERS = 500


class ClockBox(QDoubleSpinBox):
    """A time of the walk as ``m:ss``, typed or stepped."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDecimals(0)
        self.setSingleStep(5.0)

    def textFromValue(self, value: float) -> str:
        """Return minutes and seconds."""
        return texts.walked_time(value)

    def valueFromText(self, text: str) -> float:
        """Return the seconds of what was typed."""
        seconds = 0.0
        for part in text.strip().split(":"):
            seconds = 60 * seconds + (float(part) if part.isdecimal() else 0.0)
        return seconds

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let digits and colons pass."""
        parts = text.strip().split(":")
        if not set(text.strip()) <= set("0123456789:"):
            return (QValidator.State.Invalid, text, position)
        is_whole = all(parts) and len(parts) <= 3
        state = QValidator.State.Acceptable if is_whole else QValidator.State.Intermediate
        return (state, text, position)


class NoteForm(QWidget):
    """Asks for a note; whoever hosts it keeps it.

    Signals
    -------
    kept(float, float, object, str)
        First and last second of the walk, `NoteTag` or None, and the words.
    stretch_changed(float, float)
        The stretch that is being chosen.
    """

    kept = Signal(float, float, object, str)
    stretch_changed = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = ClockBox(self.tr("From"))
        self.last = ClockBox(self.tr("Until"))
        self.tag = Choices([(tag, tag_name(tag)) for tag in NoteTag], name=self.tr("About"))
        self.words = QLineEdit()
        self.words.setMaxLength(_MOST_LETTERS)
        self.words.setAccessibleName(self.tr("Note"))
        self.words.setPlaceholderText(self.tr("What you saw or heard"))
        self.keep = push_button(self.tr("Keep the note"))
        self.keep.setEnabled(False)
        times = FlowLayout()
        for box in (self.first, self.last):
            times.addWidget(QLabel(box.accessibleName()))
            times.addWidget(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(times)
        for part in (self.tag, self.words):
            column.addWidget(part)
        column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        for box in (self.first, self.last):
            box.valueChanged.connect(self._stretch)
        self.words.textChanged.connect(lambda text: self.keep.setEnabled(bool(text.strip())))
        self.words.returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)

    def set_duration(self, duration_s: float) -> None:
        """Begin with the whole of a walk."""
        for box in (self.first, self.last):
            box.setRange(0.0, duration_s)
        self.first.setValue(0.0)
        self.last.setValue(duration_s)
        self.tag.choose([])
        self.words.clear()

    def _stretch(self) -> None:
        self.stretch_changed.emit(self.first.value(), self.last.value())

    def _keep(self) -> None:
        words = self.words.text().strip()
        if words:
            first, last = sorted((self.first.value(), self.last.value()))
            self.kept.emit(first, last, self.tag.only, words)
