"""Help: the keys, what is measured and what it cannot see."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from ui import texts
from ui.widgets.buttons import push_button


class HelpDialog(QDialog):
    """Stands beside the walk and never holds it up."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Help"))
        self.setModal(False)
        self.page = QTextBrowser()
        self.page.setHtml(self._html())
        self.page.setAccessibleName(self.tr("Help"))
        close = push_button(self.tr("Close"))
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(self.page)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(720, 620)

    def _html(self) -> str:
        keys = "".join(
            f"<tr><td><b>{key}</b>&nbsp;&nbsp;</td><td>{does}</td></tr>"
            for key, does in self._keys()
        )
        which_heading, keys_heading = self.tr("Which step to make smaller"), self.tr("Keys")
        return (
            f"<h2>{texts.heading()}</h2><p>{explanation()}</p><p>{what_it_is()}</p>"
            f"<h2>{which_heading}</h2><p>{which_step()}</p>"
            f"<h2>{keys_heading}</h2><table>{keys}</table>"
        )

    def _keys(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Space"), self.tr("it hurts: marks the moment, nothing else")),
            (self.tr("Page keys, B"), self.tr("the same, from a wireless presenter")),
            ("P", self.tr("pause, and go on")),
            ("M", self.tr("sounds off, and on")),
            ("D", self.tr("plots and numbers: on a second display, or below the word")),
            ("F11", self.tr("only the large words, and back")),
            ("Esc", self.tr("back from the large words; never ends a walk")),
            (self.tr("Ctrl+1, Ctrl+2 …"), self.tr("the pages of your home")),
            ("Tab", self.tr("to the next control; Enter presses it")),
        ]


def explanation() -> str:
    """Say what "hip extension, measured at the thigh" is, and what it cannot see."""
    return texts.translate(
        "help",
        "How far your thigh goes behind your own standing line. The sensor does not see your "
        "pelvis: when you arch your back, the hip extends less than shown, and when you lean "
        "back, more.",
    )


def which_step() -> str:
    """Say which step to make smaller."""
    return texts.translate(
        "help",
        "Your sore hip extends while the other foot steps forward. The step to make smaller is "
        "the one with the other foot, and both steps stay alike.",
    )


def what_it_is() -> str:
    """Say what the program is and is not."""
    return texts.translate(
        "help", "Pain decides, not the screen. This is a training aid; it does not diagnose."
    )
