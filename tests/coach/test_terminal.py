"""The walk in a terminal, where what is shown lags behind the walk."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import click
import pytest

from coach.coach import CoachSettings
from coach.gait.pipeline import GaitSettings
from coach.records.walk_file import WalkFile
from coach.terminal import walk_in_terminal
from tests.coach.walks import walked


@pytest.mark.parametrize("broken", [KeyboardInterrupt, BrokenPipeError])
def test_an_end_asked_for_after_the_walk_has_ended_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: type[BaseException]
) -> None:
    source, out = walked(10.0), tmp_path / "kept.hipwalk"
    has_ended: Future[None] = Future()
    run = asyncio.run
    shown: list[str] = []

    def run_and_tell(main: Coroutine[Any, Any, object]) -> object:
        try:
            return run(main)
        finally:
            has_ended.set_result(None)

    def echo_late(text: str, **_: object) -> None:
        has_ended.result(10.0)
        shown.append(text)
        if len(shown) == 1:
            raise broken

    monkeypatch.setattr(asyncio, "run", run_and_tell)
    monkeypatch.setattr(click, "echo", echo_late)
    settings = CoachSettings(GaitSettings.of(source.info))
    assert walk_in_terminal(source, settings, speed=0, out=out, is_tty=False) == 0
    assert f"Kept in {out}" in shown[-1]
    with WalkFile.open(out) as kept:
        assert not kept.is_unfinished


def test_the_status_line_never_wraps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    source = walked(10.0)
    settings = CoachSettings(GaitSettings.of(source.info))
    walk_in_terminal(source, settings, speed=0.0, out=tmp_path / "kept.hipwalk", is_tty=True)
    shown = capsys.readouterr().out.split("\r")  # click leaves colours and such to terminals
    status = [text for text in shown if text and not text.endswith("\n")]
    assert status
    assert max(map(len, status)) == 29
