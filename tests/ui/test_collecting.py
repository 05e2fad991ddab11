"""Garbage in cycles goes on the window's thread, whoever left it behind."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ui.collecting import CollectsHere


class _Cycle:
    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def here(qapp: QApplication) -> Iterator[CollectsHere]:
    parent = QObject()
    yield CollectsHere(parent)
    parent.deleteLater()


def test_what_a_thread_leaves_behind_is_collected_here(here: CollectsHere) -> None:
    gc.collect()
    gone_on: list[str] = []

    def leave_behind() -> None:
        weakref.finalize(_Cycle(), lambda: gone_on.append(threading.current_thread().name))
        for _ in range(20):  # enough for Python to collect by itself, if it might
            [[] for _ in range(1000)]

    thread = threading.Thread(target=leave_behind, name="a walk")
    thread.start()
    thread.join()
    assert gone_on == []
    kept: list[list[int]] = [[] for _ in range(1000)]
    here.look()
    assert gone_on == [threading.current_thread().name]
    assert len(kept) == 1000


def test_where_nothing_is_due_nothing_is_collected(here: CollectsHere) -> None:
    gc.collect()
    before = gc.get_stats()
    here.look()
    assert gc.get_stats() == before
