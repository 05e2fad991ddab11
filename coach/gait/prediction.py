"""How far this stride will extend, told while the thigh is still on its way."""

from dataclasses import dataclass
from math import degrees, hypot

from coach.gait.events import Prediction


@dataclass(frozen=True, slots=True)
class PredictionSettings:
    """Population figures; angles in degrees, rates in degrees a second.

    At each crossing, what is left of the extension grows with the thigh's rate (slope within people
    0.06 to 0.08); the rest is the mean over the 9 people of the dev walks (docs/method.md).
    """

    left_deg: tuple[float, ...] = (11.4, 6.1, 1.5, -1.5, -1.5, -2.4, -4.9, -4.9, -4.9)
    slope_s: float = 0.08
    between_people_sd_deg: float = 2.6
    within_sd_deg: float = 1.5
    walk_sd_deg: float = 0.4
    least_left_deg: float = 0.3


@dataclass(slots=True)
class _Crossing:
    """What is known of one person at one crossing: the part left that is not the rate's."""

    left_deg: float
    variance: float
    residual_variance: float


class ExtensionPredictor:
    """Predicts peak extension as the thigh passes 0, 5, 10 ... degrees of extension.

    Notes
    -----
    1. At a crossing, extension = crossing + left + slope x rate, with the person's own `left`.
    2. When the peak is known, `left` is corrected by a scalar Kalman step at each crossing this
       stride passed: quick over the first strides, then slowly, so that it follows the person.
    3. The uncertainty is that of `left` and the person's own running residual, never a constant.
    """

    def __init__(self, settings: PredictionSettings | None = None) -> None:
        self._settings = settings = settings or PredictionSettings()
        self._crossings = [
            _Crossing(left, settings.between_people_sd_deg**2, settings.within_sd_deg**2)
            for left in settings.left_deg
        ]
        self._passed: dict[int, float] = {}

    def predict(
        self,
        level: int,
        t_s: float,
        stride_start_s: float,
        flexion_rad: float,
        rate_radps: float,
        angle_sd_deg: float = 0.0,
    ) -> Prediction:
        """Expected peak extension now that the thigh passes crossing `level`, with its SD.

        `angle_sd_deg` is that of every angle, as far as the vertical and the neutral go.
        """
        settings, crossing = self._settings, self._crossings[level]
        now_deg = -degrees(flexion_rad)
        by_rate_deg = now_deg - settings.slope_s * degrees(rate_radps)
        self._passed[level] = by_rate_deg
        variance = crossing.variance + crossing.residual_variance
        expected_deg = max(by_rate_deg + crossing.left_deg, now_deg + settings.least_left_deg)
        return Prediction(t_s, stride_start_s, expected_deg, hypot(variance**0.5, angle_sd_deg))

    def learn(self, peak_thigh_extension_deg: float) -> None:
        """Take in how far this stride went after all."""
        settings = self._settings
        for level, by_rate_deg in self._passed.items():
            crossing = self._crossings[level]
            error_deg = peak_thigh_extension_deg - by_rate_deg - crossing.left_deg
            variance = crossing.variance + settings.walk_sd_deg**2
            gain = variance / (variance + settings.within_sd_deg**2)
            crossing.left_deg += gain * error_deg
            crossing.variance = (1 - gain) * variance
            surprise = max(error_deg**2 - variance, 0.25)
            crossing.residual_variance += 0.1 * (min(surprise, 16.0) - crossing.residual_variance)
        self._passed.clear()
