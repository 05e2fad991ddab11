"""The process that works for a window: asked over a pipe, it sends all of an outcome in parts."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from coach.care.limits import Limit
from coach.records.errors import RecordFault, WalkFileError
from coach.replay import worker
from coach.replay.opened import OpenedWalk
from coach.replay.what_if import Outcome, WhatIf
from coach.replay.worker import Call, Cancel, Done, Failed, GivenUp, Job, PartCame, TraceCame, Walk
from tests.coach.walks import walked, write_csv


@pytest.fixture
def asked() -> Iterator[Connection]:
    """This end of the pipe; the other is served by a thread."""
    ours, theirs = Pipe()
    thread = threading.Thread(target=worker.serve, args=(theirs,))
    thread.start()
    yield ours
    ours.close()
    thread.join()
    theirs.close()


def _answers(asked: Connection) -> list[worker.Answer]:
    answers: list[worker.Answer] = []
    while not answers or not isinstance(answers[-1], Done | Failed | GivenUp):
        answers.append(asked.recv())
    return answers


def _outcome(answers: list[worker.Answer]) -> Outcome:
    parts: dict[str, tuple[object, ...]] = {}
    for answer in answers:
        if isinstance(answer, PartCame):
            parts[answer.name] = parts.get(answer.name, ()) + answer.items
    return Outcome(**parts)  # type: ignore[arg-type]


def _walk(opened: OpenedWalk) -> Walk:
    return Walk(opened.path, opened.gait, None, opened.told, opened.start_s, opened.end_s)


def test_as_recorded_has_what_was_recorded(asked: Connection, opened: OpenedWalk) -> None:
    asked.send(Job(1, _walk(opened), wants_trace=True))
    outcome = _outcome(_answers(asked))
    assert (outcome.strides, outcome.decisions) == (opened.strides, opened.decisions)


def test_the_trace_comes_whole_with_its_progress(asked: Connection, opened: OpenedWalk) -> None:
    asked.send(Job(1, _walk(opened), wants_trace=True))
    pieces = [answer for answer in _answers(asked) if isinstance(answer, TraceCame)]
    shares = [piece.share for piece in pieces]
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1.0)
    n_samples = sum(len(piece.trace.t_s) for piece in pieces if piece.trace is not None)
    assert n_samples == pytest.approx(opened.info.rate_hz * (opened.info.duration_s or 0), abs=2)


def test_other_limits_need_no_second_pass(asked: Connection, opened: OpenedWalk) -> None:
    asked.send(Job(1, _walk(opened)))
    _answers(asked)
    asked.send(Job(2, _walk(opened), WhatIf(opened.gait, Limit(extension_deg=14.0))))
    answers = _answers(asked)
    assert not [answer for answer in answers if isinstance(answer, TraceCame)]
    assert _outcome(answers).cues


def test_parts_are_small(asked: Connection, opened: OpenedWalk) -> None:
    asked.send(Job(1, _walk(opened)))
    parts = [answer for answer in _answers(asked) if isinstance(answer, PartCame)]
    assert max(len(part.items) for part in parts) <= 250


def test_a_cancelled_job_is_given_up(asked: Connection, opened: OpenedWalk) -> None:
    asked.send(Job(1, _walk(opened), wants_trace=True))
    asked.send(Cancel())
    assert _answers(asked)[-1] == GivenUp(1)


def test_after_a_cancelled_job_the_next_one_is_done(asked: Connection, opened: OpenedWalk) -> None:
    asked.send(Job(1, _walk(opened), wants_trace=True))
    asked.send(Cancel())
    _answers(asked)
    asked.send(Job(2, _walk(opened)))
    assert _answers(asked)[-1] == Done(2)


def test_a_recording_has_no_cue_as_recorded(asked: Connection, tmp_path: Path) -> None:
    from coach.replay.opened import open_walk

    opened = open_walk(write_csv(tmp_path / "walk.csv.gz", walked(20.0)))
    asked.send(Job(1, _walk(opened), wants_trace=True))
    outcome = _outcome(_answers(asked))
    assert outcome.strides
    assert outcome.decisions == ()


def test_a_walk_that_is_gone_is_told(asked: Connection, opened: OpenedWalk) -> None:
    opened.path.unlink()
    asked.send(Job(1, _walk(opened)))
    failed = _answers(asked)[-1]
    assert isinstance(failed, Failed)
    assert isinstance(failed.error, WalkFileError)
    assert failed.error.fault is RecordFault.FILE_MISSING


def test_a_function_is_called(asked: Connection) -> None:
    asked.send(Call(3, max, (4, 9)))
    assert _answers(asked) == [Done(3, 9)]


def test_another_gait_needs_another_pass(asked: Connection, opened: OpenedWalk) -> None:
    asked.send(Job(1, _walk(opened)))
    _answers(asked)
    longer = replace(opened.gait, leg_length_m=1.1)
    asked.send(Job(2, _walk(opened)._replace(gait=longer), WhatIf(longer)))
    answers = _answers(asked)
    assert [answer for answer in answers if isinstance(answer, TraceCame)]
    lengths = [s.stride_length_m for s in _outcome(answers).strides if s.is_scored]
    before = [s.stride_length_m for s in opened.strides if s.is_scored]
    assert sum(filter(None, lengths)) > sum(filter(None, before))
