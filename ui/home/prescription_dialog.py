"""Takes a prescription: six words compared the first time, what it sets, or why it is refused."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from coach.care.permissions import with_own
from coach.prescription_words import lines
from coach.records import prescription as rx
from coach.records.errors import PrescriptionError, RecordError, RecordFault
from coach.records.prescription import ENDING, MOST_BYTES, Opened, Prescription
from coach.records.signatures import six_words
from ui import prescription_texts, texts
from ui.home.home import Home
from ui.widgets.buttons import push_button
from ui.widgets.sheet import text_label

translate = QCoreApplication.translate
_WIDTH_PX = 620


class PrescriptionDialog(QDialog):
    """One file, from its signature to what is in force; nothing is taken without a click."""

    def __init__(self, home: Home, told: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._home, self._told = home, told
        self.setWindowTitle(translate("prescription", "From your physiotherapist"))
        self.setMinimumWidth(_WIDTH_PX)
        prescription = told.prescription
        self.heading = text_label("", 1.3, is_bold=True)
        self.body = text_label()
        self.words = text_label("", 1.5, is_bold=True)
        self.sets = text_label()
        self.take = push_button("", is_main=True)
        self.leave = push_button(translate("prescription", "Do not take it"))
        row = QHBoxLayout()
        row.addWidget(self.leave)
        row.addStretch(1)
        row.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        for part in (self.heading, self.body, self.words, self.sets):
            column.addWidget(part)
        column.addLayout(row)
        self.leave.clicked.connect(self.reject)
        self.take.clicked.connect(self._go_on)
        self.heading.setText(
            translate("prescription", "{0} has set this for {1}").format(
                prescription.physio, home.person.name
            )
        )
        self._is_compared = False
        self._show()

    def _show(self) -> None:
        """Show the words to compare, what it sets, or why it is refused."""
        try:
            rx.refuse(self._home.library, self._home.person, self._told, self._home.now())
        except RecordError as error:
            if error.fault is RecordFault.PRESCRIPTION_UNPINNED:
                self._show_words()
            else:
                self._show_refused(error)
            return
        self._show_sets()

    def _show_words(self) -> None:
        words = six_words(self._told.public, texts.language())
        self.words.setText("   ".join(words))
        self.sets.setText("\n".join(f"• {each}" for each in sentences(self._told.prescription)))
        self.body.setText(
            translate(
                "prescription",
                "It is the first one with this signature. Call your physiotherapist, on a number "
                "you know, and have their six words read to you. Are these the same? It is for the "
                "code {0}.",
            ).format(self._told.prescription.code)
        )
        self.take.setText(translate("prescription", "The words are the same: take it"))
        self.leave.setText(translate("prescription", "Not the same, or not now"))

    def _show_sets(self) -> None:
        self.words.hide()
        self.body.setText(
            translate("prescription", "The signature is the one you compared. It sets:")
        )
        self.sets.setText("\n".join(f"• {each}" for each in sentences(self._told.prescription)))
        self.take.setText(translate("prescription", "Take it"))

    def _show_refused(self, error: RecordError) -> None:
        said = texts.error_words(error)
        self.heading.setText(said.happened)
        self.body.setText(said.body)
        self.words.hide()
        self.sets.hide()
        self.leave.hide()
        self.take.setText(translate("prescription", "Understood"))
        self.take.clicked.disconnect()
        self.take.clicked.connect(self.reject)

    def _go_on(self) -> None:
        home = self._home
        try:
            try:
                rx.refuse(home.library, home.person, self._told, home.now())
            except PrescriptionError as error:
                if error.fault is not RecordFault.PRESCRIPTION_UNPINNED:
                    raise
                rx.pin(home.library, home.person, self._told, home.now())
            rx.take(home.library, home.person, self._told, home.now())
        except RecordError as error:
            self._show_refused(error)
            return
        home.changed.emit()
        self.accept()


def sentences(prescription: Prescription) -> list[str]:
    """What a prescription sets, and the line to the person."""
    from coach.care.exercises import load_library

    exercises = with_own(load_library(), prescription.permissions.own)
    said = [prescription_texts.sentence(line, exercises) for line in lines(prescription)]
    if prescription.message:
        said.append(f"“{prescription.message}”")
    return said or [translate("prescription", "Nothing beyond what the program does by itself.")]


def take_file(home: Home, path: Path, parent: QWidget | None) -> PrescriptionDialog | None:
    """Open the dialog for a file; None, with the home's `failed` sent, where it is none."""
    try:
        told = rx.opened(_content(path))
    except RecordError as error:
        home.failed.emit(error)
        return None
    dialog = PrescriptionDialog(home, told, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def choose_file(home: Home, parent: QWidget | None) -> None:
    """Ask for a file, and open the dialog for it."""
    title = translate("prescription", "Which prescription?")
    kinds = translate("prescription", "Prescriptions (*{0})").format(ENDING)
    told, _ = QFileDialog.getOpenFileName(parent, title, str(Path.home()), kinds)
    if told:
        take_file(home, Path(told), parent)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise PrescriptionError(RecordFault.FILE_UNREADABLE, cause=error.strerror) from error
