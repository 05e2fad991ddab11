"""Hand-made updates of a walk, and sources whose walks end when a test says so."""

import asyncio
from collections.abc import AsyncIterator, Sequence

import numpy as np

from coach.care.delivery import Delivery, Rule, ScreenState
from coach.care.limits import CueKind, Decision, Limit
from coach.gait.events import ExtensionPeak, GaitEvent, Posture, Stride, Trace
from coach.live import WalkUpdate
from coach.records.store import RecorderState
from sensors.link_quality import LinkQuality
from sensors.samples import ImuBlock, StreamInfo, StreamKind
from sensors.source import LinkState, SourceItem

LIMIT = Limit(extension_deg=12.0)


def trace(t_s: float, n: int = 5, flexion_deg: float = 0.0) -> Trace:
    """Samples at 100 Hz from `t_s` on, all at one angle."""
    return Trace(t_s + np.arange(n) / 100, np.full(n, flexion_deg), np.zeros(n, np.uint8))


def stride(start_s: float, extension_deg: float = 9.0, *, is_scored: bool = True) -> Stride:
    """One stride of 1.1 s and 1.32 m."""
    return Stride(
        start_s=start_s,
        end_s=start_s + 1.1,
        known_s=start_s + 1.15,
        peak_thigh_extension_s=start_s + 0.6,
        peak_thigh_extension_deg=extension_deg,
        peak_thigh_extension_sd_deg=1.0,
        peak_thigh_flexion_deg=30.0,
        reported_s=start_s + 0.64,
        stride_length_m=1.32,
        stride_length_sd_m=0.05,
        cadence_spm=109.0,
        walking_speed_mps=1.2,
        is_scored=is_scored,
        why_not=None,
    )


def peak(start_s: float, extension_deg: float = 9.0) -> ExtensionPeak:
    """The extension peak of `stride(start_s)`."""
    return ExtensionPeak(start_s + 0.6, start_s + 0.64, start_s, extension_deg, 1.0)


def decision(start_s: float, *, is_over: bool) -> Decision:
    """How `stride(start_s)` was judged."""
    return Decision(start_s + 0.64, start_s, CueKind.MEASURED, is_over, 0.5, 0.0, None, LIMIT)


def says(state: ScreenState) -> Delivery:
    """The far view's state from now on."""
    return Delivery(1.0, state, Rule.STATE_TREND)


def update(
    *,
    samples: Trace | None = None,
    events: tuple[GaitEvent, ...] = (),
    decisions: tuple[Decision, ...] = (),
    deliveries: tuple[Delivery, ...] = (),
    elapsed_s: float = 0.0,
    lost_share: float = 0.004,
    battery: float | None = 0.8,
    record: RecorderState | None = None,
    link: LinkState = LinkState.CONNECTED,
) -> WalkUpdate:
    """One update with what matters to a test, and plain values for the rest."""
    return WalkUpdate(
        trace=samples,
        events=events,
        decisions=decisions,
        deliveries=deliveries,
        posture=Posture.WALKING,
        link=link,
        battery=battery,
        quality=LinkQuality(100.0, lost_share),
        n_gaps=2,
        t_s=elapsed_s,
        elapsed_s=elapsed_s,
        is_paused=False,
        limit=LIMIT,
        record=record,
    )


class OpenEnded:
    """A walker who stands, and goes on standing until the walk is stopped."""

    def __init__(self, items: Sequence[SourceItem] = (), error: Exception | None = None) -> None:
        self.info = StreamInfo("open-ended", StreamKind.RADIO, 100.0)
        self._items, self._error = items or (_standing(),), error

    async def __aiter__(self) -> AsyncIterator[SourceItem]:
        for item in self._items:
            yield item
        if self._error is not None:
            raise self._error
        await asyncio.Event().wait()

    async def aclose(self) -> None:
        pass


def _standing() -> ImuBlock:
    n = 100
    acc = np.tile([9.81, 0.0, 0.0], (n, 1))
    return ImuBlock(np.arange(n) / 100, acc, np.zeros((n, 3)), np.zeros(n, np.uint8))
