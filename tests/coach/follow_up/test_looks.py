"""Many walks looked at: none twice, none that cannot be read lost from the list."""

from pathlib import Path

import pytest

from coach.follow_up.looks import Looks
from coach.records.amend import add_note
from tests.coach.kept import plain_walk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return plain_walk(tmp_path / "plain.hipwalk")


def test_a_walk_is_looked_at_once(path: Path) -> None:
    looks = Looks()
    assert looks.at(path) is looks.at(path)


def test_a_walk_that_changed_is_looked_at_again(path: Path) -> None:
    looks = Looks()
    before = looks.at(path, wants_curve=False)
    add_note(path, None, "a remark")
    after = looks.at(path, wants_curve=False)
    assert (len(before.notes), len(after.notes)) == (0, 1)


def test_the_curve_is_made_when_it_is_wanted_at_last(path: Path) -> None:
    looks = Looks()
    assert looks.at(path, wants_curve=False).curve is None
    assert looks.at(path).curve is not None


def test_a_walk_with_its_curve_serves_without_it_too(path: Path) -> None:
    looks = Looks()
    assert looks.at(path) is looks.at(path, wants_curve=False)


def test_only_the_ends_have_curves_where_that_is_wanted(path: Path, tmp_path: Path) -> None:
    paths = [path, *(tmp_path / f"{n}.hipwalk" for n in (1, 2))]
    for copy in paths[1:]:
        copy.write_bytes(path.read_bytes())
    looks, _ = Looks().at_all(paths, n_curves=1)
    assert [look.curve is not None for look in looks] == [True, False, True]


def test_what_cannot_be_read_is_told(path: Path, tmp_path: Path) -> None:
    missing = tmp_path / "gone.hipwalk"
    looks, failed = Looks().at_all([missing, path])
    assert ([look.path for look in looks], list(failed)) == ([path], [missing])


def test_progress_goes_to_the_end(path: Path) -> None:
    shares: list[float] = []
    Looks().at_all([path], progress=shares.append)
    assert shares[-1] == 1.0


class _GivenUpError(Exception):
    """Nobody wants it any more."""


def test_it_can_be_given_up(path: Path) -> None:
    def give_up(share: float) -> None:
        if share:
            raise _GivenUpError

    with pytest.raises(_GivenUpError):
        Looks().at_all([path], n_curves=1, progress=give_up)
