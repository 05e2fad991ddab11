"""Chooses a bout of a long-stride test to be looked at again, as the sensor told it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from coach.care.long_stride_state import Bout, TestState
from ui.physio import threshold_texts
from ui.widgets.sheet import text_label

_LEAST_CHARACTERS = 24


class BoutReplay(QWidget):
    """Shows the bouts of a test whose samples were kept; says where there are none."""

    requested = Signal(object)
    """With the `Bout` whose replay is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bouts = QComboBox()
        self.bouts.setAccessibleName(self.tr("Bout to be replayed"))
        self.bouts.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.bouts.setMinimumContentsLength(_LEAST_CHARACTERS)
        self.bouts.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.replay = QPushButton(self.tr("Replay this bout"))
        self.replay.setAutoDefault(True)
        self.missing = text_label(
            self.tr("The samples of these bouts were not kept: there is no replay of them."),
            is_muted=True,
        )
        self._choice = QWidget()
        row = QHBoxLayout(self._choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bouts, 1)
        row.addWidget(self.replay)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._choice)
        column.addWidget(self.missing)
        self.replay.clicked.connect(self._ask)

    def show_bouts(self, state: TestState) -> None:
        """Offer every bout that has samples; the first one that hurt is chosen."""
        self.bouts.clear()
        for i, bout in enumerate(state.bouts, 1):
            if bout.walk and bout.strides:
                self.bouts.addItem(threshold_texts.bout(i, bout), bout)
        found = [self.bouts.itemData(i) for i in range(self.bouts.count())]
        painful = (i for i, bout in enumerate(found) if bout.is_painful)
        self.bouts.setCurrentIndex(next(painful, 0) if found else -1)
        self._choice.setVisible(bool(found))
        self.missing.setVisible(bool(state.bouts) and not found)

    def _ask(self) -> None:
        bout = self.bouts.currentData()
        if isinstance(bout, Bout):
            self.requested.emit(bout)
