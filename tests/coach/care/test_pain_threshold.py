"""The fit of the pain threshold: by hand, by properties, and from bout to limit."""

from dataclasses import replace
from datetime import date
from math import exp
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.care.length_line import WhyNoLength, length_line
from coach.care.limits import Grade, Limit
from coach.care.pain_threshold import Dose, Level, Posterior, RatedBout
from coach.care.threshold_prior import Axis, ThresholdPrior
from coach.care.threshold_result import (
    Bound,
    after_rated_walks,
    grade_on,
    in_metres,
    limit_of,
    threshold_of,
)
from tests.coach.care.patients import stride

PRIOR = ThresholdPrior(usual_deg=12.0)
NOTHING = Axis((0.0,), (1.0,))


def bout(extension_deg: float, rise: int = 0, **dose: float) -> RatedBout:
    return RatedBout(Dose(extension_deg, 0.8, **dose), rise)  # type: ignore[arg-type]


def after(*bouts: RatedBout) -> Posterior:
    return Posterior.after(PRIOR, bouts)


UP_TO_PAIN = (bout(12), bout(8), bout(14), bout(16), bout(18, 2), bout(17, 2))


def test_before_any_bout_the_threshold_is_four_degrees_above_usual() -> None:
    before = Posterior.before_any(PRIOR)
    assert before.mean_deg == pytest.approx(16.0, abs=0.1)
    assert before.sd_deg == pytest.approx(8.0, abs=0.1)


def test_weights_sum_to_one() -> None:
    assert after(*UP_TO_PAIN).weights.sum() == pytest.approx(1.0, abs=1e-12)


def test_one_bout_by_hand() -> None:
    """With everything but the threshold known, Bayes' rule on 78 points can be redone on paper."""
    prior = replace(
        PRIOR,
        width_log_sd=1e-9,
        false_pain=Axis((0.05,), (1.0,)),
        carry_deg=NOTHING,
        quicker_deg=NOTHING,
        toe_out_deg=NOTHING,
    )
    seen = Posterior.after(prior, [RatedBout(Dose(15.0, 0.0, pain_before=3), 2)])
    grid = seen.threshold_deg
    expected = [
        exp(-(((m - 16) / 8) ** 2) / 2) * (0.05 + 0.92 / (1 + exp(-(15 - m) / 2))) for m in grid
    ]
    assert seen.threshold_weights == pytest.approx(np.array(expected) / sum(expected), abs=1e-12)


def test_a_painful_bout_lowers_the_threshold() -> None:
    assert after(bout(14, 2)).mean_deg < Posterior.before_any(PRIOR).mean_deg - 1


def test_a_painless_bout_raises_the_threshold() -> None:
    assert after(bout(14)).mean_deg > Posterior.before_any(PRIOR).mean_deg + 1


def test_a_strong_pain_lowers_it_further_than_a_slight_one() -> None:
    assert after(bout(16, 4)).mean_deg < after(bout(16, 2)).mean_deg - 0.5


def test_the_first_point_of_pain_forewarns() -> None:
    assert after(bout(16, 1)).mean_deg < after(bout(16, 0)).mean_deg - 0.2


@pytest.mark.parametrize(
    ("before", "rise", "level"),
    [(0, 1, Level.NONE), (0, 2, Level.EVENT), (2, 3, Level.SEVERE), (3, 2, Level.SEVERE)],
    ids=["rise of one", "rise of two", "up to five", "five by a rise of two"],
)
def test_level_of_a_rating(before: int, rise: int, level: Level) -> None:
    assert RatedBout(Dose(12.0, 0.8, pain_before=before), rise).level is level


def test_pain_that_came_only_at_speed_says_less_of_extension() -> None:
    at_speed, as_usual = after(bout(12, 2, quicker=0.15)), after(bout(12, 2))
    assert at_speed.mean_deg > as_usual.mean_deg + 0.3


