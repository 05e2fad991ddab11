"""The door of the physio's area: a name and a PIN; how to set it up, and what to do without it."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from coach.records.roles import LEAST_PIN
from ui import texts
from ui.widgets.buttons import push_button
from ui.widgets.choices import Choices
from ui.widgets.sheet import Card, Sheet, text_label

translate = QCoreApplication.translate
_FIELD_PX = 320


class Gate(Sheet):
    """Asks who is there; it only asks, the area decides."""

    entered = Signal(str, str)
    """Name and PIN."""
    added = Signal(str, str)
    """Name and PIN of the first physio."""
    recovered = Signal(str, str, str)
    """Name, recovery passphrase, new PIN."""

    def __init__(self) -> None:
        super().__init__(translate("gate", "For the physiotherapist"))
        self.said = text_label("", is_bold=True)
        self.said.hide()
        self.enter, self.first, self.forgotten = EnterCard(), FirstCard(), ForgottenCard()
        self.honest = text_label(
            translate(
                "gate",
                "The PIN keeps roles apart: limits and permissions are set in the "
                "physiotherapist's name only. It does not protect the data; the computer's own "
                "lock and the passphrase do that.",
            ),
            is_muted=True,
        )
        self.add(self.said, self.enter, self.first, self.forgotten, self.honest)
        self._countdown = QTimer(self)
        self._countdown.setInterval(1000)
        self._countdown.timeout.connect(self._count)
        self._left_s = 0
        self.enter.enter.clicked.connect(self._enter)
        self.enter.pin.returnPressed.connect(self._enter)
        self.enter.forgot.clicked.connect(self._forget)
        self.first.add_button.clicked.connect(self._add)
        self.forgotten.renew.clicked.connect(self._recover)

    def ask(self, names: tuple[str, ...], waiting: timedelta) -> None:
        """Show who may come in, or how the first one is added; nothing typed stays."""
        self._say("")
        self.enter.set_names(names)
        self.enter.setVisible(bool(names))
        self.first.setVisible(not names)
        self.forgotten.hide()
        self.forget()
        self.wait(round(waiting.total_seconds()))
        (self.enter.pin if names else self.first.name).setFocus()

    def forget(self) -> None:
        """Hold nothing that was typed."""
        told = self.forgotten
        secrets = (self.enter.pin, self.first.pin, self.first.again)
        for field in (*secrets, told.passphrase, told.pin, told.again):
            field.clear()

    def refuse(self, error: Exception) -> None:
        """Say why nobody was let in, and for how long."""
        said = texts.error_words(error)
        self._say(str(said))
        self.enter.pin.clear()
        wait_s = getattr(error, "details", {}).get("wait_s")
        if isinstance(wait_s, int):
            self.wait(wait_s)

    def wait(self, seconds: int) -> None:
        """Take no PIN for so long."""
        self._left_s = seconds
        self._show_wait()
        if seconds > 0:
            self._countdown.start()
        else:
            self._countdown.stop()

    def _count(self) -> None:
        self.wait(self._left_s - 1)
        if self._left_s <= 0:
            self.enter.pin.setFocus()

    def _show_wait(self) -> None:
        is_waiting = self._left_s > 0
        self.enter.waits.setVisible(is_waiting)
        self.enter.waits.setText(
            translate("gate", "Try again in {0}.").format(texts.walked_time(self._left_s))
        )
        self.enter.enter.setEnabled(not is_waiting)
        self.enter.pin.setEnabled(not is_waiting)

    def _enter(self) -> None:
        name = self.enter.names.only
        if name is not None and self.enter.pin.text() and self._left_s <= 0:
            self.entered.emit(name, self.enter.pin.text())

    def _add(self) -> None:
        if self.first.pin.text() != self.first.again.text():
            self._say(translate("gate", "The two PINs differ. Enter them again."))
            return
        self.added.emit(self.first.name.text(), self.first.pin.text())

    def _forget(self) -> None:
        self.forgotten.setVisible(self.forgotten.isHidden())
        if self.forgotten.isVisible():
            self.forgotten.passphrase.setFocus()
            self.ensureWidgetVisible(self.forgotten)

    def _recover(self) -> None:
        name = self.enter.names.only
        card = self.forgotten
        if card.pin.text() != card.again.text():
            self._say(translate("gate", "The two PINs differ. Enter them again."))
        elif name is not None:
            self.recovered.emit(name, card.passphrase.text(), card.pin.text())

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))


class EnterCard(Card):
    """Who it is, and the PIN."""

    def __init__(self) -> None:
        super().__init__(translate("gate", "Who is it?"))
        self.names: Choices[str] = Choices([])
        self.pin = secret_field(translate("gate", "PIN"))
        self.enter = push_button(translate("gate", "Open the area"), is_main=True)
        self.waits = text_label("", is_bold=True)
        self.waits.hide()
        self.forgot = push_button(translate("gate", "I forgot my PIN"))
        self.forgot.setObjectName("link")
        self._row = QHBoxLayout()
        self._row.addWidget(self.pin)
        self._row.addWidget(self.enter)
        self._row.addStretch(1)
        title = text_label(self.pin.accessibleName(), is_bold=True)
        self.add(self.names, title, self._row, self.waits, self.forgot)

    def set_names(self, names: tuple[str, ...]) -> None:
        """Offer these; one alone is chosen."""
        chosen = self.names.only
        new = Choices([(name, name) for name in names], name=translate("gate", "Who is it?"))
        self.column.replaceWidget(self.names, new)
        self.names.deleteLater()
        self.names = new
        self.names.choose([chosen] if chosen in names else names[:1])


class FirstCard(Card):
    """Sets the area up."""

    def __init__(self) -> None:
        super().__init__(translate("gate", "Set up the physiotherapist's area"))
        why = translate(
            "gate",
            "Nobody has a PIN on this computer yet. A physiotherapist enters their name and "
            "chooses one of at least {0} characters. Who is no physiotherapist needs nothing of "
            "this.",
        ).format(texts.number(LEAST_PIN, 0))
        self.name = line_field(translate("gate", "Your name"))
        self.pin = secret_field(translate("gate", "New PIN"))
        self.again = secret_field(translate("gate", "The same again"))
        self.add_button = push_button(translate("gate", "Set up and open"), is_main=True)
        self.add(text_label(why))
        for field in (self.name, self.pin, self.again):
            self.add(text_label(field.accessibleName(), is_bold=True), field)
        self.add(self.add_button)
        self.again.returnPressed.connect(self.add_button.click)


class ForgottenCard(Card):
    """The two ways back, told honestly."""

    def __init__(self) -> None:
        super().__init__(translate("gate", "A new PIN"))
        why = translate(
            "gate",
            "The recovery passphrase of this computer's data gives you a new PIN. Your signing "
            "key is made anew with it, so your patients compare your six words once more. What "
            "you set before stays, and stays signed.",
        )
        without = translate(
            "gate",
            "Without the passphrase, the owner of this account can remove all PINs with "
            "“hipcoach physio --forget-pins”, and you begin anew. Nothing that was recorded is "
            "lost.",
        )
        self.passphrase = secret_field(translate("gate", "Recovery passphrase"))
        self.pin = secret_field(translate("gate", "New PIN"))
        self.again = secret_field(translate("gate", "The same again"))
        self.renew = push_button(translate("gate", "Take the new PIN"))
        self.add(text_label(why))
        for field in (self.passphrase, self.pin, self.again):
            self.add(text_label(field.accessibleName(), is_bold=True), field)
        self.add(self.renew, text_label(without, is_muted=True))


def line_field(name: str) -> QLineEdit:
    """A line to type in."""
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setMaximumWidth(_FIELD_PX)
    field.setMaxLength(80)
    return field


def secret_field(name: str) -> QLineEdit:
    """A line whose letters are not shown."""
    field = line_field(name)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
    return field
