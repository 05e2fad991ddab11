"""A simulated walk as a `Source`: drawn lazily from a seed, the same for any block size."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil
from typing import NamedTuple

import numpy as np

from sensors.samples import FlagArray, FloatArray, ImuBlock, StreamInfo, StreamKind
from sensors.simulation.curves import Motion, evaluate
from sensors.simulation.faults import Faults
from sensors.simulation.kinematics import Channel, thigh
from sensors.simulation.motion import check, segments, spans
from sensors.simulation.person import Person
from sensors.simulation.scenario import Activity
from sensors.simulation.sensor import SensorModel, sensed
from sensors.simulation.still import standing
from sensors.simulation.truth import BoolArray, TrueStride, Truth

_PIECE_SAMPLES = 1024


class _Piece(NamedTuple):
    """Consecutive samples before the sensor's errors; `flexion_rad` against neutral."""

    t_s: FloatArray
    body_s: FloatArray
    body: Motion
    contact_s: FloatArray
    flexion_rad: FloatArray


class _Samples(NamedTuple):
    """Consecutive samples as the sensor made them, and which of them come through."""

    t_s: FloatArray
    acc_mps2: FloatArray
    gyr_radps: FloatArray
    flags: FlagArray
    has_come: BoolArray

    def part(self, chosen: slice) -> "_Samples":
        """Some of the samples."""
        return _Samples(
            self.t_s[chosen],
            self.acc_mps2[chosen],
            self.gyr_radps[chosen],
            self.flags[chosen],
            self.has_come[chosen],
        )

    def then(self, more: "_Samples") -> "_Samples":
        """These samples and those that follow."""
        return _Samples(
            np.concatenate([self.t_s, more.t_s]),
            np.concatenate([self.acc_mps2, more.acc_mps2]),
            np.concatenate([self.gyr_radps, more.gyr_radps]),
            np.concatenate([self.flags, more.flags]),
            np.concatenate([self.has_come, more.has_come]),
        )

    def block(self) -> ImuBlock:
        """Those that came through."""
        came = self.has_come
        return ImuBlock(self.t_s[came], self.acc_mps2[came], self.gyr_radps[came], self.flags[came])


@dataclass(frozen=True)
class SimulatedWalk:
    """A person, what they do, and the sensor they wear; the same seed gives the same samples.

    `async for` yields blocks as fast as they are asked for; `blocks()` does so without a loop.

    Attributes
    ----------
    block_samples
        Samples of a full block; where samples are lost a block holds fewer.
    """

    person: Person
    scenario: tuple[Activity, ...]
    sensor: SensorModel = SensorModel()  # noqa: RUF009 (immutable)
    rate_hz: float = 100.0
    seed: int = 0
    block_samples: int = 10
    name: str = "simulated walk"

    def __post_init__(self) -> None:
        """Refuse what cannot be before any sample is drawn."""
        if not 1 <= self.rate_hz <= 10_000:
            raise ValueError(f"{self.rate_hz} Hz is not a sensor's rate")
        if self.block_samples < 1:
            raise ValueError("a block holds at least one sample")
        check(self.person, self.scenario)

    @property
    def info(self) -> StreamInfo:
        """What is known of the stream before its first sample."""
        return StreamInfo(
            self.name,
            StreamKind.SIMULATION,
            self.rate_hz,
            self.person.side,
            self.sensor.mounting.placement,
            self.person.leg_length_m,
            self.person.height_m,
            spans(self.scenario)[-1].end_s / self._body_seconds_per_second,
        )

    async def __aiter__(self) -> AsyncIterator[ImuBlock]:
        """Iterate over blocks in time order."""
        for block in self.blocks():
            yield block

    async def aclose(self) -> None:
        """Nothing to let go of."""

    @property
    def _body_seconds_per_second(self) -> float:
        """Real seconds in a second of the sensor's clock."""
        return 1 / (1 + 1e-6 * self.sensor.skew_ppm)

    def blocks(self) -> Iterator[ImuBlock]:
        """Blocks of `block_samples` samples, of which those that were lost are missing."""
        faults = Faults(self.sensor, self.rate_hz, self.seed)
        waiting: _Samples | None = None
        for piece in self._pieces():
            acc, gyr, flags = faults.spoiled(*self._sensed(piece))
            samples = _Samples(piece.t_s, acc, gyr, flags, ~faults.lost(piece.t_s))
            samples = samples if waiting is None else waiting.then(samples)
            n_full = len(samples.t_s) // self.block_samples * self.block_samples
            yield from self._cut(samples.part(slice(n_full)))
            waiting = samples.part(slice(n_full, None))
        if waiting is not None:
            yield from self._cut(waiting)

    def _cut(self, samples: _Samples) -> Iterator[ImuBlock]:
        for a in range(0, len(samples.t_s), self.block_samples):
            part = samples.part(slice(a, a + self.block_samples))
            if part.has_come.any():
                yield part.block()

    def _sensed(self, piece: _Piece) -> tuple[FloatArray, FloatArray]:
        flexion = Motion(*(column[:, [Channel.SAGITTAL]] for column in piece.body))
        flexion = flexion._replace(value=piece.flexion_rad[:, None])
        outward = self.person.outward
        return sensed(
            self.sensor, outward, thigh(piece.body), flexion, piece.body_s, piece.contact_s
        )

    def _pieces(self) -> Iterator[_Piece]:
        neutral_rad = standing(self.person)[Channel.SAGITTAL]
        step_s = self._body_seconds_per_second / self.rate_hz
        n_done = 0
        contact_s = np.empty(0)
        for segment in segments(self.person, self.scenario, self.seed):
            contact_s = np.concatenate([contact_s[-2:], segment.contact_s])
            n_end = ceil(segment.knots.t_s[-1] / step_s - 1e-6)
            for a in range(n_done, n_end, _PIECE_SAMPLES):
                sample_idx = np.arange(a, min(n_end, a + _PIECE_SAMPLES))
                body = evaluate(segment.knots, sample_idx * step_s)
                yield _Piece(
                    sample_idx / self.rate_hz,
                    sample_idx * step_s,
                    body,
                    contact_s,
                    body.value[:, Channel.SAGITTAL] - neutral_rad,
                )
            n_done = n_end

    @cached_property
    def truth(self) -> Truth:
        """Everything that is exactly known, on the stream's clock; draws the whole walk once."""
        stretch = 1 / self._body_seconds_per_second
        faults = Faults(self.sensor, self.rate_hz, self.seed)
        pieces = [(p.t_s, p.flexion_rad, faults.lost(p.t_s)) for p in self._pieces()]
        t_s, flexion_rad, is_lost = (np.concatenate(c) for c in zip(*pieces, strict=True))
        return Truth(
            tuple(
                _on_clock(stride, stretch)
                for segment in segments(self.person, self.scenario, self.seed)
                for stride in segment.strides
            ),
            tuple(
                span._replace(start_s=span.start_s * stretch, end_s=span.end_s * stretch)
                for span in spans(self.scenario)
            ),
            t_s,
            np.degrees(flexion_rad),
            is_lost,
        )


def _on_clock(stride: TrueStride, stretch: float) -> TrueStride:
    """The stride with its times on a clock that runs faster by a factor."""
    return replace(
        stride,
        start_s=stride.start_s * stretch,
        end_s=stride.end_s * stretch,
        initial_contact_s=stride.initial_contact_s * stretch,
        next_initial_contact_s=stride.next_initial_contact_s * stretch,
        peak_thigh_extension_s=stride.peak_thigh_extension_s * stretch,
    )
