"""Virtual sensors to play with: a scan, a walk and a lost link without any Bluetooth.

``python -m tests.radio.play dot witmotion`` puts two sensors into the air of a private bus and says
how to point the program at it; ``python -m tests.radio.play dot -- hipcoach walk --sensor dot``
runs the program there at once. Then it takes commands, one a line.
"""

import argparse
import asyncio
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import zip_longest

import click
import numpy as np

from sensors.devices import xsens_dot
from sensors.devices.codec import BATTERY_LEVEL
from sensors.devices.registry import DRIVERS
from sensors.samples import Side
from sensors.simulation.source import SimulatedWalk
from sensors.simulation.walks import default_walk, guided_walk
from tests.radio import bus
from tests.radio.bluez import FakeBluez
from tests.radio.faults import BluezError, in_progress, refused_by_peer
from tests.radio.virtual import MAKES, VirtualSensor

HELP = """\
lose [SECONDS]    out of reach for so long (3)
sleep / wake      switches itself off (and says so, if it can) / on again
mute / speak      connected, but silent / as usual
garbage / sense   nonsense / as usual
flood             5000 packets a second, until the link ends
busy [TIMES]      connecting answers InProgress so often (3)
taken [TIMES]     connecting is refused: something else holds the sensor (3)
signal [DBM]      how strong it is heard (-90)
battery [PERCENT] what it tells of its battery (8)
off / on          the adapter
help, quit"""
_FLOOD_EVERY_S, _FLOOD_PACKETS = 0.01, 50


def walk_of(seed: int, *, knee_lifts: Side | None) -> SimulatedWalk:
    """Some minutes of walking; with `knee_lifts` of a side first what a first walk asks for."""
    if knee_lifts is None:
        return default_walk(seed)
    return guided_walk(knee_lifts, is_worn_before=False, seed=seed)


def sensor_of(
    make: str, number: int, walk: SimulatedWalk, *, loss: float, name: str | None = None
) -> VirtualSensor:
    """A virtual sensor of that make that walks so, over and over from the start."""
    driver = next(each for each in DRIVERS if each.model == MAKES[make].model)
    blocks = list(replace(walk, rate_hz=driver.rate_hz).blocks())
    sensor = VirtualSensor(
        make,
        driver.rate_hz,
        np.concatenate([block.acc_mps2 for block in blocks]),
        np.concatenate([block.gyr_radps for block in blocks]),
        address=f"D4:22:CD:00:00:{number:02X}",
        loss=loss,
        number=number,
    )
    if name is not None:
        sensor.peripheral.name = name
    return sensor


def forget_service(sensor: VirtualSensor) -> None:
    """Take the characteristic of its samples away, as in firmware that is too old."""
    for service in sensor.peripheral.services:
        service.characteristics = [
            each for each in service.characteristics if each.uuid != sensor.make.data
        ]


class Air:
    """The sensors of one session and what a line of text does to them."""

    def __init__(self, bluez: FakeBluez, sensors: list[VirtualSensor]) -> None:
        self.bluez, self.sensors = bluez, sensors
        self._actions: dict[str, Callable[[float | None], object]] = {
            "lose": lambda seconds: self._lose(3.0 if seconds is None else seconds),
            "sleep": lambda _: self._sleep(),
            "wake": lambda _: self._come_back(),
            "mute": lambda _: self._each("is_muted", value=True),
            "speak": lambda _: self._each("is_muted", value=False),
            "garbage": lambda _: self._each("mangle", value=lambda payload: payload[::-1][:9]),
            "sense": lambda _: self._each("mangle", value=lambda payload: payload),
            "flood": lambda _: self._flood(),
            "busy": lambda times: self._refuse(in_progress, times),
            "taken": lambda times: self._refuse(refused_by_peer, times),
            "signal": lambda dbm: self._set_signal(-90 if dbm is None else int(dbm)),
            "battery": lambda percent: self._set_battery(8 if percent is None else int(percent)),
            "off": lambda _: bluez.set_powered(False),
            "on": lambda _: bluez.set_powered(True),
            "help": lambda _: click.echo(HELP),
        }

    def obey(self, line: str) -> bool:
        """Do what the line says; False ends the session."""
        word, *rest = line.split() or [""]
        if word == "quit":
            return False
        try:
            number = float(rest[0]) if rest else None
        except ValueError:
            word, number = "help", None
        if word:
            self._actions.get(word, self._actions["help"])(number)
        return True

    def _each(self, name: str, *, value: object) -> None:
        for sensor in self.sensors:
            setattr(sensor, name, value)

    def _lose(self, duration_s: float) -> None:
        self._go()
        asyncio.get_running_loop().call_later(duration_s, self._come_back)

    def _sleep(self) -> None:
        for sensor in self.sensors:
            if sensor.make is MAKES["dot"]:
                sensor.peripheral.notify(xsens_dot.REPORT, b"\x04")
        asyncio.get_running_loop().call_later(_FLOOD_EVERY_S, self._go)

    def _go(self) -> None:
        for sensor in self.sensors:
            sensor.peripheral.is_advertising = False
            sensor.peripheral.drop_link()

    def _come_back(self) -> None:
        for sensor in self.sensors:
            sensor.peripheral.is_advertising = True

    def _flood(self) -> None:
        for sensor in self.sensors:
            for _ in range(_FLOOD_PACKETS):
                sensor.send(sensor.notifications[0].payload)
        if any(sensor.has_listener() for sensor in self.sensors):
            asyncio.get_running_loop().call_later(_FLOOD_EVERY_S, self._flood)

    def _refuse(self, error: Callable[[], BluezError], times: float | None) -> None:
        for sensor in self.sensors:
            n_times = 3 if times is None else int(times)
            sensor.peripheral.connect_errors += [error() for _ in range(n_times)]

    def _set_signal(self, dbm: int) -> None:
        for sensor in self.sensors:
            sensor.peripheral.rssi_dbm = dbm

    def _set_battery(self, percent: int) -> None:
        for sensor in self.sensors:
            for each in sensor.peripheral.all_characteristics():
                if each.uuid in (xsens_dot.BATTERY, BATTERY_LEVEL):
                    each.value = bytes((percent, 0)[: len(each.value)])
                    sensor.peripheral.notify(each.uuid, each.value)


