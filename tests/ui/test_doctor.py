"""`hipcoach doctor`: what is there is found, what is not is told with what mends it."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from coach import doctor as report
from coach import doctor_probes
from coach.doctor import Finding, Probe, Status
from tests.radio.bluez import FakeBluez
from tests.radio.bus import PrivateBus
from tests.radio.fixtures import bluez, dbus_daemon, private_bus
from ui import doctor_probes as qt_probes
from ui.doctor import PROBES, doctor

__all__ = ["bluez", "dbus_daemon", "private_bus"]


@pytest.fixture
def no_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


def probed(module: str, name: str, **environment: str) -> Finding:
    """What a probe finds in a process of its own."""
    told = subprocess.run(
        [sys.executable, "-m", module, name],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | environment,
        timeout=60,
    )
    status, found, mend = json.loads(told.stdout.splitlines()[-1])
    return Finding(Status(status), found, mend)


def qt_without(library: str, folder: Path) -> str:
    """Path of a PySide6 that needs a library the computer has not."""
    package = folder / "PySide6"
    package.mkdir()
    package.joinpath("__init__.py").write_text("")
    package.joinpath("QtCore.py").write_text(
        f'raise ImportError("{library}: cannot open shared object file: No such file")'
    )
    return str(folder)


def broken(name: str, code: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Probe:
    """A probe whose process runs that code."""
    folder.joinpath(f"{name}.py").write_text(code)
    monkeypatch.setenv("PYTHONPATH", str(folder))
    return Probe(name, name, "x", "mend it")


def test_every_probe_is_there() -> None:
    known = {
        "coach.doctor_probes": doctor_probes.PROBES,
        "ui.doctor_probes": qt_probes.PROBES,
    }
    assert all(probe.name in known[probe.module] for probe in PROBES)


def test_a_missing_qt_library_is_named_with_its_package(tmp_path: Path) -> None:
    path = qt_without("libEGL.so.1", tmp_path)
    assert probed("ui.doctor_probes", "libraries", PYTHONPATH=path) == Finding(
        Status.MISSING, "libEGL.so.1 is missing", "sudo apt install libegl1"
    )


def test_a_library_nobody_knows_is_mended_by_set_up(tmp_path: Path) -> None:
    path = qt_without("libfoo.so.7", tmp_path)
    found = probed("ui.doctor_probes", "libraries", PYTHONPATH=path)
    assert found.found == "libfoo.so.7 is missing"
    assert "scripts/setup.sh" in str(found.mend)


def test_the_report_comes_whole_without_qt(
    tmp_path: Path, no_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", qt_without("libEGL.so.1", tmp_path))
    result = CliRunner(catch_exceptions=False).invoke(doctor, ["--json"])
    found = {each["name"]: each for each in json.loads(result.output)}
    assert list(found) == [probe.name for probe in PROBES]
    assert found["libraries"]["mend"] == "sudo apt install libegl1"
    assert found["sound"]["status"] == "missing"
    assert all(each["mend"] for each in found.values() if each["status"] != "ok")
    assert result.exit_code == 1
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    "code",
    ["raise RuntimeError('no')", "import os; os.abort()", "print('nonsense')", ""],
    ids=["raises", "crashes", "talks nonsense", "is silent"],
)
def test_a_probe_that_breaks_is_a_finding(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (found,) = report.examine([broken("broken_probe", code, tmp_path, monkeypatch)])
    assert (found.status, found.mend) == (Status.MISSING, "mend it")


def test_a_probe_that_hangs_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "_PATIENCE_S", 0.2)
    probe = broken("hanging_probe", "while True: pass", tmp_path, monkeypatch)
    (found,) = report.examine([probe])
    assert "did not answer" in found.found


def test_a_line_is_followed_by_the_one_that_mends_it() -> None:
    probes = [Probe("A", "", "a", ""), Probe("Long", "", "b", "")]
    findings = [Finding(Status.OK, "fine"), Finding(Status.MISSING, "gone", "get it")]
    assert report.report_lines(probes, findings) == [
        "✓ A     fine",
        "✗ Long  gone",
        "        → get it",
    ]


def bluetooth() -> Finding:
    return probed("coach.doctor_probes", "bluetooth")


async def ask_bluetooth() -> Finding:
    return await asyncio.to_thread(bluetooth)


linux = pytest.mark.skipif(sys.platform != "linux", reason="BlueZ is Linux's")


@linux
async def test_an_adapter_that_is_on_is_found(bluez: FakeBluez) -> None:
    assert (await ask_bluetooth()).status is Status.OK


@linux
async def test_an_adapter_that_is_off_is_told_how_to_switch_on(bluez: FakeBluez) -> None:
    bluez.set_powered(False)
    found = await ask_bluetooth()
    assert (found.found, found.mend) == (
        "Bluetooth is off.",
        "rfkill unblock bluetooth && bluetoothctl power on",
    )


@linux
async def test_no_adapter_is_told(private_bus: PrivateBus) -> None:
    fake = FakeBluez(has_adapter=False)
    await fake.start(private_bus.address)
    found = await ask_bluetooth()
    await fake.stop()
    assert found.mend == "Plug in a Bluetooth adapter (4.0 or newer)."


@linux
@pytest.mark.usefixtures("dbus_daemon")
async def test_no_permission_is_told_which_group_to_join() -> None:
    with PrivateBus(deny_bluez=True) as private:
        fake = FakeBluez()
        await fake.start(private.address)
        found = await ask_bluetooth()
        await fake.stop()
    assert found.mend == 'sudo usermod -aG bluetooth "$USER", then log in again'


@linux
@pytest.mark.usefixtures("private_bus")
def test_no_service_is_told_how_to_get_one() -> None:
    assert "apt install bluez" in str(bluetooth().mend)


def bluetoothctl(version: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.joinpath("bluetoothctl").write_text(f"#!/bin/sh\necho '{version}'\n")
    folder.joinpath("bluetoothctl").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)


@linux
@pytest.mark.parametrize(
    ("said", "status", "found"),
    [
        ("bluetoothctl: 5.66", Status.OK, "BlueZ 5.66"),
        ("bluetoothctl: 5.55", Status.OK, "BlueZ 5.55"),
        ("bluetoothctl: 5.50", Status.MISSING, "BlueZ 5.50; 5.55 or newer is needed"),
        ("what?", Status.LIMITED, "BlueZ does not tell its version"),
    ],
)
def test_the_version_of_bluez_is_looked_at(
    said: str, status: Status, found: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bluetoothctl(said, tmp_path, monkeypatch)
    assert doctor_probes.bluez()[:2] == (status, found)


@linux
def test_without_bluez_its_package_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert doctor_probes.bluez().mend == "sudo apt install bluez"


def test_a_full_disk_is_told(no_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = type("Usage", (), {"free": 50_000_000})
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage)
    assert doctor_probes.disk().status is Status.MISSING


def test_without_a_display_the_terminal_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(qt_probes, "has_display", lambda: False)
    assert "terminal" in qt_probes.window().found


def test_a_window_that_can_be_shown_is_found() -> None:
    found = probed("ui.doctor_probes", "window", QT_QPA_PLATFORM="offscreen")
    assert found.status is Status.OK
    assert found.found.startswith("offscreen, ")


@linux
def test_a_display_that_is_not_there_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("DISPLAY", ":987")
    (found,) = report.examine([probe for probe in PROBES if probe.name == "window"])
    assert found.status is Status.MISSING
    assert str(found.mend).startswith("sudo apt install libxcb-cursor0")
