"""After an exercise: how sore it is now, and whether anything new was felt."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from coach import care_words
from coach.care.exercise_session import Felt
from coach.care.symptoms import Change, Feeling, Symptom
from sensors.samples import Side
from ui.texts import from_words
from ui.widgets.buttons import push_button
from ui.widgets.choices import Choices
from ui.widgets.pain_scale import PainScale
from ui.widgets.sheet import Card, Sheet, left, text_label

translate = QCoreApplication.translate
_ASKED = (Feeling.TINGLING, Feeling.NUMBNESS, Feeling.WEAKNESS, Feeling.PAIN, Feeling.CLICKING)


class RatingView(Sheet):
    """Pain 0 to 10, then a word on anything new; `told` comes with Enter or the button."""

    told = Signal(int, object)
    """With the pain, and a tuple of `Felt`."""

    def __init__(self) -> None:
        super().__init__()
        self._side = Side.RIGHT
        self.pain = PainScale(translate("exercise", "How sore is it now?"))
        self.anything = Choices(
            [
                (False, translate("exercise", "Nothing new")),
                (True, translate("exercise", "Something else was felt")),
            ],
            name=translate("exercise", "Anything else?"),
        )
        self.feeling = Choices(
            [(each, from_words(care_words.FEELING[each])) for each in _ASKED],
            name=translate("exercise", "What?"),
        )
        self.region = Choices(
            [(each, from_words(words)) for each, words in care_words.REGION.items()],
            name=translate("exercise", "Where?"),
        )
        self.change = Choices(
            [
                (Change.AS_USUAL, translate("exercise", "As usual")),
                (Change.STRONGER, translate("exercise", "Stronger than usual")),
                (Change.LASTING, translate("exercise", "It does not go away")),
            ],
            name=translate("exercise", "How is it?"),
        )
        self.more = Card(translate("exercise", "What was felt?"))
        self.more.add(
            text_label(translate("exercise", "What?"), is_bold=True),
            self.feeling,
            text_label(translate("exercise", "Where?"), is_bold=True),
            self.region,
            text_label(translate("exercise", "How is it?"), is_bold=True),
            self.change,
        )
        self.done = push_button(translate("exercise", "Keep and go on (Enter)"), is_main=True)
        card = Card(translate("exercise", "How sore is it now?"))
        card.add(self.pain, text_label(translate("exercise", "Anything else?"), is_bold=True))
        card.add(self.anything)
        self.add(card, self.more, left(self.done))
        self.pain.rated.connect(self._take_rating)
        self.done.installEventFilter(self)
        for choices in (self.anything, self.feeling, self.region, self.change):
            choices.changed.connect(self._show)
        self.done.clicked.connect(self._tell)

    def ask(self, heading: str, side: Side) -> None:
        """Ask anew."""
        self.set_heading(heading)
        self._side = side
        self.pain.set_level(None)
        self.anything.choose([False])
        for choices in (self.feeling, self.region, self.change):
            choices.choose([])
        self._show()
        self.pain.buttons[0].setFocus()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Digits and arrows go to the scale while Enter waits on the button below it."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        is_arrow = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if is_arrow or (event.text() and event.text() in "0123456789"):
            self.pain.keyPressEvent(event)
            return True
        return False

    def _take_rating(self) -> None:
        self._show()
        if self.done.isEnabled():
            self.done.setFocus()

    def _show(self) -> None:
        has_more = self.anything.only is True
        self.more.setVisible(has_more)
        told = (self.feeling.only, self.region.only, self.change.only)
        self.done.setEnabled(self.pain.level is not None and (not has_more or None not in told))

    def _tell(self) -> None:
        level = self.pain.level
        feeling, region, change = self.feeling.only, self.region.only, self.change.only
        if level is None:
            return
        felt: tuple[Felt, ...] = ()
        if self.anything.only is True and feeling and region and change:
            felt = (Felt(Symptom(region, feeling, self._side), change),)
        self.told.emit(level, felt)
