"""How a replay of an hour feels: opened, scrubbed, played; and the file against others.

``python -m tests.bench.replay FOLDER`` makes the walk (seeded) and measures, best under Xvfb on a
machine that does nothing else; with pyarrow (extra ``lab``) against Parquet too. Linux only: memory
is read from /proc.
"""

import asyncio
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

import click
import numpy as np
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.care.limits import Limit
from coach.coach import CoachSettings
from coach.gait.pipeline import GaitSettings
from coach.live import LiveWalk, WalkUpdate
from coach.records.folders import DATA_VARIABLE, walks_folder
from coach.records.walk_file import WalkFile
from coach.replay.playhead import Passed
from sensors.samples import FloatArray
from sensors.simulation.person import some_person
from sensors.simulation.sensor import worn_sensor
from sensors.simulation.source import SimulatedWalk
from tests.bench.cohort import memory_mib, scenario
from ui.app import make_application
from ui.replay.detail import Detail
from ui.replay.session import ReplaySession
from ui.replay.window import ReplayWindow

_ROOT = Path(__file__).parents[2]
_SEED, _RATE_HZ, _LIMIT_DEG = 3, 120.0, 9.0
_ROUNDS = 7
_SCRUBS = 300
_POLL_S = 0.0005
_PLAYED_S = 20.0
"""Of the viewer's time, at eight times."""


def make_walk(path: Path, minutes: float) -> None:
    """Keep a walk of so many minutes, with a limit and a pain mark every ten."""
    source = SimulatedWalk(
        some_person(_SEED), scenario(_SEED, 60 * minutes), worn_sensor(_SEED),
        rate_hz=_RATE_HZ, seed=_SEED, block_samples=2000,
    )  # fmt: skip
    settings = CoachSettings(GaitSettings.of(source.info), Limit(extension_deg=_LIMIT_DEG))
    walk = LiveWalk(source, settings, speed=0, out=path)
    marks_s = [600.0 * i for i in range(1, 100)]

    def mark(update: WalkUpdate) -> None:
        if update.t_s is not None and update.t_s >= marks_s[0]:
            marks_s.pop(0)
            walk.mark_pain()

    asyncio.run(walk.run(mark))


class Late:
    """How late a bare thread and the window's own loop wake, milliseconds."""

    def __init__(self) -> None:
        self.thread_ms: list[float] = []
        self.loop_ms: list[float] = []
        self._is_on = True
        self._last_s = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(2)
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._is_on = False
        self._timer.stop()
        self._thread.join()

    def _tick(self) -> None:
        now_s = time.perf_counter()
        self.loop_ms.append(1e3 * (now_s - self._last_s) - 2.0)
        self._last_s = now_s

    def _watch(self) -> None:
        while self._is_on:
            before_s = time.perf_counter()
            time.sleep(0.002)
            self.thread_ms.append(1e3 * (time.perf_counter() - before_s) - 2.0)


def until(app: QApplication, is_so: Callable[[], object]) -> None:
    while not is_so():
        app.processEvents()
        time.sleep(_POLL_S)


def told(name: str, values_ms: list[float], cpu_s: float | None = None) -> None:
    low, high = np.percentile(values_ms, [50, 95])
    cpu = "" if cpu_s is None else f"   CPU {1e3 * cpu_s / len(values_ms):6.1f} ms each"
    least, most = min(values_ms), max(values_ms)
    values = f"least {least:6.1f}  P50 {low:6.1f}  P95 {high:6.1f}  most {most:6.1f} ms"
    print(f"{name:36} {values}{cpu}")


def first_pictures(app: QApplication, path: Path) -> None:
    """From a file that was chosen to its picture, in a window that is open."""
    taken_ms, cpu_s = [], 0.0
    for _ in range(_ROUNDS):
        window = ReplayWindow()
        window.show()
        app.processEvents()
        before_s, cpu_before_s = time.perf_counter(), time.process_time()
        window.desk.open(path)
        until(app, partial(_has_walk, window))
        taken_ms.append(1e3 * (time.perf_counter() - before_s))
        cpu_s += time.process_time() - cpu_before_s
        window.close()
        app.processEvents()
    told("opened to first picture", taken_ms, cpu_s)


def _has_walk(window: ReplayWindow) -> bool:
    if window.desk.session is None:
        return False
    window.desk.view.overview.repaint()
    return True


_PROBE = """
import sys
from PySide6.QtWidgets import QApplication
from ui.replay.overview import Overview
paint = Overview.paintEvent
def painted(self, event):
    paint(self, event)
    if len(self._lanes[0].peaks_s):
        print("painted", flush=True)
        QApplication.instance().quit()
Overview.paintEvent = painted
from ui.main import main
sys.argv = ["hipcoach", "replay", sys.argv[1]]
main()
"""


