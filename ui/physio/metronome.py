"""A beat of so many steps a minute, kept by the clock: lateness does not add up."""

from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Signal


class Metronome(QObject):
    """Emits `beat` for every step while it runs."""

    beat = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._step_s: float | None = None
        self._due_s = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._beat)

    @property
    def is_running(self) -> bool:
        """Whether it beats."""
        return self._step_s is not None

    def start(self, cadence_spm: float) -> None:
        """Beat so often from now on."""
        self._step_s = 60.0 / cadence_spm
        self._due_s = monotonic()
        self._beat()

    def stop(self) -> None:
        """Be silent."""
        self._step_s = None
        self._timer.stop()

    def _beat(self) -> None:
        if self._step_s is None:
            return
        self.beat.emit()
        now_s = monotonic()
        n_steps = max(1, int((now_s - self._due_s) / self._step_s) + 1)
        self._due_s += n_steps * self._step_s
        self._timer.start(max(0, round(1000 * (self._due_s - now_s))))
