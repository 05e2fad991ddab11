"""Self-care and treatments written down: how to do it where it is advised, then what was done."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit

from coach.care.exercises import Exercise
from coach.care.self_care import LOGGED_ONLY, Help
from coach.records.entries import SelfCareEntry
from sensors.samples import Side
from ui import texts
from ui.exercises import exercise_texts
from ui.exercises.browse import back_button
from ui.exercises.item_view import ItemCard
from ui.theme import MIN_TARGET_PX
from ui.widgets.buttons import push_button
from ui.widgets.choices import Choices
from ui.widgets.pain_scale import PainScale
from ui.widgets.sheet import Card, Sheet, left, text_label

translate = QCoreApplication.translate
_MINUTES = (5, 10, 15, 20, 30, 45)
_LONGEST_NOTE = 300
_TIMED = frozenset({Help.COLD, Help.HEAT, Help.REST, Help.WATER})


class LogView(Sheet):
    """Asks what was done and how it felt; nothing but what it was has to be told."""

    keep_requested = Signal()
    """What was told is in `entry`."""
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._help = Help.OTHER
        self.how = ItemCard()
        self.card = Card(translate("exercise", "What you did"))
        self.which = Choices(
            [(each, exercise_texts.help_name(each)) for each in LOGGED_ONLY],
            name=translate("exercise", "Which treatment?"),
        )
        self.minutes = Choices(
            [(n, texts.minutes(n)) for n in _MINUTES],
            name=translate("exercise", "How long?"),
        )
        self.slept = Choices(
            [
                (True, translate("exercise", "Slept well")),
                (False, translate("exercise", "Slept badly")),
            ],
            name=translate("exercise", "The night"),
        )
        self.before = PainScale(translate("exercise", "How sore before?"))
        self.after = PainScale(translate("exercise", "How sore after?"))
        self.note = QLineEdit()
        self.note.setMaxLength(_LONGEST_NOTE)
        self.note.setMinimumHeight(MIN_TARGET_PX)
        self.note.setAccessibleName(translate("exercise", "A note, if you like"))
        self.note.setPlaceholderText(translate("exercise", "A note, if you like"))
        self.only = text_label(is_muted=True)
        self.keep = push_button(translate("exercise", "Write it down"), is_main=True)
        self.return_button = back_button(self, self.back)
        self._before_label = text_label(self.before.accessibleName(), is_bold=True)
        self._after_label = text_label(self.after.accessibleName(), is_bold=True)
        self.card.add(self.only, self.which, self.minutes, self.slept)
        self.card.add(self._before_label, self.before, self._after_label, self.after)
        self.card.add(self.note)
        self.add(left(self.return_button), self.how, self.card, left(self.keep))
        self.which.changed.connect(self._show_ready)
        self.keep.clicked.connect(self.keep_requested)

    def ask(self, help_: Help, exercise: Exercise | None, closed: str = "") -> None:
        """Ask of this help; with an exercise its way is told first, closed says why not now."""
        self._help = help_
        is_advised = exercise is not None
        self.set_heading(
            exercise_texts.help_name(help_)
            if is_advised
            else translate("exercise", "Write down a treatment")
        )
        self.how.setVisible(is_advised)
        if exercise is not None:
            self.how.show_exercise(exercise, closed)
        self.only.setText("" if is_advised else _only_logged())
        self.only.setVisible(not is_advised)
        self.which.setVisible(not is_advised)
        self.which.choose([])
        self.minutes.setVisible(help_ in _TIMED)
        self.minutes.choose([])
        self.slept.setVisible(help_ is Help.SLEEP)
        self.slept.choose([])
        has_pain = help_ is not Help.SLEEP
        for part in (self._before_label, self.before, self._after_label, self.after):
            part.setVisible(has_pain)
        for scale in (self.before, self.after):
            scale.set_level(None)
        self.note.clear()
        self._show_ready()
        self.return_button.setFocus()
        self.verticalScrollBar().setValue(0)

    def entry(self, at: datetime, side: Side) -> SelfCareEntry:
        """What was told."""
        minutes = self.minutes.only
        return SelfCareEntry(
            at=at,
            help=self.which.only or self._help,
            side=side,
            minutes=None if minutes is None else float(minutes),
            soreness_before=self.before.level,
            soreness_after=self.after.level,
            has_slept_well=self.slept.only,
            note=self.note.text().strip(),
        )

    def _show_ready(self) -> None:
        is_named = self._help not in LOGGED_ONLY or self.which.only is not None
        self.keep.setEnabled(is_named)


def _only_logged() -> str:
    return translate(
        "exercise",
        "Treatments by others are written down, so that you and your physiotherapist can see "
        "what went with what; this program advises none of them. Surgery is a last resort to "
        "discuss with a doctor.",
    )
