"""An hour of walk on the disk: its size, how long a commit takes, how soon it opens and is read.

Run with ``pytest tests/bench/test_records.py --benchmark-enable -s`` (docs/benchmarks.md): then an
hour for every sensor; else twenty seconds for one, to see that the measure works.
"""

import random
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import numpy as np
import pytest

from coach.gait.pipeline import GaitSettings
from coach.records import keys, schema
from coach.records.chunks import Chunk, chunk_of, joined, pieces
from coach.records.heard import heard_chunk
from coach.records.rows import Row, json_text, stride_row
from coach.records.tables import LIVE
from coach.records.walk_file import WalkFile
from sensors.notifications import NotificationReader
from sensors.samples import ImuBlock
from tests.coach.records.conftest import STRIDES
from tests.coach.records.streams import STREAMS, driver_of, notifications, walk_at

_HOUR_S = 3600
_MOST_OPEN_S, _MOST_SEEK_S = 0.1, 0.02
_PASSPHRASE = "correct horse battery"


def _second_rows(model: str, rate_hz: float) -> list[tuple[ImuBlock, list[Row]]]:
    """A minute of walk: each second's samples, and its notifications as a row."""
    acc, gyr, _ = walk_at(rate_hz, 60.0)
    raw = notifications(model, rate_hz, acc, gyr)
    items = NotificationReader(driver_of(model), rate_hz).push(raw)
    block = joined([item for item in items if isinstance(item, ImuBlock)])
    n_a_second = round(rate_hz)
    per_second = max(1, round(len(raw) * rate_hz / len(block.t_s)))
    seconds = list(pieces(block, n_a_second))[:50]
    made = []
    for i, second in enumerate(seconds):
        said = raw[i * per_second : (i + 1) * per_second]
        made.append((second, [Row("notification", Chunk._fields, tuple(heard_chunk(said)))]))
    return made


def _record(
    path: Path, key: keys.FileKey | None, model: str, rate_hz: float, n: int
) -> list[float]:
    """Write so many seconds as the recorder does, and return how long each commit took."""
    if key is not None and key.sidecar is not None:
        keys.write_sidecar(path, key.sidecar)
    connection = schema.create(path, key.key if key else None)
    _, _, info = walk_at(rate_hz, 60.0)
    settings = json_text({"gait": GaitSettings.of(info), "limit": None})
    connection.execute("INSERT INTO analysis VALUES(1, 'then', 'bench', ?)", (settings,))
    meta = {"state": "ended", "started_at": "then", "info": json_text(info), "driver": model}
    connection.executemany("INSERT INTO meta VALUES(?, ?)", meta.items())
    minute, took_s = _second_rows(model, rate_hz), []
    for i in range(n):
        second, rows = minute[i % len(minute)]
        shift_s = i // len(minute) * 61.0
        chunk = Row(
            "chunk", Chunk._fields, tuple(chunk_of(second._replace(t_s=second.t_s + shift_s)))
        )
        rows = [chunk, *rows, stride_row(STRIDES[0], LIVE)]
        start = time.perf_counter()
        connection.execute("BEGIN")
        for row in rows:
            connection.execute(row.statement, row.values)
        connection.execute("COMMIT")
        took_s.append(time.perf_counter() - start)
    schema.merge(connection)
    schema.release(connection, path)
    return took_s


def _median_s(what: Callable[[], object], n: int = 7) -> float:
    took_s = []
    for _ in range(n):
        start = time.perf_counter()
        what()
        took_s.append(time.perf_counter() - start)
    return median(took_s)


@pytest.mark.parametrize("is_protected", [False, True], ids=["plain", "protected"])
@pytest.mark.parametrize(("model", "rate_hz"), STREAMS)
def test_an_hour_of_walk(
    model: str, rate_hz: float, is_protected: bool, tmp_path: Path, is_measured: bool
) -> None:
    if not is_measured and (model, rate_hz) != STREAMS[0]:
        pytest.skip("measured with --benchmark-enable")
    path = tmp_path / "walk.hipwalk"
    key = keys.shared_file_key(_PASSPHRASE) if is_protected else None
    took_s = _record(path, key, model, rate_hz, _HOUR_S if is_measured else 20)
    raw_key = key.key if key else None
    open_s = _median_s(lambda: WalkFile.open(path, raw_key).close())
    rng = random.Random(1)
    with WalkFile.open(path, raw_key) as walk:
        end_s = walk.kept_until_s
        seek_s = _median_s(lambda: next(walk.blocks_from(rng.uniform(0.0, end_s))), n=50)
        n_samples = sum(len(block.t_s) for block in walk.blocks())
    assert n_samples > 0
    if is_measured:
        p99_s = float(np.percentile(took_s, 99))
        size_mb = path.stat().st_size / 1e6
        kind = "protected" if is_protected else "plain"
        print(
            f"\n{model} {rate_hz:g} Hz, {kind}: {size_mb:.1f} MB an hour, commit P99 "
            f"{1e3 * p99_s:.2f} ms, open {1e3 * open_s:.0f} ms, seek {1e3 * seek_s:.1f} ms"
        )
        assert open_s < _MOST_OPEN_S
        assert seek_s < _MOST_SEEK_S
