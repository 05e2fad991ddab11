"""A sensor's own errors, sample after sample: noise, offset, clipping, steps, lost packets."""

from math import radians, sqrt

import numpy as np

from sensors.samples import FlagArray, FloatArray, SampleFlag
from sensors.simulation.sensor import SensorModel
from sensors.simulation.truth import BoolArray

_TEN_MINUTES_S = 600.0


class Faults:
    """Turns what a perfect sensor would send into what this one sends, for any partition alike."""

    def __init__(self, sensor: SensorModel, rate_hz: float, seed: int) -> None:
        self._sensor = sensor
        self._noise = np.random.default_rng([seed, 2])
        self._walk = np.random.default_rng([seed, 3])
        self._loss = np.random.default_rng([seed, 4])
        self._drift_step = radians(sensor.gyr_drift_dps) / sqrt(_TEN_MINUTES_S * rate_hz)
        self._drift_radps = np.zeros(3)
        self._sample_idx = 0
        self._is_losing = False
        self._first_packet = 0
        self._lost_packets: list[bool] = []

    def spoiled(
        self, acc_mps2: FloatArray, gyr_radps: FloatArray
    ) -> tuple[FloatArray, FloatArray, FlagArray]:
        """Both signals (n, 3) with noise, offset, range and steps; flags (n,) say what clipped."""
        sensor, n = self._sensor, len(acc_mps2)
        noise = self._noise.standard_normal((n, 6))
        acc = acc_mps2 + sensor.acc_bias_mps2 + sensor.acc_noise_mps2 * noise[:, :3]
        gyr = gyr_radps + np.radians(sensor.gyr_bias_dps) + self._drift(n)
        gyr += radians(sensor.gyr_noise_dps) * noise[:, 3:]
        top_mps2, top_radps = sensor.acc_range_mps2, radians(sensor.gyr_range_dps)
        is_clipped = (np.abs(acc) >= top_mps2).any(axis=1) | (np.abs(gyr) >= top_radps).any(axis=1)
        acc = _stepped(np.clip(acc, -top_mps2, top_mps2), sensor.acc_step_mps2)
        gyr = _stepped(np.clip(gyr, -top_radps, top_radps), radians(sensor.gyr_step_dps))
        flags = np.where(is_clipped, SampleFlag.CLIPPED, SampleFlag.NONE).astype(np.uint8)
        return acc, gyr, flags

    def _drift(self, n: int) -> FloatArray:
        steps = self._drift_step * self._walk.standard_normal((n, 3))
        drift = self._drift_radps + np.cumsum(steps, axis=0)
        if n:
            self._drift_radps = drift[-1]
        return drift

    def lost(self, t_s: FloatArray) -> BoolArray:
        """True for each sample of these times (n,) that does not arrive."""
        sensor, n = self._sensor, len(t_s)
        is_lost = np.zeros(n, bool)
        for dropout in sensor.dropouts:
            is_lost |= (t_s >= dropout.at_s) & (t_s < dropout.at_s + dropout.duration_s)
        if sensor.lost_share == 0:
            return is_lost
        packet_idx = (self._sample_idx + np.arange(n)) // sensor.packet_samples
        self._sample_idx += n
        if n:
            self._lose_packets(int(packet_idx[-1]))
            is_lost |= np.array(self._lost_packets)[packet_idx - self._first_packet]
            del self._lost_packets[: int(packet_idx[-1]) - self._first_packet]
            self._first_packet = int(packet_idx[-1])
        return is_lost

    def _lose_packets(self, last_packet: int) -> None:
        """Draw up to a packet: lost ones come in runs (Gilbert's two-state channel)."""
        sensor = self._sensor
        ends = 1 / sensor.mean_lost_run
        begins = ends * sensor.lost_share / (1 - sensor.lost_share)
        missing = last_packet + 1 - self._first_packet - len(self._lost_packets)
        for u in self._loss.random(missing).tolist():
            self._is_losing = u >= ends if self._is_losing else u < begins
            self._lost_packets.append(self._is_losing)


def _stepped(values: FloatArray, step: float) -> FloatArray:
    return values if step == 0 else np.round(values / step) * step
