"""The home of the patient's tests, for the physio Anna."""

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from coach.records import keys, roles
from tests.ui.home.conftest import Clock, _own_folders, clock, home, library
from ui.home.home import Home
from ui.physio.desk import Desk

__all__ = ["_own_folders", "clock", "home", "library"]


@pytest.fixture(autouse=True)
def _no_keyring() -> None:
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    keys.forget()


@pytest.fixture
def desk(home: Home, clock: Clock) -> Desk:
    return Desk(home, roles.add_physio(home.library, "Anna", "482913", clock()))
