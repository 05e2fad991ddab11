"""A kept walk gives the live strides again, bit for bit, from its samples and from its radio."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.analysis import analyze
from coach.care.limits import Limit
from coach.coach import CoachSettings
from coach.gait.pipeline import GaitSettings
from coach.live import LiveWalk
from coach.records import keys
from coach.records.chunks import joined
from coach.records.errors import WalkFileError
from coach.records.places import Place, new_walk_path, place_to_continue
from coach.records.recovery import continuation
from coach.records.schema import WalkState
from coach.records.store import Continuation, GapReason
from coach.records.walk_file import WalkFile
from sensors.samples import StreamKind
from tests.coach.records.conftest import STRIDES, Child
from tests.coach.records.make_walk_file import FOLDER
from tests.coach.records.streams import STREAMS, radio
from tests.coach.walks import Items, walked

_LIMIT = Limit(extension_deg=12.0)


def _walk(source: Items, out: Path | Place) -> None:
    walk = LiveWalk(
        source, CoachSettings(GaitSettings.of(source.info), _LIMIT), speed=None, out=out
    )
    asyncio.run(walk.run(lambda _: None))


@pytest.fixture(scope="module", params=STREAMS, ids=[f"{m}-{r:.0f}" for m, r in STREAMS])
def walked_file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    model, rate_hz = request.param
    path = tmp_path_factory.mktemp("walks") / "walk.hipwalk"
    _walk(radio(model, rate_hz, lost_at=400), path)
    return path


@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(n_samples=st.integers(1, 3000))
def test_any_block_size_gives_the_live_strides(walked_file: Path, n_samples: int) -> None:
    with WalkFile.open(walked_file) as walk:
        live = walk.strides()
        analysis = analyze(walk.blocks(n_samples), CoachSettings(walk.gait, _LIMIT))
    assert len(live) > 5
    assert tuple(judged.stride for judged in analysis.strides) == live


def test_what_the_radio_said_gives_the_same_samples(walked_file: Path) -> None:
    with WalkFile.open(walked_file) as walk:
        kept, again = joined(list(walk.blocks())), joined(list(walk.decoded_again()))
    assert [part.tobytes() for part in again] == [part.tobytes() for part in kept]


def test_the_calibration_is_kept(walked_file: Path) -> None:
    with WalkFile.open(walked_file) as walk:
        assert any(event.is_accepted for event in walk.calibrations())


def test_the_clocks_are_kept(walked_file: Path) -> None:
    with WalkFile.open(walked_file) as walk:
        (first, *_) = walk.clock_readings()
    assert abs(datetime.now(UTC) - datetime.fromisoformat(first.wall)) < timedelta(hours=1)


def _continued(path: Path, first: Items, second: Items) -> Continuation:
    """A walk of `first`, then as if cut off for 40 s, then of `second`."""
    _walk(first, path)
    now = datetime.now(UTC)
    with WalkFile.open(path) as walk:
        goes_on = continuation(walk, now - timedelta(seconds=40), now)
    _walk(second, Place(path, continues=goes_on))
    return goes_on


def test_a_continued_walk_gives_its_strides_again(tmp_path: Path) -> None:
    path = tmp_path / "walk.hipwalk"
    goes_on = _continued(path, walked(12.0), walked(12.0))
    with WalkFile.open(path) as walk:
        live = walk.strides()
        analysis = analyze(walk.blocks(), CoachSettings(walk.gait, _LIMIT))
        gaps = walk.gaps()
    again = {j.stride for j in analysis.strides}
    assert any(stride.start_s > goes_on.offset_s for stride in live)
    assert {stride for stride in live if stride.start_s > goes_on.offset_s} <= again
    assert gaps == ((goes_on.kept_until_s, goes_on.offset_s, GapReason.CUT_OFF),)


def test_a_continued_walk_needs_no_second_stand(tmp_path: Path) -> None:
    path = tmp_path / "walk.hipwalk"
    strides_only = walked(12.0)
    blocks = [block for block in strides_only.blocks() if block.t_s[0] >= 5.0]
    start_s = blocks[0].t_s[0]
    strides_only.items = [block._replace(t_s=block.t_s - start_s) for block in blocks]
    goes_on = _continued(path, walked(12.0), strides_only)
    with WalkFile.open(path) as walk:
        later = [stride for stride in walk.strides() if stride.start_s > goes_on.offset_s]
    assert sum(stride.is_scored for stride in later) >= 5


def test_a_continued_radio_walk_reads_again_bit_for_bit(tmp_path: Path) -> None:
    path = tmp_path / "walk.hipwalk"
    model, rate_hz = STREAMS[0]
    _continued(path, radio(model, rate_hz), radio(model, rate_hz))
    with WalkFile.open(path) as walk:
        kept, again = joined(list(walk.blocks())), joined(list(walk.decoded_again()))
    assert [part.tobytes() for part in again] == [part.tobytes() for part in kept]


def test_the_summary_of_a_continued_walk_counts_both_parts(tmp_path: Path) -> None:
    path = tmp_path / "walk.hipwalk"
    _walk(walked(12.0), path)
    with WalkFile.open(path) as walk:
        n_before = len(walk.strides())
        goes_on = continuation(walk, datetime.now(UTC), datetime.now(UTC))
    source = walked(12.0)
    live = LiveWalk(
        source,
        CoachSettings(GaitSettings.of(source.info), _LIMIT),
        speed=None,
        out=Place(path, continues=goes_on),
    )
    summary = asyncio.run(live.run(lambda _: None))
    assert summary.n_strides > n_before + 5


@pytest.mark.parametrize("set_back_s", [3600.0, 0.0])
def test_a_clock_set_back_leaves_time_going_forward(tmp_path: Path, set_back_s: float) -> None:
    path = tmp_path / "walk.hipwalk"
    _walk(walked(5.0), path)
    now = datetime.now(UTC)
    with WalkFile.open(path) as walk:
        goes_on = continuation(walk, now + timedelta(seconds=set_back_s), now)
    assert goes_on.offset_s == goes_on.kept_until_s + 1.0


def test_strides_the_crash_swallowed_come_back(tmp_path: Path) -> None:
    import sqlite3
    from contextlib import closing

    path = tmp_path / "walk.hipwalk"
    _walk(walked(12.0), path)
    with WalkFile.open(path) as walk:
        whole = walk.strides()
        goes_on = continuation(walk, datetime.now(UTC), datetime.now(UTC))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM stride WHERE id > 3")
    _walk(walked(5.0), Place(path, continues=goes_on))
    with WalkFile.open(path) as walk:
        again = walk.strides()
    scored = {stride for stride in whole if stride.is_scored}
    assert scored <= set(again)


def test_a_walk_cut_off_before_an_update_goes_on_after_it(data: Path) -> None:
    import shutil
    import sqlite3
    from contextlib import closing

    path = new_walk_path(datetime.now(UTC))
    shutil.copyfile(FOLDER / "walk-version-1.sqlite", path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE meta SET value='recording' WHERE key='state'")
    path.with_name(f"{path.name}-wal").touch()
    place = place_to_continue(datetime.now(UTC), StreamKind.SIMULATION)
    _walk(walked(8.0), place)
    with WalkFile.open(path) as walk:
        assert walk.state is WalkState.ENDED
        assert walk.strides()[:2] == STRIDES
        assert [gap.reason for gap in walk.gaps()] == [GapReason.LINK, GapReason.CUT_OFF]
    assert (path.parent / "backups" / f"{path.stem}-version-1.hipwalk").exists()


def test_a_protected_walk_that_was_killed_goes_on_protected(data: Path) -> None:
    passphrase = "correct horse battery"
    keys.ask_with(lambda: passphrase)
    path = new_walk_path(datetime.now(UTC))
    child = Child(path, passphrase)
    child.wait_until(1.5)
    child.kill()
    place = place_to_continue(datetime.now(UTC), StreamKind.SIMULATION)
    source = walked(8.0)
    source.info = replace(source.info, rate_hz=120.0)
    _walk(source, place)
    assert not path.read_bytes().startswith(b"SQLite")
    with WalkFile.open(path) as walk:
        assert walk.is_encrypted
        assert walk.kept_until_s > child.kept_until_s + 8.0


def test_another_program_that_looks_at_a_walk_is_told_who_records_it(tmp_path: Path) -> None:
    path = tmp_path / "walk.hipwalk"
    child = Child(path)
    child.wait_until(0.5)
    with pytest.raises(WalkFileError) as caught:
        WalkFile.open(path)
    child.kill()
    assert f"process {child.pid}" in str(caught.value.details["held_by"])