def test_pain_with_the_toes_out_says_less_of_extension() -> None:
    assert after(bout(12, 2, toe_out_deg=15.0)).mean_deg > after(bout(12, 2)).mean_deg + 0.3


def test_pain_after_painful_bouts_says_less_of_extension() -> None:
    assert after(bout(12, 2, n_painful_before=2)).mean_deg > after(bout(12, 2)).mean_deg + 0.3


def test_a_dose_known_badly_says_less() -> None:
    well = Posterior.after(PRIOR, [RatedBout(Dose(16, 0.3), 2)])
    badly = Posterior.after(PRIOR, [RatedBout(Dose(16, 6.0), 2)])
    assert badly.sd_deg > well.sd_deg + 0.2


def test_perfect_separation_has_a_finite_interval() -> None:
    rises = {8: 0, 10: 0, 12: 0, 14: 0, 16: 2, 18: 3, 20: 4, 22: 5}
    clean = [bout(x, rise) for x, rise in rises.items()]
    low_deg, high_deg = threshold_of(after(*clean)).interval_deg
    assert low_deg is not None
    assert high_deg is not None
    assert low_deg < 15.0 < high_deg
    assert high_deg - low_deg < 8.0


def test_never_provoked_is_a_lower_bound_only() -> None:
    found = threshold_of(after(bout(8), bout(12), bout(15), bout(18)))
    assert (found.bound, found.grade, found.mean_deg) == (Bound.LOWER_ONLY, Grade.N, None)
    assert found.interval_deg[1] is None
    assert found.warning_deg == pytest.approx(18.0)


def test_always_hurt_is_an_upper_bound_only() -> None:
    found = threshold_of(after(bout(12, 2), bout(8, 2)))
    assert (found.bound, found.warning_deg) == (Bound.UPPER_ONLY, None)
    assert found.interval_deg[0] is None


def test_pain_at_the_very_top_leaves_the_upper_end_open() -> None:
    found = threshold_of(after(bout(8), bout(12), bout(13, 2)))
    assert (found.bound, found.grade) == (Bound.LOWER_ONLY, Grade.C)
    assert found.warning_deg is not None
    assert found.warning_deg <= 12.0


def test_a_single_false_pain_on_short_strides_does_not_move_a_clear_threshold() -> None:
    clear = [bout(x, 2 if x > 15 else 0) for x in (8, 10, 12, 14, 16, 18, 20)]
    moved = after(*clear, bout(8, 2)).mean_deg - after(*clear).mean_deg
    assert abs(moved) < 1.5


@pytest.mark.parametrize(
    ("n_repeats", "grade"), [(1, Grade.C), (2, Grade.B), (7, Grade.A)], ids=["few", "some", "many"]
)
def test_more_bouts_earn_a_better_grade(n_repeats: int, grade: Grade) -> None:
    pairs = [bout(14), bout(18, 2), bout(8), bout(20, 2)] * n_repeats
    assert threshold_of(after(*pairs)).grade is grade


def test_pain_relief_holds_the_grade_at_c() -> None:
    pairs = [bout(14), bout(18, 2), bout(8), bout(20, 2)] * 7
    assert threshold_of(after(*pairs), worst_grade=Grade.C).grade is Grade.C


def test_warning_level_lies_below_the_twenty_percent_point_by_the_caution() -> None:
    belief = after(*[bout(14), bout(18, 2), bout(8), bout(20, 2)] * 3)
    found = threshold_of(belief)
    level_deg, sd_deg = belief.at_chance_deg(0.2)
    assert found.warning_deg is not None
    assert level_deg - found.warning_deg == pytest.approx(0.84 * (sd_deg**2 + 0.49 + 4) ** 0.5)


def test_warning_level_falls_with_the_between_wearing_sd() -> None:
    belief = after(*[bout(14), bout(18, 2), bout(8), bout(20, 2)] * 3)
    often, seldom = threshold_of(belief, wearing_sd_deg=1.0), threshold_of(belief, None, 3.0)
    assert (often.warning_deg or 0) > (seldom.warning_deg or 0) + 0.5


