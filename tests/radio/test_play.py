"""A person without hardware can play with virtual sensors."""

import subprocess
import sys

import pytest

from tests.radio import play

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
        input="mute\nspeak\nlose 0.1\nwhat?\noff\non\nquit\n",
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert played.stdout.startswith("export DBUS_SYSTEM_BUS_ADDRESS=unix:path=")
    assert played.stdout.count("help, quit") == 2
    assert played.stderr == ""
