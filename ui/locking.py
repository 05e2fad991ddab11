"""Locks what is kept once nobody used the window for ten minutes, and unlocks it again."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from coach.records.errors import RecordError, RecordFault
from ui import texts
from ui.theme import MIN_TARGET_PX
from ui.use_watch import UseWatch

if TYPE_CHECKING:
    from coach.records.keys import Sidecar
    from ui.home.window import HomeWindow
    from ui.patient.walk_window import WalkWindow

_WIDTH_PX = 420


class LockGuard(QObject):
    """Watches keys and mouse outside of a walk, which is use itself; `stop` ends it.

    Parameters
    ----------
    window
        What is watched; it knows whether somebody walks.
    tell : callable
        What is done once all is locked: say so, and show nothing of it any more.
    """

    def __init__(
        self,
        window: "WalkWindow | HomeWindow",
        tell: Callable[[], object],
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._window, self._tell = window, tell
        self._uses = UseWatch(self.look, self, now_s)
        self._uses.start()

    def look(self) -> None:
        """Lock if it is time, and say so with a way back."""
        from coach.records import keys
        from coach.records.places import vault_path

        is_walking = self._window.is_walking
        self._uses.listen(is_listening=not is_walking)  # no Python between the events of a walk
        if not self._uses.is_due(is_walking=is_walking) or keys.is_locked():
            return
        with suppress(RecordError):  # a damaged vault is told by who needs it
            if keys.lock(keys.read_vault(vault_path())):
                self._tell()

    def stop(self) -> None:
        """Watch no longer; safe to call twice."""
        self._uses.stop()


def tell_locked(window: "WalkWindow") -> None:
    """Say in the window of a walk that what is kept is locked, with a way back."""
    if window.view.notice.said:  # what nobody has read yet, or answered, stays
        return
    said = texts.fault_words(RecordFault.LOCKED)
    window.view.notice.tell(
        said.happened,
        said.body,
        QCoreApplication.translate("LockGuard", "Unlock"),
        lambda: ask_passphrase(window, lambda: None),
    )


class UnlockDialog(QDialog):
    """Asks for the passphrase until it is the right one, or nobody wants to unlock.

    Without a key file of its own it unlocks what is kept on this computer.
    """

    def __init__(
        self, parent: QWidget | None, sidecar: "Sidecar | None" = None, about: str = ""
    ) -> None:
        super().__init__(parent)
        self._sidecar = sidecar
        self.setWindowTitle(self.tr("Unlock your walks"))
        self.about = QLabel(about)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)
        self.about.setVisible(bool(about))
        self.passphrase, self.said = QLineEdit(), QLabel()
        self.passphrase.setMinimumSize(_WIDTH_PX, MIN_TARGET_PX)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        label = QLabel(self.tr("&Passphrase"))
        label.setBuddy(self.passphrase)
        self.passphrase.setAccessibleName(self.tr("Passphrase"))
        self.said.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        unlock = self.buttons.addButton(self.tr("Unlock"), QDialogButtonBox.ButtonRole.AcceptRole)
        unlock.setDefault(True)
        self.buttons.accepted.connect(self._unlock)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.about, label, self.passphrase, self.said, self.buttons):
            column.addWidget(widget)
        self.passphrase.setFocus()

    def _unlock(self) -> None:
        from coach.records import keys
        from coach.records.places import vault_path

        try:
            sealed = self._sidecar or keys.read_vault(vault_path())
            if sealed is not None:
                keys.unlock(sealed, self.passphrase.text())
        except RecordError as error:
            said = texts.error_words(error)
            self.said.setText(str(said))
            self.adjustSize()  # the window was as large as without these words
            self.passphrase.setAccessibleDescription(self.said.text())
            self.passphrase.selectAll()
            self.passphrase.setFocus()
        else:
            self.accept()


def ask_passphrase(window: QWidget, then: Callable[[], object]) -> None:
    """Open the dialog over a window; `then` is called once what is kept is unlocked."""
    dialog = UnlockDialog(window)
    dialog.accepted.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def ask_to_read(path: Path) -> None:
    """Ask for the passphrase of a file before it is opened, where one is needed; wait for it.

    For the time before there is a window. Who did not want to unlock is told by who opens the file.
    """
    from coach.records.unlocking import waits_for_passphrase

    sidecar = waits_for_passphrase(path)
    if sidecar is None:
        return
    about = QCoreApplication.translate("UnlockDialog", "{0} is protected.").format(path.name)
    dialog = UnlockDialog(None, sidecar, about)
    dialog.exec()
    dialog.deleteLater()
