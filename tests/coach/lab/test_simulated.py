from dataclasses import replace

import pytest

from coach.lab.comparison import Comparison
from coach.lab.evaluation import by_group
from coach.lab.figures import figures
from coach.lab.robustness import Grid, robustness
from coach.lab.rows import Range, Row
from coach.lab.simulated import Breadth, comparison_of, cued_people, people, single_rows
from coach.lab.ways import WAYS, ways_to_walk
from tests.coach.lab.walks import lab_walk

_SMALL = Breadth(
    n_people=2, n_strides_each=20, n_days=1, hours=0.05, n_drifting=1, drift_s=130.0, n_turned=1
)


def _silent(what: str) -> None:
    pass


@pytest.fixture(scope="module")
def cued() -> list[Comparison]:
    return list(cued_people(_SMALL, _silent))


@pytest.fixture(scope="module")
def single() -> dict[str, Row]:
    return {row.label: row for rows in single_rows(_SMALL, _silent) for row in rows}


def test_people_differ_and_are_all_found() -> None:
    told = list(people(_SMALL, _silent))
    assert [walk.n_missed for walk in told] == [0, 0]
    assert told[0].extension != told[1].extension


def test_cues_are_tried_on_long_strides_with_natural_variation(cued: list[Comparison]) -> None:
    well = figures(by_group(cued)["well strapped"])
    assert well.n_cue_over >= 5
    assert well.n_cue_caught >= 0.9 * well.n_cue_over
    assert well.n_cue_false <= 0.1 * well.n_cue_under


def test_the_worn_sensor_walks_the_same_strides(cued: list[Comparison]) -> None:
    counts = {name: figures(walks).n_cue_over for name, walks in by_group(cued).items()}
    assert counts["as worn"] == counts["well strapped"]


def test_a_biased_sensor_on_a_bad_link_drifts_less_than_a_degree(single: dict[str, Row]) -> None:
    drift = single["Drift, last minute against first, worst"]
    assert drift.value is not None
    assert 0 < drift.value < 1.0


def test_a_turned_sensor_loses_no_stride_after_the_first(single: dict[str, Row]) -> None:
    assert single["Later strides lost when turned"].value == 0


def test_the_hours_without_walking_are_told(single: dict[str, Row]) -> None:
    row = single["False strides per hour without walking"]
    assert row.value is not None
    assert row.basis.startswith("0.1 h")


def test_the_same_seed_gives_the_same_figures() -> None:
    assert comparison_of(lab_walk(seed=5), "a") == comparison_of(lab_walk(seed=5), "a")


def test_turns_are_walked_and_not_scored() -> None:
    told = figures(list(ways_to_walk(1, _silent, {"turns": WAYS["turns"]})))
    assert told.n_turns > 4
    assert told.n_turns_scored == 0


def test_the_grid_is_every_combination() -> None:
    grid = Grid(
        rates_hz=(50.0, 100.0), lost_shares=(0.0, 0.05), biases_dps=(2.0,),
        mountings_deg=((45.0, 0.0),), n_people=1, walk_s=24.0,
    )  # fmt: skip
    cells = list(robustness(grid, _silent))
    assert [tuple(cell.condition[:3]) for cell in cells] == [
        (50.0, 0.0, 2.0), (50.0, 0.05, 2.0), (100.0, 0.0, 2.0), (100.0, 0.05, 2.0)
    ]  # fmt: skip
    assert all(cell.figures.f1 > 0.9 for cell in cells)


def test_a_figure_is_judged_as_it_is_shown() -> None:
    row = Row("error", 1.004, "°", 2, Range(high=1.0), Range(high=0.7))
    assert (row.text(), row.verdict()) == ("1.00°", "must met")
    assert replace(row, value=1.006).verdict() == "not met"
    assert replace(row, value=0.7).verdict() == "aim reached"
    assert (replace(row, value=None).text(), replace(row, value=None).verdict()) == ("–", "")