def from_the_command_line(path: Path) -> None:
    """From `hipcoach replay FILE` to the picture, Python's own start included."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    taken_ms = []
    for _ in range(_ROUNDS):
        before_s = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-c", _PROBE, str(path)], cwd=_ROOT, env=environment,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        ) as process:  # fmt: skip
            assert process.stdout is not None
            assert process.stdout.readline() == b"painted\n"
            taken_ms.append(1e3 * (time.perf_counter() - before_s))
            process.wait()
    told("hipcoach replay FILE to picture", taken_ms[1:])


def scrubbed(app: QApplication, window: ReplayWindow, name: str) -> None:
    """Each time from a press on the timeline until timeline, detail and panel are painted."""
    view, random = window.desk.view, np.random.default_rng(1)
    cpu_s = time.process_time()
    scale, taken_ms = view.overview.scale, []
    for x in random.uniform(scale.left_px, scale.right_px, _SCRUBS):
        place = QPoint(round(x), 60)
        n_painted, before_s = view.detail.n_painted, time.perf_counter()
        QTest.mousePress(view.overview, Qt.MouseButton.LeftButton, pos=place)
        until(app, partial(_is_painted, view.detail, n_painted))
        QTest.mouseRelease(view.overview, Qt.MouseButton.LeftButton, pos=place)
        taken_ms.append(1e3 * (time.perf_counter() - before_s))
    told(name, taken_ms, time.process_time() - cpu_s)


def _is_painted(detail: Detail, n_before: int) -> bool:
    return detail.n_painted > n_before


def played(app: QApplication, window: ReplayWindow, session: ReplaySession) -> None:
    """Eight times as fast: every stride passed, each frame painted."""
    view, session_passed = window.desk.view, list[Passed]()
    advance = session.advance

    def watched(elapsed_s: float) -> tuple[Passed, ...]:
        passed = advance(elapsed_s)
        session_passed.extend(passed)
        return passed

    session.advance = watched  # type: ignore[method-assign]
    session.go_to(session.playhead.extent[0])
    view.set_speed(8.0)
    n_before, cpu_s, start_s = view.detail.n_painted, time.process_time(), time.perf_counter()
    view.toggle_play()
    until(app, lambda: time.perf_counter() - start_s > _PLAYED_S)
    view.stop()
    took_s, cpu_s = time.perf_counter() - start_s, time.process_time() - cpu_s
    n_frames = view.detail.n_painted - n_before
    peaks_s = [stride.peak_thigh_extension_s for stride in session.before.strides]
    n_passed = sum(a < t <= b for a, b in session_passed for t in peaks_s)
    n_there = sum(t <= session.cursor_s for t in peaks_s)
    print(
        f"played at 8 x for {took_s:.0f} s: {n_passed} of {n_there} strides passed, "
        f"{n_frames / took_s:.0f} frames a second painted, {1e3 * cpu_s / n_frames:.1f} ms CPU each"
    )


def trial(app: QApplication, path: Path) -> None:
    """A physio with one file: a click on *What if*, a limit typed, the answer read."""
    window = ReplayWindow()
    window.show()
    app.processEvents()
    start_s = time.perf_counter()
    window.desk.open(path)  # by a double click on the file, or dropped
    until(app, lambda: window.desk.session is not None)
    panel, bar = window.desk.view.what_if, window.desk.view.tabs.tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    until(app, lambda: window.focusWidget() is panel.limit_deg)
    QTest.keyClicks(panel.limit_deg, "12")
    until(app, lambda: "12.0°" in panel.answer.text())
    took_s = time.perf_counter() - start_s
    print(f"trial: one double click, one click, two keys, {took_s:.1f} s: {panel.answer.text()}")
    window.close()


def window_figures(path: Path) -> None:
    app = make_application("en")
    first_pictures(app, path)
    from_the_command_line(path)
    trial(app, path)
    window = ReplayWindow()
    window.resize(1600, 900)
    window.show()
    idle = Late()
    start_s = time.perf_counter()
    until(app, lambda: time.perf_counter() - start_s > 2.0)
    idle.stop()
    told("idle: a bare thread late by", idle.thread_ms)
    told("idle: the window's loop late by", idle.loop_ms)
    start_s = time.perf_counter()
    window.desk.open(path)
    until(app, lambda: window.desk.session is not None)
    session = window.desk.session
    assert session is not None
    late = Late()
    scrubbed(app, window, "scrubbed while the samples are read")
    until(app, lambda: session.is_whole)
    late.stop()
    print(f"all samples gone through after {time.perf_counter() - start_s:.1f} s")
    told("meanwhile: a bare thread late by", late.thread_ms)
    scrubbed(app, window, "scrubbed")
    played(app, window, session)
    view = window.desk.view
    view.what_if.has_deg.setChecked(True)
    start_s = time.perf_counter()
    view.what_if.limit_deg.setValue(12.0)
    until(app, lambda: session.after is not None)
    print(f"another limit answered after {1e3 * (time.perf_counter() - start_s):.0f} ms")
    print(f"memory with its worker: {memory_mib(os.getpid()):.0f} MiB")
    window.close()


def file_figures(path: Path) -> None:
    """Open and a random second, seek a second, load all: the walk file, Parquet, CSV."""
    with WalkFile.open(path) as walk:
        blocks = list(walk.blocks())
    t_s = np.concatenate([block.t_s for block in blocks])
    values = np.hstack(
        [np.concatenate([getattr(b, name) for b in blocks]) for name in ("acc_mps2", "gyr_radps")]
    )
    samples: FloatArray = np.column_stack([t_s, values])
    elsewhere = path.parents[2] / path.name
    table = elsewhere.with_suffix(".csv")
    np.savetxt(table, samples, fmt="%.6g", delimiter=",", header="t_s,ax,ay,az,gx,gy,gz")
    ways: dict[str, tuple[Path, Callable[[Path, float | None], object]]] = {
        "walk file, our own": (path, _from_walk_file),
        "walk file, from outside": (Path(shutil.copy(path, elsewhere)), _from_walk_file),
        "CSV, numpy": (table, _from_csv),
    }
    try:
        ways |= _parquet(samples, elsewhere)
    except ImportError:
        print("without pyarrow (extra lab) there is no Parquet to compare with")
    random = np.random.default_rng(2)
    for name, (file, read) in ways.items():
        n = 3 if read is _from_csv else 25
        some_s = random.uniform(t_s[0], t_s[-1] - 1.0, n)
        opened_ms = [_taken_ms(partial(read, file, float(at_s))) for at_s in some_s]
        cpu_ms = [_taken_ms(partial(read, file, float(at_s)), time.process_time) for at_s in some_s]
        loaded_ms = [_taken_ms(partial(read, file, None)) for _ in range(3)]
        print(
            f"{name:24} {file.stat().st_size / 1e6:6.1f} MB   open and a random second "
            f"{median(opened_ms):8.2f} (least {min(opened_ms):.2f}, CPU {min(cpu_ms):.2f})   "
            f"all {min(loaded_ms):6.0f} ms"
        )
    with WalkFile.open(path) as walk:
        seeks_ms = [_taken_ms(partial(_first, walk, float(at_s))) for at_s in some_s]
    print(f"a random second of the walk file once it is open: {median(seeks_ms):.2f} ms")


def _first(walk: WalkFile, at_s: float) -> object:
    return next(walk.blocks_from(at_s))


def _taken_ms(what: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    before_s = clock()
    what()
    return 1e3 * (clock() - before_s)


def _from_walk_file(path: Path, at_s: float | None) -> object:
    with WalkFile.look(path) as walk:
        return list(walk.blocks()) if at_s is None else next(walk.blocks_from(at_s))


def _from_csv(path: Path, at_s: float | None) -> object:
    samples = np.loadtxt(path, delimiter=",")
    if at_s is None:
        return samples
    return samples[np.searchsorted(samples[:, 0], at_s) :][: round(_RATE_HZ)]


def _parquet(
    samples: FloatArray, path: Path
) -> dict[str, tuple[Path, Callable[[Path, float | None], object]]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    names = ("t_s", "ax", "ay", "az", "gx", "gy", "gz")
    columns = [samples[:, 0], *(samples[:, i].astype(np.float32) for i in range(1, 7))]
    made = pa.table(dict(zip(names, columns, strict=True)))
    file = path.with_suffix(".parquet")
    pq.write_table(made, file, compression="zstd", row_group_size=round(60 * _RATE_HZ))

    def read(file: Path, at_s: float | None) -> object:
        opened = pq.ParquetFile(file)
        if at_s is None:
            return opened.read()
        for i in range(opened.num_row_groups):
            if opened.metadata.row_group(i).column(0).statistics.max >= at_s:
                group = opened.read_row_group(i)
                first = int(np.searchsorted(group.column("t_s").to_numpy(), at_s))
                return group.slice(first, round(_RATE_HZ))
        return None

    return {"Parquet, 60 s groups": (file, read)}


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--minutes", default=62.0, show_default=True)
def measure(folder: Path, minutes: float) -> None:
    """Make the walk and measure."""
    folder.mkdir(parents=True, exist_ok=True)
    os.environ[DATA_VARIABLE] = str(folder.absolute() / "data")
    path = walks_folder() / f"walk-{minutes:g}.hipwalk"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        make_walk(path, minutes)
    load = os.getloadavg()[0]
    print(f"{path.stat().st_size / 1e6:.1f} MB; load {load:.1f} on {os.cpu_count()} processors")
    window_figures(path)
    file_figures(path)


if __name__ == "__main__":
    measure()
