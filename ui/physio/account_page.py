"""The physio's own page: six words for patients, another PIN, colleagues."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from coach.records import roles
from coach.records.errors import RecordError
from coach.records.signatures import six_words
from ui import texts
from ui.physio.desk import Desk
from ui.physio.gate import line_field, secret_field
from ui.widgets.buttons import push_button
from ui.widgets.sheet import Card, Sheet, text_label

translate = QCoreApplication.translate


class AccountView(Sheet):
    """Shows and asks; the page decides."""

    pin_chosen = Signal(str)
    colleague_added = Signal(str, str)
    """Name and PIN."""
    colleague_removed = Signal(str)

    def __init__(self) -> None:
        super().__init__(translate("account", "My PIN and words"))
        self.said = text_label("", is_bold=True)
        self.said.hide()
        self.words = text_label("", 1.5, is_bold=True)
        words = Card(translate("account", "My six words"))
        words.add(
            self.words,
            text_label(
                translate(
                    "account",
                    "They stand for your signing key. Read them to a patient once, by voice: the "
                    "patient's program shows the same six words when it takes your first "
                    "prescription. A prescription signed by anybody else shows other words.",
                )
            ),
        )
        self.add(self.said, words, self._pin_card(), self._colleagues_card())

    def show_account(self, words: tuple[str, ...], colleagues: tuple[str, ...]) -> None:
        """Show the six words, and who else has a PIN here."""
        self.words.setText("   ".join(words))
        for old in self.removals.values():
            old.deleteLater()
        self.removals.clear()
        for name in colleagues:
            remove = push_button(translate("account", "Remove {0}").format(name.replace("&", "&&")))
            remove.clicked.connect(lambda _, n=name: self.colleague_removed.emit(n))
            self.removals[name] = remove
            self._colleagues.add(remove)

    def say(self, text: str) -> None:
        """Tell how something went."""
        self.said.setText(text)
        self.said.setVisible(bool(text))
        self.verticalScrollBar().setValue(0)

    def _pin_card(self) -> Card:
        card = Card(translate("account", "Another PIN"))
        self.pin = secret_field(translate("account", "New PIN"))
        self.again = secret_field(translate("account", "The same again"))
        self.change = push_button(translate("account", "Change my PIN"))
        for field in (self.pin, self.again):
            card.add(text_label(field.accessibleName(), is_bold=True), field)
        card.add(self.change)
        self.change.clicked.connect(self._change)
        return card

    def _colleagues_card(self) -> Card:
        self._colleagues = Card(translate("account", "Colleagues on this computer"))
        self.removals: dict[str, QPushButton] = {}
        self.name = line_field(translate("account", "Their name"))
        self.their_pin = secret_field(translate("account", "Their PIN, which they enter"))
        self.their_again = secret_field(translate("account", "The same again"))
        self.add_colleague = push_button(translate("account", "Add a colleague"))
        for field in (self.name, self.their_pin, self.their_again):
            self._colleagues.add(text_label(field.accessibleName(), is_bold=True), field)
        row = QHBoxLayout()
        row.addWidget(self.add_colleague)
        row.addStretch(1)
        self._colleagues.add(row)
        self.add_colleague.clicked.connect(self._ask_colleague)
        return self._colleagues

    def _ask_colleague(self) -> None:
        if self.their_pin.text() != self.their_again.text():
            self.say(translate("account", "The two PINs differ. Enter them again."))
            return
        self.colleague_added.emit(self.name.text(), self.their_pin.text())

    def _change(self) -> None:
        if self.pin.text() != self.again.text():
            self.say(translate("account", "The two PINs differ. Enter them again."))
            return
        self.pin_chosen.emit(self.pin.text())


class AccountPage(AccountView):
    """Joins the view to the library."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.pin_chosen.connect(self._change_pin)
        self.colleague_added.connect(self._add)
        self.colleague_removed.connect(self._remove)

    def refresh(self) -> None:
        """Show what holds now."""
        known = roles.physios(self._desk.home.library)
        others = tuple(each.name for each in known if each.name != self._desk.name)
        self.show_account(six_words(self._desk.session.public, texts.language()), others)

    def _change_pin(self, pin: str) -> None:
        library = self._desk.home.library
        if self._tried(lambda: roles.change_pin(library, self._desk.session, pin)):
            self.say(translate("account", "Your PIN is changed. Your six words stay the same."))
        self.pin.clear()
        self.again.clear()

    def _add(self, name: str, pin: str) -> None:
        home = self._desk.home
        if self._tried(lambda: roles.add_physio(home.library, name, pin, home.now())):
            self.say(translate("account", "{0} has a PIN here now.").format(name.strip()))
            self.name.clear()
        self.their_pin.clear()
        self.their_again.clear()
        self.refresh()

    def _remove(self, name: str) -> None:
        def remove() -> None:
            if self._tried(lambda: roles.remove_physio(self._desk.home.library, name)):
                self.say(translate("account", "{0} has no PIN here any more.").format(name))
            self.refresh()

        self._desk.question.emit(
            translate("account", "Take the PIN of {0} away?").format(name),
            translate("account", "What they set stays, and stays signed by them."),
            (translate("account", "Keep it"), lambda: None),
            (translate("account", "Take it away"), remove),
        )

    def _tried(self, change: Callable[[], object]) -> bool:
        try:
            change()
        except RecordError as error:
            said = texts.error_words(error)
            self.say(str(said))
            return False
        return True
