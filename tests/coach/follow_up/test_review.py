"""Reviews of hand-made weeks, and of the simulated ones."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coach.care.limits import Grade, Limit
from coach.care.pain import Colour
from coach.care.pain_record import Relief, Trigger
from coach.care.warning_signs import Check, Level, WarningSign
from coach.follow_up.gathered import DEFAULT_DAYS, gathered, last_visit, start_of_review
from coach.follow_up.review import Ratings, Review, review
from coach.follow_up.trends import Told
from coach.follow_up.unsafe import UnsafeKind
from coach.records.entries import IndexedWalk, LimitEntry, WalkEntry
from coach.records.library import Library
from coach.records.walk_names import walk_stem
from tests.coach.reviewed import (
    AINO,
    LEG,
    NOW,
    VISIT,
    at,
    exercise,
    found,
    morning,
    plan,
    rating,
    walk,
)
from ui.tour.weeks import PHYSIO, fill_weeks


def kinds(of: Review) -> list[UnsafeKind]:
    return [unsafe.kind for unsafe in of.unsafe]


def told(*parts: object) -> Told:
    """Told of walks, ratings, mornings and exercises in any order."""
    names = {"WalkNote": "walks", "PainRecord": "ratings", "MorningAnswer": "mornings"}
    names["ExerciseEntry"] = "exercises"
    sorted_: dict[str, list[object]] = {name: [] for name in names.values()}
    for part in parts:
        sorted_[names[type(part).__name__]].append(part)
    return Told(**{name: tuple(found) for name, found in sorted_.items()})  # type: ignore[arg-type]


def test_a_red_walk_is_unsafe() -> None:
    seen = review(found(told(rating(1, 1, 5), morning(1))), VISIT, NOW)
    assert UnsafeKind.RED in kinds(seen)


def test_a_red_before_the_visit_is_not_told_again() -> None:
    assert review(found(told(rating(-1, 1, 5))), VISIT, NOW).unsafe == ()


def test_a_green_walk_is_not_unsafe() -> None:
    assert review(found(told(rating(1), morning(1))), VISIT, NOW).unsafe == ()


def test_silence_after_a_red_counts_its_days() -> None:
    seen = review(found(told(rating(1, 1, 5), rating(6))), VISIT, NOW)
    silence = next(u for u in seen.unsafe if u.kind is UnsafeKind.SILENCE_AFTER_RED)
    assert (silence.silent_days, silence.is_over) == (5, True)


def test_a_silence_that_goes_on_is_not_over() -> None:
    seen = review(found(told(rating(1, 1, 5))), VISIT, NOW)
    silence = next(u for u in seen.unsafe if u.kind is UnsafeKind.SILENCE_AFTER_RED)
    assert not silence.is_over


def test_two_days_without_a_word_are_no_silence() -> None:
    seen = review(
        found(told(rating(1, 1, 5), rating(3), *(rating(n) for n in (6, 9, 12)))), VISIT, NOW
    )
    assert UnsafeKind.SILENCE_AFTER_RED not in kinds(seen)


def test_a_warning_sign_is_told_with_its_level() -> None:
    checks = (Check(at(3), frozenset({WarningSign.NIGHT_PAIN, WarningSign.HOT_SWOLLEN_CALF})),)
    unsafe = review(found(checks=checks), VISIT, NOW).unsafe
    assert [(u.level, u.signs[0], u.is_seen) for u in unsafe] == [
        (Level.SAME_DAY, WarningSign.HOT_SWOLLEN_CALF, False)
    ]


def test_a_sign_that_a_doctor_saw_later_is_seen() -> None:
    signs = frozenset({WarningSign.NIGHT_PAIN})
    checks = (Check(at(3), signs), Check(at(5), signs, seen_by_doctor=signs))
    assert all(unsafe.is_seen for unsafe in review(found(checks=checks), VISIT, NOW).unsafe)


def test_the_newest_unsafe_response_comes_first() -> None:
    seen = review(found(told(rating(1, 1, 5), rating(3), rating(4, 1, 6), rating(5))), VISIT, NOW)
    moments = [unsafe.at for unsafe in seen.unsafe]
    assert moments == sorted(moments, reverse=True)


def test_walks_done_are_counted_against_walks_planned() -> None:
    plans = (plan(1), plan(2), plan(3, minutes=None))
    done = review(found(told(walk(1), walk(3)), plans=plans), VISIT, NOW).adherence
    assert (done.n_walks_planned, done.n_walks_done, done.n_walks_extra) == (2, 1, 1)


def test_exercises_done_are_counted_against_the_plan_of_their_day() -> None:
    plans = (plan(1, "M1", "A1"), plan(2, "M1"))
    done_ = told(exercise(1, "M1"), exercise(1, "R1"), exercise(3, "M1"))
    done = review(found(done_, plans=plans), VISIT, NOW).adherence
    counts = (done.n_exercises_planned, done.n_exercises_done, done.n_exercises_extra)
    assert counts == (3, 1, 2)


def test_days_without_a_plan_are_days_not_opened() -> None:
    done = review(found(plans=(plan(1), plan(2))), VISIT, NOW).adherence
    assert (done.n_days, done.n_days_opened) == (14, 2)


@pytest.mark.parametrize(
    ("levels", "ratings"),
    [((), Ratings(0)), ((3,), Ratings(1, 3, 3, 3)), ((4, 1, 2, 2), Ratings(4, 2, 1, 4))],
    ids=["none", "one", "several"],
)
def test_ratings_are_summed_up(levels: tuple[int, ...], ratings: Ratings) -> None:
    assert Ratings.of(levels) == ratings


def test_mornings_nobody_answered_are_counted() -> None:
    pain = review(found(told(rating(1), morning(1), rating(2), rating(3))), VISIT, NOW).pain
    assert (pain.morning.n, pain.n_mornings_missing) == (1, 2)


def test_the_morning_after_the_last_day_is_not_missing_yet() -> None:
    assert review(found(told(rating(13, 1, 1))), VISIT, at(13, 12)).pain.n_mornings_missing == 0


def test_triggers_are_counted_most_frequent_first() -> None:
    long, sit = Trigger.LONG_STRIDE, Trigger.SITTING
    ratings = (rating(1, triggers=frozenset({long})), rating(2, triggers=frozenset({long, sit})))
    assert review(found(told(*ratings)), VISIT, NOW).pain.triggers == ((long, 2), (sit, 1))


def test_a_painkiller_marks_the_walk() -> None:
    marked = rating(1, taken_before=frozenset({Relief.PAINKILLER}))
    assert review(found(told(marked, rating(2))), VISIT, NOW).pain.n_marked_days == 1


def test_colours_are_counted() -> None:
    pain = review(found(told(rating(1), morning(1), rating(2, 1, 3), rating(3))), VISIT, NOW).pain
    assert pain.colours == {Colour.GREEN: 1, Colour.AMBER: 1, Colour.UNKNOWN: 1}


def test_a_walk_that_nobody_noted_is_in_the_list_by_its_file() -> None:
    entry = WalkEntry(started_at=at(2).isoformat(), duration_s=300, kind="radio", state="ended")
    seen = review(found(indexed=(IndexedWalk(Path("w.hipwalk"), AINO.id, entry),)), VISIT, NOW)
    assert [line.minutes for line in seen.walks] == [5.0]


def test_the_bouts_of_a_test_are_no_walk(tmp_path: Path) -> None:
    entry = WalkEntry(started_at=at(2).isoformat(), duration_s=300, kind="radio", state="ended")
    path = tmp_path / f"{walk_stem(at(2), is_test=True)}.hipwalk"
    assert review(found(indexed=(IndexedWalk(path, AINO.id, entry),)), VISIT, NOW).walks == ()


def test_a_noted_walk_has_its_colour_and_its_file() -> None:
    entry = WalkEntry(started_at=at(2).isoformat(), duration_s=300, kind="radio", state="ended")
    indexed = (IndexedWalk(Path("w.hipwalk"), AINO.id, entry),)
    done = told(walk(2, walk="w.hipwalk"), rating(2), morning(2))
    (line,) = review(found(done, indexed=indexed), VISIT, NOW).walks
    assert line.judged is not None
    assert (line.path, line.judged.colour) == (Path("w.hipwalk"), Colour.GREEN)


def test_limits_begin_with_the_one_in_force_at_the_start() -> None:
    set_ = [
        LimitEntry(at(n), "physio", "why", Limit(extension_deg=10.0 + n)) for n in (-20, -10, 4)
    ]
    lines = review(found(limits=tuple((LEG, e) for e in set_)), VISIT, NOW).limits
    assert [(line.entry.set_at, line.is_in_force) for line in lines] == [
        (at(4), True),
        (at(-10), False),
    ]


def test_an_expired_limit_has_a_lower_grade_today() -> None:
    limit = Limit(extension_deg=12.0, grade=Grade.A, expires_on=at(1).date())
    entry = LimitEntry(at(-20), "physio", "", limit)
    (line,) = review(found(limits=((LEG, entry),)), VISIT, NOW).limits
    assert line.grade_today is Grade.B


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="ends after"):
        review(found(), NOW, VISIT)


def test_times_without_zone_are_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        review(found(), datetime(2026, 1, 1), NOW)  # noqa: DTZ001


UNTIL = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("weeks")
    with Library.open(folder / "library.db") as library:
        fill_weeks(library, library.add_person("Aino"), UNTIL, folder=folder / "walks")
        yield library


def test_the_last_visit_is_the_physios_last_day(weeks: Library) -> None:
    all_ = gathered(weeks, weeks.people()[0])
    visit = last_visit(all_, UNTIL)
    assert visit is not None
    assert (visit[1], (UNTIL - visit[0]).days) == (PHYSIO, 12)


def test_a_visit_of_today_is_not_the_last_one(weeks: Library) -> None:
    all_ = gathered(weeks, weeks.people()[0])
    visit = last_visit(all_, UNTIL)
    assert visit is not None
    assert last_visit(all_, visit[0].replace(hour=20)) is None


def test_without_a_visit_four_weeks_are_looked_at() -> None:
    assert start_of_review(found(), NOW) == NOW - timedelta(days=DEFAULT_DAYS)


def test_the_review_of_the_weeks_finds_the_walk_that_was_too_much(weeks: Library) -> None:
    all_ = gathered(weeks, weeks.people()[0])
    seen = review(all_, start_of_review(all_, UNTIL), UNTIL)
    assert UnsafeKind.RED in kinds(seen)


def test_every_walk_of_the_weeks_that_has_a_file_is_found_with_it(weeks: Library) -> None:
    all_ = gathered(weeks, weeks.people()[0])
    seen = review(all_, UNTIL - timedelta(days=9), UNTIL)
    assert [line.path is not None for line in seen.walks] == [True] * len(seen.walks)
