"""Sources with an end anyone can count, and a judge with a rule anyone can check."""

import csv
import gzip
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from coach.care.limits import CueKind, Decision, Limit
from coach.gait.events import ExtensionPeak, GaitEvent
from sensors.errors import SensorError
from sensors.samples import ImuBlock, StreamInfo, StreamKind
from sensors.simulation.person import Person
from sensors.simulation.scenario import Stand, Walk
from sensors.simulation.source import SimulatedWalk
from sensors.source import SourceItem

_HEADER = ("t_s", "acc_x", "acc_y", "acc_z", "gyr_x", "gyr_y", "gyr_z")
INFO = StreamInfo("still", StreamKind.SIMULATION, 100.0)


def still(start_s: float, n: int) -> ImuBlock:
    """Samples of a thigh that stands, at 100 Hz."""
    acc = np.tile([9.81, 0.0, 0.0], (n, 1))
    return ImuBlock(start_s + np.arange(n) / 100, acc, np.zeros((n, 3)), np.zeros(n, np.uint8))


class Items:
    """These items, one after the other, then the end or an error; as if drawn beforehand."""

    def __init__(
        self, info: StreamInfo, items: Sequence[SourceItem], error: SensorError | None = None
    ) -> None:
        self.info = info
        self.items, self._error = list(items), error
        self.is_closed = False
        self.model: str | None = None

    async def __aiter__(self) -> AsyncIterator[SourceItem]:
        for item in self.items:
            yield item
        if self._error is not None:
            raise self._error

    async def aclose(self) -> None:
        self.is_closed = True

    def blocks(self) -> list[ImuBlock]:
        return [item for item in self.items if isinstance(item, ImuBlock)]


def walked(duration_s: float, kind: StreamKind = StreamKind.SIMULATION) -> Items:
    """Five seconds of standing, then usual strides."""
    walk = SimulatedWalk(Person(), (Stand(5.0), Walk(duration_s)))
    return Items(replace(walk.info, kind=kind), list(walk.blocks()))


def write_csv(path: Path, source: Items) -> Path:
    """The source's samples as a recorded walk, with its description beside it."""
    with gzip.open(path, "wt", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(_HEADER)
        for block in source.blocks():
            columns = zip(block.t_s, block.acc_mps2, block.gyr_radps, strict=True)
            rows.writerows([t, *acc, *gyr] for t, acc, gyr in columns)
    assert source.info.side is not None
    assert source.info.placement is not None
    sidecar = {
        "format": "hipcoach-walk/1",
        "rate_hz": source.info.rate_hz,
        "side": source.info.side.value,
        "leg_length_m": source.info.leg_length_m,
        "mounting": source.info.placement._asdict(),
    }
    path.with_name("walk.json").write_text(json.dumps(sidecar))
    return path


class PeakJudge:
    """Every measured peak is decided, and over when above the limit."""

    def __init__(self, limit: Limit | None) -> None:
        self.limit = limit

    def decisions(self, events: tuple[GaitEvent, ...]) -> tuple[Decision, ...]:
        return tuple(
            self._decision(event)
            for event in events
            if isinstance(event, ExtensionPeak) and self.limit is not None
        )

    def _decision(self, peak: ExtensionPeak) -> Decision:
        limit = self.limit or Limit()
        excess_deg = peak.peak_thigh_extension_deg - (limit.extension_deg or 0.0)
        return Decision(
            t_s=peak.reported_s,
            stride_start_s=peak.stride_start_s,
            kind=CueKind.MEASURED,
            is_over=excess_deg > 0,
            probability=float(excess_deg > 0),
            excess_deg=excess_deg,
            excess_m=None,
            limit=limit,
        )
