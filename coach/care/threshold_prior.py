"""What is believed of a person's pain threshold before the first bout of a long-stride test."""

from dataclasses import dataclass

import numpy as np

from sensors.samples import FloatArray


@dataclass(frozen=True, slots=True)
class Axis:
    """Values of one unknown and how likely each is before the test."""

    values: tuple[float, ...]
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ThresholdPrior:
    """What is believed before the first bout; origins in docs/pain-threshold.md.

    Degrees of thigh extension: `usual_deg` the person's own usual peak, `carry_deg` how much each
    painful bout lowers the threshold, `quicker_deg` how much a tenth more cadence does,
    `toe_out_deg` ten degrees of toeing out. `rating_noise` is the logistic scale of the ratings'
    own scatter, in points: a width s then means that the next point lies s / rating_noise farther.
    `forewarning` is by how many widths the first point comes before the second: 0 for a pain that
    sets in at once.
    """

    usual_deg: float
    centre_above_usual_deg: float = 4.0
    centre_sd_deg: float = 8.0
    width_median_deg: float = 2.0
    width_log_sd: float = 0.6
    false_pain: Axis = Axis((0.005, 0.03, 0.1), (5, 3, 2))
    rating_noise: Axis = Axis((0.4, 0.6, 0.95), (2, 3, 2))
    forewarning: Axis = Axis((0.0, 0.8, 1.8), (1, 1, 1))
    carry_deg: Axis = Axis((0.0, 0.6, 1.6), (4, 2, 1))
    quicker_deg: Axis = Axis((0.0, 2.5), (2, 1))
    toe_out_deg: Axis = Axis((0.0, 2.5), (2, 1))

    def centres_deg(self) -> FloatArray:
        """The grid of thresholds, 0.75 deg apart."""
        return self.usual_deg + np.arange(-22.0, 36.1, 0.75)

    def widths_deg(self) -> tuple[FloatArray, FloatArray]:
        """The grid of logistic widths and their weights."""
        z = np.linspace(-2.4, 2.4, 7)
        return self.width_median_deg * np.exp(self.width_log_sd * z), np.exp(-(z**2) / 2)

    def axes(self) -> list[tuple[FloatArray, FloatArray]]:
        """Values and weights of each unknown, in the order of the axes of `Posterior.weights`."""
        centres = self.centres_deg()
        z = (centres - self.usual_deg - self.centre_above_usual_deg) / self.centre_sd_deg
        rest = (
            self.false_pain,
            self.rating_noise,
            self.forewarning,
            self.carry_deg,
            self.quicker_deg,
            self.toe_out_deg,
        )
        return [
            (centres, np.exp(-(z**2) / 2)),
            self.widths_deg(),
            *((np.array(axis.values), np.array(axis.weights, float)) for axis in rest),
        ]
