"""From a sensor's notification to the decision, while a window keeps Python busy.

Five virtual sensors at 120 Hz live in a process of their own; this one hears them through
unmodified Bleak and BlueZ's messages. One of them is walked with, kept on disk and decided by, on
the link's thread, while the main thread computes 200 ms of every second in Python. Beside it, on
the same loop, a bare task wakes 120 times a second: what that is late by, no program could avoid.

``python -m tests.bench.radio_delay 40`` prints the figures of 40 seconds of walking.
"""

import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from coach.care.limits import Limit
from coach.coach import CoachSettings
from coach.gait.pipeline import GaitSettings
from coach.live import LiveWalk, WalkUpdate
from sensors.ble import BleSource
from sensors.ble_scan import Radio
from sensors.devices import open_imu
from sensors.samples import FloatArray, StreamInfo
from sensors.simulation.scenario import Stand, Walk
from sensors.simulation.walks import default_walk
from sensors.source import RawNotification, SourceItem
from tests.radio.bluez import FakeBluez
from tests.radio.bus import PrivateBus
from tests.radio.encoders import ENCODERS, encode_open_imu, open_imu_info
from tests.radio.virtual import VirtualSensor
from ui.worker import WorkerLoop

RATE_HZ = 120.0
N_SENSORS = 5
BUSY_S, EVERY_S = 0.2, 1.0
_STAND_S = 6.0


class Delays(NamedTuple):
    """All in seconds.

    Attributes
    ----------
    heard : array
        From when a sensor sent a packet to when Bleak handed it over.
    decided : array
        From when it was sent to when all that it decides was decided; of packets that came
        together the first.
    of_decisions : array
        The same, of the packets that brought a decision.
    control : array
        How late the bare task woke.
    """

    heard: FloatArray
    decided: FloatArray
    of_decisions: FloatArray
    control: FloatArray


def address_of(i: int) -> str:
    return f"D4:22:CD:00:00:{i + 1:02X}"


async def play(address: str, walking_s: float) -> None:
    """The sensors' process: prints when each began to send."""
    model = open_imu.OPEN_IMU.model
    ENCODERS[model, RATE_HZ] = lambda t_s, acc, gyr: encode_open_imu(t_s, acc, gyr, n_per_packet=1)
    scenario = (Stand(_STAND_S), Walk(walking_s))
    blocks = list(replace(default_walk(), rate_hz=RATE_HZ, scenario=scenario).blocks())
    acc = np.concatenate([block.acc_mps2 for block in blocks])
    gyr = np.concatenate([block.gyr_radps for block in blocks])
    bluez = FakeBluez()
    await bluez.start(address)
    print("ready", flush=True)

    async def send(i: int) -> None:
        sensor = VirtualSensor("open", RATE_HZ, acc, gyr, address=address_of(i))
        sensor.peripheral.characteristic(open_imu.INFO).value = open_imu_info(RATE_HZ)
        bluez.add(sensor.peripheral)
        data = sensor.peripheral.characteristic(open_imu.DATA)
        while not (data.is_notifying and sensor.is_streaming):
            await asyncio.sleep(0.01)
        task = sensor.play()
        print(json.dumps([i, time.monotonic()]), flush=True)
        await task

    await asyncio.gather(*map(send, range(N_SENSORS)))


class Heard:
    """A source that notes when each packet was sent and came in."""

    def __init__(self, source: BleSource) -> None:
        self._source = source
        self.packets: list[tuple[float, float]] = []  # device time sent, arrival

    @property
    def info(self) -> StreamInfo:
        return self._source.info

    @property
    def model(self) -> str:
        return self._source.model

    async def __aiter__(self) -> AsyncIterator[SourceItem]:
        async for item in self._source:
            if isinstance(item, RawNotification) and item.char == open_imu.DATA:
                device_s = open_imu.HEADER.unpack_from(item.payload)[2] * 1e-6
                self.packets.append((device_s, item.arrival_s))
            yield item

    async def aclose(self) -> None:
        await self._source.aclose()


