"""The sheet that finds a sensor, by keyboard, against virtual sensors and unmodified Bleak."""

import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coach import remembered
from sensors.ble_settings import RememberedSensor
from sensors.devices.codec import BATTERY_LEVEL
from sensors.source import LinkState
from tests.ui.air import Air, air, dbus_daemon, private_bus, set_advertising
from ui import sensor_texts
from ui.patient import connect_sheet
from ui.patient.connect_sheet import ChosenSensor, ConnectSheet
from ui.sensor_finder import SensorFinder, Trial

__all__ = ["air", "dbus_daemon", "private_bus"]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Bleak speaks D-Bus on Linux only")

Key = Qt.Key
OPEN = "OpenIMU A1B2C3"
Open = Callable[..., ConnectSheet]


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "user_config_path", lambda *_, **__: tmp_path)


@pytest.fixture
def open_sheet(qtbot: QtBot, air: Air) -> Iterator[Open]:
    sheets: list[ConnectSheet] = []
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def opened(own: RememberedSensor | None = None) -> ConnectSheet:
        sheet = ConnectSheet(SensorFinder(), own, window)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        sheets.append(sheet)
        sheet.open()
        qtbot.waitExposed(sheet)
        return sheet

    yield opened
    for sheet in sheets:
        sheet.close()
    assert "finder" not in {thread.name for thread in threading.enumerate()}


def lines(sheet: ConnectSheet) -> list[str]:
    return [sheet.list.item(i).text().split("\n")[0] for i in range(sheet.list.count())]


def texts_of(sheet: ConnectSheet) -> str:
    return "\n".join(sheet.list.item(i).text() for i in range(sheet.list.count()))


def press(sheet: ConnectSheet, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or sheet, key)


def connected(sheet: ConnectSheet, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: sheet.list.count() > 0, timeout=5_000)
    press(sheet, Key.Key_Return)
    qtbot.waitUntil(sheet.use_button.isVisible, timeout=10_000)


def own_open_imu(sheet: ConnectSheet, qtbot: QtBot) -> RememberedSensor:
    connected(sheet, qtbot)
    with qtbot.waitSignal(sheet.chosen, timeout=10_000):
        sheet.use_button.click()
    own = remembered.remembered_sensor()
    assert own is not None
    return own


def test_sensors_are_listed_with_model_and_signal(open_sheet: Open, air: Air, qtbot: QtBot) -> None:
    air.add("witmotion", 100.0)
    sheet = open_sheet()
    qtbot.waitUntil(lambda: sheet.list.count() > 0, timeout=5_000)
    name, rest = sheet.list.item(0).text().split("\n")
    assert name == "WT901BLE68"
    assert "WitMotion WT901BLE" in rest
    assert "strong signal, -55 dBm" in rest
    assert not sheet.list.item(0).icon().isNull()


def test_enter_connects_and_the_sheet_tells_rate_and_battery(
    open_sheet: Open, air: Air, qtbot: QtBot
) -> None:
    air.add("open", 100.0)
    sheet = open_sheet()
    connected(sheet, qtbot)
    qtbot.waitUntil(lambda: "Battery 80 %" in sheet.state.text(), timeout=5_000)
    assert f"{OPEN}: connected" in sheet.state.text()
    assert "100 readings a second" in sheet.state.text()


def test_a_model_nobody_tried_says_so(open_sheet: Open, air: Air, qtbot: QtBot) -> None:
    air.add("dot", 60.0)
    sheet = open_sheet()
    qtbot.waitUntil(sheet.hint.isVisible, timeout=5_000)
    assert "not yet confirmed on hardware" in sheet.hint.text()


def test_blinking_is_offered_where_the_sensor_can(open_sheet: Open, air: Air, qtbot: QtBot) -> None:
    sensor = air.add("open", 100.0)
    sheet = open_sheet()
    connected(sheet, qtbot)
    sheet.blink_button.click()
    qtbot.waitUntil(lambda: b"\x03" in [data for _, data in sensor.written], timeout=5_000)


def test_blinking_is_not_offered_where_it_cannot(open_sheet: Open, air: Air, qtbot: QtBot) -> None:
    air.add("witmotion", 100.0)
    sheet = open_sheet()
    connected(sheet, qtbot)
    assert not sheet.blink_button.isVisible()


def test_the_sensor_taken_is_let_go_remembered_and_told(
    open_sheet: Open, air: Air, qtbot: QtBot
) -> None:
    sensor = air.add("open", 100.0)
    sheet = open_sheet()
    connected(sheet, qtbot)
    with qtbot.waitSignal(sheet.chosen, timeout=10_000) as chosen:
        press(sheet, Key.Key_Return)
        assert sheet.state.text() == f"{OPEN} is ready. One moment …"
        assert not sheet.use_button.isVisible()
    (told,) = chosen.args
    assert isinstance(told, ChosenSensor)
    assert told.sensor.name == OPEN
    assert told.remembered == remembered.remembered_sensor()
    assert told.remembered is not None
    assert told.remembered.serial == "A1B2C3"
    assert not sheet.isVisible()
    assert not sensor.peripheral.is_connected


