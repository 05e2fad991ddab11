"""A judge with a rule anyone can check, in the place of the real one; a computer without keys."""

from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from coach.records import keys
from tests.coach.walks import PeakJudge


@pytest.fixture
def peak_judge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.coach.StrideJudge", PeakJudge)


@pytest.fixture(autouse=True)
def data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The data folder of a person who begins: nothing in it, no keyring, nobody to ask."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv(keys.PASSPHRASE_FILE_VARIABLE, raising=False)
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    keys.forget()
    keys.ask_with(None)
    return tmp_path / "data" / "hipcoach"
