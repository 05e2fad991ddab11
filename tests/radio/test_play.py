"""A person without hardware can play with virtual sensors."""

import asyncio
import subprocess
import sys

import pytest

from sensors.devices import xsens_dot
from sensors.samples import Side
from sensors.simulation.scenario import KneeLifts
from sensors.simulation.walks import default_walk
from tests.radio import play
from tests.radio.encoders import read_value
from tests.radio.play import sensor_of, walk_when_heard
from tests.radio.virtual import VirtualSensor

FIND = """
import asyncio
from sensors.ble_scan import Radio
found = asyncio.run(Radio(twin_wait_s=0.1).find("Movella DOT", timeout_s=5))
print(found.name, found.address)
"""


@pytest.mark.usefixtures("dbus_daemon")
def test_a_program_finds_the_sensors_that_are_played(capfd: pytest.CaptureFixture[str]) -> None:
    assert play.main(["dot", "--", sys.executable, "-W", "error", "-c", FIND]) == 0
    assert capfd.readouterr().out == "Movella DOT D4:22:CD:00:00:01\n"


@pytest.mark.usefixtures("dbus_daemon")
def test_commands_are_taken_until_quit() -> None:
    played = subprocess.run(
        [sys.executable, "-m", "tests.radio.play", "witmotion"],
        input="mute\nspeak\nlose 0.1\nsleep\nwake\nflood\nbusy\ntaken 1\nsignal\nbattery 50\n"
        "what?\nlose x\noff\non\nquit\n",
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert played.stdout.startswith("export DBUS_SYSTEM_BUS_ADDRESS=unix:path=")
    assert played.stdout.count("help, quit") == 3
    assert played.stderr == ""


def test_two_sensors_of_one_name_tell_serials_of_their_own() -> None:
    names = {
        sensor_of("dot", n, default_walk(1), loss=0, name="DOT").peripheral.name for n in (1, 2)
    }
    serials = {read_value(xsens_dot.DEVICE_INFO, n) for n in (1, 2)}
    assert (names, len(serials)) == ({"DOT"}, 2)


class Listener:
    """Stands for a program that subscribes to a virtual sensor."""

    def __init__(self, sensor: VirtualSensor) -> None:
        self._sensor = sensor

    def __call__(self, *, is_there: bool) -> None:
        peripheral = self._sensor.peripheral
        peripheral.is_connected = is_there
        characteristic = peripheral.characteristic(self._sensor.make.data)
        characteristic.subscribers = {":1.1"} if is_there else set()


async def looks() -> None:
    """Give the walker its turns to look around."""
    for _ in range(20):
        await asyncio.sleep(0)


async def plays_after(*, is_lost: bool) -> int:
    """How often a walk is begun when the listener leaves, or loses the sensor, and comes back."""
    sensor = sensor_of("witmotion", 1, default_walk(1), loss=0)
    listen, begun = Listener(sensor), 0
    play = sensor.play

    def counted() -> "asyncio.Task[None]":
        nonlocal begun
        begun += 1
        return play()

    sensor.play = counted  # type: ignore[method-assign]
    walking = asyncio.create_task(walk_when_heard(sensor, look_every_s=0))
    for is_there in (True, False, True):
        sensor.peripheral.is_advertising = is_there or not is_lost
        listen(is_there=is_there)
        await looks()
    walking.cancel()
    await sensor.stop()
    return begun


async def test_who_lost_the_sensor_hears_the_same_walk_go_on() -> None:
    assert await plays_after(is_lost=True) == 1


async def test_who_lets_go_and_listens_again_hears_it_from_the_stand_on() -> None:
    assert await plays_after(is_lost=False) == 2


def test_a_sensor_worn_for_the_first_time_lifts_the_knee_of_its_side() -> None:
    walk = play.walk_of(1, knee_lifts=Side.RIGHT)
    assert any(isinstance(activity, KneeLifts) for activity in walk.scenario)
    assert walk.person.side is Side.RIGHT
