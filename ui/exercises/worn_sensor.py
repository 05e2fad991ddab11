"""The sensor worn for exercises, found by the sheet or simulated: counts, and tells posture."""

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from coach.care.exercise_pace import dose_of
from coach.care.exercises import Exercise, Sensing
from coach.gait.events import Posture
from sensors.samples import Side
from sensors.source import LinkState
from ui import texts
from ui.worn_link import WornLink

if TYPE_CHECKING:
    from coach.care.exercise_choice import Way
    from coach.gait.alignment import WornProfile
    from coach.worn import WornStream, WornUpdate
    from ui.patient.connect_sheet import ChosenSensor

translate = QCoreApplication.translate
_SETS_AHEAD = 3


class SensorState(Enum):
    """How the worn sensor stands."""

    OFF = "off"
    CONNECTING = "connecting"
    ON = "on"
    LOST = "lost"
    FAILED = "failed"


class WornSensor(QObject):
    """One sensor on the sore thigh, while no walk goes on."""

    changed = Signal()
    """Another state, or another line to show."""
    counted = Signal(object)
    """With each `Repetition`."""
    posture_changed = Signal(object)
    """With the `Posture`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.link = WornLink()
        self.state = SensorState.OFF
        self.posture = Posture.UNKNOWN
        self.is_simulated = False
        self._is_ready = False
        self._error = ""
        self._exercise: Exercise | None = None
        self._way: Way | None = None
        self.link.updated.connect(self._take)
        self.link.ended.connect(self._end)
        self.destroyed.connect(partial(_close, self.link))

    @property
    def is_on(self) -> bool:
        """Whether it can count."""
        return self.state in (SensorState.ON, SensorState.LOST) or self.is_simulated

    @property
    def line(self) -> str:
        """How it does, in one line; empty while there is none."""
        if self.state is SensorState.FAILED:
            return self._error
        if self.is_simulated:
            return translate("worn", "A simulated sensor counts; nothing of it is kept.")
        return {
            SensorState.OFF: "",
            SensorState.CONNECTING: translate("worn", "Looking for the sensor …"),
            SensorState.ON: translate("worn", "The sensor counts.")
            if self._is_ready or self._exercise is None
            else translate("worn", "Keep still a moment, then begin: the sensor counts."),
            SensorState.LOST: translate(
                "worn", "The sensor is out of reach. Go on; say yourself when the set is done."
            ),
            SensorState.FAILED: "",
        }[self.state]

    @property
    def posture_line(self) -> str:
        """What the sensor says of the posture, in one line; empty while there is none."""
        if self.state is not SensorState.ON or self.is_simulated:
            return "" if self.is_simulated else self.line
        return {
            Posture.RESTING: translate("worn", "The sensor says: sitting or lying."),
            Posture.STANDING: translate("worn", "The sensor says: standing."),
            Posture.WALKING: translate("worn", "The sensor says: walking."),
            Posture.RUNNING: translate("worn", "The sensor says: walking."),
        }.get(self.posture, translate("worn", "The sensor is on."))

    def choose(
        self,
        window: QWidget,
        side: Side,
        leg_length_m: float | None,
        worn: "WornProfile | None",
    ) -> None:
        """Open the sheet that finds a sensor; the one worn last is taken by itself."""
        from coach.remembered import remembered_sensor
        from ui.patient.connect_sheet import ConnectSheet
        from ui.sensor_finder import SensorFinder

        sheet = ConnectSheet(SensorFinder(), remembered_sensor(), window)
        sheet.chosen.connect(lambda chosen: self._connect(chosen, side, leg_length_m, worn))
        sheet.open()

    def simulate(self) -> None:
        """Count with somebody simulated who does the exercise of the moment."""
        self.stop()
        self.is_simulated = True
        self.changed.emit()

    def count(self, exercise: Exercise | None, way: "Way | None" = None) -> None:
        """Count the repetitions of an exercise from its next still moment on, or none."""
        counts = exercise is not None and exercise.sensor in _COUNTED
        self._exercise, self._way, self._is_ready = (exercise if counts else None), way, False
        if self.is_simulated:
            self.link.close()
            if self._exercise is not None:
                self.link.count(self._exercise.least_lift_deg)
                self.link.start(partial(_simulated, self._exercise, way))
        else:
            lift_deg = None if self._exercise is None else self._exercise.least_lift_deg
            self.link.count(lift_deg)
        self.changed.emit()

    def stop(self) -> None:
        """Let go of the sensor."""
        self.is_simulated = False
        self.link.close()
        self._set(SensorState.OFF)

    def _connect(
        self,
        chosen: "ChosenSensor",
        side: Side,
        leg_length_m: float | None,
        worn: "WornProfile | None",
    ) -> None:
        self.stop()
        self._set(SensorState.CONNECTING)
        self.link.start(partial(_real, chosen, side, leg_length_m, worn))

    @Slot(object)
    def _take(self, update: "WornUpdate") -> None:
        if not self.is_simulated:
            if update.link is LinkState.CONNECTED:
                self._set(SensorState.ON)
            elif update.link in (LinkState.LOST, LinkState.RECONNECTING):
                self._set(SensorState.LOST)
        if update.is_ready is not self._is_ready:
            self._is_ready = update.is_ready
            self.changed.emit()
        if update.posture is not self.posture and not self.is_simulated:
            self.posture = update.posture
            self.posture_changed.emit(update.posture)
        for repetition in update.repetitions:
            self.counted.emit(repetition)

    @Slot(object)
    def _end(self, error: Exception | None) -> None:
        if self.is_simulated or self.link.is_running:  # the end of the one before
            return
        if self.posture is not Posture.UNKNOWN:
            self.posture = Posture.UNKNOWN
            self.posture_changed.emit(self.posture)
        if error is None:
            self._set(SensorState.OFF)
            return
        said = texts.error_words(error)
        self._error = f"{said.happened} {said.do}"
        self._set(SensorState.FAILED)

    def _set(self, state: SensorState) -> None:
        if state is not self.state:
            self.state = state
            self.changed.emit()


_COUNTED = frozenset({Sensing.REPETITIONS, Sensing.EXTENSION, Sensing.LEVEL})


def counts(exercise: Exercise) -> bool:
    """Whether a thigh sensor can count this exercise."""
    return exercise.sensor in _COUNTED


def _real(
    chosen: "ChosenSensor", side: Side, leg_length_m: float | None, worn: "WornProfile | None"
) -> "WornStream":
    """Called on the worker's thread, where Bleak may be imported."""
    from coach.commands.radio import source_of
    from coach.worn import WornStream

    source = source_of(chosen.sensor, chosen.remembered, side.value, leg_length_m)
    return WornStream(source, worn)


def _simulated(exercise: Exercise, way: "Way | None") -> "WornStream":
    from coach.care.exercise_choice import Way
    from coach.worn import WornStream
    from sensors.simulation.exercises import exercise_walk

    dose = dose_of(exercise, way or Way.AS_IT_STANDS)
    period_s = float(dose.tempo_s + dose.hold_s)
    walk = exercise_walk(
        exercise.id, dose.reps or 10, period_s, hold_s=float(dose.hold_s), n_sets=_SETS_AHEAD
    )
    return WornStream(walk)


def _close(link: WornLink, *_: object) -> None:
    link.close()