def test_the_sensor_worn_last_is_taken_by_itself(open_sheet: Open, air: Air, qtbot: QtBot) -> None:
    air.add("open", 100.0)
    own = own_open_imu(open_sheet(), qtbot)
    sheet = open_sheet(own)
    with qtbot.waitSignal(sheet.chosen, timeout=10_000) as chosen:
        pass
    assert chosen.args[0].remembered == own


def test_it_is_known_by_name_and_serial_where_the_address_is_new(
    open_sheet: Open, air: Air, qtbot: QtBot
) -> None:
    air.add("open", 100.0)
    own = replace(own_open_imu(open_sheet(), qtbot), address="made-up-by-macOS")
    with qtbot.waitSignal(open_sheet(own).chosen, timeout=10_000):
        pass


def test_the_sheet_says_what_it_waits_for(open_sheet: Open) -> None:
    sheet = open_sheet(RememberedSensor(OPEN, "x", "Open IMU", "A1B2C3", "0" * 16))
    assert sheet.state.text() == f"Waiting for {OPEN}, which you wore last. Switch it on."


def test_another_sensor_of_that_name_is_asked_about(
    open_sheet: Open, air: Air, qtbot: QtBot
) -> None:
    air.add("open", 100.0)
    own = own_open_imu(open_sheet(), qtbot)
    sheet = open_sheet(replace(own, fingerprint="0" * 16))
    qtbot.waitUntil(sheet.notice.isVisible, timeout=10_000)
    assert "not the same as last time" in sheet.notice.said
    assert sheet.notice.button.text() == "It is mine"
    assert sheet.notice.other_button.text() == "Another sensor"
    press(sheet, Key.Key_Return)
    qtbot.waitUntil(sheet.use_button.isVisible, timeout=10_000)
    sheet.use_button.click()
    assert remembered.remembered_sensor() == own


def test_two_of_one_name_are_told_apart(open_sheet: Open, air: Air, qtbot: QtBot) -> None:
    air.add("open", 100.0)
    sheet = open_sheet()
    qtbot.waitUntil(lambda: sheet.list.count() == 1, timeout=5_000)
    assert "address" not in sheet.list.item(0).text()
    air.add("open", 100.0, number=2)
    qtbot.waitUntil(lambda: sheet.list.count() == 2, timeout=5_000)
    assert lines(sheet) == [f"{OPEN}  ·  address … 00:0{n}" for n in (1, 2)]
    assert "let it blink" in sheet.hint.text()


def test_a_twin_heard_first_is_let_go_and_the_own_sensor_waited_for(
    open_sheet: Open, air: Air, qtbot: QtBot
) -> None:
    own = air.add("open", 100.0)
    known = own_open_imu(open_sheet(), qtbot)
    air.do(set_advertising(own, is_on=False))
    air.add("open", 100.0, number=2)
    sheet = open_sheet(known)
    qtbot.waitUntil(lambda: "not the one you wore last" in texts_of(sheet), timeout=10_000)
    assert sheet.notice.said == ""
    assert sheet.state.text() == (
        f"Waiting for {OPEN}, which you wore last. Switch it on, or choose another."
    )
    air.do(set_advertising(own, is_on=True))
    with qtbot.waitSignal(sheet.chosen, timeout=10_000) as chosen:
        pass
    assert chosen.args[0].sensor.address == own.peripheral.address


def test_a_sensor_that_changed_and_is_not_mine_is_let_go(
    open_sheet: Open, air: Air, qtbot: QtBot
) -> None:
    air.add("open", 100.0)
    own = own_open_imu(open_sheet(), qtbot)
    sheet = open_sheet(replace(own, fingerprint="0" * 16))
    qtbot.waitUntil(sheet.notice.isVisible, timeout=10_000)
    assert not sheet.state.isVisible()
    sheet.notice.other_button.click()
    qtbot.waitUntil(lambda: sheet.list.count() == 1, timeout=10_000)
    assert sheet.connect_button.isVisible()


def test_a_battery_that_will_not_last_is_told(open_sheet: Open, air: Air, qtbot: QtBot) -> None:
    sensor = air.add("open", 100.0)
    sensor.peripheral.characteristic(BATTERY_LEVEL).value = b"\x00"
    sheet = open_sheet()
    connected(sheet, qtbot)
    qtbot.waitUntil(lambda: "nearly empty" in sheet.hint.text(), timeout=5_000)
    assert "Battery nearly empty: 0 %" in sheet.state.text()


