"""Peak extension foretold at a crossing, and learnt from how the stride ended."""

from math import radians

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.gait.events import Prediction
from coach.gait.prediction import ExtensionPredictor, PredictionSettings

HAND = PredictionSettings(left_deg=(10.0, 6.0, 2.0), slope_s=0.05, least_left_deg=0.5)


def predicted(
    predictor: ExtensionPredictor, level: int = 0, now_deg: float = 0.0, rate_dps: float = -60.0
) -> Prediction:
    """The prediction as the thigh passes `now_deg` of extension at this rate of flexion."""
    return predictor.predict(level, 2.5, 2.0, radians(-now_deg), radians(rate_dps))


def test_what_is_left_grows_with_the_rate() -> None:
    # 1 deg now + 10 left + 0.05 s x 60 deg/s
    prediction = predicted(ExtensionPredictor(HAND), now_deg=1.0)
    assert prediction.peak_thigh_extension_deg == pytest.approx(14.0)
    assert (prediction.t_s, prediction.stride_start_s) == (2.5, 2.0)


def test_every_crossing_has_its_own_rest() -> None:
    prediction = predicted(ExtensionPredictor(HAND), level=1, now_deg=5.0)
    assert prediction.peak_thigh_extension_deg == pytest.approx(5 + 6 + 3)


def test_a_peak_is_never_foretold_behind_the_thigh() -> None:
    stopping = predicted(ExtensionPredictor(HAND), level=2, now_deg=25.0, rate_dps=200.0)
    assert stopping.peak_thigh_extension_deg == pytest.approx(25.5)


def test_a_prediction_alone_teaches_nothing() -> None:
    predictor = ExtensionPredictor(HAND)
    first = predicted(predictor)
    assert predicted(predictor) == first


def test_the_first_stride_of_a_person_moves_the_prediction_most() -> None:
    predictor = ExtensionPredictor(HAND)
    told: list[float] = []
    for _ in range(3):
        told.append(predicted(predictor).peak_thigh_extension_deg)
        predictor.learn(20.0)
    assert told[0] < told[1] < told[2] < 20.0
    assert told[1] - told[0] > told[2] - told[1]


def test_a_person_who_walks_evenly_is_foretold_exactly_and_surely() -> None:
    predictor = ExtensionPredictor(HAND)
    first = predicted(predictor)
    for _ in range(40):
        predicted(predictor)
        predictor.learn(20.0)
    last = predicted(predictor)
    assert last.peak_thigh_extension_deg == pytest.approx(20.0, abs=0.1)
    assert last.sd_deg < first.sd_deg / 2


def test_a_person_who_walks_unevenly_is_foretold_less_surely() -> None:
    even, uneven = ExtensionPredictor(HAND), ExtensionPredictor(HAND)
    for i in range(60):
        predicted(even)
        even.learn(15.0)
        predicted(uneven)
        uneven.learn(15.0 + (3 if i % 2 else -3))
    assert predicted(uneven).sd_deg > 2 * predicted(even).sd_deg


def test_a_crossing_not_passed_learns_nothing() -> None:
    predictor = ExtensionPredictor(HAND)
    for _ in range(10):
        predicted(predictor, level=0)
        predictor.learn(4.0)
    untaught = predicted(ExtensionPredictor(HAND), level=2, now_deg=10.0)
    assert predicted(predictor, level=2, now_deg=10.0) == untaught


def test_a_peak_is_learnt_once() -> None:
    predictor = ExtensionPredictor(HAND)
    predicted(predictor)
    predictor.learn(20.0)
    once = predicted(predictor)
    again = ExtensionPredictor(HAND)
    predicted(again)
    again.learn(20.0)
    again.learn(20.0)
    assert predicted(again) == once


PEAKS = st.lists(st.floats(-20, 50), max_size=40)


@settings(max_examples=60)
@given(PEAKS)
def test_whatever_a_person_does_the_sd_stays_positive_and_finite(peaks_deg: list[float]) -> None:
    predictor = ExtensionPredictor()
    for peak_deg in peaks_deg:
        prediction = predicted(predictor, now_deg=1.0)
        assert 0 < prediction.sd_deg < 20
        assert prediction.peak_thigh_extension_deg > 1.0
        predictor.learn(peak_deg)
