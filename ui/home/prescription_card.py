"""What the physiotherapist set last, on the patient's pages, and the way to take a new one."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from coach.care.permissions import Permissions
from coach.prescription_words import permission_lines
from coach.records.journal import BY_FILE, PATIENT, PROGRAM
from coach.records.prescription import newest_taken
from ui import care_texts, prescription_texts
from ui.home.home import Home
from ui.home.prescription_dialog import choose_file, sentences
from ui.widgets.buttons import push_button
from ui.widgets.sheet import Card, text_label

translate = QCoreApplication.translate
_NEW_FOR = timedelta(days=7)


class PrescriptionCard(Card):
    """In the settings: what holds, and a button to take a file."""

    def __init__(self, home: Home, choose: Callable[[], None] | None = None) -> None:
        super().__init__(translate("prescription", "From your physiotherapist"))
        self._home = home
        self.about, self.sets = text_label("", is_muted=True), text_label()
        self.take = push_button(translate("prescription", "Take a prescription from a file…"))
        self.take.clicked.connect(choose or (lambda: choose_file(home, self.window())))
        self.add(self.about, self.sets, self.take)

    def refresh(self) -> None:
        """Show what holds now."""
        told = set_by_physio(self._home)
        self.sets.setVisible(told is not None)
        if told is None:
            self.about.setText(
                translate(
                    "prescription",
                    "Nothing yet. A physiotherapist can give you a file that ends in "
                    ".prescription: choose it here, or drop it onto this window.",
                )
            )
            return
        self.about.setText(told[0])
        self.sets.setText("\n".join(f"• {line}" for line in told[1]))


class NewPrescriptionCard(Card):
    """On the first page: what was set within the last days, so that nobody misses it."""

    def __init__(self, home: Home) -> None:
        super().__init__(translate("prescription", "Your physiotherapist set something new"))
        self._home = home
        self.about, self.sets = text_label("", is_muted=True), text_label()
        self.add(self.about, self.sets)
        self.hide()

    def refresh(self) -> None:
        """Show what is new."""
        home = self._home
        newest = home.library.newest(home.person, Permissions)
        is_new = newest is not None and timedelta() <= home.now() - newest.at <= _NEW_FOR
        told = set_by_physio(home) if is_new else None
        self.setVisible(told is not None)
        if told is not None:
            self.about.setText(told[0])
            self.sets.setText("\n".join(f"• {line}" for line in told[1]))


def set_by_physio(home: Home) -> tuple[str, list[str]] | None:
    """Who set what holds, and the sentences of it; None before anybody did.

    Raises
    ------
    RecordError
        When the library cannot be read.
    """
    newest = home.library.newest(home.person, Permissions)
    taken = newest_taken(home.library, home.person)
    if newest is None or newest.by in {PATIENT, PROGRAM}:
        return None
    about = translate("prescription", "Set by {0} on {1}.").format(
        newest.by.removesuffix(BY_FILE), care_texts.day(newest.at.date())
    )
    if taken is not None and taken[1] == newest.at:
        return about, sentences(taken[0])
    said = [
        prescription_texts.sentence(line, home.exercises) for line in permission_lines(newest.entry)
    ]
    return (about, said) if said else None
