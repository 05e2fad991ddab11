"""Keyrings of operating systems: one that works, one that is locked."""

from typing import ClassVar

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked


class OpenKeyring(KeyringBackend):
    """Holds what it is given, as long as the object lives."""

    priority: ClassVar[float] = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.held[service, username]


class LockedKeyring(OpenKeyring):
    """Somebody locked it, and the question to unlock it was dismissed."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("dismissed")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked("dismissed")
