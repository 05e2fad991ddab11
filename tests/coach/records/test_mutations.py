"""Walk files changed at random: refused or read, never a crash, a hang, or a flood of memory."""

import random
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from coach.records.engine import PAGE_BYTES
from coach.records.errors import RecordError
from coach.records.salvage import salvage
from coach.records.walk_file import WalkFile
from tests.coach.records.make_walk_file import FOLDER, write

_MOST_S = 2.0
_MOST_BYTES = 500_000_000


def _mutations(original: bytes, n: int, seed: int) -> Iterator[bytes]:
    """Bytes changed, copied, cut out or cut off; more often where the structure is."""
    rng = random.Random(seed)
    for _ in range(n):
        content = bytearray(original)
        for _ in range(rng.choice((1, 1, 2, 5, 30))):
            at = rng.choice((rng.randrange(len(content)), rng.randrange(200)))
            page = at // PAGE_BYTES * PAGE_BYTES
            match rng.randrange(6):
                case 0:
                    content[at] = rng.randrange(256)
                case 1:
                    content[at] ^= 1 << rng.randrange(8)
                case 2:
                    content[page + rng.randrange(16)] = rng.choice((0, 1, 127, 128, 255))
                case 3:
                    other = rng.randrange(len(content) // PAGE_BYTES) * PAGE_BYTES
                    content[page : page + PAGE_BYTES] = content[other : other + PAGE_BYTES]
                case 4:
                    content[at : at + 4] = rng.choice((b"\xff" * 4, bytes(4), b"\x7f\xff\xff\xff"))
                case _ if rng.random() < 0.1:
                    del content[max(100, at) :]
                    break
        yield bytes(content)


def _use(path: Path) -> None:
    with WalkFile.open(path) as walk:
        for _ in walk.blocks():
            pass
        walk.strides()
        walk.decisions()
        walk.limit_changes()
        walk.pain_marks()
        walk.gaps()
        walk.notes()
        walk.analyses()
        walk.calibrations()
        walk.clock_readings()
        for _ in walk.decoded_again():
            pass


def _peak_bytes() -> int:
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else 1024 * peak


def _assert_harmless(folder: Path, original: Path, n: int, seed: int = 0) -> None:
    path, n_read = folder / "mutated.hipwalk", 0
    for number, content in enumerate(_mutations(original.read_bytes(), n, seed)):
        path.write_bytes(content)
        start = time.perf_counter()
        with suppress(RecordError):  # and nothing else
            _use(path)
            n_read += 1
        took_s = time.perf_counter() - start
        assert took_s < _MOST_S, f"mutation {number} took {took_s:.1f} s"
    assert [file.name for file in folder.iterdir()] == ["mutated.hipwalk"]
    assert 0 < n_read < n, "neither all are to be refused nor all to be taken"


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("new") / "walk.hipwalk")


def test_two_hundred_changed_walks_do_no_harm(tmp_path: Path, new: Path) -> None:
    _assert_harmless(tmp_path, new, 200)


def test_a_hundred_changed_walks_of_version_1_do_no_harm(tmp_path: Path) -> None:
    _assert_harmless(tmp_path, FOLDER / "walk-version-1.sqlite", 100)


def test_what_is_salvaged_of_changed_walks_is_sound(tmp_path: Path, new: Path) -> None:
    path, target = tmp_path / "mutated.hipwalk", tmp_path / "salvaged.hipwalk"
    n_saved = 0
    for content in _mutations(new.read_bytes(), 40, seed=7):
        path.write_bytes(content)
        try:
            salvage(path, target, lambda _: None)
        except RecordError:
            target.unlink(missing_ok=True)
            continue
        _use(target)
        target.unlink()
        n_saved += 1
    assert n_saved > 10


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell the peak of memory")
@pytest.mark.parametrize("part", range(25))
def test_a_hundred_thousand_changed_walks_do_no_harm(tmp_path: Path, new: Path, part: int) -> None:
    _assert_harmless(tmp_path, new, 4_000, seed=1000 + part)
    assert _peak_bytes() < _MOST_BYTES