def test_the_curve_rises_inside_its_band() -> None:
    mean, low, high = after(*UP_TO_PAIN).curve(np.arange(6.0, 26.0, 2.0))
    assert (np.diff(mean) > 0).all()
    assert ((low <= mean) & (mean <= high)).all()


def test_a_bout_far_below_the_threshold_tells_less_than_one_near_it() -> None:
    far, near = after(*UP_TO_PAIN).outlook([Dose(7.0, 1.0), Dose(17.0, 1.0)])
    assert near.information_bits > 3 * far.information_bits


def test_severe_pain_is_likelier_for_a_longer_bout_and_for_pain_before() -> None:
    fresh, longer, sore = after(*UP_TO_PAIN).outlook(
        [Dose(16.0, 1.0), Dose(19.0, 1.0), Dose(16.0, 1.0, pain_before=2)]
    )
    assert fresh.severe_chance < longer.severe_chance
    assert fresh.severe_chance < sore.severe_chance


def test_one_more_bout_updates_within_50_ms() -> None:
    """Best of five, so that another process on the machine does not decide; about 2 ms here."""
    belief = after(*UP_TO_PAIN)
    times_s = []
    for _ in range(5):
        start_s = perf_counter()
        belief.updated(bout(17, 3))
        times_s.append(perf_counter() - start_s)
    assert min(times_s) < 0.05


@pytest.mark.parametrize("bad", [np.nan, np.inf], ids=["nan", "inf"])
def test_a_dose_that_is_no_number_is_refused(bad: float) -> None:
    with pytest.raises(ValueError, match="not a dose"):
        Dose(bad, 0.8)


def test_nothing_is_said_before_the_first_bout() -> None:
    with pytest.raises(ValueError, match="no bout"):
        threshold_of(Posterior.before_any(PRIOR))


ratings = st.lists(st.tuples(st.floats(4, 24), st.integers(0, 6)), min_size=1, max_size=6)


@settings(max_examples=15, deadline=None)
@given(ratings)
def test_the_order_of_bouts_does_not_matter(rated: list[tuple[float, int]]) -> None:
    bouts = [bout(x, rise) for x, rise in rated]
    assert after(*bouts).mean_deg == pytest.approx(after(*reversed(bouts)).mean_deg, abs=1e-9)


@settings(max_examples=15, deadline=None)
@given(ratings)
def test_the_interval_holds_the_median_and_the_grid(rated: list[tuple[float, int]]) -> None:
    belief = after(*(bout(x, rise) for x, rise in rated))
    low_deg, middle_deg, high_deg = (belief.quantile_deg(q) for q in (0.025, 0.5, 0.975))
    assert belief.threshold_deg[0] - 1 < low_deg < middle_deg < high_deg
    assert high_deg < belief.threshold_deg[-1] + 1


@settings(max_examples=15, deadline=None)
@given(st.floats(4, 20))
def test_a_first_bout_moves_the_median_down_by_severe_pain_and_up_by_none(
    extension_deg: float,
) -> None:
    """Of the first only: later ones teach the width too, and may move the median either way."""
    before_deg = Posterior.before_any(PRIOR).quantile_deg(0.5)
    assert after(bout(extension_deg, 5)).quantile_deg(0.5) < before_deg
    assert after(bout(extension_deg, 0)).quantile_deg(0.5) > before_deg


def line_of(slope_m_per_deg: float, noise_m: float = 0.01) -> list[float]:
    rng = np.random.default_rng(1)
    return [
        1.3 + slope_m_per_deg * (x - 12) + float(rng.normal(0, noise_m))
        for x in np.linspace(8, 18, 40)
    ]


def strides_of(lengths_m: list[float]) -> list:  # type: ignore[type-arg]
    places = np.linspace(8, 18, len(lengths_m)).tolist()
    return [
        stride(1.1 * i, x, length_m)
        for i, (x, length_m) in enumerate(zip(places, lengths_m, strict=True))
    ]


