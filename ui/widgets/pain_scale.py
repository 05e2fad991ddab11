"""The row of 0 to 10 on which pain is told: by mouse, by touch, by digit and by arrow."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QPushButton, QWidget

from coach.care.pain_record import WORST_PAIN
from ui import texts
from ui.theme import MIN_TARGET_PX, scaled_font

_TEN_WITHIN_MS = 600
_N = WORST_PAIN + 1


class PainScale(QWidget):
    """Eleven large buttons; digits choose (1 and then 0 is ten), arrows move, Enter takes."""

    rated = Signal(int)
    """Sent when somebody chose, and again when they choose another."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._one_at_ms = -_TEN_WITHIN_MS
        self.buttons: list[QPushButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        translate = QCoreApplication.translate
        self._least = QLabel(translate("pain", "no pain"))
        self._most = QLabel(translate("pain", "worst pain there can be"))
        self._most.setAlignment(Qt.AlignmentFlag.AlignRight)
        for label in (self._least, self._most):
            label.setObjectName("muted")
            label.setWordWrap(True)
        for level in range(_N):
            button = QPushButton(texts.number(level, 0))
            button.setCheckable(True)
            button.setAutoDefault(True)
            button.setObjectName("rating")
            button.setMinimumSize(MIN_TARGET_PX, MIN_TARGET_PX)
            button.setFont(scaled_font(button.font(), 1.3, is_bold=True))
            button.clicked.connect(lambda _, n=level: self.rated.emit(n))
            button.installEventFilter(self)
            self._group.addButton(button, level)
            self.buttons.append(button)
        self.set_name(name or translate("pain", "How sore, 0 to 10"))
        self._lay_out(is_wide=True)

    @property
    def level(self) -> int | None:
        """What was told; None before anything was."""
        level = self._group.checkedId()
        return None if level < 0 else level

    def set_name(self, name: str) -> None:
        """Say to a screen reader what is rated here."""
        self.setAccessibleName(name)
        for level, button in enumerate(self.buttons):
            button.setAccessibleName(f"{name}: {texts.number(level, 0)}")

    def set_level(self, level: int | None) -> None:
        """Show a rating without saying that somebody made it."""
        self._group.setExclusive(False)
        for n, button in enumerate(self.buttons):
            button.setChecked(n == level)
        self._group.setExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit, move by arrow."""
        if event.text().isdigit() and event.text() in "0123456789":
            self._press_digit(int(event.text()), event.timestamp())
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._move(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, _: object, event: object) -> bool:
        """Take digits and arrows before the button that has the focus does."""
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            is_arrow = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            if is_arrow or (event.text().isdigit() and event.text() in "0123456789"):
                self.keyPressEvent(event)
                return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two rows where one is too narrow for eleven targets."""
        super().resizeEvent(event)
        needed = _N * (max(MIN_TARGET_PX, self.buttons[-1].minimumSizeHint().width()) + 6)
        self._lay_out(is_wide=self.width() >= needed)

    def _press_digit(self, digit: int, at_ms: int) -> None:
        is_ten = digit == 0 and self.level == 1 and at_ms - self._one_at_ms < _TEN_WITHIN_MS
        self._one_at_ms = at_ms if digit == 1 else -_TEN_WITHIN_MS
        self._choose(WORST_PAIN if is_ten else digit)

    def _move(self, step: int) -> None:
        level = -1 if self.level is None and step > 0 else self.level or 0
        self._choose(min(max(level + step, 0), WORST_PAIN))

    def _choose(self, level: int) -> None:
        button = self.buttons[level]
        button.setChecked(True)
        button.setFocus()
        self.rated.emit(level)

    def _lay_out(self, *, is_wide: bool) -> None:
        if self._grid.property("wide") == is_wide:
            return
        self._grid.setProperty("wide", is_wide)
        per_row = _N if is_wide else 6
        for level, button in enumerate(self.buttons):
            self._grid.addWidget(button, level // per_row, level % per_row)
        last_row = 1 if is_wide else 2
        half = per_row // 2
        self._grid.addWidget(self._least, last_row, 0, 1, half)
        self._grid.addWidget(self._most, last_row, half, 1, per_row - half)
