"""Brings in the walks a patient shared: files in, each checked whole, and put to the person."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from coach.records.bringing_in import bring_in
from coach.records.errors import RecordError
from ui import texts
from ui.locking import ask_to_read
from ui.physio.desk import Desk
from ui.widgets.buttons import push_button
from ui.widgets.long_work import LongWork
from ui.widgets.sheet import Card, text_label

translate = QCoreApplication.translate
Brought = tuple[list[Path], list[tuple[str, RecordError]]]


class SharedWalksCard(Card):
    """A button, how far it is, and what came of it."""

    finished = Signal()
    """What came of it stands there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(translate("shared", "Walks from the person's own computer"))
        self._desk = desk
        self.choose_files: Callable[[QWidget], list[Path]] = _choose
        self.unlock: Callable[[Path], None] = ask_to_read
        self.bring = push_button("")
        self.show_person()
        self.work = LongWork()
        self.told = text_label()
        self.told.hide()
        self.add(
            text_label(
                translate(
                    "shared",
                    "Files that end in .hipwalk, with their .key beside them where they are "
                    "protected. They are checked, and kept under this computer's own key.",
                ),
                is_muted=True,
            ),
            self.bring,
            self.work,
            self.told,
        )
        self.bring.clicked.connect(self._begin)
        self.work.done.connect(self._take)

    def show_person(self) -> None:
        """Say on the button whose walks they will be: nobody's land with somebody else."""
        words = translate("shared", "Bring in walks of {0}…").format(self._desk.home.person.name)
        self.bring.setText(words.replace("&", "&&"))

    def _begin(self) -> None:
        paths = self.choose_files(self.window())
        if not paths:
            return
        for path in paths:
            self.unlock(path)
        self._person = self._desk.home.person
        self.bring.setEnabled(False)
        self.work.begin(
            translate("shared", "Checking the walks"), lambda tell: _bring_all(paths, tell)
        )

    def _take(self, brought: Brought) -> None:
        self.bring.setEnabled(True)
        paths, failed = brought
        library = self._desk.home.library
        for path in paths:
            try:
                library.index_walk(path, self._person)
            except RecordError as error:
                failed.append((path.name, error))
        lines = [f"{name}: {texts.error_words(error)}" for name, error in failed]
        if paths:
            said = translate("shared", "Brought in for {0}: {1}")
            names = ", ".join(path.stem for path in paths)
            lines.insert(0, said.format(self._person.name, names))
        self.told.setText("\n".join(lines))
        self.told.show()
        self._desk.home.changed.emit()
        self.bring.setFocus()
        self.finished.emit()


def _bring_all(paths: list[Path], tell: Callable[[float], None]) -> Brought:
    brought: list[Path] = []
    failed: list[tuple[str, RecordError]] = []
    for n, path in enumerate(paths):

        def share(of_one: float, n: int = n) -> None:
            tell((n + of_one) / len(paths))

        try:
            brought.append(bring_in(path, share))
        except RecordError as error:
            failed.append((path.name, error))
    return brought, failed


def _choose(parent: QWidget) -> list[Path]:
    title = translate("shared", "Which walks?")
    kinds = translate("shared", "Walks (*.hipwalk)")
    told, _ = QFileDialog.getOpenFileNames(parent, title, str(Path.home()), kinds)
    return [Path(each) for each in told]
