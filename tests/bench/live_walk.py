"""A live walk in its window: CPU, frames and memory, `python -m tests.bench.live_walk [MINUTES]`.

Start it under a display (`xvfb-run -s "-screen 0 1920x1080x24"`). The simulated walker walks at
100 Hz; a bare timer runs beside the window as the yardstick of what the machine can do.
"""

import gc
import resource
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from coach.care.limits import Limit
from coach.coach import CoachSettings
from coach.gait.pipeline import GaitSettings
from coach.live import LiveWalk
from sensors.samples import StreamKind
from sensors.simulation.person import Person
from sensors.simulation.scenario import Activity, Stand, Walk
from sensors.simulation.sensor import good_sensor
from sensors.simulation.source import SimulatedWalk
from ui.app import make_application
from ui.patient.walk_window import WalkPlan
from ui.walk_session import WalkSession, badge_of

_FRAME_MS = 16
_LOOK_EVERY_MS = 10_000
_SETTLED_S = 20.0


def _rss_mib() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


@dataclass
class Frames(QObject):
    """Intervals of a timer, and of what the window does at each of its own frames."""

    intervals_ms: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._last_s = 0.0

    def tick(self) -> None:
        """Note one."""
        now_s = time.perf_counter()
        if self._last_s:
            self.intervals_ms.append(1000 * (now_s - self._last_s))
        self._last_s = now_s


def _walker(minutes: float) -> SimulatedWalk:
    scenario: list[Activity] = [Stand(5.0)]
    for _ in range(max(1, round(minutes * 60 / 60))):
        scenario += [Walk(48.0), Walk(7.0, length_factor=1.25), Walk(5.0)]
    return SimulatedWalk(Person(), tuple(scenario), good_sensor(), seed=5, name="long walk")


def _percentiles(values: list[float]) -> tuple[float, float]:
    cuts = quantiles(values, n=100)
    return cuts[49], cuts[98]


def main() -> None:
    """Walk, then print the figures."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    app: QApplication = make_application("en")
    source = _walker(minutes)
    settings = CoachSettings(GaitSettings.of(source.info))

    def make_walk(limit: Limit | None) -> LiveWalk:
        return LiveWalk(source, CoachSettings(settings.gait, limit))

    kind = StreamKind.SIMULATION
    session = WalkSession(make_walk, WalkPlan(badge_of(kind), Limit(extension_deg=20.0)))
    window = session.window
    bare, own = Frames(), Frames()
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(_FRAME_MS)
    timer.timeout.connect(bare.tick)
    drawing = [each for each in window.findChildren(QTimer) if each.interval() == _FRAME_MS]
    for frames in drawing:
        frames.timeout.connect(own.tick)
    memory: list[float] = []
    look = QTimer()
    look.setInterval(_LOOK_EVERY_MS)
    look.timeout.connect(lambda: memory.append(_rss_mib()))
    window.resize(1600, 900)
    window.show()
    cpu: list[float] = []

    def settled() -> None:
        gc.collect()
        cpu.extend((time.process_time(), time.perf_counter()))
        memory.append(_rss_mib())
        look.start()
        timer.start()
        bare.intervals_ms.clear()
        own.intervals_ms.clear()

    def ended() -> None:
        cpu.extend((time.process_time(), time.perf_counter()))
        gc.collect()
        memory.append(_rss_mib())
        app.quit()

    QTimer.singleShot(round(1000 * _SETTLED_S), settled)
    session.link.ended.connect(ended)
    window.start()
    app.exec()
    session.close()
    share = (cpu[2] - cpu[0]) / (cpu[3] - cpu[1])
    (own_p50, own_p99), (bare_p50, bare_p99) = map(
        _percentiles, (own.intervals_ms, bare.intervals_ms)
    )
    print(f"CPU of one core {share:.1%} over {cpu[3] - cpu[1]:.0f} s at 1600 x 900")
    print(f"frame interval P50 {own_p50:.1f} ms, P99 {own_p99:.1f} ms")
    print(f"bare timer     P50 {bare_p50:.1f} ms, P99 {bare_p99:.1f} ms")
    print(f"memory {memory[0]:.0f} MiB after {_SETTLED_S:.0f} s, {memory[-1]:.0f} MiB at the end")


if __name__ == "__main__":
    main()
