"""Disks that are slow or full, put under the recorder."""

import sqlite3
import time
from functools import partial
from typing import Any, ClassVar

import pytest


class SlowConnection(sqlite3.Connection):
    """Takes 300 ms for a commit, without the interpreter's lock, as a disk does."""

    def execute(self, sql: str, /, *parameters: Any) -> sqlite3.Cursor:
        if sql == "COMMIT":
            time.sleep(0.3)
        return super().execute(sql, *parameters)


class FullConnection(sqlite3.Connection):
    """Has room for so many pages; SQLite itself then says that the disk is full."""

    max_pages: ClassVar[int] = 1_000_000

    def execute(self, sql: str, /, *parameters: Any) -> sqlite3.Cursor:
        if sql == "BEGIN":
            super().execute(f"PRAGMA max_page_count={self.max_pages}")
        return super().execute(sql, *parameters)


def put_under(monkeypatch: pytest.MonkeyPatch, disk: type[sqlite3.Connection]) -> None:
    monkeypatch.setattr("sqlite3.connect", partial(sqlite3.connect, factory=disk))
