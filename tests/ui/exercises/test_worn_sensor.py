"""A Bluetooth sensor worn for exercises: found by the sheet, followed, lost, and let go."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coach import remembered
from sensors.samples import Side
from tests.ui.air import Air, air, dbus_daemon, private_bus, set_advertising
from ui.exercises.worn_sensor import SensorState, WornSensor
from ui.patient.connect_sheet import ConnectSheet

__all__ = ["air", "dbus_daemon", "private_bus"]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Bleak speaks D-Bus on Linux only")


@pytest.fixture(autouse=True)
def _config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "user_config_path", lambda *_, **__: tmp_path)


@pytest.fixture
def sensor() -> Iterator[WornSensor]:
    sensor = WornSensor()
    yield sensor
    sensor.stop()
    assert "worn" not in {thread.name for thread in threading.enumerate()}


def _put_on(qtbot: QtBot, sensor: WornSensor) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    sensor.choose(window, Side.RIGHT, 0.88, None)
    (sheet,) = window.findChildren(ConnectSheet)
    qtbot.waitUntil(lambda: sheet.list.count() > 0, timeout=5_000)
    sheet.try_selected()
    qtbot.waitUntil(sheet.use_button.isVisible, timeout=10_000)
    sheet.use_button.click()
    qtbot.waitUntil(lambda: sensor.state is SensorState.ON, timeout=15_000)


def test_it_is_found_and_followed(qtbot: QtBot, air: Air, sensor: WornSensor) -> None:
    air.add("open", 100.0)
    _put_on(qtbot, sensor)
    assert sensor.is_on
    assert sensor.line == "The sensor counts."


def test_out_of_reach_it_says_how_to_go_on(qtbot: QtBot, air: Air, sensor: WornSensor) -> None:
    virtual = air.add("open", 100.0)
    _put_on(qtbot, sensor)
    air.do(set_advertising(virtual, is_on=False))
    qtbot.waitUntil(lambda: sensor.state is SensorState.LOST, timeout=15_000)
    assert "say yourself" in sensor.line
    assert sensor.is_on


def test_letting_go_frees_the_sensor_for_a_walk(qtbot: QtBot, air: Air, sensor: WornSensor) -> None:
    virtual = air.add("open", 100.0)
    _put_on(qtbot, sensor)
    sensor.stop()
    assert sensor.state is SensorState.OFF
    qtbot.waitUntil(lambda: not virtual.peripheral.is_connected, timeout=5_000)
