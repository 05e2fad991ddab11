"""Operations and fractures of one hip: what, when, from which side, and what is closed since."""

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach import intake_words
from coach.care.exercises import Library
from coach.care.warning_signs import FIRST_WEEKS, HipHistory, Lock
from ui import texts
from ui.physio.fields import DayField, pick_of, titled
from ui.physio.intake_cards import side_by_side
from ui.widgets.buttons import push_button
from ui.widgets.choices import Choices
from ui.widgets.sheet import Card, text_label

translate = QCoreApplication.translate


class HistoryCard(Card):
    """Every operation and fracture of this hip."""

    changed = Signal()

    def __init__(self, exercises: Library) -> None:
        super().__init__(translate("history", "Operations and fractures of this hip"))
        self._exercises = exercises
        self.forms: list[HistoryForm] = []
        self.nothing = text_label(translate("history", "None told."), is_muted=True)
        self.more = push_button(translate("history", "Add an operation or fracture"))
        self.more.clicked.connect(self._add_one)
        self._forms = QVBoxLayout()
        self.add(self.nothing, self._forms, self.more)

    def show_histories(self, histories: Iterable[HipHistory], today: date) -> None:
        """Show what is known."""
        while self.forms:
            self._drop(self.forms[-1])
        for history in histories:
            self._put(HistoryForm(self._exercises, today)).show_history(history)
        self._today = today
        self.nothing.setVisible(not self.forms)

    @property
    def told(self) -> tuple[HipHistory, ...]:
        """What is entered; a form without an event is none."""
        histories = (form.told for form in self.forms)
        return tuple(history for history in histories if history is not None)

    @property
    def is_understood(self) -> bool:
        """Whether every day is one."""
        return all(form.happened_on.is_understood for form in self.forms)

    def _add_one(self) -> None:
        self._put(HistoryForm(self._exercises, self._today))
        self.nothing.hide()
        self.changed.emit()

    def _put(self, form: "HistoryForm") -> "HistoryForm":
        self.forms.append(form)
        self._forms.addWidget(form)
        form.changed.connect(self.changed)
        form.removed.connect(lambda: self._remove(form))
        return form

    def _remove(self, form: "HistoryForm") -> None:
        self._drop(form)
        self.nothing.setVisible(not self.forms)
        self.changed.emit()

    def _drop(self, form: "HistoryForm") -> None:
        self.forms.remove(form)
        self._forms.removeWidget(form)
        form.hide()
        form.deleteLater()


class HistoryForm(QWidget):
    """One operation or fracture."""

    changed = Signal()
    removed = Signal()

    def __init__(self, exercises: Library, today: date) -> None:
        super().__init__()
        self._today = today
        self.event_kind = pick_of(intake_words.EVENT, translate("history", "What happened"))
        self.happened_on = DayField(translate("history", "When"))
        self.approach = pick_of(intake_words.APPROACH, translate("history", "Approach"))
        self.has_restrictions = Choices(
            [(True, translate("history", "The restrictions are entered, or there are none"))],
            is_several=True,
            name=translate("history", "Restrictions"),
        )
        self.first_weeks = text_label(
            translate(
                "history",
                "In the first {0} weeks only what is ticked here is open.",
            ).format(texts.number(FIRST_WEEKS, 0))
        )
        things = [*_locks(), *((e.id, _name(e.id, exercises)) for e in exercises.values())]
        self.ticked = Choices(things, is_several=True, name=translate("history", "Open now"))
        self.show_closed = push_button(translate("history", "Close single things…"))
        self.show_closed.setObjectName("link")
        self.restricted = Choices(
            things, is_several=True, name=translate("history", "Closed until you say otherwise")
        )
        self.remove = push_button(translate("history", "Remove this entry"))
        self.remove.setObjectName("link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (
            self.event_kind,
            side_by_side(titled(self.happened_on.accessibleName(), self.happened_on)),
            titled(self.approach.accessibleName(), self.approach),
            self.first_weeks,
            self.ticked,
            self.show_closed,
            self.restricted,
            self.has_restrictions,
            self.remove,
        ):
            column.addWidget(part)
        self.show_closed.clicked.connect(lambda: self._show(is_closing=True))
        for field in (self.event_kind, self.happened_on, self.approach):
            field.changed.connect(self._take)
        for choices in (self.ticked, self.restricted):
            choices.changed.connect(self.changed)
        self.has_restrictions.changed.connect(self.changed)
        self.remove.clicked.connect(self.removed)
        self._show()

    @property
    def told(self) -> HipHistory | None:
        """What is entered; None before it is said what happened."""
        event = self.event_kind.only
        if event is None:
            return None
        return HipHistory(
            event,
            self.happened_on.day,
            self.approach.only,
            True in self.has_restrictions.chosen,
            self.ticked.chosen if self._is_fresh else frozenset(),
            self.restricted.chosen,
        )

    def show_history(self, history: HipHistory) -> None:
        """Show what is known."""
        self.event_kind.choose([history.event])
        self.happened_on.set_day(history.happened_on)
        self.approach.choose([history.approach] if history.approach else [])
        self.has_restrictions.choose([True] if history.has_restrictions_entered else [])
        self.ticked.choose(history.ticked)
        self.restricted.choose(history.restricted)
        self._show(is_closing=bool(history.restricted))

    @property
    def _is_fresh(self) -> bool:
        day = self.happened_on.day
        return day is not None and self._today - day < timedelta(weeks=FIRST_WEEKS)

    def _take(self) -> None:
        self._show(is_closing=self.restricted.isVisible())
        self.changed.emit()

    def _show(self, *, is_closing: bool = False) -> None:
        self.first_weeks.setVisible(self._is_fresh)
        self.ticked.setVisible(self._is_fresh)
        self.restricted.setVisible(is_closing)
        self.show_closed.setVisible(not is_closing)


def _locks() -> list[tuple[str, str]]:
    return [
        (Lock.LONG_STRIDE_TEST, translate("history", "Long-stride test")),
        (Lock.CUES, translate("history", "Cues while walking")),
        (Lock.BRIDGES, translate("history", "Bridges")),
        (Lock.PRONE, translate("history", "Lying on the front")),
        (Lock.EXTENSION_WITH_TURN_OUT, translate("history", "Reaching back turned out")),
    ]


def _name(exercise_id: str, exercises: Library) -> str:
    return f"{exercise_id} {exercises[exercise_id].words(texts.language()).name}"
