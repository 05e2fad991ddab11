"""The questions about warning signs, and what to do where one is there."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach import care_words
from coach.care.warning_signs import LEVEL, Check, Condition, Level, WarningSign, most_urgent
from coach.care.warning_signs import questions as questions_for
from ui import care_texts
from ui.texts import from_words
from ui.widgets.buttons import push_button
from ui.widgets.choices import Choices
from ui.widgets.sheet import Card, text_label

translate = QCoreApplication.translate
_MAY_STAY = frozenset({WarningSign.CANCER_HISTORY, WarningSign.NIGHT_PAIN, WarningSign.WEIGHT_LOSS})
"""Signs that may stay true after a doctor looked at them."""


class SignsForm(QWidget):
    """One question a line, yes or no; nothing is taken for granted, but one button says no to all.

    The button comes after the questions, to be read first. Help shows as soon as a sign is ticked,
    under the very question, not only when the form is done.
    """

    changed = Signal()

    def __init__(self, conditions: Iterable[Condition] = (), country: str = "") -> None:
        super().__init__()
        self._country = country
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.no_to_all = push_button(self.tr("None of these"), is_main=True)
        self.no_to_all.clicked.connect(self._answer_no)
        self.help = HelpNow()
        self.answers: dict[WarningSign, Choices[bool]] = {}
        self._seen: dict[WarningSign, Choices[bool]] = {}
        self.set_conditions(conditions)

    @property
    def is_complete(self) -> bool:
        """Whether every question has an answer."""
        return all(answer.only is not None for answer in self.answers.values())

    @property
    def present(self) -> frozenset[WarningSign]:
        """The signs answered with yes."""
        return frozenset(sign for sign, answer in self.answers.items() if answer.only)

    def set_country(self, country: str) -> None:
        """Tell the telephone numbers of this country, two letters."""
        self._country = country
        self._show_help()

    def set_conditions(self, conditions: Iterable[Condition]) -> None:
        """Ask what this person has to be asked."""
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None and widget not in (self.no_to_all, self.help):
                widget.deleteLater()
        self.answers.clear()
        self._seen.clear()
        self._column.addWidget(self.help)
        for sign in questions_for(conditions):
            self._column.addWidget(self._question(sign))
        self._column.addWidget(self.no_to_all)
        self._show_help()

    def focus_first(self) -> None:
        """Let the keyboard begin with the first question."""
        next(iter(self.answers.values())).buttons[False].setFocus()

    def check(self, at: datetime) -> Check:
        """The answers."""
        seen = frozenset(sign for sign, answer in self._seen.items() if answer.only)
        return Check(at, self.present, seen & self.present)

    def _question(self, sign: WarningSign) -> QWidget:
        words = from_words(care_words.QUESTION[sign])
        yes, no = translate("signs", "Yes"), translate("signs", "No")
        answer = Choices([(False, no), (True, yes)], name=words)
        self.answers[sign] = answer
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(text_label(words, is_bold=True))
        column.addWidget(answer)
        if sign in _MAY_STAY:
            seen = Choices(
                [(True, translate("signs", "A doctor has looked at it"))],
                is_several=True,
                name=words,
            )
            seen.hide()
            self._seen[sign] = seen
            column.addWidget(seen)
            seen.changed.connect(self._show_help)
        answer.changed.connect(partial(self._take_one, sign, box))
        return box

    def _take_one(self, sign: WarningSign, box: QWidget) -> None:
        if self.answers[sign].only is True:
            self._column.removeWidget(self.help)
            self._column.insertWidget(self._column.indexOf(box) + 1, self.help)
        self._take()

    def _take(self) -> None:
        for sign, seen in self._seen.items():
            seen.setVisible(self.answers[sign].only is True)
        self._show_help()
        self.changed.emit()

    def _answer_no(self) -> None:
        for answer in self.answers.values():
            if answer.only is None:
                answer.choose([False])
        self._take()

    def _show_help(self) -> None:
        seen = frozenset(sign for sign, answer in self._seen.items() if answer.only)
        self.help.tell(self.present - seen, self._country)


class HelpNow(Card):
    """What to do now, by the most urgent sign; hidden without one."""

    def __init__(self) -> None:
        super().__init__(" ")
        self.setObjectName("alert")
        self.words = text_label("", 1.2, is_bold=True)
        self.signs = text_label("")
        self.add(self.words, self.signs)
        self.hide()

    def tell(self, signs: Iterable[WarningSign], country: str = "") -> None:
        """Show the words for these signs; hide for none."""
        found = sorted(signs, key=lambda sign: list(Level).index(LEVEL[sign]))
        level = most_urgent(found)
        self.setVisible(level is not None)
        if level is None:
            return
        titles = {
            Level.EMERGENCY: translate("signs", "⚠ This is an emergency"),
            Level.SAME_DAY: translate("signs", "⚠ This needs help today"),
            Level.DOCTOR_WITHIN_DAYS: translate("signs", "⚠ A doctor should see this"),
            Level.RED_IN_USE: translate("signs", "⚠ Stop for today"),
        }
        self.set_title(titles[level])
        self.words.setText(care_texts.help_now(level, country))
        self.signs.setText(" · ".join(from_words(care_words.QUESTION[sign]) for sign in found))
        self.setAccessibleName(f"{titles[level]}. {self.words.text()}")
