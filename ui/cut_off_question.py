"""Asks before a walk begins whether one that was cut off goes on; then tells how it is kept."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import texts
from ui.locking import ask_passphrase

if TYPE_CHECKING:
    from coach.keeping import Keeping
    from ui.patient.walk_window import WalkWindow


class CutOffQuestion:
    """Asks once; the answer goes into the walk's `Keeping`, and the walk begins."""

    def __init__(self, keeping: "Keeping") -> None:
        self._keeping = keeping
        self._is_open = keeping.cut_off is not None

    def ask(self, window: "WalkWindow") -> bool:
        """Show the question unless it is answered; whether the walk has to wait."""
        cut_off = self._keeping.cut_off
        if not self._is_open or cut_off is None:
            return False

        def answer(goes_on: bool) -> None:
            from coach.records.keys import is_locked  # not needed for the first paint

            if goes_on and is_locked():
                ask_passphrase(window, lambda: answer(True))
                return
            self._is_open = False
            self._keeping.goes_on = goes_on
            window.start()

        ago = (datetime.now().astimezone() - cut_off.cut_off_at).total_seconds()
        translate = QCoreApplication.translate
        minutes = texts.number(max(0.0, ago) / 60, 0)
        window.view.notice.ask(
            translate("continue", "Continue this walk?"),
            translate(
                "continue",
                "A walk of {0} was cut off {1} min ago. What was kept of it is safe either way.",
            ).format(texts.walked_time(cut_off.duration_s), minutes),
            (translate("continue", "Continue this walk"), lambda: answer(True)),
            (translate("continue", "Begin a new walk"), lambda: answer(False)),
        )
        return True

    def tell_protection(self, window: "WalkWindow") -> None:
        """Say once how the walk is protected, where there is something to say."""
        notice, self._keeping.notice = self._keeping.notice, None
        if notice is None or self._keeping.goes_on:
            return
        said = texts.fault_words(notice)
        understood = QCoreApplication.translate("continue", "Understood")
        window.view.notice.tell(said.happened, said.body, understood, lambda: None)
