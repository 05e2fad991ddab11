"""PySide6 6.12.0 on Python 3.11 takes one reference from `True` per emitted signal, then aborts."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal


class _Emitter(QObject):
    stride_seen = Signal(object)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True is immortal from Python 3.12 on")
def test_emitting_leaves_the_references_of_true_alone() -> None:
    emitter = _Emitter()
    before = sys.getrefcount(True)
    for _ in range(1000):
        emitter.stride_seen.emit(None)
    assert abs(sys.getrefcount(True) - before) < 10
