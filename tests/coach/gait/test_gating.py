"""Why a stride is not scored, one reason at a time, from one ordinary stride."""

from dataclasses import replace
from math import radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.gait.events import WhyNot
from coach.gait.gating import StrideShape, why_not

USUAL = StrideShape(
    duration_s=1.1,
    extending_s=0.65,
    start_flexion_rad=radians(25),
    peak_extension_rad=radians(-15),
    end_flexion_rad=radians(25),
    heading_change_rad=radians(3),
    force_sd_mps2=3.0,
    tilt_sd_deg=0.5,
    n_clipped=0,
    follows_stride_s=1.1,
    usual_extension_rad=radians(15),
)
DOWNSTAIRS = replace(
    USUAL,
    start_flexion_rad=radians(35),
    end_flexion_rad=radians(35),
    peak_extension_rad=radians(4),
)


def test_an_ordinary_stride_is_scored() -> None:
    assert why_not(USUAL) is None


@pytest.mark.parametrize(
    ("reason", "shape"),
    [
        (WhyNot.GAP, replace(USUAL, tilt_sd_deg=10.0)),
        (WhyNot.CLIPPED, replace(USUAL, n_clipped=20)),
        (WhyNot.START, replace(USUAL, follows_stride_s=None)),
        (WhyNot.RUNNING, replace(USUAL, force_sd_mps2=7.5)),
        (WhyNot.NOT_WALKING, replace(USUAL, peak_extension_rad=radians(-41))),
        (WhyNot.RUNNING, replace(USUAL, duration_s=0.65, extending_s=0.4)),
        (WhyNot.TURN, replace(USUAL, heading_change_rad=radians(90))),
        (WhyNot.TURN, replace(USUAL, heading_change_rad=radians(-90))),
        (
            WhyNot.STAIRS_OR_SLOPE,
            replace(
                USUAL,
                start_flexion_rad=radians(60),
                end_flexion_rad=radians(60),
                peak_extension_rad=radians(5),
            ),
        ),
        (WhyNot.STAIRS_OR_SLOPE, DOWNSTAIRS),
        (
            WhyNot.BACKWARD,
            replace(USUAL, extending_s=0.5, forward_speed_mps=-0.4, forward_speed_sd_mps=0.15),
        ),
        (
            WhyNot.SHUFFLE,
            replace(USUAL, start_flexion_rad=radians(5), peak_extension_rad=radians(-2)),
        ),
        (WhyNot.BACKWARD, replace(USUAL, extending_s=0.3)),
        (WhyNot.IRREGULAR, replace(USUAL, follows_stride_s=2.4)),
        (WhyNot.IRREGULAR, replace(USUAL, duration_s=2.4, extending_s=1.4)),
    ],
    ids=lambda value: str(value) if isinstance(value, WhyNot) else "",
)
def test_each_oddity_has_its_reason(reason: WhyNot, shape: StrideShape) -> None:
    assert why_not(shape) is reason


def test_a_person_who_always_walks_flexed_is_not_on_stairs() -> None:
    assert why_not(replace(DOWNSTAIRS, usual_extension_rad=radians(-2))) is None


def test_a_spike_clipped_for_a_sample_is_forgiven() -> None:
    assert why_not(replace(USUAL, n_clipped=1)) is None


def test_an_unsure_vertical_comes_before_every_other_reason() -> None:
    odd = replace(USUAL, tilt_sd_deg=10.0, follows_stride_s=None, heading_change_rad=2.0)
    assert why_not(odd) is WhyNot.GAP


def test_a_long_stride_is_scored() -> None:
    long = replace(USUAL, start_flexion_rad=radians(35), peak_extension_rad=radians(-28))
    assert why_not(long) is None


@given(
    st.builds(
        StrideShape,
        duration_s=st.floats(0.1, 5),
        extending_s=st.floats(0.01, 5),
        start_flexion_rad=st.floats(-1, 2),
        peak_extension_rad=st.floats(-1, 2),
        end_flexion_rad=st.floats(-1, 2),
        heading_change_rad=st.floats(-4, 4),
        force_sd_mps2=st.floats(0, 12),
        tilt_sd_deg=st.floats(0, 20),
        n_clipped=st.integers(0, 100),
        follows_stride_s=st.none() | st.floats(0.1, 5),
        usual_extension_rad=st.none() | st.floats(-1, 1),
    )
)
def test_what_is_scored_is_sure_upright_straight_and_on_foot(shape: StrideShape) -> None:
    if why_not(shape) is None:
        assert shape.tilt_sd_deg < 5
        assert abs(shape.heading_change_rad) < radians(45)
        assert shape.start_flexion_rad - shape.peak_extension_rad > radians(8)
        assert shape.duration_s > 0.6
        assert shape.force_sd_mps2 <= 6.3


@pytest.mark.parametrize(
    ("extending_s", "speed_mps", "sd_mps"),
    [(0.65, -0.4, 0.15), (0.5, -0.2, 0.15), (0.5, 1.2, 0.15)],
    ids=["extends for longer than it flexes", "on a treadmill", "goes forward"],
)
def test_one_sign_of_walking_backward_alone_is_not_enough(
    extending_s: float, speed_mps: float, sd_mps: float
) -> None:
    shape = replace(
        USUAL, extending_s=extending_s, forward_speed_mps=speed_mps, forward_speed_sd_mps=sd_mps
    )
    assert why_not(shape) is None
