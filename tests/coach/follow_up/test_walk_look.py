"""A kept walk as a review looks at it."""

from pathlib import Path

import pytest

from coach.follow_up.walk_look import WalkLook, look_at
from coach.follow_up.walk_quality import Flag
from coach.records.errors import RecordError
from tests.coach.kept import LIMIT, plain_walk, troubled_walk


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("walks")


@pytest.fixture(scope="module")
def plain(folder: Path) -> WalkLook:
    return look_at(plain_walk(folder / "plain.hipwalk"))


@pytest.fixture(scope="module")
def troubled(folder: Path) -> WalkLook:
    return look_at(troubled_walk(folder / "troubled.hipwalk"))


def test_the_curve_reaches_the_mean_peak_extension(plain: WalkLook) -> None:
    mean_deg = plain.means.extension_deg.value
    assert plain.curve is not None
    assert mean_deg is not None
    # Strides peak at slightly different moments: the peak of the mean is a little below.
    assert plain.curve.mean_deg.max() == pytest.approx(mean_deg, abs=0.5)


def test_the_curve_begins_and_ends_at_peak_flexion(plain: WalkLook) -> None:
    mean_deg = plain.means.flexion_deg.value
    assert plain.curve is not None
    assert mean_deg is not None
    ends = (plain.curve.mean_deg[0], plain.curve.mean_deg[-1])
    assert ends == pytest.approx((-mean_deg, -mean_deg), abs=0.7)


def test_nearly_every_scored_stride_is_in_the_curve(plain: WalkLook) -> None:
    assert plain.curve is not None
    assert plain.curve.n_strides >= 0.9 * len(plain.scored)


def test_the_limit_is_the_one_of_the_walk(plain: WalkLook) -> None:
    assert plain.limit == LIMIT


def test_strides_over_the_limit_are_those_that_measured_so(troubled: WalkLook) -> None:
    over = [s for s in troubled.scored if s.peak_thigh_extension_deg > 18.5]
    assert troubled.n_over == len(over) > 0


def test_pain_marks_come_with_the_walk(troubled: WalkLook) -> None:
    assert [mark.level for mark in troubled.pain_marks] == [5]


def test_a_lost_link_is_flagged(troubled: WalkLook) -> None:
    assert Flag.GAPS in troubled.quality.flags


def test_without_the_curve_no_samples_are_gone_through(folder: Path, plain: WalkLook) -> None:
    quick = look_at(plain.path, wants_curve=False)
    assert (quick.curve, quick.means) == (None, plain.means)


def test_progress_ends_at_the_whole_walk(plain: WalkLook) -> None:
    shares: list[float] = []
    look_at(plain.path, progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_walk_that_is_not_there_says_so(folder: Path) -> None:
    with pytest.raises(RecordError):
        look_at(folder / "none.hipwalk")
