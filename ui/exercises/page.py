"""The page "Exercises" of the home: joins its sheets, the player and the logs to the library."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from coach.care.exercise_session import Result, Session
from coach.care.pain_record import Activity, PainRecord
from coach.care.self_care import Help
from coach.care.warning_signs import WarningSign
from coach.exercising import ball_entries, entries_of, record_of, reliefs_before
from coach.records.entries import ExerciseEntry, PainEntry, SelfCareEntry
from coach.today import PAIN_NOW, Today
from ui.exercises import exercise_texts
from ui.exercises.ball import BallGuide
from ui.exercises.before import BeforeView
from ui.exercises.browse import BrowseView, ReadView
from ui.exercises.log_view import LogView
from ui.exercises.overview import Overview, closed_now
from ui.exercises.player import Player
from ui.home.home import Home
from ui.look import has_motion
from ui.sound_texts import trouble
from ui.sound_trouble import SoundTrouble

translate = QCoreApplication.translate
_VOICELESS = frozenset({SoundTrouble.NO_DEVICE, SoundTrouble.NO_VOICE, SoundTrouble.NO_LANGUAGE})


class ExercisesPage(QStackedWidget):
    """Today's exercises, the player, the library and self-care, one sheet at a time."""

    def __init__(self, home: Home) -> None:
        super().__init__()
        self._home = home
        self._side = home.side
        self._day: Today | None = None
        self._came_from: QWidget | None = None
        self.overview, self.before = Overview(), BeforeView()
        self.player = Player(has_motion=has_motion())
        self.browse, self.read = BrowseView(), ReadView()
        self.ball, self.log = BallGuide(), LogView()
        self.sensor = home.worn
        for sheet in (
            self.overview,
            self.before,
            self.player,
            self.browse,
            self.read,
            self.ball,
            self.log,
        ):
            self.addWidget(sheet)
        self._connect()

    def refresh(self) -> None:
        """Show the day as it stands now."""
        day = self._day = self._home.today()
        self._side = day.side
        self.overview.show_day(day, self._home.exercises)
        self.overview.breaks.show_setting(self._home.still_break.setting)
        self._show_plan(day)

    def may_leave(self) -> bool:
        """Whether no session is open; else it is asked."""
        if self.player.may_leave():
            return True
        self.setCurrentWidget(self.player)
        return False

    def _connect(self) -> None:
        overview = self.overview
        overview.start_requested.connect(self._ask_before)
        overview.browse_requested.connect(self._browse)
        overview.read_requested.connect(self._read)
        overview.help_requested.connect(self._help)
        overview.breaks.chosen.connect(self._home.still_break.change)
        overview.breaks.sensor_requested.connect(self._wear)
        self.browse.read_requested.connect(self._read)
        self.read.back.connect(self._back_from_reading)
        for sheet in (self.browse, self.before, self.ball, self.log):
            sheet.back.connect(self._show_overview)
        self.before.pain_told.connect(self._keep_pain)
        self.before.begin_requested.connect(self._begin)
        self.before.sensor_requested.connect(self._wear)
        self.before.simulation_requested.connect(self.sensor.simulate)
        self.sensor.changed.connect(self._show_sensor)
        self.sensor.posture_changed.connect(self._show_sensor)
        self.sensor.counted.connect(self.player.count_repetition)
        self.player.counting_requested.connect(self.sensor.count)
        self._home.walk_requested.connect(self.sensor.stop)
        self.player.said.connect(self._say)
        self.player.closed_item.connect(self._keep_result)
        self.player.ended.connect(self._keep_session)
        self.player.left.connect(self._show_overview)
        self.ball.said.connect(self._say)
        self.ball.finished.connect(self._keep_ball)
        self.ball.tingled.connect(self._keep_tingling)
        self.log.keep_requested.connect(self._keep_log)

    def _show_overview(self) -> None:
        self.setCurrentWidget(self.overview)
        self.refresh()
        today = self.overview.today
        wanted = (today.start, today.more, self.overview.browse)
        next(button for button in wanted if button.isVisibleTo(self.overview)).setFocus()

    def _ask_before(self) -> None:
        troubles = self._home.sounds.troubles or frozenset()
        self.before.show_voice(" ".join(map(trouble, sorted(troubles & _VOICELESS))))
        day = self._home.today()
        self.before.ask(day.inputs.pain_now)
        self.setCurrentWidget(self.before)
        self._show_plan(day)

    def _show_plan(self, day: Today) -> None:
        exercises = self._home.exercises
        chosen = [exercises[choice.exercise_id] for choice in day.plan.exercises]
        names = [exercise_texts.words(exercise).name for exercise in chosen]
        self.before.show_plan(day.plan, names, sum(each.duration_s for each in chosen))

    def _keep_pain(self, level: int) -> None:
        now = self._home.now()
        entry = PainEntry(at=now, level=level, moment=PAIN_NOW, side=self._side)
        self._home.keep(entry, side=self._side)

    def _begin(self) -> None:
        day, level = self._home.today(), self.before.pain.level
        if level is None or not day.plan.exercises or not self._home.take_up(day):
            return
        session = Session(
            day.plan.exercises,
            self._home.exercises,
            day.inputs.bounds,
            day.about.own_symptoms,
            level,
        )
        self._side = day.side
        self._home.still_break.set_quiet(is_quiet=True)
        self.setCurrentWidget(self.player)
        self.player.begin(
            session,
            day.side,
            country=day.about.country,
            is_own_pace=self.before.is_own_pace.isChecked(),
        )

    def _wear(self) -> None:
        if self.sensor.is_on:
            self.sensor.stop()
            return
        profile = self._home.library.profile(self._home.person, self._side)
        leg_length_m = None if profile is None else profile.leg_length_m
        worn = None if profile is None else profile.worn
        self.sensor.choose(self.window(), self._side, leg_length_m, worn)

    def _show_sensor(self, *_: object) -> None:
        sensor = self.sensor
        self.before.show_sensor(sensor.line, is_on=sensor.is_on)
        self.overview.breaks.show_sensor(sensor.posture_line, is_on=sensor.is_on)
        self.player.set_sensor(is_there=sensor.is_on, line=sensor.line)

    def _say(self, sentence: str) -> None:
        if self.before.is_spoken.isChecked():
            self._home.sounds.say(sentence)

    def _keep_result(self, result: Result) -> None:
        if self.sensor.is_simulated:
            return
        entries = entries_of(result, self._side, self._home.now())
        self._home.keep(*entries, side=self._side)

    def _keep_session(self, session: Session) -> None:
        self._home.still_break.set_quiet(is_quiet=False)
        if self.sensor.is_simulated:
            self.sensor.stop()
            self.player.end_page.tell_simulated()
            return
        now = self._home.now()
        taken = reliefs_before(self._home.library, self._home.person, now)
        record = record_of(session, self._side, now, taken)
        if record is not None:
            self._home.keep(record, side=self._side)

    def _browse(self) -> None:
        day = self._home.today()
        self.browse.show_library(self._home.exercises, day.inputs.bounds, day.plan.stage.stage)
        self.setCurrentWidget(self.browse)
        self.browse.return_button.setFocus()

    def _read(self, exercise_id: str) -> None:
        day = self._home.today()
        self._came_from = self.currentWidget()
        exercise = self._home.exercises[exercise_id]
        self.read.show_exercise(exercise, day.inputs.bounds, day.plan.stage.stage)
        self.setCurrentWidget(self.read)

    def _back_from_reading(self) -> None:
        if self._came_from is self.browse:
            self.setCurrentWidget(self.browse)
            self.browse.return_button.setFocus()
        else:
            self._show_overview()

    def _help(self, help_: Help) -> None:
        day = self._home.today()
        exercise_id = help_.exercise_id
        exercise = None if exercise_id is None else self._home.exercises[exercise_id]
        if help_ is Help.BALL and exercise is not None:
            self.setCurrentWidget(self.ball)
            self.ball.begin(exercise, day.about.country)
            return
        closed = ""
        if exercise is not None:
            why = closed_now(day, exercise)
            closed = "" if why is None else exercise_texts.closed(why)
        self.setCurrentWidget(self.log)
        self.log.ask(help_, exercise, closed)

    def _keep_log(self) -> None:
        if self._home.keep(self.log.entry(self._home.now(), self._side), side=self._side):
            self._show_overview()

    def _keep_ball(self, minutes: float, n_spots: int, first: int, last: int) -> None:
        care = SelfCareEntry(
            at=self._home.now(),
            help=Help.BALL,
            side=self._side,
            minutes=minutes,
            soreness_before=first,
            soreness_after=last,
            n_spots=n_spots,
        )
        entries: tuple[SelfCareEntry | ExerciseEntry, ...] = ball_entries(care, self._side)
        if self._home.keep(*entries, side=self._side):
            self._show_overview()

    def _keep_tingling(self) -> None:
        """Tingling under the ball is a red like any other: the signs are asked again."""
        record = PainRecord(
            self._home.now(),
            self._side,
            before=0,
            worst=0,
            activity=Activity.EXERCISES,
            signs=frozenset({WarningSign.TINGLING_NEW_STRONGER_OR_LASTING}),
        )
        self._home.keep(record, side=self._side)
