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

import click
import numpy as np

from sensors.devices.registry import DRIVERS
from sensors.samples import Side
from sensors.simulation.source import SimulatedWalk
from sensors.simulation.walks import default_walk, guided_walk
from tests.radio import bus
from tests.radio.bluez import FakeBluez
from tests.radio.virtual import MAKES, VirtualSensor

HELP = """\
lose [SECONDS]    out of reach for so long (3)
mute / speak      connected, but silent / as usual
garbage / sense   nonsense / as usual
off / on          the adapter
help, quit"""


def walk_of(seed: int, *, knee_lifts: Side | None) -> SimulatedWalk:
    """Some minutes of walking; with `knee_lifts` of a side first what a first walk asks for."""
    if knee_lifts is None:
        return default_walk(seed)
    return guided_walk(knee_lifts, is_worn_before=False, seed=seed)


def sensor_of(make: str, number: int, walk: SimulatedWalk, *, loss: float) -> VirtualSensor:
    """A virtual sensor of that make that walks so, over and over from the start."""
    driver = next(each for each in DRIVERS if each.model == MAKES[make].model)
    blocks = list(replace(walk, rate_hz=driver.rate_hz).blocks())
    return VirtualSensor(
        make,
        driver.rate_hz,
        np.concatenate([block.acc_mps2 for block in blocks]),
        np.concatenate([block.gyr_radps for block in blocks]),
        address=f"D4:22:CD:00:00:{number:02X}",
        loss=loss,
    )


class Air:
    """The sensors of one session and what a line of text does to them."""

    def __init__(self, bluez: FakeBluez, sensors: list[VirtualSensor]) -> None:
        self.bluez, self.sensors = bluez, sensors
        self._actions: dict[str, Callable[[], None]] = {
            "mute": lambda: self._each("is_muted", value=True),
            "speak": lambda: self._each("is_muted", value=False),
            "garbage": lambda: self._each("mangle", value=lambda payload: payload[::-1][:9]),
            "sense": lambda: self._each("mangle", value=lambda payload: payload),
            "off": lambda: bluez.set_powered(False),
            "on": lambda: bluez.set_powered(True),
            "help": lambda: click.echo(HELP),
        }

    def obey(self, line: str) -> bool:
        """Do what the line says; False ends the session."""
        word, *rest = line.split() or [""]
        if word == "quit":
            return False
        if word == "lose":
            self._lose(float(rest[0]) if rest and rest[0].replace(".", "").isdigit() else 3.0)
        elif word:
            self._actions.get(word, self._actions["help"])()
        return True

    def _each(self, name: str, *, value: object) -> None:
        for sensor in self.sensors:
            setattr(sensor, name, value)

    def _lose(self, duration_s: float) -> None:
        for sensor in self.sensors:
            sensor.peripheral.is_advertising = False
            sensor.peripheral.drop_link()
        asyncio.get_running_loop().call_later(duration_s, self._come_back)

    def _come_back(self) -> None:
        for sensor in self.sensors:
            sensor.peripheral.is_advertising = True


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
    parser.add_argument("--loss", type=float, default=0.01, help="share of notifications lost")
    parser.add_argument(
        "--knee-lifts",
        choices=list(Side),
        type=Side,
        help="the leg; lifts its knee, stands and walks twenty steps first",
    )
    options = parser.parse_args(given[:end])
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
            )
            for n, make in enumerate(options.make, 1)
        ]
        return asyncio.run(session(private.address, sensors, given[end + 1 :]))


if __name__ == "__main__":
    sys.exit(main())
