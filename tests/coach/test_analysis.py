import json
import math
from dataclasses import replace

import pytest

from coach.analysis import Analysis, JudgedStride, analyze, as_json, as_table, clock
from coach.care.limits import CueKind, Decision, Limit
from coach.coach import CoachSettings
from coach.gait.events import Stride, WhyNot
from coach.gait.pipeline import GaitSettings
from tests.coach.walks import INFO, still, walked

_STRIDE = Stride(
    1.0, 2.0, 2.1, 1.5, 14.25, 1.0, 20.0, 1.54, 1.25, 0.1, 110.0, 1.1,
    is_scored=True, why_not=None,
)  # fmt: skip
_CUT_OFF = replace(
    _STRIDE,
    start_s=2.0,
    end_s=None,
    stride_length_m=None,
    stride_length_sd_m=None,
    cadence_spm=None,
    walking_speed_mps=None,
    is_scored=False,
    why_not=WhyNot.STOP,
)
_CUE = Decision(1.3, 1.0, CueKind.PREDICTED, True, 0.7, 2.0, None, Limit(12.0))
_ANALYSIS = Analysis(
    100.0, 65.0, 0.88, (JudgedStride(_STRIDE, _CUE, is_over=True), JudgedStride(_CUT_OFF, None))
)


def test_json_has_the_documented_fields_and_no_others() -> None:
    walk = json.loads(as_json("walk.csv", _ANALYSIS))
    assert set(walk) == {"recording", "rate_hz", "duration_s", "leg_length_m", "strides"}
    assert set(walk["strides"][0]) == {
        "start_s",
        "end_s",
        "peak_thigh_extension_s",
        "peak_thigh_extension_deg",
        "peak_thigh_extension_sd_deg",
        "stride_length_m",
        "stride_length_sd_m",
        "cadence_spm",
        "walking_speed_mps",
        "is_scored",
        "why_not",
        "reported_s",
        "cue_s",
        "cue_kind",
    }


def test_json_is_one_line() -> None:
    assert "\n" not in as_json("two\nlines.csv", _ANALYSIS)


def test_json_tells_a_cue_and_its_kind() -> None:
    stride = json.loads(as_json("walk.csv", _ANALYSIS))["strides"][0]
    assert (stride["cue_s"], stride["cue_kind"]) == (1.3, "predicted")


def test_json_has_null_for_what_is_not_known() -> None:
    stride = json.loads(as_json("walk.csv", _ANALYSIS))["strides"][1]
    unknown = {name for name, value in stride.items() if value is None}
    assert unknown == {
        "end_s",
        "stride_length_m",
        "stride_length_sd_m",
        "cadence_spm",
        "walking_speed_mps",
        "cue_s",
        "cue_kind",
    }
    assert stride["why_not"] == "stop"


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_json_has_null_where_a_number_is_none(value: float) -> None:
    stride = replace(_STRIDE, cadence_spm=value)
    line = as_json("walk.csv", replace(_ANALYSIS, strides=(JudgedStride(stride, None),)))
    assert json.loads(line)["strides"][0]["cadence_spm"] is None


def test_the_table_gives_units_intervals_and_the_cue() -> None:
    row = as_table(_ANALYSIS)[1]
    for part in ("0:01.5", "14.2 ± 2.0°", "1.25 ± 0.20 m", "110 steps/min", "over the limit, cue"):
        assert part in row


def test_a_cue_on_a_stride_that_kept_within_the_limit_is_no_stride_over_it() -> None:
    table = as_table(replace(_ANALYSIS, strides=(JudgedStride(_STRIDE, _CUE, is_over=False),)))
    assert "over the limit" not in table[1]
    assert "cue" in table[1]
    assert "1 scored, 0 of them over the limit." in table[2]


def test_the_table_says_why_a_stride_is_not_scored() -> None:
    assert "not scored: last stride" in as_table(_ANALYSIS)[2]


def test_the_table_sums_up() -> None:
    assert "2 strides in 1:05.0, 1 scored, 1 of them over the limit." in as_table(_ANALYSIS)


@pytest.mark.parametrize(
    ("t_s", "shown"), [(0.0, "0:00.0"), (59.96, "1:00.0"), (61.25, "1:01.2"), (3600.0, "60:00.0")]
)
def test_clock_shows_minutes_and_seconds(t_s: float, shown: str) -> None:
    assert clock(t_s) == shown


def test_a_walk_is_analysed_to_its_end() -> None:
    source = walked(20.0)
    settings = CoachSettings(GaitSettings.of(source.info))
    analysis = analyze(source.blocks(), settings)
    assert analysis.duration_s == pytest.approx(24.99)
    assert sum(judged.stride.is_scored for judged in analysis.strides) > 10


def test_no_samples_are_no_strides() -> None:
    analysis = analyze([], CoachSettings(GaitSettings.of(INFO)))
    assert (analysis.duration_s, analysis.strides) == (0.0, ())


def test_an_empty_block_is_passed_over() -> None:
    blocks = [still(0.0, 0), still(0.0, 100), still(1.0, 0)]
    assert analyze(blocks, CoachSettings(GaitSettings.of(INFO))).duration_s == 0.99


@pytest.mark.usefixtures("peak_judge")
def test_every_stride_over_the_limit_has_its_cue() -> None:
    source = walked(20.0)
    settings = CoachSettings(GaitSettings.of(source.info), Limit(extension_deg=-30.0))
    strides = analyze(source.blocks(), settings).strides
    assert strides
    assert all(judged.cue is not None for judged in strides)


def test_a_recording_without_strides_says_so_and_what_to_check() -> None:
    told = as_table(replace(_ANALYSIS, strides=()))[-1]
    assert told.startswith("No strides in 1:05.0.")
    assert "standing" in told
