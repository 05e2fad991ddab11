"""Killed at any moment while recording, plain and protected: what was told kept is kept."""

import random
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from coach.records import keys
from coach.records.chunks import joined
from coach.records.recovery import recover
from coach.records.schema import WalkState
from coach.records.walk_file import WalkFile
from tests.coach.records.conftest import Child
from tests.coach.records.recording_child import moving

PASSPHRASE = "correct horse battery"
_N_AT_ONCE = 10  # they wait for the clock, not for the processor
_MOST_LOST_S = 1.2  # a commit every 0.8 s, and the commit itself on a busy machine

protections = pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "protected"])


class Loss(NamedTuple):
    """What one kill cost, in seconds: of what was told kept, and of what was handed in."""

    acknowledged_s: float
    handed_in_s: float


def _loss(path: Path, child: Child) -> Loss:
    """Open what a killed process left behind; every sample in it is one that was handed in."""
    with WalkFile.open(path) as walk:
        assert walk.is_unfinished
        blocks = list(walk.blocks())
        n_heard = len(list(walk.heard()))
    if not blocks:
        return Loss(max(0.0, child.kept_until_s), child.handed_in_s)
    block = joined(blocks)
    expected = joined([moving(first) for first in range(0, len(block.t_s), 6)])
    np.testing.assert_array_equal(block.acc_mps2, expected.acc_mps2)
    np.testing.assert_array_equal(block.t_s, expected.t_s)
    assert n_heard * 6 >= len(block.t_s)
    last_s = float(block.t_s[-1])
    return Loss(child.kept_until_s - last_s, child.handed_in_s - last_s)


def _kills(folder: Path, n: int, passphrase: str | None, latest_s: float) -> list[Loss]:
    keys.ask_with(lambda: passphrase)
    rng, losses = random.Random(n), []
    for first in range(0, n, _N_AT_ONCE):
        batch = {
            folder / f"{i}.hipwalk": rng.uniform(0.0, latest_s)
            for i in range(first, min(n, first + _N_AT_ONCE))
        }
        children = {path: Child(path, passphrase) for path in batch}
        for path, at_s in sorted(batch.items(), key=lambda item: item[1]):
            children[path].wait_until(at_s)
            children[path].kill()
        losses += [_loss(path, child) for path, child in children.items()]
    return losses


@protections
def test_what_was_told_kept_survives_a_kill(tmp_path: Path, passphrase: str | None) -> None:
    losses = _kills(tmp_path, 3, passphrase, 3.0)
    assert max(loss.acknowledged_s for loss in losses) <= 0
    assert max(loss.handed_in_s for loss in losses) <= _MOST_LOST_S


@pytest.mark.long
@protections
def test_a_hundred_kills_lose_nothing_that_was_told_kept(
    tmp_path: Path, passphrase: str | None
) -> None:
    losses = _kills(tmp_path, 100, passphrase, 8.0)
    print(f"\n{passphrase}: largest loss {max(loss.handed_in_s for loss in losses):.2f} s")  # noqa: T201
    assert len(losses) == 100
    assert max(loss.acknowledged_s for loss in losses) <= 0
    assert max(loss.handed_in_s for loss in losses) <= _MOST_LOST_S


def test_a_protected_walk_that_was_killed_becomes_one_file_again(tmp_path: Path) -> None:
    keys.ask_with(lambda: PASSPHRASE)
    path = tmp_path / "walk.hipwalk"
    child = Child(path, PASSPHRASE)
    child.wait_until(1.5)
    child.kill()
    recover(path, keys.key_of(path))
    assert {file.name for file in tmp_path.iterdir()} == {"walk.hipwalk", "walk.key"}
    with WalkFile.open(path) as walk:
        assert walk.state is WalkState.RECOVERED
        assert walk.kept_until_s >= child.kept_until_s
