"""Where times and angles lie on the timelines of a replay, and what a turn of the wheel zooms."""

from typing import NamedTuple

import numpy as np
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

from sensors.samples import FloatArray
from ui.replay.lanes import TimeScale

RIGHT_PX, BOTTOM_PX = 12, 26
_LEAST_LEFT_PX = 64
_CLOSER, _FARTHER = 0.8, 1.25


class AngleScale(NamedTuple):
    """Thigh extension upwards: `top_deg` at `top_px`, `bottom_deg` at `bottom_px`."""

    top_deg: float
    bottom_deg: float
    top_px: float
    bottom_px: float

    @property
    def px_per_deg(self) -> float:
        """Pixels in a degree."""
        return (self.bottom_px - self.top_px) / (self.top_deg - self.bottom_deg)

    def y(self, extension_deg: float) -> float:
        """Where an angle lies; what is beyond the scale lies on its edge."""
        shown_deg = min(self.top_deg, max(self.bottom_deg, extension_deg))
        return self.top_px + (self.top_deg - shown_deg) * self.px_per_deg

    def ys(self, extension_deg: FloatArray) -> FloatArray:
        """Where angles lie, as `y`; NaN where there is none."""
        shown_deg = np.clip(extension_deg, self.bottom_deg, self.top_deg)
        return self.top_px + (self.top_deg - shown_deg) * self.px_per_deg


def lane_px(timeline: QWidget, least_px: int) -> int:
    """Height of a lane of cues, as high as the letters are."""
    return max(least_px, round(0.75 * timeline.fontMetrics().height()))


def time_scale(timeline: QWidget, first_s: float, last_s: float) -> TimeScale:
    """These times over the width of a timeline."""
    from_px = _left_px(timeline)
    return TimeScale(first_s, last_s, from_px, max(from_px + 1, timeline.width() - RIGHT_PX))


def zoom_of(event: QWheelEvent) -> float:
    """The factor by which a turn of the wheel changes the visible time."""
    return _CLOSER if event.angleDelta().y() > 0 else _FARTHER


def _left_px(timeline: QWidget) -> int:
    """Room for the angles at the left, as wide as the letters are."""
    return max(_LEAST_LEFT_PX, timeline.fontMetrics().horizontalAdvance("−40°") + 16)
