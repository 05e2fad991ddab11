"""The first sheet of the exercises: today's with their reasons, self-care, and the way on."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from coach.care.closed import why_not_now
from coach.care.exercises import Library as Exercises
from coach.care.self_care import ADVISED, Help
from coach.today import Today
from ui import care_texts, texts
from ui.exercises import exercise_texts
from ui.exercises.item_view import ExerciseRow
from ui.home.still_break import StillBreakCard
from ui.widgets.flow_layout import FlowLayout
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
        self.browse = QPushButton(translate("exercise", "All exercises"))
        self.browse.setAutoDefault(True)
        self.add(self.today, self.care, self.breaks, left(self.browse))
        self.today.start.clicked.connect(self.start_requested)
        self.today.read_requested.connect(self.read_requested)
        self.care.help_requested.connect(self.help_requested)
        self.browse.clicked.connect(self.browse_requested)

    def show_day(self, day: Today, exercises: Exercises, done_today: frozenset[str]) -> None:
        """Show what is planned, why, and what is on offer."""
        self.today.show_day(day, exercises, done_today)
        self.care.show_day(day, exercises)


class TodayCard(Card):
    """Today's exercises, each with its reason in one sentence."""

    read_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__(translate("exercise", "Today's exercises"))
        self.summary = text_label()
        self.rows: list[ExerciseRow] = []
        self.start = QPushButton(translate("exercise", "Start"))
        self.start.setObjectName("main")
        self.start.setAutoDefault(True)
        self.add(self.summary)
        self.column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)

    def show_day(self, day: Today, exercises: Exercises, done_today: frozenset[str]) -> None:
        """Show them."""
        for row in self.rows:
            self.column.removeWidget(row)
            row.deleteLater()
        self.rows = []
        choices = day.plan.exercises
        self.start.setVisible(bool(choices))
        if not choices:
            self.summary.setText(care_texts.reason(day.plan.walk.reason))
            return
        seconds = sum(exercises[choice.exercise_id].duration_s for choice in choices)
        told = (care_texts.reason(day.plan.stage.reason), exercise_texts.whole_minutes(seconds))
        summary = translate("exercise", "{0} Together about {1} min.").format(*told)
        n_done = sum(choice.exercise_id in done_today for choice in choices)
        if n_done:
            done = translate("exercise", "Done today: {0}.").format(texts.number(n_done, 0))
            summary = f"{summary} {done}"
        self.summary.setText(summary)
        for choice in choices:
            row = ExerciseRow(
                exercises[choice.exercise_id],
                care_texts.reason(choice.reason),
                way=choice.way,
                about=exercise_texts.words(exercises[choice.exercise_id]).purpose,
                button=translate("exercise", "Read"),
            )
            row.button.clicked.connect(
                lambda _, each=choice.exercise_id: self.read_requested.emit(each)
            )
            self.rows.append(row)
            self.column.addWidget(row)
        self.column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)


class CareCard(Card):
    """Self-care: what is open now and what is closed and why; treatments of others to log."""

    help_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__(translate("exercise", "Self-care"))
        self.rows: dict[Help, ExerciseRow] = {}
        self.log = QPushButton(translate("exercise", "Write down a treatment"))
        self.log.setAutoDefault(True)
        self.log.clicked.connect(lambda: self.help_requested.emit(Help.OTHER))
        self.add(text_label(translate("exercise", "On offer whenever it helps.")))
        row = QWidget()
        FlowLayout(row).addWidget(self.log)
        self.add(row)
        self._log_row = row

    def show_day(self, day: Today, exercises: Exercises) -> None:
        """Show what is on offer."""
        for row in self.rows.values():
            self.column.removeWidget(row)
            row.deleteLater()
        self.rows = {}
        inputs = day.inputs
        is_walked = any(walk.judged.day == inputs.today for walk in inputs.walks)
        for each in ADVISED:
            exercise = exercises[str(each.exercise_id)]
            closed = why_not_now(
                exercise,
                inputs.bounds,
                inputs.exercises_done,
                inputs.today,
                walk_is_to_come=day.plan.walk.dose is not None and not is_walked,
            )
            said = exercise_texts.words(exercise)
            is_guided = each is Help.BALL
            row = ExerciseRow(
                exercise,
                said.purpose if closed is None else exercise_texts.closed(closed),
                button=translate("exercise", "Start")
                if is_guided
                else translate("exercise", "How and log"),
            )
            row.button.setEnabled(closed is None or not is_guided)
            row.button.clicked.connect(lambda _, help_=each: self.help_requested.emit(help_))
            self.rows[each] = row
            self.column.addWidget(row)
        self.column.addWidget(self._log_row)