async def walk_when_heard(sensor: VirtualSensor, look_every_s: float = 0.05) -> None:
    """Walk from the moment somebody listens: from the start, with a stand, for each who begins to.

    Whoever lost the sensor and finds it again hears the same walk go on.
    """
    while True:
        while not sensor.has_listener():
            await asyncio.sleep(look_every_s)
        walking = sensor.play()
        was_lost = False
        while not walking.done() and (sensor.has_listener() or was_lost or not is_left(sensor)):
            was_lost = not sensor.has_listener() and (was_lost or not is_left(sensor))
            await asyncio.sleep(look_every_s)
        await sensor.stop()


def is_left(sensor: VirtualSensor) -> bool:
    """Whether nobody listens although the sensor is in reach."""
    return sensor.peripheral.is_advertising and not sensor.has_listener()


async def obey_lines(air: Air) -> None:
    """Take commands until `quit` or the end of the input."""
    while line := await asyncio.to_thread(sys.stdin.readline):
        if not air.obey(line):
            return


async def session(address: str, sensors: list[VirtualSensor], program: list[str]) -> int:
    """Play until the commands or the program end; returns the program's exit code."""
    bluez = FakeBluez()
    await bluez.start(address)
    walking = []
    for sensor in sensors:
        bluez.add(sensor.peripheral)
        walking.append(asyncio.create_task(walk_when_heard(sensor)))
    code = 0
    if program:
        process = await asyncio.create_subprocess_exec(*program)
        code = await process.wait()
    else:
        click.echo(f"export {bus.ADDRESS_VARIABLE}={address}\n{HELP}")
        await obey_lines(Air(bluez, sensors))
    for task in walking:
        task.cancel()
    await asyncio.gather(*walking, return_exceptions=True)
    await bluez.stop()
    return code


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line."""
    given = sys.argv[1:] if arguments is None else arguments
    end = given.index("--") if "--" in given else len(given)
    parser = argparse.ArgumentParser(prog="python -m tests.radio.play", description=__doc__)
    parser.add_argument("make", nargs="+", choices=sorted(MAKES))
    parser.add_argument(
        "--name", action="append", default=[], help="of the first sensor, of the second, …"
    )
    parser.add_argument(
        "--old-firmware", action="store_true", help="without the service the program needs"
    )
    parser.add_argument("--loss", type=float, default=0.01, help="share of notifications lost")
    parser.add_argument(
        "--knee-lifts",
        choices=list(Side),
        type=Side,
        help="the leg; lifts its knee, stands and walks twenty steps first",
    )
    options = parser.parse_args(given[:end])
    if len(options.name) > len(options.make):
        parser.error("there are more names than sensors")
    if not bus.is_installed():
        click.echo("There is no dbus-daemon on this machine (Debian: apt install dbus).")
        return 1
    with bus.PrivateBus() as private:
        sensors = [
            sensor_of(
                make,
                n,
                walk_of(n, knee_lifts=options.knee_lifts),
                loss=options.loss,
                name=name,
            )
            for n, (make, name) in enumerate(zip_longest(options.make, options.name), 1)
        ]
        if options.old_firmware:
            for sensor in sensors:
                forget_service(sensor)
        return asyncio.run(session(private.address, sensors, given[end + 1 :]))


if __name__ == "__main__":
    sys.exit(main())
