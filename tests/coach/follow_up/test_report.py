"""A report as items: rounded once, without names where wanted, never less than the error."""

import csv
import io
from dataclasses import replace

import pytest

from coach.follow_up.report import Report
from coach.follow_up.report_items import Item, SectionKey, Unit, csv_of, number
from coach.follow_up.walk_look import WalkLook, look_at
from coach.follow_up.walk_quality import Flag
from tests.coach.kept import plain_walk
from tests.coach.reported import made, made_of_a_test


@pytest.fixture(scope="module")
def look(tmp_path_factory: pytest.TempPathFactory) -> WalkLook:
    return look_at(plain_walk(tmp_path_factory.mktemp("walks") / "first.hipwalk"))


def item(told: Report, key: SectionKey, name: str, of: str = "") -> Item:
    item_ = told.section(key).item(name, of)
    assert item_ is not None
    return item_


def rows(told: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_of(told.sections))))


def test_unsafe_responses_come_before_all_else() -> None:
    keys = [section.key for section in made().sections]
    assert keys.index(SectionKey.UNSAFE) == 1


def test_walks_done_stand_against_walks_planned() -> None:
    done = item(made(), SectionKey.ADHERENCE, "walks_done")
    assert (done.value, done.n) == (2, 2)


def test_a_limit_comes_with_interval_grade_who_and_expiry() -> None:
    told = made()
    extension = item(told, SectionKey.LIMITS, "thigh_extension", "1")
    assert (extension.value, extension.low, extension.high) == (12.3, 10.0, 14.1)
    others = [
        item(told, SectionKey.LIMITS, name, "1").value for name in ("grade", "set_by", "expires_on")
    ]
    assert others == ["A", "Tiina", "2026-04-01"]


def test_what_was_not_measured_is_none() -> None:
    assert item(made(), SectionKey.LIMITS, "stride_length", "1").value is None


def test_a_small_change_is_told_to_be_none(look: WalkLook) -> None:
    later = replace(look, started_at="2026-03-09T10:00:00+00:00")
    told = made(look, later)
    assert item(told, SectionKey.MOVEMENT, "verdict", "thigh_extension_deg").value == "within_error"


def test_the_change_is_that_of_the_numbers_shown(look: WalkLook) -> None:
    extension = replace(look.means.extension_deg, value=15.05)
    means = replace(look.means, extension_deg=replace(extension, value=14.74))
    later = replace(look, started_at="2026-03-09T10:00:00+00:00", means=means)
    first = replace(look, means=replace(look.means, extension_deg=extension))
    told = made(first, later)
    parts = [
        item(told, SectionKey.MOVEMENT, name, "thigh_extension_deg").value
        for name in ("first", "last", "change")
    ]
    assert parts == pytest.approx([15.1, 14.7, -0.4])


def test_walks_worn_differently_are_not_set_side_by_side(look: WalkLook) -> None:
    quality = replace(look.quality, flags=(Flag.WORN_DIFFERENTLY,))
    doubtful = replace(look, started_at="2026-03-09T10:00:00+00:00", quality=quality)
    assert made(look, doubtful).compared == ()


def test_sensor_versions_and_calibration_are_told(look: WalkLook) -> None:
    told = made(look)
    names = ("sensor", "recorded_by", "standing_wobble", "leg_length", "rate")
    assert all(item(told, SectionKey.MEASURING, name).value is not None for name in names)


def test_every_flag_of_a_walk_is_told(look: WalkLook) -> None:
    told = made(look)
    (of,) = [of for of in told.section(SectionKey.WALKS).ofs if of.startswith("2026-03-03")]
    flags = [i.value for i in told.section(SectionKey.WALKS).of(of) if i.name == "flag"]
    assert flags == list(look.quality.flags)


def test_without_names_no_name_is_in_it() -> None:
    text = csv_of(made(is_pseudonymous=True).sections)
    assert not [name for name in ("Aino", "Tiina", "formula") if name in text]


def test_the_csv_has_a_row_for_every_item() -> None:
    told = made()
    assert len(rows(told)) == sum(len(section.items) for section in told.sections)


def test_a_spreadsheet_is_given_no_formula() -> None:
    reasons = [row["value"] for row in rows(made()) if row["item"] == "reason"]
    assert reasons == ["'=a formula"]


def test_a_whole_rating_has_no_decimals() -> None:
    assert [r["value"] for r in rows(made()) if r["item"] == "before_walks"] == ["1"]


def test_a_half_rating_keeps_its_half() -> None:
    assert [r["value"] for r in rows(made()) if r["item"] == "worst_of_walks"] == ["3.5"]


def test_what_is_not_finite_is_not_known() -> None:
    assert number("x", float("nan"), Unit.DEGREES).value is None


def test_nothing_has_no_minus_before_it() -> None:
    rounded = number("x", -0.001, Unit.METRES, 2).value
    assert f"{rounded:.2f}" == "0.00"


@pytest.fixture(scope="module")
def with_a_test() -> Report:
    return made_of_a_test()


def test_a_long_stride_test_is_told_with_its_interval_and_grade(with_a_test: Report) -> None:
    threshold = item(with_a_test, SectionKey.TESTS, "threshold", "1")
    assert threshold.value is not None
    assert threshold.low is not None
    assert threshold.high is not None
    assert item(with_a_test, SectionKey.TESTS, "grade", "1").value in ("A", "B", "C")


def test_a_long_stride_test_is_told_with_its_bouts(with_a_test: Report) -> None:
    (line,) = with_a_test.review.tests
    bouts = item(with_a_test, SectionKey.TESTS, "bouts", "1")
    assert bouts.value == len(line.result.state.bouts) > 0
