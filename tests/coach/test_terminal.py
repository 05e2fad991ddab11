"""The walk in a terminal, where what is shown lags behind the walk."""

import asyncio
import signal
from collections.abc import Coroutine
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import pytest

from coach.coach import CoachSettings
from coach.gait.pipeline import GaitSettings
from coach.records.walk_file import WalkFile
from coach.terminal import walk_in_terminal
from sensors.errors import LinkError, SensorError, SensorFault
from sensors.samples import StreamKind
from sensors.source import LinkChange, LinkState, SourceItem
from tests.coach.walks import INFO, Items, still, walked


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


def terminal_walk(tmp_path: Path, items: list[SourceItem], error: SensorError | None = None) -> int:
    source = Items(replace(INFO, kind=StreamKind.RADIO), items, error)
    settings = CoachSettings(GaitSettings.of(source.info))
    return walk_in_terminal(source, settings, speed=0, out=tmp_path / "x.hipwalk", is_tty=False)


def test_a_lost_link_says_why_and_what_helps(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changes = [
        LinkChange(LinkState.LOST, 0.5, SensorFault.LINK_LOST),
        LinkChange(LinkState.RECONNECTING, 0.5, SensorFault.LINK_LOST),
        LinkChange(LinkState.RECONNECTING, 0.5, SensorFault.ADAPTER_OFF),
        LinkChange(LinkState.CONNECTED, 0.5),
    ]
    assert terminal_walk(tmp_path, [still(0.0, 50), *changes]) == 0
    told = [line.strip() for line in capsys.readouterr().out.splitlines() if "sensor:" in line]
    assert told == [
        "sensor: lost",
        "sensor: reconnecting. The link to the sensor is lost. "
        "Bring the sensor and the computer closer together.",
        "sensor: reconnecting. Bluetooth is off. Turn Bluetooth on.",
        "sensor: connected",
    ]


def test_a_walk_that_never_began_tells_only_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refused = LinkError(SensorFault.CONNECTED_ELSEWHERE, sensor="DOT")
    assert terminal_walk(tmp_path, [], refused) == 1
    told = capsys.readouterr()
    assert "Walk ended" not in told.out
    assert told.err.startswith("The sensor is connected to something else.")


def test_a_sensor_that_changed_can_be_taken_by_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = LinkError(SensorFault.FINGERPRINT_CHANGED, sensor="DOT")
    assert terminal_walk(tmp_path, [], changed) == 1
    assert "--sensor NAME" in capsys.readouterr().err


def test_ctrl_c_again_only_says_that_the_walk_is_ending(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    echo, run = click.echo, asyncio.run
    has_ended: Future[None] = Future()
    presses = iter((signal.SIGINT, signal.SIGTERM))

    def run_and_tell(main: Coroutine[Any, Any, object]) -> object:
        try:
            return run(main)
        finally:
            has_ended.set_result(None)

    def echo_and_press(text: str, **options: Any) -> None:
        has_ended.result(10.0)
        echo(text, **options)
        for press in presses:
            signal.raise_signal(press)

    monkeypatch.setattr(asyncio, "run", run_and_tell)
    monkeypatch.setattr(click, "echo", echo_and_press)
    out = tmp_path / "kept.hipwalk"
    source = walked(10.0)
    settings = CoachSettings(GaitSettings.of(source.info))
    assert walk_in_terminal(source, settings, speed=0, out=out, is_tty=False) == 0
    told = capfd.readouterr()
    assert told.err == "The walk is ending: the sensor is let go and all is kept.\n"
    assert f"Kept in {out}" in told.out
