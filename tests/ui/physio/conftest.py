"""The home of the patient's tests, for the physio."""

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from coach.records import keys
from tests.ui.home.conftest import _own_folders, clock, home, library

__all__ = ["_own_folders", "clock", "home", "library"]


@pytest.fixture(autouse=True)
def _no_keyring() -> None:
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    keys.forget()
