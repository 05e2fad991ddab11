"""Notes and tags on moments and stretches, the pain marks, and what leaves as a file."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coach.records.marks import Note, NoteTag, PainMark
from ui.replay import replay_texts
from ui.theme import MIN_TARGET_PX, scaled_font
from ui.widgets.buttons import push_button
from ui.widgets.flow_layout import FlowLayout

_TIME = Qt.ItemDataRole.UserRole


class MarksPanel(QWidget):
    """Enter on a line goes there; a note is kept in the walk's own file."""

    moved = Signal(float)
    note_requested = Signal(str, object, bool)
    """With the text, its `NoteTag` or None, and whether it is about the loop."""
    samples_requested = Signal()
    strides_requested = Signal()
    keep_walk_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Notes and pain marks"))
        self.list.itemActivated.connect(lambda item: self.moved.emit(item.data(_TIME)))
        self.text = QLineEdit()
        self.text.setAcceptDrops(False)  # a file dropped there is to be opened
        self.text.setAccessibleName(self.tr("A note"))
        self.text.setPlaceholderText(self.tr("What do you see here?"))
        self.text.setMaxLength(2000)
        self.text.returnPressed.connect(self._keep)
        self.tag = QComboBox()
        self.tag.setAccessibleName(self.tr("What the note is about"))
        self.tag.addItem(self.tr("no tag"), None)
        for tag in NoteTag:
            self.tag.addItem(replay_texts.tag(tag), tag)
        self.scope = QComboBox()
        self.scope.setAccessibleName(self.tr("Where the note belongs"))
        self.scope.addItem(self.tr("at the cursor"), False)
        self.scope.addItem(self.tr("for the loop"), True)
        self.keep_button = push_button(self.tr("Keep the note"))
        self.keep_button.clicked.connect(self._keep)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.keep_walk_button = push_button(self.tr("Keep it as a walk …"))
        self.keep_walk_button.clicked.connect(self.keep_walk_requested)
        self.samples_button = push_button(self.tr("Samples (CSV) …"))
        self.samples_button.clicked.connect(self.samples_requested)
        self.strides_button = push_button(self.tr("Strides (CSV) …"))
        self.strides_button.clicked.connect(self.strides_requested)
        self.range = QLabel()
        self.range.setWordWrap(True)
        self._lay_out()

    def show_marks(
        self, start_s: float, notes: tuple[Note, ...], pain_marks: tuple[PainMark, ...]
    ) -> None:
        """List all marks in the order of time."""
        lines = [(mark.t_s, _pain_line(mark, start_s)) for mark in pain_marks]
        for note in notes:
            at_s = start_s if note.t_s is None else note.t_s
            lines.append((at_s, _note_line(note, start_s)))
        self.list.clear()
        for t_s, text in sorted(lines):
            item = QListWidgetItem(text)
            item.setData(_TIME, t_s)
            height_px = max(MIN_TARGET_PX, self.list.fontMetrics().lineSpacing() + 16)
            item.setSizeHint(QSize(0, height_px))
            item.setToolTip(text)
            self.list.addItem(item)

    def show_takes_notes(self, *, takes_notes: bool) -> None:
        """Say where notes cannot be kept, and what helps."""
        for widget in (self.text, self.tag, self.scope, self.keep_button):
            widget.setEnabled(takes_notes)
        self.keep_walk_button.setVisible(not takes_notes)
        self.said.setText(
            ""
            if takes_notes
            else self.tr(
                "Notes and analyses are kept in walk files (.hipwalk). Keep this recording as a "
                "walk first; the file itself stays as it is."
            )
        )

    def show_said(self, text: str) -> None:
        """Say what came of a wish."""
        self.said.setText(text)

    def note_was_kept(self) -> None:
        """Make room for the next one."""
        self.text.clear()
        self.show_said(self.tr("Kept."))

    def show_region(self, start_s: float, region: tuple[float, float] | None) -> None:
        """Say what leaves: the loop, or the whole walk."""
        self.scope.setEnabled(region is not None and self.text.isEnabled())
        if region is None:
            self.scope.setCurrentIndex(0)
            self.range.setText(
                self.tr("The whole walk leaves. Set a loop with [ and ] for a part of it.")
            )
        else:
            stretch = replay_texts.stretch(region[0] - start_s, region[1] - start_s)
            self.range.setText(self.tr("The loop leaves: {0}").format(stretch))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self.list, 1)
        column.addWidget(self.text)
        row = QWidget()
        flow = FlowLayout(row, 8)
        for widget in (self.tag, self.scope, self.keep_button):
            flow.addWidget(widget)
        column.addWidget(row)
        column.addWidget(self.said)
        column.addWidget(self.keep_walk_button)
        heading = QLabel(self.tr("Export"))
        heading.setFont(scaled_font(self.font(), 1.1, is_bold=True))
        column.addWidget(heading)
        column.addWidget(self.range)
        files = QWidget()
        flow = FlowLayout(files, 8)
        for widget in (self.samples_button, self.strides_button):
            flow.addWidget(widget)
        column.addWidget(files)

    def _keep(self) -> None:
        text = self.text.text().strip()
        if text and self.text.isEnabled():
            self.note_requested.emit(text, self.tag.currentData(), self.scope.currentData())


def _pain_line(mark: PainMark, start_s: float) -> str:
    at = replay_texts.time_of(mark.t_s - start_s, 1)
    if mark.level is None:
        return replay_texts.translate("replay", "{0}  ◆ pain").format(at)
    return replay_texts.translate("replay", "{0}  ◆ pain {1} of 10").format(at, mark.level)


def _note_line(note: Note, start_s: float) -> str:
    if note.t_s is None:
        at = replay_texts.translate("replay", "whole walk")
    elif note.end_s is None:
        at = replay_texts.time_of(note.t_s - start_s, 1)
    else:
        at = replay_texts.stretch(note.t_s - start_s, note.end_s - start_s)
    if note.tag is None:
        return f"{at}  {note.text}"
    return f"{at}  [{replay_texts.tag(note.tag)}]  {note.text}"
