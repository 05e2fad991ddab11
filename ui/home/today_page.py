"""Today: pain now and the morning after in ten seconds, then what is planned and why."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from coach import care_words
from coach.care.pain_record import MorningAnswer
from coach.care.warning_signs import AskReason
from coach.records.entries import PainEntry
from coach.today import PAIN_NOW, PAIN_WHY, Today, is_explained, pain_records, told_later
from sensors.samples import Side
from ui import care_texts, texts
from ui.home.home import Home
from ui.home.late_card import LateCard
from ui.home.plan_cards import AdviceCard, ExercisesCard, WalkCard
from ui.home.prescription_card import NewPrescriptionCard
from ui.home.protect_card import ProtectCard
from ui.home.signs import HelpNow, SignsForm
from ui.texts import from_words
from ui.widgets.buttons import push_button
from ui.widgets.choices import Choices
from ui.widgets.pain_scale import PainScale
from ui.widgets.sheet import Card, Sheet, text_label

translate = QCoreApplication.translate
_MOST_MORNINGS = 1  # at a time: the next one is asked once this is answered
_ASK_WHY_FROM = 3
_TITLE_PX = 120  # what a card says above its first control is seen with it


class TodayPage(Sheet):
    """The first page of the home."""

    def __init__(self, home: Home) -> None:
        super().__init__(translate("today", "Today"))
        self._home = home
        self.date = text_label("", is_muted=True)
        self.clock = text_label("", is_bold=True)
        self.signs = SignsCard()
        self.help = HelpNow()
        self.mornings = [MorningCard() for _ in range(_MOST_MORNINGS)]
        self.late, self.pain = LateCard(home), PainNowCard()
        self.walk, self.exercises, self.advice = WalkCard(), ExercisesCard(), AdviceCard()
        self.protect = ProtectCard(home)
        self.add(self.date, self.clock, self.help, self.signs, self.late, self.pain, *self.mornings)
        self.prescribed = NewPrescriptionCard(home)
        self.add(self.prescribed, self.walk, self.exercises, self.advice, self.protect)
        self.signs.done.connect(self._keep_signs)
        self.late.answered.connect(self.focus_first)
        self.pain.told.connect(self._keep_pain)
        self.pain.explained.connect(self._keep_why)
        for card in self.mornings:
            card.told.connect(self._keep_morning)
        self.walk.start.clicked.connect(self._start_walk)
        for button in (self.exercises.open, self.walk.care):
            button.clicked.connect(lambda: home.open_page("exercises"))
        self._day: Today | None = None

    def refresh(self) -> None:
        """Show the day as it stands now."""
        day = self._day = self._home.today()
        self.date.setText(care_texts.day(day.inputs.today))
        self._doubt_clock(told_later(self._home.library, self._home.person, self._home.now()))
        blocking = day.inputs.check.closing if day.inputs.check is not None else frozenset()
        self.help.tell(blocking, day.about.country)
        self.signs.ask(day, is_again=bool(blocking))
        self.late.refresh()
        for n, card in enumerate(self.mornings):
            card.ask(day.mornings[n] if n < len(day.mornings) else None, day.inputs.today)
        has_why = is_explained(self._home.library, self._home.person)
        self.pain.show_told(day.inputs.pain_now, is_explained=has_why)
        self.walk.show_plan(day)
        self.exercises.show_plan(day, self._home)
        self.advice.show_plan(day)
        self.protect.refresh()
        self.prescribed.refresh()

    def focus_first(self) -> None:
        """Let the keyboard begin with what is asked first, or with the walk or the exercises."""
        asked = (
            self.signs.open,
            self.late.scale.buttons[0],
            self.pain.scale.buttons[0],
            self.pain.first_trigger,
            *(card.scale.buttons[0] for card in self.mornings),
            self.walk.start,
            self.exercises.open,
        )
        first = next((widget for widget in asked if widget.isVisible()), None)
        if first is not None:
            first.setFocus()
            self.ensureWidgetVisible(first, 0, _TITLE_PX)

    def _doubt_clock(self, later: date | None) -> None:
        """Say so where something was told on a day that has not come yet."""
        self.clock.setVisible(later is not None)
        if later is not None:
            told = translate(
                "today",
                "⚠ By this computer's clock it is the day above, but something was told on {0}. "
                "Set the clock right: the plan goes by it.",
            )
            self.clock.setText(told.format(care_texts.day(later)))

    def _keep_signs(self) -> None:
        if self._home.keep(self.signs.form.check(self._home.now())):
            self.focus_first()

    def _keep_pain(self, level: int) -> None:
        entry = PainEntry(at=self._home.now(), level=level, moment=PAIN_NOW, side=self._home.side)
        if self._home.keep(entry, side=self._home.side):
            self.focus_first()

    def _keep_why(self, level: int, triggers: tuple[str, ...], reliefs: tuple[str, ...]) -> None:
        side = self._home.side
        entry = PainEntry(
            at=self._home.now(),
            level=level,
            moment=PAIN_WHY,
            side=side,
            triggers=triggers,
            reliefs=reliefs,
        )
        if self._home.keep(entry, side=side):
            self.focus_first()

    def _keep_morning(
        self, day: date, side: Side, level: int, has_slept_worse: bool, has_settled: bool | None
    ) -> None:
        home = self._home
        answer = MorningAnswer(day, side, level, home.now(), has_slept_worse=has_slept_worse)
        told = [
            replace(record, has_settled_in_2_h=has_settled)
            for record in pain_records(home.library, home.person)
            if has_settled is not None and record.day == day and record.side is side
        ]
        if home.keep(answer, *told, side=side):
            self.focus_first()

    def _start_walk(self) -> None:
        day = self._day
        if day is None or day.plan.walk.dose is None:
            return
        if self._home.take_up(day):
            self._home.walk_requested.emit()


class SignsCard(Card):
    """The warning signs: asked at the start, every two weeks and after a red."""

    done = Signal()

    def __init__(self) -> None:
        super().__init__(translate("today", "A few questions first"))
        self.why = text_label(is_muted=True)
        self.open = push_button(translate("today", "Answer"))
        self.form = SignsForm()
        self.form.hide()
        self.ready = push_button(translate("today", "Done"))
        self.ready.hide()
        self.add(self.why, self.open, self.form, self.ready)
        self.open.clicked.connect(self._show_form)
        self.form.changed.connect(lambda: self.ready.setEnabled(self.form.is_complete))
        self.ready.clicked.connect(self._finish)
        self._asked: tuple[AskReason | None, bool] | None = None

    def ask(self, day: Today, *, is_again: bool) -> None:
        """Ask where it is time, or where a sign was there and may be gone."""
        asked = (day.ask_signs, is_again)
        self.setVisible(day.ask_signs is not None or is_again)
        self.form.set_country(day.about.country)
        if asked == self._asked:
            return
        self._asked = asked
        self.form.set_conditions(day.about.every_condition)
        self.form.hide()
        self.ready.hide()
        self.open.show()
        if day.ask_signs is not None:
            self.why.setText(from_words(care_words.ASK[day.ask_signs]))
        else:
            self.why.setText(
                translate("today", "When it has been looked at, or is gone, answer again.")
            )

    def _show_form(self) -> None:
        self.open.hide()
        self.form.show()
        self.ready.setEnabled(self.form.is_complete)
        self.ready.show()
        self.form.focus_first()

    def _finish(self) -> None:
        self._asked = None
        self.done.emit()


class PainNowCard(Card):
    """How sore it is now; then, where it hurts, what set it off and what eased it."""

    told = Signal(int)
    explained = Signal(int, object, object)
    """The rating, and tuples of triggers and reliefs as the diary keeps them."""

    def __init__(self) -> None:
        super().__init__(translate("today", "How sore is it now?"))
        self.scale = PainScale(translate("today", "How sore is it now?"))
        self.said = text_label("", 1.2, is_bold=True)
        self.again = push_button(translate("today", "Tell again"))
        self.triggers = Choices(
            [(trigger, from_words(words)) for trigger, words in care_words.TRIGGER.items()],
            is_several=True,
            name=translate("today", "What set it off?"),
        )
        self.reliefs = Choices(
            [(relief, from_words(words)) for relief, words in care_words.RELIEF.items()],
            is_several=True,
            name=translate("today", "What eased it, or was taken in the last hours?"),
        )
        self.keep = push_button(translate("today", "Keep this"))
        self._why = [
            text_label(translate("today", "What set it off?"), is_bold=True),
            self.triggers,
            text_label(
                translate("today", "What eased it, or was taken in the last hours?"), is_bold=True
            ),
            self.reliefs,
            self.keep,
        ]
        row = QHBoxLayout()
        row.addWidget(self.said, 1)
        row.addWidget(self.again)
        self.add(self.scale, row, *self._why)
        self.scale.rated.connect(self.told)
        self.again.clicked.connect(self._ask_again)
        self.keep.clicked.connect(self._explain)
        self._level: int | None = None
        self._is_explained = False
        self.show_told(None)

    def show_told(self, level: int | None, *, is_explained: bool = False) -> None:
        """Show what was told a short time ago, or ask."""
        is_new = level != self._level
        self._level = level
        self.scale.setVisible(level is None)
        self.said.setVisible(level is not None)
        self.again.setVisible(level is not None)
        if level is None:
            self.scale.set_level(None)
        else:
            self.said.setText(
                translate("today", "Pain now: {0} of 10").format(texts.number(level, 0))
            )
        self.title.setVisible(level is None)
        if is_new:
            self._is_explained = is_explained
            self.triggers.choose([])
            self.reliefs.choose([])
        hurts = level is not None and level >= _ASK_WHY_FROM and not self._is_explained
        for widget in self._why:
            widget.setVisible(hurts)

    @property
    def first_trigger(self) -> QPushButton:
        """Where telling what set it off begins."""
        return next(iter(self.triggers.buttons.values()))

    def _ask_again(self) -> None:
        self.show_told(None)
        self.scale.buttons[0].setFocus()

    def _explain(self) -> None:
        self._is_explained = True
        triggers, reliefs = sorted(self.triggers.chosen), sorted(self.reliefs.chosen)
        self.explained.emit(self._level or 0, tuple(triggers), tuple(reliefs))


class MorningCard(Card):
    """How the morning after was, for one day and leg; late answers count."""

    told = Signal(object, object, int, bool, object)
    """Day, leg, 0 to 10, whether sleep was worse, and whether the pain had settled in two hours.

    The last one is None where nobody noticed.
    """

    def __init__(self) -> None:
        super().__init__(" ")
        self.scale = PainScale()
        self.sleep = Choices(
            [
                (False, translate("today", "Slept as usual")),
                (True, translate("today", "Slept worse because of it")),
            ],
            name=translate("today", "How was your sleep?"),
        )
        settled = translate("today", "Was it as before within two hours?")
        self.settled: Choices[bool | None] = Choices(
            [
                (None, translate("today", "I did not notice")),
                (True, translate("today", "Yes")),
                (False, translate("today", "No, it took longer")),
            ],
            name=settled,
        )
        self.keep = push_button(translate("today", "Keep this answer"))
        self.add(self.scale, self.sleep, text_label(settled), self.settled, self.keep)
        self.scale.rated.connect(lambda _: self.keep.setEnabled(True))
        self.keep.clicked.connect(self._tell)
        self._asked: tuple[date, Side] | None = None
        self.hide()

    def ask(self, morning: tuple[date, Side] | None, today: date) -> None:
        """Ask about the morning after that day; None hides it."""
        self.setVisible(morning is not None)
        if morning == self._asked or morning is None:
            self._asked = morning
            return
        self._asked = morning
        day, side = morning
        leg = care_texts.side(side)
        if (today - day).days == 1:
            title = translate("today", "How sore was it this morning? ({0} leg)").format(leg)
        else:
            title = translate(
                "today", "How sore was it on the morning after {0}? ({1} leg)"
            ).format(care_texts.day(day), leg)
        self.set_title(title)
        self.scale.set_name(title)
        self.scale.set_level(None)
        self.sleep.choose([False])
        self.settled.choose([None])
        self.keep.setEnabled(False)

    def _tell(self) -> None:
        if self._asked is not None and self.scale.level is not None:
            has_slept_worse, has_settled = self.sleep.only is True, self.settled.only
            self.told.emit(*self._asked, self.scale.level, has_slept_worse, has_settled)
