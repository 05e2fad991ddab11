"""The commands that talk to sensors, run against virtual ones."""

import asyncio
import sys
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from coach.commands.radio import FirstMinutes, scan, scan_lines, signal_text
from coach.records.walk_file import WalkFile
from sensors.ble_settings import RememberedSensor
from sensors.samples import ImuBlock
from tests.coach.walks import walked
from tests.radio import play
from tests.radio.bluez import FakeBluez
from tests.radio.fixtures import bluez, dbus_daemon, private_bus
from tests.radio.peripheral import Peripheral
from tests.sensors.ble_walks import virtual

__all__ = ["bluez", "dbus_daemon", "private_bus"]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Bleak speaks D-Bus on Linux only")

HIPCOACH = (sys.executable, "-c", "from ui.main import main; main()")


async def scanned(*arguments: str) -> Result:
    return await asyncio.to_thread(
        CliRunner(catch_exceptions=False).invoke, scan, ["--seconds", "0.2", *arguments]
    )


async def test_a_scan_tells_name_model_signal_and_address(bluez: FakeBluez) -> None:
    bluez.add(virtual("dot", 60.0, 2).peripheral)
    result = await scanned()
    assert result.output.splitlines() == [
        "Name         Model        Signal        Address",
        "Movella DOT  Movella DOT  ▂▄▆█ -55 dBm  D4:22:CD:00:00:01",
    ]


async def test_unknown_devices_are_shown_when_asked_for(bluez: FakeBluez) -> None:
    bluez.add(Peripheral("AA:00:00:00:00:01", "Kettle\x1b[2J\n", []))
    result = await scanned("--all")
    assert "Kettle[2J" in result.output
    assert "not known to Hip Coach" in result.output


async def test_a_scan_that_hears_nothing_says_so(bluez: FakeBluez) -> None:
    result = await scanned()
    assert result.exit_code == 1
    assert "not found" in result.output


async def test_a_scan_that_hears_only_other_devices_says_so(bluez: FakeBluez) -> None:
    bluez.add(Peripheral("AA:00:00:00:00:01", "Kettle", []))
    result = await scanned()
    assert result.exit_code == 1
    assert "Heard of other kinds: 1 (--all shows them)." in result.output


async def test_a_scan_without_bluetooth_says_so(bluez: FakeBluez) -> None:
    bluez.set_powered(False)
    result = await scanned()
    assert result.exit_code == 1
    assert "Bluetooth is off" in result.output
    assert "Traceback" not in result.output


async def test_a_scan_leaves_no_scan_behind(bluez: FakeBluez) -> None:
    await scanned()
    assert not bluez.scanners


@pytest.mark.parametrize(
    ("signal_dbm", "shown"),
    [
        (-100, "···· -100 dBm"),
        (-85, "▂··· -85 dBm"),
        (-60, "▂▄▆█ -60 dBm"),
        (None, "connected"),
    ],
)
def test_signal_is_bars_and_decibels(signal_dbm: int | None, shown: str) -> None:
    assert signal_text(signal_dbm) == shown


def test_no_sensor_is_an_empty_table() -> None:
    assert scan_lines([]) == ["Name  Model  Signal  Address"]


async def test_names_of_any_script_leave_the_columns_straight(bluez: FakeBluez) -> None:
    for n, name in enumerate(("Sensor", "センサー", "é" + 9 * "\u0335", "🏃"), 1):
        peripheral = bluez.add(virtual("dot", 60.0, 2, address=f"D4:22:CD:00:00:0{n}").peripheral)
        peripheral.name = name
    shown = [line.split("Movella DOT")[0] for line in (await scanned()).output.splitlines()[1:]]
    assert shown == ["Sensor    ", "センサー  ", "é̵̵̵         ", "🏃        "]


@pytest.mark.usefixtures("dbus_daemon")
def test_a_recorded_sensor_is_kept(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    kept = tmp_path / "walk.hipwalk"
    command = ["record", "--sensor", "Movella DOT", "--minutes", "0.02", "--out", str(kept)]
    assert play.main(["dot", "--loss", "0", "--", *HIPCOACH, *command]) == 0
    assert str(kept) in capfd.readouterr().out
    with WalkFile.open(kept) as walk:
        n_samples = sum(len(block.t_s) for block in walk.blocks())
        assert (walk.info.rate_hz, walk.driver) == (60.0, "Movella DOT")
    assert 60 <= n_samples <= 90


@pytest.mark.usefixtures("dbus_daemon")
def test_a_sensor_that_is_not_there_ends_a_walk_with_a_sentence(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    command = [
        "walk",
        "--terminal",
        "--sensor",
        "Movella DOT",
        "--out",
        str(tmp_path / "x.hipwalk"),
    ]
    assert play.main(["dot", "dot", "--", *HIPCOACH, *command]) == 1
    told = capfd.readouterr().err
    assert "Two sensors answer to the same name." in told
    assert "Traceback" not in told


async def test_the_first_minutes_end_a_source() -> None:
    source = walked(15.0)
    blocks = [item async for item in FirstMinutes(source, 0.05) if isinstance(item, ImuBlock)]
    assert 3.0 <= blocks[-1].t_s[-1] < 3.2


@pytest.fixture
def own_config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path


def _walk_without_a_name(tmp_path: Path, makes: tuple[str, ...] = ("open",)) -> int:
    command = ["walk", "--terminal", "--plain", "--out", str(tmp_path / "x.hipwalk"), "--sensor"]
    return play.main([*makes, "--", *HIPCOACH, *command])


@pytest.mark.usefixtures("dbus_daemon", "own_config")
def test_without_a_name_and_a_sensor_worn_last_a_name_is_asked_for(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert _walk_without_a_name(tmp_path) == 2
    assert "hipcoach scan" in capfd.readouterr().err


@pytest.mark.usefixtures("dbus_daemon")
def test_without_a_name_the_sensor_worn_last_must_be_the_same(
    tmp_path: Path, own_config: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    own = RememberedSensor("OpenIMU A1B2C3", "D4:22:CD:00:00:01", "Open IMU", None, "0" * 16)
    own_config.joinpath("hipcoach").mkdir()
    own_config.joinpath("hipcoach", "sensor.json").write_bytes(msgspec.json.encode(own))
    assert _walk_without_a_name(tmp_path) == 1
    assert "not the same as last time" in capfd.readouterr().err
