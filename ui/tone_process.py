"""Plays what it is told on standard input, one JSON object a line, and tells how it goes.

A process of its own, see docs/decisions/0002-four-threads.md. It loads every sound of the folder
it is given, ends with its input, imports nothing of this project, and knows these lines:

- ``{"play": NAME, "is_wanted": …, "asked_s": …}``, ``{"volume": 0..1}`` and ``{"beat_spm": …}`` in,
  the last for a metronome that goes on by itself, null for none;
- ``{"played": NAME, "is_heard": …, "wait_s": …}`` out, for each that was asked for, and
  ``{"has_device": …, "is_broken": …}`` when one of them changes.
"""

import json
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

_UNTIL_QUIET_MS = 50
_LOOKING_MS = 500  # a sound server tells of its devices a moment after it is asked
_TICK = "tick"
_TOO_LATE_S = 0.5  # a tone that late would belong to the next stride


class Beat:
    """Calls a function so many times a minute; late calls do not add up."""

    def __init__(self, tick: Callable[[], object]) -> None:
        self._tick = tick
        self._period_s: float | None = None
        self._due_s = 0.0
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._strike)

    def set_pace(self, beat_spm: float | None) -> None:
        """Beat so often from now on, or no more."""
        self._period_s = 60 / beat_spm if beat_spm else None
        self._timer.stop()
        if self._period_s is not None:
            self._due_s = perf_counter()
            self._wait()

    def _strike(self) -> None:
        self._tick()
        self._wait()

    def _wait(self) -> None:
        if self._period_s is None:
            return
        now_s = perf_counter()
        self._due_s = max(self._due_s + self._period_s, now_s)
        self._timer.start(round(1000 * (self._due_s - now_s)))


class Tones(QObject):
    """Loaded sounds that follow lines of text.

    A sounding effect is never restarted, moved or destroyed: Qt 6.11 with PulseAudio then releases
    the old stream on PulseAudio's own thread, which leaves the event loop spinning for good.
    """

    told = Signal(str)
    ended = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._effects: dict[str, QSoundEffect] = {}
        self._volume = 1.0
        self._last = ""
        self._has_looked = False
        self._beat = Beat(self._tick)
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._use_outputs)
        self.told.connect(self._obey, Qt.ConnectionType.QueuedConnection)
        self._load()
        QTimer.singleShot(_LOOKING_MS, self, self._end_look)

    @Slot(str)
    def _obey(self, line: str) -> None:
        order = json.loads(line)
        if "volume" in order:
            self._volume = order["volume"]
            for effect in self._effects.values():
                effect.setVolume(self._volume)
        if "beat_spm" in order:
            self._beat.set_pace(order["beat_spm"])
        if "play" in order:
            self._play(order["play"], is_wanted=order["is_wanted"], asked_s=order["asked_s"])

    def _play(self, name: str, *, is_wanted: bool, asked_s: float) -> None:
        effect = self._effects.get(name)
        wait_s = perf_counter() - asked_s  # one clock for all processes of a machine
        is_in_time = wait_s < _TOO_LATE_S
        is_heard = is_wanted and is_in_time and effect is not None and not effect.isPlaying()
        if is_heard and effect is not None:
            effect.play()
        _write({"played": name, "is_heard": is_heard, "wait_s": wait_s})

    def _tick(self) -> None:
        """Knock once, unless something that says more is sounding."""
        effect = self._effects.get(_TICK)
        if effect is not None and not any(each.isPlaying() for each in self._effects.values()):
            effect.play()

    @Slot()
    def _use_outputs(self) -> None:
        """Follow the system's sound devices as they come and go."""
        if any(effect.isPlaying() for effect in self._effects.values()):
            QTimer.singleShot(_UNTIL_QUIET_MS, self, self._use_outputs)
            return
        device = QMediaDevices.defaultAudioOutput()
        if device.isNull() or not self._effects:
            self._load()
        else:
            for effect in self._effects.values():
                effect.setAudioDevice(device)

    def _load(self) -> None:
        for old in self._effects.values():
            old.deleteLater()
        self._effects = {}
        if QMediaDevices.audioOutputs():
            for path in sorted(self._folder.glob("*.wav")):
                effect = QSoundEffect(self)
                effect.statusChanged.connect(self._report)
                effect.setSource(QUrl.fromLocalFile(str(path)))
                effect.setVolume(self._volume)
                self._effects[path.stem] = effect
        self._report()

    @Slot()
    def _end_look(self) -> None:
        self._has_looked = True
        self._report()

    @Slot()
    def _report(self) -> None:
        if not (self._effects or self._has_looked):
            return
        statuses = [effect.status() for effect in self._effects.values()]
        report = {
            "has_device": bool(self._effects),
            "is_broken": QSoundEffect.Status.Error in statuses,
        }
        if json.dumps(report) != self._last:
            self._last = json.dumps(report)
            _write(report)


def _write(report: Mapping[str, object]) -> None:
    sys.stdout.write(json.dumps(report) + "\n")
    sys.stdout.flush()


def main(arguments: list[str]) -> int:
    """Play from the folder that the argument names, until the input ends."""
    app = QCoreApplication([])
    tones = Tones(Path(arguments[0]))
    tones.ended.connect(app.quit, Qt.ConnectionType.QueuedConnection)

    def read() -> None:
        for line in sys.stdin:
            tones.told.emit(line)
        tones.ended.emit()

    threading.Thread(target=read, daemon=True).start()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
