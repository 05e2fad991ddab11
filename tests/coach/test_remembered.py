"""The sensor worn last is known again, and a file somebody else wrote does no harm."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach import remembered
from sensors.ble_settings import RememberedSensor

DOT = RememberedSensor(
    "Movella DOT", "D4:22:CD:00:00:01", "Movella DOT", "ABCD", "0123456789abcdef"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(remembered, "user_config_path", lambda *_, **__: tmp_path / "config")
    return tmp_path / "config"


def test_nothing_is_remembered_at_first() -> None:
    assert remembered.remembered_sensor() is None


def test_what_is_remembered_is_known_again() -> None:
    assert remembered.remember(DOT)
    assert remembered.remembered_sensor() == DOT


def test_only_its_owner_may_read_it() -> None:
    remembered.remember(DOT)
    assert remembered.remembered_path().stat().st_mode & 0o077 == 0


def test_what_is_forgotten_is_gone() -> None:
    remembered.remember(DOT)
    remembered.forget()
    remembered.forget()
    assert remembered.remembered_sensor() is None


def test_a_folder_that_cannot_be_written_is_no_error(folder: Path) -> None:
    folder.parent.joinpath("config").write_text("a file where the folder should be")
    assert not remembered.remember(DOT)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'{"name": "x"}',
        b'{"name":1,"address":"a","model":"m","serial":null,"fingerprint":"f"}',
        b'{"name":"","address":"a","model":"m","serial":null,"fingerprint":"f"}',
        b'{"name":"a\\u001b[2J","address":"a","model":"m","serial":null,"fingerprint":"f"}',
        b'{"name":"' + b"x" * 200 + b'","address":"a","model":"m","serial":null,"fingerprint":"f"}',
        b" " * 10_000,
    ],
)
def test_a_file_that_is_not_ours_is_nothing(content: bytes, folder: Path) -> None:
    folder.mkdir()
    remembered.remembered_path().write_bytes(content)
    assert remembered.remembered_sensor() is None


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=300))
def test_any_bytes_are_read_without_an_error(content: bytes, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    remembered.remembered_path().write_bytes(content)
    assert remembered.remembered_sensor() is None
