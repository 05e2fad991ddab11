"""The computer is kept awake where it lets itself be asked, and it is told where not."""

from collections.abc import Callable
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pytest
import wakepy
from pytestqt.qtbot import QtBot

from ui.awake import KeepAwake

Keep = Callable[..., Any]


def _system(monkeypatch: pytest.MonkeyPatch, *, agrees: bool) -> list[str]:
    seen: list[str] = []

    @contextmanager
    def presenting(on_fail: str) -> Any:
        seen.append("asked")
        yield SimpleNamespace(active=agrees)
        seen.append("let go")

    monkeypatch.setattr(wakepy, "keep", SimpleNamespace(presenting=presenting))
    return seen


@pytest.mark.parametrize("agrees", [True, False])
def test_it_tells_whether_the_system_agreed(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, agrees: bool
) -> None:
    _system(monkeypatch, agrees=agrees)
    told: list[bool] = []
    awake = KeepAwake(told.append)
    awake.start()
    qtbot.waitUntil(lambda: bool(told), timeout=5_000)
    awake.stop()
    assert told == [agrees]


def test_it_asks_once_and_lets_go(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    seen = _system(monkeypatch, agrees=True)
    awake = KeepAwake(lambda _: None)
    awake.start()
    awake.start()
    awake.stop()
    awake.stop()
    assert seen == ["asked", "let go"]


def test_without_a_session_bus_it_says_so(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("PATH", "/nowhere")
    told: list[bool] = []
    awake = KeepAwake(told.append)
    awake.start()
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    awake.stop()
    assert told in ([False], [True])
