"""Asks, once the thigh is still, how much and where it hurt and whether anything is new."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from coach import care_words
from coach.care.symptoms import Change, Feeling, Region
from coach.walking.walk_end import Felt
from ui.texts import from_words, translate
from ui.widgets.choices import Choices
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.pain_scale import PainScale
from ui.widgets.sheet import text_label

_WHERE = (
    Region.DEEP_BUTTOCK,
    Region.UPPER_HAMSTRING,
    Region.GROIN,
    Region.OUTER_HIP,
    Region.BELOW_KNEE,
)
_SLACK_PX = 8
NEW_TINGLING = Felt(Feeling.TINGLING, None, Change.STRONGER)
NEW_BELOW_KNEE = Felt(Feeling.PAIN, Region.BELOW_KNEE)
NUMB_OR_WEAK = Felt(Feeling.NUMBNESS)


def feelings(name: str) -> Choices[Felt]:
    """What else can be felt, none of it usual: several can be chosen."""
    return Choices(
        [
            (NEW_TINGLING, translate("guided", "Tingling: new, stronger or lasting")),
            (NUMB_OR_WEAK, translate("guided", "Numbness or weakness")),
            (NEW_BELOW_KNEE, translate("guided", "Something new below the knee")),
        ],
        is_several=True,
        name=name,
    )


def places(name: str) -> Choices[Region]:
    """Where it hurts."""
    return Choices([(each, from_words(care_words.REGION[each])) for each in _WHERE], name=name)


class PainPanel(QScrollArea):
    """Hidden until it asks; what was told is kept at once, and the walk is recorded all along."""

    told = Signal(int, object, object)
    """Level 0 to 10, `Region` or None, and a frozenset of `Felt`."""
    put_off = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        paper = self._paper = QFrame()
        paper.setObjectName("panel")
        self.setWidget(paper)
        question = translate("guided", "How sore did it get?")
        self.scale = PainScale(question)
        self.where = places(translate("guided", "Where?"))
        new = translate("guided", "Any of these?")
        self.feelings = feelings(new)
        self.keep = QPushButton(translate("guided", "Keep"))
        self.keep.setObjectName("main")
        self.later = QPushButton(translate("guided", "Later"))
        for button in (self.keep, self.later):
            button.setAutoDefault(True)
        buttons = FlowLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.later)
        column = QVBoxLayout(paper)
        column.addWidget(text_label(question, 1.2, is_bold=True))
        column.addWidget(self.scale)
        column.addWidget(self.where)
        column.addWidget(text_label(new, is_bold=True))
        column.addWidget(self.feelings)
        column.addLayout(buttons)
        column.addStretch(1)
        self.scale.rated.connect(lambda _: self.keep.setEnabled(True))
        self.keep.clicked.connect(self._tell)
        self.later.clicked.connect(self._put_off)
        self.hide()

    def needed_height(self, width_px: int) -> int:
        """How high all questions are at this width."""
        room_px = width_px - self.verticalScrollBar().sizeHint().width() - 2 * self.frameWidth()
        return self._paper.heightForWidth(room_px) + 2 * self.frameWidth() + _SLACK_PX

    def ask(self) -> None:
        """Ask anew."""
        self.scale.set_level(None)
        self.where.choose([])
        self.feelings.choose([])
        self.keep.setEnabled(False)
        self.show()
        self.scale.buttons[0].setFocus()

    def _tell(self) -> None:
        if self.scale.level is not None:
            self.hide()
            self.told.emit(self.scale.level, self.where.only, self.feelings.chosen)

    def _put_off(self) -> None:
        self.hide()
        self.put_off.emit()