class Walked(NamedTuple):
    """What one walk left behind: packets, and when what they bring was known."""

    packets: list[tuple[float, float]]
    known_s: list[tuple[float, float, bool]]  # sent, known, with a decision
    late_s: list[float]


async def walk(folder: Path) -> Walked:
    """The program's side: one walk, four sensors beside it, and the bare task."""
    radio = Radio(twin_wait_s=0.1)
    found = [await radio.find("", address_of(i), timeout_s=10) for i in range(N_SENSORS)]
    source = Heard(BleSource(radio, found[0]))
    limit = Limit(extension_deg=20.0)
    settings = CoachSettings(GaitSettings(RATE_HZ), limit)
    live = LiveWalk(source, settings, out=folder / "walk.hipwalk")
    known_s: list[tuple[float, float, bool]] = []
    n_known = [0]

    def note(update: WalkUpdate) -> None:
        new = source.packets[n_known[0] :]  # none with the end of the walk
        if update.trace is not None and new:
            n_known[0] += len(new)
            known_s.append((new[0][0], time.monotonic(), bool(update.decisions)))

    async def beside(i: int) -> None:
        async for _ in BleSource(radio, found[i]):
            pass

    late_s: list[float] = []
    others = [asyncio.create_task(beside(i)) for i in range(1, N_SENSORS)]
    others.append(asyncio.create_task(_bare(late_s)))
    running = asyncio.create_task(live.run(note))
    while len(source.packets) < 2 or time.monotonic() - source.packets[-1][1] < 1.0:
        await asyncio.sleep(0.2)
    live.stop()
    await running
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    return Walked(source.packets, known_s, late_s)


async def _bare(late_s: list[float]) -> None:
    due_s = time.monotonic()
    while True:
        due_s += 1 / RATE_HZ
        await asyncio.sleep(max(0.0, due_s - time.monotonic()))
        late_s.append(time.monotonic() - due_s)


def keep_busy(until: "Future[None]") -> None:
    """Compute in Python 200 ms of every second, as a window that is held up."""
    while not until.done():
        end_s, n = time.monotonic() + BUSY_S, 0
        while time.monotonic() < end_s:
            n += 1
        time.sleep(EVERY_S - BUSY_S)


def measured(walking_s: float) -> Delays:
    """Delays of one walk of so many seconds."""
    command = [sys.executable, "-m", "tests.bench.radio_delay", "play"]
    worker = WorkerLoop("link")
    walks: list[Walked] = []

    async def keep(folder: Path) -> None:
        walks.append(await walk(folder))

    with tempfile.TemporaryDirectory() as folder, PrivateBus() as bus:
        sensors = subprocess.Popen(
            [*command, bus.address, str(walking_s)], stdout=subprocess.PIPE, text=True
        )
        assert sensors.stdout is not None
        sensors.stdout.readline()  # they are in the air
        running = worker.submit(keep(Path(folder)))
        keep_busy(running)
        running.result()
        said, _ = sensors.communicate(timeout=30)
    worker.stop()
    start_s = dict(json.loads(line) for line in said.splitlines())[0]
    (walked,) = walks
    heard = [arrival_s - start_s - sent_s for sent_s, arrival_s in walked.packets]
    known = np.array([(at_s - start_s - sent_s, yes) for sent_s, at_s, yes in walked.known_s])
    return Delays(np.array(heard), known[:, 0], known[known[:, 1] > 0, 0], np.array(walked.late_s))


def main() -> None:
    """Play as the sensors, or measure."""
    if sys.argv[1:2] == ["play"]:
        asyncio.run(play(sys.argv[2], float(sys.argv[3])))
        return
    for name, delays_s in measured(float(sys.argv[1]))._asdict().items():
        p50, p99, most = 1e3 * np.percentile(delays_s, (50, 99, 100))
        print(f"{name:13} {len(delays_s):6}  P50 {p50:6.2f}  P99 {p99:6.2f}  most {most:6.2f} ms")


if __name__ == "__main__":
    main()
