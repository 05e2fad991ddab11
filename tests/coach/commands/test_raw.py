"""`hipcoach raw`: the bytes of a walk leave as they came, without who sent them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coach.commands.raw import raw
from coach.gait.pipeline import GaitSettings
from coach.records.heard import Heard, LinkLost
from coach.records.store import WalkHeader, WalkRecorder
from sensors.devices.codec import SERIAL_NUMBER
from sensors.devices.xsens_dot import DEVICE_INFO, MEDIUM_PAYLOAD, XSENS_DOT
from sensors.samples import StreamInfo, StreamKind
from sensors.source import RawNotification
from tests.coach.walks import still

SERIAL = bytes.fromhex("d422cd00abcd1234")


def kept(path: Path, heard: list[Heard], driver: str | None = XSENS_DOT.model) -> Path:
    info = StreamInfo("My own DOT", StreamKind.RADIO, 60.0)
    header = WalkHeader(
        info=info,
        gait=GaitSettings.of(info),
        limit=None,
        started_at=datetime.now(UTC),
        program="test",
        driver=driver,
    )
    recorder = WalkRecorder(path, header)
    recorder.keep(still(0.0, 10), (), ())
    for each in heard:
        recorder.keep_heard(each)
    recorder.close(datetime.now(UTC))
    return path


@pytest.fixture
def walk(tmp_path: Path) -> Path:
    return kept(
        tmp_path / "walk.hipwalk",
        [
            RawNotification(1000.0, DEVICE_INFO, SERIAL),
            RawNotification(1000.25, MEDIUM_PAYLOAD, b"\x00\xff"),
            LinkLost(1001.0),
            RawNotification(1003.5, MEDIUM_PAYLOAD, b"\x01"),
        ],
    )


def written(walk: Path) -> Result:
    return CliRunner(catch_exceptions=False).invoke(
        raw, [str(walk), "--out", str(walk.with_name("raw.csv"))]
    )


def test_notifications_leave_as_they_came(walk: Path) -> None:
    assert written(walk).output == f"Written: {walk.with_name('raw.csv')} (2 notifications)\n"
    assert walk.with_name("raw.csv").read_text().splitlines() == [
        "# hipcoach raw 1, Movella DOT, 60 Hz",
        "arrival_s,characteristic,hex",
        f"0.250000,{MEDIUM_PAYLOAD},00ff",
        "# link lost",
        f"3.500000,{MEDIUM_PAYLOAD},01",
    ]


def test_neither_name_nor_serial_leaves(walk: Path) -> None:
    written(walk)
    text = walk.with_name("raw.csv").read_text()
    assert SERIAL.hex() not in text
    assert "My own DOT" not in text


def test_no_serial_leaves_where_the_model_is_not_known(tmp_path: Path) -> None:
    said: list[Heard] = [
        RawNotification(1.0, DEVICE_INFO, SERIAL),
        RawNotification(1.1, SERIAL_NUMBER, SERIAL),
        RawNotification(1.2, MEDIUM_PAYLOAD, b"\x00"),
    ]
    written(kept(tmp_path / "walk.hipwalk", said, driver=None))
    text = tmp_path.joinpath("raw.csv").read_text()
    assert SERIAL.hex() not in text
    assert text.endswith(f"{MEDIUM_PAYLOAD},00\n")


def test_nothing_is_written_over(walk: Path) -> None:
    written(walk)
    again = written(walk)
    assert again.exit_code == 1
    assert "Traceback" not in again.output


def test_a_walk_without_a_radio_says_so(tmp_path: Path) -> None:
    result = written(kept(tmp_path / "file.hipwalk", []))
    assert result.exit_code == 1
    assert "holds nothing a radio said" in result.output


def test_a_file_that_is_no_walk_says_so(tmp_path: Path) -> None:
    tmp_path.joinpath("x.hipwalk").write_text("no walk")
    result = written(tmp_path / "x.hipwalk")
    assert result.exit_code == 1
    assert "Traceback" not in result.output
