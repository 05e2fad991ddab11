"""What really happened in a simulated walk."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sensors.samples import FloatArray

BoolArray = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class TrueStride:
    """One stride of the worn leg, from peak flexion to peak flexion; times on the stream's clock.

    Angles are the sagittal angle of the thigh's long axis against standing neutral; both are
    positive in their own direction. `is_edge` is the first or last stride of a bout.
    `is_scored_expected` is False where a careful estimator would
    not score: starts, stops, turns, running, stairs, slopes, backward steps, shuffling.
    """

    start_s: float
    end_s: float
    initial_contact_s: float
    next_initial_contact_s: float
    stride_length_m: float
    peak_thigh_extension_s: float
    peak_thigh_extension_deg: float
    peak_thigh_flexion_deg: float
    activity: str
    is_edge: bool
    is_turn: bool
    is_scored_expected: bool


class Span(NamedTuple):
    """An activity and when it lasted."""

    activity: str
    start_s: float
    end_s: float
    is_gait: bool


@dataclass(frozen=True, slots=True)
class Truth:
    """Everything that is exactly known of a simulated walk.

    Attributes
    ----------
    t_s, thigh_flexion_deg : (n,) arrays
        Every sample, the lost ones too; flexion positive against standing neutral.
    is_lost : (n,) bool array
        Samples that never arrived.
    """

    strides: tuple[TrueStride, ...]
    spans: tuple[Span, ...]
    t_s: FloatArray
    thigh_flexion_deg: FloatArray
    is_lost: BoolArray

    def as_dict(self) -> dict[str, Any]:
        """The truth in the shape of a walk's ``.truth.json``.

        There a stride that must not be scored is a turn, whatever the reason; the first and last
        stride of a bout may go either way.
        """
        return {
            "strides": [
                {
                    "initial_contact_s": round(stride.initial_contact_s, 4),
                    "next_initial_contact_s": round(stride.next_initial_contact_s, 4),
                    "stride_length_m": round(stride.stride_length_m, 4),
                    "peak_thigh_extension_deg": round(stride.peak_thigh_extension_deg, 3),
                    "peak_thigh_extension_s": round(stride.peak_thigh_extension_s, 4),
                    "is_turn": not (stride.is_scored_expected or stride.is_edge),
                    "block": f"stride {i}",
                }
                for i, stride in enumerate(self.strides)
            ],
            "walking_s": self._joined_spans(is_gait=True),
            "standing_s": [[s.start_s, s.end_s] for s in self.spans if s.activity == "stand"],
            "derived": "simulation: exact",
        }

    @property
    def n_lost(self) -> int:
        """Samples that never arrived."""
        return int(np.count_nonzero(self.is_lost))

    def _joined_spans(self, *, is_gait: bool) -> list[list[float]]:
        joined: list[list[float]] = []
        for span in (s for s in self.spans if s.is_gait is is_gait):
            if joined and span.start_s - joined[-1][1] < 1e-9:
                joined[-1][1] = span.end_s
            else:
                joined.append([span.start_s, span.end_s])
        return joined
