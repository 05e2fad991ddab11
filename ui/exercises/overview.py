"""The first sheet of the exercises: today's with their reasons, self-care, and the way on."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from coach.care.closed import Closed, why_not_now
from coach.care.exercise_choice import ExerciseChoice
from coach.care.exercises import Exercise
from coach.care.exercises import Library as Exercises
from coach.care.pain_record import Activity
from coach.care.reasons import Rule
from coach.care.self_care import ADVISED, Help
from coach.today import Today
from ui import care_texts
from ui.exercises import exercise_texts
from ui.exercises.item_view import ExerciseRow
from ui.home.still_break import StillBreakCard
from ui.widgets.buttons import push_button
from ui.widgets.sheet import Card, Sheet, left, text_label

translate = QCoreApplication.translate


class Overview(Sheet):
    """Shows a day; says what is wanted."""

    start_requested = Signal()
    browse_requested = Signal()
    help_requested = Signal(object)
    """With a `Help`: to do it, or to log it."""
    read_requested = Signal(str)
    """With the id of an exercise."""

    def __init__(self) -> None:
        super().__init__(translate("exercise", "Exercises"))
        self.today, self.care, self.breaks = TodayCard(), CareCard(), StillBreakCard()
        self.browse = push_button(translate("exercise", "All exercises"))
        self.clear_of = ClearOfCard()
        self.add(self.today, self.care, self.breaks, self.clear_of, left(self.browse))
        for button in (self.today.start, self.today.more):
            button.clicked.connect(self.start_requested)
        self.today.read_requested.connect(self.read_requested)
        self.care.help_requested.connect(self.help_requested)
        self.browse.clicked.connect(self.browse_requested)

    def show_day(self, day: Today, exercises: Exercises) -> None:
        """Show what is planned, why, and what is on offer."""
        self.today.show_day(day, exercises)
        self.care.show_day(day, exercises)


class TodayCard(Card):
    """Today's exercises, each with its reason in one sentence; or that they are done."""

    read_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__(translate("exercise", "Today's exercises"))
        self.summary = text_label()
        self.rows: list[ExerciseRow] = []
        self.start = QPushButton(translate("exercise", "Start"))
        self.start.setObjectName("main")
        self.more = QPushButton(translate("exercise", "More exercises today"))
        self.more.setObjectName("link")
        self._shown: tuple[ExerciseChoice, ...] | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        for button in (self.start, self.more):
            button.setAutoDefault(True)
        self.add(self.summary, self._list, left(self.start, self.more))

    def show_day(self, day: Today, exercises: Exercises) -> None:
        """Show them."""
        choices = day.plan.exercises
        is_done = _has_session(day)
        self.start.setVisible(bool(choices) and not is_done)
        self.more.setVisible(bool(choices) and is_done)
        self.summary.setText(self._summary(day, exercises, is_done=is_done))
        shown = () if is_done else choices
        if shown == self._shown:
            return
        self._shown = shown
        for row in self.rows:
            row.hide()
            self._list.removeWidget(row)
            row.deleteLater()
        self.rows = [self._row(choice, exercises[choice.exercise_id]) for choice in shown]
        for row in self.rows:
            self._list.addWidget(row)

    def _row(self, choice: ExerciseChoice, exercise: Exercise) -> ExerciseRow:
        row = ExerciseRow(
            exercise,
            care_texts.reason(choice.reason),
            way=choice.way,
            about=exercise_texts.words(exercise).purpose,
            button=translate("exercise", "Read"),
        )
        row.button.clicked.connect(lambda: self.read_requested.emit(exercise.id))
        return row

    def _summary(self, day: Today, exercises: Exercises, *, is_done: bool) -> str:
        choices = day.plan.exercises
        if is_done:
            today = day.inputs.today
            done = [d.exercise_id for d in day.inputs.exercises_done if d.day == today]
            names = [exercise_texts.words(exercises[i]).name for i in done if i in exercises]
            return translate(
                "exercise", "Done for today: {0}. The next ones come tomorrow."
            ).format(", ".join(dict.fromkeys(names)))
        if not choices:
            return care_texts.reason(day.plan.walk.reason)
        seconds = sum(exercises[choice.exercise_id].duration_s for choice in choices)
        return translate("exercise", "{0} Together about {1} min.").format(
            care_texts.reason(day.plan.stage.reason), exercise_texts.whole_minutes(seconds)
        )


class CareCard(Card):
    """Self-care: what is open now and what is closed and why; treatments of others to log."""

    help_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__(translate("exercise", "Self-care"))
        self.rows: dict[Help, ExerciseRow] = {}
        self.sentence = text_label()
        self.log = push_button(translate("exercise", "Write down a treatment"))
        self.log.clicked.connect(lambda: self.help_requested.emit(Help.OTHER))
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self.add(self.sentence, self._list, left(self.log))

    def show_day(self, day: Today, exercises: Exercises) -> None:
        """Show what is on offer; nothing while a warning sign has to be looked at."""
        reason = day.plan.walk.reason
        is_blocked = reason.rule in (Rule.WARNING_SIGN, Rule.ASK_WARNING_SIGNS)
        self.sentence.setText(
            care_texts.reason(reason)
            if is_blocked
            else translate("exercise", "On offer whenever it helps.")
        )
        for each in ADVISED:
            exercise = exercises[str(each.exercise_id)]
            if each not in self.rows:
                self._add_row(each, exercise)
            row = self.rows[each]
            row.setVisible(not is_blocked)
            closed = closed_now(day, exercise)
            said = exercise_texts.words(exercise)
            row.line.setText(said.purpose if closed is None else exercise_texts.closed(closed))
            row.button.setEnabled(closed is None or each is not Help.BALL)

    def _add_row(self, help_: Help, exercise: Exercise) -> None:
        button = (
            translate("exercise", "Start")
            if help_ is Help.BALL
            else translate("exercise", "How and log")
        )
        row = ExerciseRow(exercise, exercise_texts.words(exercise).purpose, button=button)
        row.button.clicked.connect(lambda: self.help_requested.emit(help_))
        self.rows[help_] = row
        self._list.addWidget(row)


class ClearOfCard(Card):
    """The rules of every movement, in everyday life too."""

    def __init__(self) -> None:
        super().__init__(translate("exercise", "What to keep clear of in everyday life"))
        rules = (
            translate("exercise", "Long, fast strides: smaller steps, same pace."),
            translate(
                "exercise",
                "The hip far back, the leg across the midline, thigh or toes turned far outward; "
                "most of all these together.",
            ),
            translate(
                "exercise",
                "Long, hard stretching: move through the range instead, a second or two at its "
                "end.",
            ),
            translate(
                "exercise", "Sitting or standing for long: move after twenty minutes of either."
            ),
            translate("exercise", "A heavy load all at once: add a little at a time."),
        )
        self.rules = text_label("\n".join(f"•  {rule}" for rule in rules))
        self.add(self.rules)


def closed_now(day: Today, exercise: Exercise) -> Closed | None:
    """What keeps a help closed today; cold and heat wait while a walk is to come."""
    inputs = day.inputs
    is_walked = any(walk.judged.day == inputs.today for walk in inputs.walks)
    return why_not_now(
        exercise,
        inputs.bounds,
        inputs.exercises_done,
        inputs.today,
        walk_is_to_come=day.plan.walk.may_come and not is_walked,
    )


def _has_session(day: Today) -> bool:
    return any(
        item.record.activity is Activity.EXERCISES and item.day == day.inputs.today
        for item in day.inputs.judged
    )
