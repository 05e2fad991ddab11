"""One's own data: where they live, taking them along, the passphrase, deleting them for good."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from coach.records.deletion import delete_files, files_of_person
from coach.records.errors import RecordError
from coach.records.exchange.person_zip import write_person
from coach.records.folders import data_folder, unused
from coach.records.keys import read_vault
from coach.records.library import Library
from coach.records.places import plain_mark, vault_path
from coach.records.protection import choose_passphrase
from ui import texts
from ui.home.home import Home
from ui.widgets.buttons import push_button
from ui.widgets.choices import Choices
from ui.widgets.long_work import LongWork
from ui.widgets.sheet import Card, text_label

translate = QCoreApplication.translate
_SHORTEST_PASSPHRASE = 10


class DataCard(Card):
    """Says what is kept and how; long work shows a bar and can be stopped."""

    def __init__(self, home: Home) -> None:
        super().__init__(translate("data", "Your data"))
        self._home, self._said_when_done = home, ""
        self.where, self.said = text_label(), text_label("", is_bold=True)
        self.said.hide()
        self.pseudonymous = Choices(
            [(True, translate("data", "Without names, remarks and true days"))],
            is_several=True,
            name=translate("data", "Take everything along"),
        )
        self.take_along = push_button(translate("data", "Take everything along as one file…"))
        self.passphrase = push_button(translate("data", "Choose or change the passphrase…"))
        self.delete = push_button(translate("data", "Delete everything about me…"))
        self.delete.setObjectName("danger")
        self.work = LongWork()
        self.add(self.where, self.pseudonymous, self.take_along, self.passphrase, self.delete)
        self.add(self.work, self.said)
        self.take_along.clicked.connect(self._ask_file)
        self.passphrase.clicked.connect(self._ask_passphrase)
        self.delete.clicked.connect(self._ask_delete)
        self.work.done.connect(self._tell_done)
        self.work.failed.connect(self._tell_failed)
        stopped = translate("data", "Stopped. Nothing is left half-made.")
        self.work.cancelled.connect(lambda: self._say(stopped))

    @property
    def is_busy(self) -> bool:
        """Whether something long goes on."""
        return self.work.is_running

    def refresh(self) -> None:
        """Say where things are and whether they are protected."""
        if read_vault(vault_path()) is not None and not plain_mark().exists():
            how = translate("data", "It is encrypted.")
        else:
            how = translate(
                "data",
                "It is not encrypted: anybody who uses this computer under your name can read it. "
                "A passphrase changes that.",
            )
        where = translate("data", "Everything is in {0}.").format(data_folder())
        self.where.setText(f"{where} {how}")

    def write_to(self, path: Path) -> None:
        """Write everything about the person as one zip."""
        person, is_pseudonymous = self._home.person, self.pseudonymous.only is True

        def work(tell: Callable[[float], None]) -> object:
            with Library.open() as library:
                return write_person(path, library, person, tell, is_pseudonymous=is_pseudonymous)

        self._said_when_done = translate(
            "data", "Written: {0}. It is not encrypted; keep it where only you can read it."
        ).format(path)
        self.work.begin(translate("data", "Writing"), work)

    def protect_with(self, passphrase: str) -> None:
        """Make this the passphrase of all that is kept."""
        self._said_when_done = translate("data", "Your walks are protected by this passphrase.")
        self.work.begin(
            translate("data", "Protecting"),
            lambda tell: choose_passphrase(
                passphrase, lambda n_done, of: tell(n_done / max(of, 1))
            ),
        )

    def delete_everything(self) -> None:
        """Delete the person for good: keys and files first, then all that the library knows."""
        home = self._home
        try:
            delete_files(files_of_person(home.library, home.person))
            home.library.forget_person(home.person)
        except RecordError as error:
            home.failed.emit(error)
            return
        home.gone.emit()

    def _ask_file(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            translate("data", "Take everything along"),
            str(unused(Path.home() / "hipcoach", ".zip")),
            "Zip (*.zip)",
            options=QFileDialog.Option.DontConfirmOverwrite,  # nothing is ever written over
        )
        if name:
            path = Path(name)
            self.write_to(path if path.suffix == ".zip" else path.with_name(f"{path.name}.zip"))

    def _ask_passphrase(self) -> None:
        dialog = PassphraseDialog(self)
        dialog.chosen.connect(self.protect_with)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_delete(self) -> None:
        home = self._home
        try:
            files = [str(file) for file in files_of_person(home.library, home.person)]
        except RecordError as error:
            home.failed.emit(error)
            return
        dialog = DeleteDialog(home.person.name, files, self)
        dialog.accepted.connect(self.delete_everything)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell_done(self, result: object) -> None:
        failed = result if isinstance(result, dict) else {}
        said = self._said_when_done
        if failed:
            names = ", ".join(path.name for path in failed)
            said = translate("data", "These could not be brought under it: {0}").format(names)
        self._say(said)
        self.refresh()

    def _tell_failed(self, error: Exception) -> None:
        said = texts.error_words(error)
        self._say(str(said))

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()


class PassphraseDialog(QDialog):
    """A new passphrase, twice."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("data", "Your passphrase"))
        self.first, self.second = QLineEdit(), QLineEdit()
        for line, name in (
            (self.first, translate("data", "New passphrase")),
            (self.second, translate("data", "The same again")),
        ):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.setAccessibleName(name)
            line.textChanged.connect(self._judge)
        self.said = text_label()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.keep = self.buttons.addButton(
            translate("data", "Protect with this"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.buttons.accepted.connect(self._choose)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        about = translate(
            "data",
            "At least ten characters. It opens your walks on any computer; without it and without "
            "this computer nobody can read them. Write it down and keep it somewhere safe.",
        )
        for widget in (
            text_label(about),
            text_label(translate("data", "New passphrase"), is_bold=True),
            self.first,
            text_label(translate("data", "The same again"), is_bold=True),
            self.second,
            self.said,
            self.buttons,
        ):
            column.addWidget(widget)
        self.resize(520, 360)
        self._judge()

    def _judge(self) -> None:
        is_long = len(self.first.text()) >= _SHORTEST_PASSPHRASE
        is_same = self.first.text() == self.second.text()
        self.keep.setEnabled(is_long and is_same)
        said = ""
        if self.first.text() and not is_long:
            said = translate("data", "Too short.")
        elif self.second.text() and not is_same:
            said = translate("data", "These two differ.")
        self.said.setText(said)

    def _choose(self) -> None:
        self.chosen.emit(self.first.text())
        self.accept()


class DeleteDialog(QDialog):
    """Shows what will go, and wants the name typed: there is no way back."""

    def __init__(self, name: str, files: list[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.setWindowTitle(translate("data", "Delete everything about me"))
        self.list = QListWidget()
        self.list.addItems(files)
        self.list.setAccessibleName(translate("data", "Files that will be deleted"))
        self.typed = QLineEdit()
        self.typed.setAccessibleName(translate("data", "Your name"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.delete = buttons.addButton(
            translate("data", "Delete for good"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self.delete.setObjectName("danger")
        self.delete.setEnabled(False)
        self.delete.clicked.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.typed.textChanged.connect(lambda text: self.delete.setEnabled(text.strip() == name))
        column = QVBoxLayout(self)
        about = translate(
            "data",
            "These files, and all that was told, chosen and planned, are deleted for good. Copies "
            "and backups elsewhere are yours to delete.",
        )
        type_name = translate("data", "To be sure, type the name: {0}").format(name)
        for widget in (text_label(about), self.list, text_label(type_name), self.typed, buttons):
            column.addWidget(widget)
        self.resize(640, 460)
