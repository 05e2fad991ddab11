"""The guided player: pain first, one exercise a page, pain after each, and how it went."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from coach.care.exercise_choice import Way
from coach.care.exercise_form import FormWatch
from coach.care.exercise_pace import Pacer, Part, Step, Turn, dose_of, steps
from coach.care.exercise_session import After, Felt, Item, Session, SkipWhy
from coach.gait.repetitions import Repetition
from sensors.samples import Side
from ui.exercises import exercise_texts
from ui.exercises.going import GoingView
from ui.exercises.player_pages import AskPage, EndPage, QuestionPage
from ui.exercises.rating import RatingView
from ui.exercises.worn_sensor import counts

translate = QCoreApplication.translate
_TICK_MS = 100
_LONGEST_TICK_S = 1.0
"""A computer that slept meanwhile does not skip through the exercise."""


class Player(QStackedWidget):
    """Leads through a `Session`; keeps nothing, but says what there is to keep.

    Parameters
    ----------
    clock_s
        Seconds that only go on, so that a test can let them pass.
    """

    said = Signal(str)
    """Words for the voice."""
    closed_item = Signal(object)
    """With the `Result` of an exercise, to be kept at once."""
    ended = Signal(object)
    """With the `Session`, once; what it came to is shown."""
    left = Signal()
    """The person is done with looking at it."""
    counting_requested = Signal(object, object)
    """With the `Exercise` whose repetitions a sensor may count now, and its `Way`; or None."""

    def __init__(
        self, *, has_motion: bool = True, clock_s: Callable[[], float] = monotonic
    ) -> None:
        super().__init__()
        self._clock_s = clock_s
        self._session: Session | None = None
        self._pacer: Pacer | None = None
        self._side, self._country = Side.RIGHT, ""
        self._is_own_pace = self._has_sensor = False
        self._last_s = 0.0
        self._pending: Callable[[], None] | None = None
        self._form: FormWatch | None = None
        self._is_counting = False
        self._own_s = self._half_s = 0.0
        self.going = GoingView(has_motion=has_motion)
        self.rating, self.skipping = RatingView(), QuestionPage()
        self.asking, self.end_page = AskPage(), EndPage()
        for page in (self.going, self.rating, self.skipping, self.asking, self.end_page):
            self.addWidget(page)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._connect()

    @property
    def session(self) -> Session | None:
        """What is being done; None before `begin` and after the end."""
        return self._session

    @property
    def pacer(self) -> Pacer | None:
        """Where the exercise stands."""
        return self._pacer

    def begin(
        self, session: Session, side: Side, *, country: str = "", is_own_pace: bool = False
    ) -> None:
        """Begin with the first exercise."""
        self._session, self._side, self._country = session, side, country
        self._is_own_pace = is_own_pace
        self._start_item()

    def set_sensor(self, *, is_there: bool, line: str = "") -> None:
        """Let a sensor count what it can from the next exercise on, or take it away."""
        self._has_sensor = is_there
        exercise = None if self._session is None else self._session.exercise
        self.going.show_sensor(line if exercise is None or counts(exercise) else "")

    def count_repetition(self, repetition: Repetition) -> None:
        """The sensor saw one more."""
        pacer = self._pacer
        if pacer is None or not self._is_counting or pacer.is_paused:
            return
        before = pacer.step
        form = None if self._form is None else self._form.see(repetition)
        step = pacer.count()
        if form is not None:
            self._say(exercise_texts.form(form))
        if pacer.is_done:
            self._finish_item()
            return
        if step is not None:
            self._speak_step(step, before)
        self._show()

    def may_leave(self) -> bool:
        """Whether nothing is open; else ask whether to end here."""
        if self._session is None:
            return True
        if self.currentWidget() is not self.asking:
            self._ask_to_end()
        return False

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        pacer = self._pacer
        if pacer is None or self.currentWidget() is not self.going:
            return
        before = pacer.step
        if before is not None and before.part is Part.OWN_PACE and not pacer.is_paused:
            self._own_s += seconds
            self.going.show_own_pace(self._own_s, self._half_s)
        for step in pacer.pass_time(seconds):
            self._speak_step(step, before)
            before = step
        if pacer.is_done:
            self._finish_item()
        else:
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Time passes only while somebody looks."""
        super().showEvent(event)
        self._last_s = self._clock_s()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still."""
        super().hideEvent(event)
        self._timer.stop()

    def _connect(self) -> None:
        going = self.going
        going.pause_requested.connect(self._pause)
        going.next_requested.connect(self._next)
        going.easier_requested.connect(self._make_easier)
        going.harder_requested.connect(self._ask_harder)
        going.skip_requested.connect(self._ask_skip)
        going.stop_requested.connect(self._finish_item)
        self.rating.told.connect(self._rate)
        self.skipping.chosen.connect(self._skip)
        self.skipping.back.connect(self._back_to_going)
        self.asking.answered.connect(self._answer)
        self.end_page.left.connect(self.left)

    def _tick(self) -> None:
        now_s = self._clock_s()
        passed_s = min(now_s - self._last_s, _LONGEST_TICK_S)
        self._last_s = now_s
        self.advance(passed_s)

    def _show_page(self, page: QWidget) -> None:
        self.going.set_active(page is self.going)
        self.setCurrentWidget(page)

    def _start_item(self) -> None:
        session = self._session
        if session is None:
            return
        item, exercise = session.item, session.exercise
        if item is None or exercise is None:
            self._end()
            return
        is_counted = self._has_sensor and counts(exercise)
        made = steps(exercise, item.way, is_own_pace=self._is_own_pace, is_counted=is_counted)
        self._pacer = Pacer(made)
        self._form = None
        dose = dose_of(exercise, item.way)
        self._own_s, self._half_s = 0.0, (dose.tempo_s + dose.hold_s) / 2
        if is_counted:
            self._form = FormWatch(
                exercise.sensor,
                float(dose.tempo_s + dose.hold_s),
                starts_standing=exercise.starts_standing,
            )
        self.going.show_exercise(exercise, item.way, session.number, session.n_items)
        self.going.show_choices(
            has_easier=session.easier() is not None, has_harder=session.harder() is not None
        )
        self._show()
        self._show_page(self.going)
        self.going.pause.setFocus()
        self._say(exercise_texts.words(exercise).name)

    def _show(self) -> None:
        if self._pacer is not None:
            self.going.show_pace(self._pacer)

    def _speak_step(self, step: Step, before: Step | None) -> None:
        self._say(exercise_texts.spoken(step, before))
        session = self._session
        is_set = step.part is Part.OWN_PACE and step.turn is not Turn.OTHER
        if self._form is None or session is None or session.item is None:
            return
        if is_set:
            self._is_counting = True
            self.counting_requested.emit(session.exercise, session.item.way)
        elif self._is_counting:
            self._stop_counting()

    def _stop_counting(self) -> None:
        if self._is_counting:
            self._is_counting = False
            self.counting_requested.emit(None, None)

    def _say(self, sentence: str) -> None:
        if sentence:
            self.said.emit(sentence)
            self.going.announce(sentence)

    def _pause(self) -> None:
        if self._pacer is not None:
            self._pacer.is_paused = not self._pacer.is_paused
            self._show()

    def _next(self) -> None:
        pacer = self._pacer
        if pacer is None:
            return
        before = pacer.step
        step = pacer.next()
        if step is None:
            self._finish_item()
            return
        self._speak_step(step, before)
        self._show()

    def _make_easier(self) -> None:
        self._take(None if self._session is None else self._session.easier())

    def _ask_harder(self) -> None:
        session = self._session
        harder = None if session is None else session.harder()
        if session is None or harder is None:
            return
        self._hold()
        said = session.exercise and exercise_texts.words(session.exercise)
        what = said.harder if said and harder.way is Way.HARDER else ""
        self._pending = lambda: self._take(harder)
        self.asking.ask(
            translate("exercise", "Make it harder?"),
            translate(
                "exercise",
                "Only if the last times were comfortable, the same day and the morning after. {0}",
            ).format(what),
            translate("exercise", "Harder"),
            translate("exercise", "No, as it was"),
            is_first_safe=False,
        )
        self._show_page(self.asking)

    def _ask_skip(self) -> None:
        session = self._session
        if session is None or session.exercise is None:
            return
        self._hold()
        self.skipping.ask(exercise_texts.words(session.exercise).name)
        self._show_page(self.skipping)

    def _ask_to_end(self) -> None:
        self._hold()
        self._pending = self._end_here
        self.asking.ask(
            translate("exercise", "End the exercises here?"),
            translate("exercise", "What you have done is kept."),
            translate("exercise", "End here"),
            translate("exercise", "Go on"),
            is_first_safe=False,
        )
        self._show_page(self.asking)

    def _take(self, item: Item | None) -> None:
        if self._session is not None and item is not None:
            self._session.take(item)
            self._start_item()

    def _hold(self) -> None:
        if self._pacer is not None:
            self._pacer.is_paused = True
            self._show()

    def _back_to_going(self) -> None:
        if self._pacer is None or self._pacer.is_done:
            self._start_item()
            return
        self._pacer.is_paused = False
        self._show()
        self._show_page(self.going)
        self.going.pause.setFocus()

    def _finish_item(self) -> None:
        session = self._session
        if session is None or session.exercise is None:
            return
        self._hold()
        self._stop_counting()
        name = exercise_texts.words(session.exercise).name
        self.rating.ask(translate("exercise", "After: {0}").format(name), self._side)
        self._show_page(self.rating)
        self._say(translate("exercise", "Done. How sore is it now?"))

    def _rate(self, pain: int, felt: tuple[Felt, ...]) -> None:
        session, pacer = self._session, self._pacer
        if session is None or pacer is None:
            return
        form = None if self._form is None else self._form.summary()
        result, after = session.rate(pacer.amount(), pain, felt, form)
        self._pacer = None
        self.closed_item.emit(result)
        if after is After.ASK:
            self._ask_after_amber()
        elif session.item is None:
            self._end(after)
        else:
            self._start_item()

    def _ask_after_amber(self) -> None:
        self._pending = self._end_here
        self.asking.ask(
            translate("exercise", "A little too much"),
            translate(
                "exercise",
                "Pain has risen by two. Leave the rest for today, or go on the easier way.",
            ),
            translate("exercise", "End here for today"),
            translate("exercise", "Go on, the easier way"),
        )
        self._show_page(self.asking)

    def _answer(self, is_first: bool) -> None:
        pending, self._pending = self._pending, None
        if is_first and pending is not None:
            pending()
            return
        if self._pacer is None and self._session is not None:
            self._session.go_on_easier()
        self._back_to_going()

    def _skip(self, why: SkipWhy) -> None:
        if self._session is None:
            return
        result = self._session.skip(why)
        self._pacer = None
        self.closed_item.emit(result)
        self._start_item()

    def _end_here(self) -> None:
        if self._session is not None:
            self._session.end()
        self._end()

    def _end(self, after: After = After.GO_ON) -> None:
        session, self._session, self._pacer = self._session, None, None
        if session is None:
            return
        self._stop_counting()
        self.end_page.show_end(session, after, self._country)
        self._show_page(self.end_page)
        self.end_page.done.setFocus()
        self._say(self.end_page.heading.text())
        self.ended.emit(session)
