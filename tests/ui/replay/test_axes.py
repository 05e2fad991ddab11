"""Where angles lie on a timeline."""

import numpy as np
import pytest

from ui.replay.axes import AngleScale

_SCALE = AngleScale(top_deg=30.0, bottom_deg=-10.0, top_px=20.0, bottom_px=100.0)


@pytest.mark.parametrize(
    ("extension_deg", "y_px"),
    [(30.0, 20.0), (10.0, 60.0), (-10.0, 100.0), (99.0, 20.0), (-99.0, 100.0)],
    ids=["top", "middle", "bottom", "beyond the top", "beyond the bottom"],
)
def test_extension_goes_upwards_and_stays_on_the_scale(extension_deg: float, y_px: float) -> None:
    assert _SCALE.y(extension_deg) == y_px
    assert _SCALE.ys(np.array([extension_deg])).tolist() == [y_px]


def test_what_was_not_measured_lies_nowhere() -> None:
    assert np.isnan(_SCALE.ys(np.array([np.nan]))).all()
