"""A process that breaks off is started anew, one that hangs is ended, and its orders stand."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ui.child_process import ChildProcess, Report

_ECHO = """
import json, sys
for line in sys.stdin:
    order = json.loads(line)
    if order.get("say") == "break":
        raise SystemExit(1)
    while order.get("say") == "hang":
        pass
    print(json.dumps({"got": order}), flush=True)
"""


class _Echo:
    """A child that says what it was told."""

    def __init__(self, folder: Path, code: str = _ECHO) -> None:
        script = folder / "child.py"
        script.write_text(code)
        self.got: list[Report] = []
        self.n_lost = 0
        self.child = ChildProcess("echo", script, [], self._report, self._lost, answer_within_s=0.3)

    def _report(self, report: Report) -> None:
        self.got.append(report["got"])

    def _lost(self) -> None:
        self.n_lost += 1


@pytest.fixture
def echo(tmp_path: Path) -> Iterator[_Echo]:
    """Not yet opened."""
    echo = _Echo(tmp_path)
    yield echo
    echo.child.close()


def _wait_until(is_so: Callable[[], bool]) -> None:
    until_s = time.monotonic() + 10.0
    while not is_so():
        assert time.monotonic() < until_s
        time.sleep(0.01)


def test_orders_come_in_order(echo: _Echo) -> None:
    echo.child.open()
    for number in range(3):
        echo.child.tell({"say": number})
    _wait_until(lambda: len(echo.got) == 4)
    assert echo.got == [{}, {"say": 0}, {"say": 1}, {"say": 2}]


def test_what_is_kept_before_opening_is_told_at_the_start(echo: _Echo) -> None:
    echo.child.keep("volume", 0.5)
    echo.child.open()
    _wait_until(lambda: echo.got == [{"volume": 0.5}])


def test_process_that_breaks_off_is_started_anew_with_what_was_kept(echo: _Echo) -> None:
    echo.child.keep("volume", 0.5)
    echo.child.open()
    _wait_until(lambda: len(echo.got) == 1)
    echo.child.tell({"say": "break"})
    _wait_until(lambda: len(echo.got) == 2)
    assert echo.got == [{"volume": 0.5}, {"volume": 0.5}]
    assert echo.n_lost == 0


def test_process_that_does_not_answer_is_started_anew(echo: _Echo) -> None:
    echo.child.open()
    _wait_until(lambda: len(echo.got) == 1)
    echo.child.tell({"say": "hang"}, expects_answer=True)
    _wait_until(lambda: len(echo.got) == 2)
    echo.child.tell({"say": "hello"})
    _wait_until(lambda: echo.got[-1] == {"say": "hello"})


def test_process_that_never_reports_is_lost_at_once(tmp_path: Path) -> None:
    echo = _Echo(tmp_path, "raise SystemExit(1)")
    echo.child.open()
    _wait_until(lambda: echo.n_lost == 1)
    echo.child.close()


def test_process_that_keeps_breaking_off_is_lost_in_the_end(echo: _Echo) -> None:
    echo.child.keep("say", "hello")
    echo.child.open()
    for n_starts in range(1, 5):
        _wait_until(lambda n_starts=n_starts: len(echo.got) == n_starts)  # type: ignore[misc]
        echo.child.tell({"say": "break"})
    _wait_until(lambda: echo.n_lost == 1)


def test_closing_ends_a_process_that_hangs(echo: _Echo) -> None:
    echo.child.open()
    _wait_until(lambda: len(echo.got) == 1)
    echo.child.tell({"say": "hang"})
    before_s = time.monotonic()
    echo.child.close()
    assert time.monotonic() - before_s < 3.0
    assert echo.n_lost == 0
