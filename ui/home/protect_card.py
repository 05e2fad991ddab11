"""Offers a passphrase where what is kept has none, once; *not now* is an answer too."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from coach.records.errors import RecordError
from coach.records.keys import read_vault
from coach.records.places import plain_mark, vault_path
from coach.records.protection import choose_passphrase
from ui import texts
from ui.home.data_card import PassphraseDialog
from ui.home.home import Home
from ui.widgets.long_work import LongWork
from ui.widgets.sheet import Card, text_label

translate = QCoreApplication.translate
_PUT_OFF_SETTING = "passphrase_put_off"


class ProtectCard(Card):
    """Hidden where there is a passphrase, where plain was chosen, or where somebody said no."""

    def __init__(self, home: Home) -> None:
        super().__init__(translate("protect", "Protect your walks with a passphrase?"))
        self._home = home
        self.said = text_label(
            translate(
                "protect",
                "Without one, anybody who uses this computer under your name can read them. You "
                "can also do this later, in the settings.",
            )
        )
        self.choose = QPushButton(translate("protect", "Choose a passphrase…"))
        self.later = QPushButton(translate("protect", "Not now"))
        row = QHBoxLayout()
        for button in (self.choose, self.later):
            button.setAutoDefault(True)
            row.addWidget(button)
        row.addStretch(1)
        self.work = LongWork()
        self.add(self.said, row, self.work)
        self.choose.clicked.connect(self._ask)
        self.later.clicked.connect(self._put_off)
        self.work.done.connect(lambda _: self.refresh())
        self.work.failed.connect(self._tell_failed)

    def refresh(self) -> None:
        """Show it where it is needed."""
        self.setVisible(self._is_needed())

    def protect_with(self, passphrase: str) -> None:
        """Make this the passphrase of all that is kept."""
        self.work.begin(
            translate("protect", "Protecting"),
            lambda tell: choose_passphrase(passphrase, lambda done, of: tell(done / max(of, 1))),
        )

    def _is_needed(self) -> bool:
        if plain_mark().exists() or self._home.library.setting(_PUT_OFF_SETTING, bool):
            return False
        try:
            vault = read_vault(vault_path())
        except RecordError:
            return False  # whoever needs it tells
        return vault is None or vault.recovery is None

    def _ask(self) -> None:
        dialog = PassphraseDialog(self)
        dialog.chosen.connect(self.protect_with)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _put_off(self) -> None:
        self._home.set_up(_PUT_OFF_SETTING, True)
        self.refresh()

    def _tell_failed(self, error: Exception) -> None:
        said = texts.error_words(error)
        self.said.setText(str(said))
