"""The keys of a replay and the signs of its timeline, in one list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QWidget


class KeysDialog(QDialog):
    """Everything that the keyboard does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys and signs of the replay"))
        grid = QGridLayout(self)
        grid.setHorizontalSpacing(24)
        rows = self._rows()
        for i, (keys, does) in enumerate(rows):
            grid.addWidget(QLabel(keys), i, 0)
            grid.addWidget(QLabel(does), i, 1)
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        grid.addWidget(buttons, len(rows), 0, 1, 2)

    def _rows(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Space"), self.tr("play or stop")),
            ("←  →", self.tr("five seconds back or on")),
            (",  .", self.tr("previous or next stride")),
            (self.tr("Shift+C  C"), self.tr("previous or next cue")),
            ("[  ]  L", self.tr("the loop begins here, ends here, no loop")),
            ("1 … 8", self.tr("one to eight times as fast")),
            ("S  F  0", self.tr("slower, faster, as fast as possible")),
            ("+  −", self.tr("show less or more time")),
            (self.tr("Shift and drag"), self.tr("on the timeline: a loop")),
            (self.tr("Home  End"), self.tr("start or end of the walk")),
            ("I  W  N", self.tr("at the cursor, what if, a new note")),
            ("B", self.tr("as it was, or as it would be under other settings")),
            ("▲", self.tr("a cue: the stride was called over the limit")),
            ("●  ○", self.tr("a stride within the limit, one that was not judged")),
            ("◆", self.tr("it hurt")),
            ("▨", self.tr("samples are missing, or a pause")),
            ("▬", self.tr("top: walking full, standing dotted, resting striped")),
        ]