def test_the_line_of_strides_on_a_line_is_that_line() -> None:
    line = length_line(strides_of(line_of(0.05, 0.0)))
    assert line is not None
    assert line.slope_m_per_deg == pytest.approx(0.05)
    assert line.length_m(15.0)[0] == pytest.approx(1.45)
    assert line.extension_deg(1.45) == pytest.approx(15.0)


@pytest.mark.parametrize(
    ("lengths_m", "at_deg", "why_not"),
    [
        (line_of(0.05), 15.0, None),
        (line_of(0.05), 22.0, WhyNoLength.OUTSIDE),
        (line_of(-0.05), 15.0, WhyNoLength.NO_RELATION),
        (line_of(0.005, 0.2), 15.0, WhyNoLength.NO_RELATION),
        (line_of(0.05)[:12], 15.0, WhyNoLength.TOO_FEW_STRIDES),
    ],
    ids=["good", "outside", "falling", "scattered", "few"],
)
def test_the_line_says_where_it_does_not_hold(
    lengths_m: list[float], at_deg: float, why_not: WhyNoLength | None
) -> None:
    line = length_line(strides_of(lengths_m))
    assert line is not None
    assert line.why_not(at_deg) is why_not


def test_strides_all_alike_show_no_slope() -> None:
    line = length_line([stride(1.1 * i, 12 + 0.01 * (i % 3), 1.3) for i in range(30)])
    assert line is None or line.why_not() is WhyNoLength.TOO_NARROW


def test_strides_without_length_give_no_line() -> None:
    assert length_line([stride(1.1 * i, 12.0 + i) for i in range(30)]) is None


def test_the_limit_holds_degrees_and_metres_of_the_threshold() -> None:
    found = threshold_of(after(*[bout(14), bout(18, 2), bout(8), bout(20, 2)] * 3))
    metres = in_metres(found, length_line(strides_of(line_of(0.05))))
    limit = limit_of(found, metres, "Physio", date(2030, 1, 31))
    assert limit is not None
    assert (limit.grade, limit.set_by) == (found.grade, "Physio")
    assert limit.extension_deg == found.warning_deg
    assert limit.stride_length_m == pytest.approx(
        1.3 + 0.05 * (found.warning_deg or 0) - 0.6, abs=0.02
    )


def test_where_it_always_hurt_no_limit_is_proposed() -> None:
    found = threshold_of(after(bout(12, 2), bout(8, 2)))
    assert limit_of(found, in_metres(found, None), "Physio", date(2030, 1, 31)) is None


@pytest.mark.parametrize(
    ("day", "grade"),
    [(date(2030, 1, 31), Grade.B), (date(2030, 2, 1), Grade.C)],
    ids=["last day", "day after"],
)
def test_an_expired_limit_loses_a_grade(day: date, grade: Grade) -> None:
    limit = Limit(extension_deg=14.0, grade=Grade.B, expires_on=date(2030, 1, 31))
    assert grade_on(limit, day) is grade


def test_a_painless_walk_raises_the_belief_less_than_a_painless_bout() -> None:
    belief = after(*UP_TO_PAIN)
    walked = after_rated_walks(belief, [bout(16)])
    assert belief.mean_deg < walked.mean_deg < belief.updated(bout(16)).mean_deg


def test_one_walk_that_reads_longer_than_the_others_counts_by_their_mean() -> None:
    belief = after(*UP_TO_PAIN)
    odd = after_rated_walks(belief, [bout(12), bout(12), bout(18)])
    alone = belief.updated(bout(12)).updated(bout(12)).updated(bout(18))
    assert belief.mean_deg < odd.mean_deg < alone.mean_deg


def test_no_walks_change_nothing() -> None:
    belief = after(*UP_TO_PAIN)
    assert after_rated_walks(belief, []).mean_deg == belief.mean_deg
