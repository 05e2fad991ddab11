"""The walks replayed last are remembered, the newest first, and only those still there."""

from pathlib import Path

import pytest

from coach.replay.recent import forget_replayed, recent_path, recent_walks, remember_replayed


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def _walks(folder: Path, n: int) -> list[Path]:
    paths = [folder / f"walk-{i}.hipwalk" for i in range(n)]
    for path in paths:
        path.touch()
    return paths


def test_nothing_is_remembered_at_first() -> None:
    assert recent_walks() == ()


def test_the_newest_is_first_and_each_is_there_once(tmp_path: Path) -> None:
    first, second = _walks(tmp_path, 2)
    for path in (first, second, first):
        remember_replayed(path)
    assert recent_walks() == (first, second)


def test_ten_are_remembered(tmp_path: Path) -> None:
    for path in _walks(tmp_path, 14):
        remember_replayed(path)
    assert len(recent_walks()) == 10


def test_a_walk_that_is_gone_is_not_offered(tmp_path: Path) -> None:
    first, second = _walks(tmp_path, 2)
    remember_replayed(first)
    remember_replayed(second)
    second.unlink()
    assert recent_walks() == (first,)


def test_the_list_is_forgotten(tmp_path: Path) -> None:
    remember_replayed(_walks(tmp_path, 1)[0])
    forget_replayed()
    assert recent_walks() == ()


def test_only_its_owner_may_read_the_list(tmp_path: Path) -> None:
    remember_replayed(_walks(tmp_path, 1)[0])
    assert recent_path().stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("text", ["", "{}", "[1]", '["\\u0000"]', "x" * 60_000])
def test_a_list_that_is_not_ours_is_no_list(text: str) -> None:
    recent_path().parent.mkdir(parents=True)
    recent_path().write_text(text)
    assert recent_walks() == ()