def test_a_screen_reader_is_told_every_change_once(
    open_sheet: Open, air: Air, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(connect_sheet, "announce", lambda _, words: said.append(words))
    air.add("open", 100.0)
    sheet = open_sheet()
    connected(sheet, qtbot)
    assert said[0].startswith("Listening")
    assert "Choose your sensor. Still listening …" in said
    assert f"{OPEN}: connecting …" in said
    assert "100 readings a second" in said[-1]
    n_said = len(said)
    qtbot.waitUntil(lambda: "Battery 80 %" in sheet.state.text(), timeout=5_000)
    assert len(said) == n_said


def test_a_name_that_runs_from_the_right_turns_no_sentence_round() -> None:
    told = sensor_texts.trial("שלום", Trial())
    assert told == "\u2068שלום\u2069: connecting …"
    assert sensor_texts.trial("", Trial()) == "(no name): connecting …"


def test_bluetooth_that_is_off_is_told_and_tried_again(
    open_sheet: Open, air: Air, qtbot: QtBot
) -> None:
    air.add("dot", 60.0)
    air.bluez.is_powered = False
    sheet = open_sheet()
    qtbot.waitUntil(sheet.notice.isVisible, timeout=5_000)
    assert sheet.notice.said == (
        "Bluetooth is off. The sensor cannot be reached. Turn Bluetooth on."
    )
    air.bluez.is_powered = True
    sheet.close()
    sheet = open_sheet()
    qtbot.waitUntil(lambda: sheet.list.count() > 0, timeout=5_000)


def test_a_sensor_without_its_service_is_told_to_be_updated(
    open_sheet: Open, air: Air, qtbot: QtBot
) -> None:
    sensor = air.add("movesense", 104.0)
    sensor.peripheral.services.clear()
    sheet = open_sheet()
    qtbot.waitUntil(lambda: sheet.list.count() > 0, timeout=5_000)
    press(sheet, Key.Key_Return)
    qtbot.waitUntil(sheet.notice.isVisible, timeout=10_000)
    assert "Update the sensor" in sheet.notice.said
    assert sheet.notice.button.hasFocus()


def test_a_lost_link_is_told_and_healed(open_sheet: Open, air: Air, qtbot: QtBot) -> None:
    sensor = air.add("open", 100.0)
    sheet = open_sheet()
    connected(sheet, qtbot)
    air.do(set_advertising(sensor, is_on=False))
    qtbot.waitUntil(lambda: "trying again" in sheet.state.text(), timeout=5_000)
    assert not sheet.use_button.isVisible()
    air.do(set_advertising(sensor, is_on=True))
    qtbot.waitUntil(sheet.use_button.isVisible, timeout=15_000)


def test_enter_while_it_connects_lets_nothing_go(open_sheet: Open, air: Air, qtbot: QtBot) -> None:
    air.add("open", 100.0)
    sheet = open_sheet()
    qtbot.waitUntil(lambda: sheet.list.count() > 0, timeout=5_000)
    for _ in range(3):
        press(sheet, Key.Key_Return)
    assert "connecting" in sheet.state.text()
    qtbot.waitUntil(sheet.use_button.hasFocus, timeout=10_000)


def test_another_sensor_goes_back_to_the_list(open_sheet: Open, air: Air, qtbot: QtBot) -> None:
    air.add("witmotion", 100.0)
    sheet = open_sheet()
    connected(sheet, qtbot)
    sheet.other_button.click()
    qtbot.waitUntil(lambda: lines(sheet) == ["WT901BLE68"], timeout=10_000)
    assert sheet.connect_button.isVisible()


@pytest.mark.parametrize("close", ["key", "button"])
def test_it_can_be_left_at_any_time(open_sheet: Open, air: Air, qtbot: QtBot, close: str) -> None:
    air.add("open", 100.0)
    sheet = open_sheet()
    connected(sheet, qtbot)
    if close == "key":
        press(sheet, Key.Key_Escape)
    else:
        sheet.cancel_button.click()
    assert not sheet.isVisible()
    assert remembered.remembered_sensor() is None


def test_everything_in_it_has_a_name(open_sheet: Open) -> None:
    sheet = open_sheet()
    assert sheet.list.accessibleName() == "Sensors nearby"
    assert all(button.text() for button in sheet.findChildren(QPushButton) if button.isVisible())


@pytest.mark.usefixtures("finnish")
def test_it_speaks_finnish(open_sheet: Open) -> None:
    sheet = open_sheet()
    assert sheet.windowTitle() == "Anturisi"
    assert sheet.state.text() == "Kuunnellaan … Kytke anturi päälle ja pidä se lähellä."


def test_a_trial_begins_with_nothing_known() -> None:
    assert Trial() == Trial(LinkState.CONNECTING, None, None, None, None, can_blink=False)
