"""How a physiotherapist begins on a computer where nobody lives yet: with their first patient."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from ui.physio.people_page import NewPersonCard
from ui.widgets.buttons import push_button
from ui.widgets.sheet import Card, Sheet, text_label

translate = QCoreApplication.translate


class PhysioStart(Sheet):
    """Asks for the first patient alone; the rest is asked behind the PIN, or at their own home."""

    begun = Signal(str, object)
    """With the name and the sore sides of the first patient."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("first", "For physiotherapists"), parent)
        about = Card()
        about.add(
            text_label(
                translate(
                    "first",
                    "Your area opens with a PIN that you choose next. It measures where the pain "
                    "begins, sets and locks the limit, and shows what happened since your last "
                    "visit.",
                )
            ),
            text_label(
                translate(
                    "first",
                    "On their own computer the program asks the person for consent. Here you ask "
                    "for it, as for any record that you keep of them.",
                )
            ),
        )
        self.patient = NewPersonCard(translate("first", "Your first patient"))
        self.patient.add_button.setText(translate("first", "Go to my area"))
        self.patient.add_button.setObjectName("main")
        self.back = push_button(translate("first", "Back"))
        self.add(about, self.patient, self.back)
        self.patient.add_button.clicked.connect(self._begin)
        self.patient.name.returnPressed.connect(self._begin)
        self.back.clicked.connect(self.left)

    def _begin(self) -> None:
        told = self.patient.told()
        if told is not None:
            self.begun.emit(*told)
