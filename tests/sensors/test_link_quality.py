"""Measured rate and loss of hand-made streams."""

import numpy as np
import pytest

from sensors.link_quality import LinkQuality, QualityMeter
from sensors.samples import FloatArray, ImuBlock, SampleFlag


def quality(
    t_s: FloatArray, rate_hz: float = 100.0, flagged: dict[int, SampleFlag] | None = None
) -> LinkQuality:
    meter = QualityMeter(rate_hz)
    n = len(t_s)
    flags = np.zeros(n, np.uint8)
    for idx, flag in (flagged or {}).items():
        flags[idx] = flag
    meter.push(ImuBlock(t_s, np.zeros((n, 3)), np.zeros((n, 3)), flags))
    return meter.quality()


def test_a_whole_stream_has_its_rate_and_no_loss() -> None:
    measured = quality(np.arange(301) / 100)
    assert measured.rate_hz == pytest.approx(100)
    assert measured.lost_share == 0


def test_nothing_is_said_in_the_first_second() -> None:
    assert quality(np.arange(50) / 100) == LinkQuality(None, 0.0)


def test_every_fourth_sample_missing_is_a_quarter_lost() -> None:
    measured = quality((np.arange(404) / 100)[np.arange(404) % 4 != 3])
    assert measured.lost_share == pytest.approx(0.25, abs=0.01)
    assert measured.rate_hz == pytest.approx(75, abs=1)


def test_a_broken_link_lowers_no_rate() -> None:
    t_s = np.concatenate((np.arange(200) / 100, 5 + np.arange(200) / 100))
    assert quality(t_s).rate_hz == pytest.approx(100)


def test_a_broken_link_is_a_gap_and_no_loss() -> None:
    t_s = np.concatenate((np.arange(200) / 100, 3 + np.arange(200) / 100))
    assert quality(t_s).lost_share == 0


def test_a_link_that_was_back_at_once_lost_nothing_on_the_way() -> None:
    t_s = np.concatenate((np.arange(200) / 100, 2.3 + np.arange(200) / 100))
    assert quality(t_s, flagged={200: SampleFlag.AFTER_GAP}).lost_share == 0
    assert quality(t_s).lost_share == pytest.approx(30 / 430, abs=0.01)


def test_losses_beside_a_break_are_still_told() -> None:
    whole_s = np.concatenate((np.arange(200) / 100, 3 + np.arange(200) / 100))
    t_s = whole_s[np.arange(400) % 4 != 3]
    assert quality(t_s).lost_share == pytest.approx(0.25, abs=0.01)


def test_made_up_samples_did_not_come() -> None:
    made_up = dict.fromkeys(range(3, 404, 4), SampleFlag.INTERPOLATED | SampleFlag.RECALLED)
    measured = quality(np.arange(404) / 100, flagged=made_up)
    assert measured.lost_share == pytest.approx(0.25, abs=0.01)


def test_a_sensor_slower_than_told_is_measured_as_it_is() -> None:
    assert quality(np.arange(200) / 50).rate_hz == pytest.approx(50)


def test_what_was_long_ago_is_forgotten() -> None:
    t_s = np.concatenate((np.arange(200) / 50, 4 + np.arange(1200) / 100))
    assert quality(t_s).lost_share == 0
