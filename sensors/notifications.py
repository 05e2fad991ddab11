"""What a sensor said, as it came, turned into blocks and events: live, and again from a record."""

from collections.abc import Iterable

import numpy as np

from sensors.devices.codec import (
    ButtonPress,
    Driver,
    GoingToSleep,
    Identity,
    Item,
    Refused,
    Samples,
)
from sensors.errors import PacketError
from sensors.samples import FlagArray, FloatArray, ImuBlock, SampleFlag
from sensors.source import Battery, RawNotification, SourceItem, WearerMark


class NotificationReader:
    """Notifications of one walk in, blocks and events out; reads no clock.

    The same bytes and arrival times give the same samples, however they are cut into pushes.
    Times begin at 0 with the first sample and go on through lost links.

    Attributes
    ----------
    identity : Identity
        What the sensor said of itself so far.
    refused : Refused or None
        The last command the sensor refused.
    is_going_to_sleep : bool
        The sensor said that it is switching itself off.
    n_samples, n_bad_packets : int
        Samples made, and notifications that made no sense, so far.
    last_s : float or None
        Time of the last sample.
    """

    def __init__(self, driver: Driver, rate_hz: float) -> None:
        self._decoder = driver.decoder()
        self._clock = _clock_of(driver, rate_hz)
        self._is_after_gap = False
        self._origin_s: float | None = None
        self.identity = Identity()
        self.refused: Refused | None = None
        self.is_going_to_sleep = False
        self.n_samples = self.n_bad_packets = 0
        self.last_s: float | None = None

    def push(self, raw: Iterable[RawNotification]) -> list[SourceItem]:
        """Return what these notifications said, samples between two events in one block."""
        said: list[SourceItem] = []
        pieces: list[ImuBlock] = []
        for each in raw:
            for item in self._decoded(each):
                if isinstance(item, Samples):
                    pieces += self._timed(item, each.arrival_s)
                elif (event := self._event(item)) is not None:
                    said += [*_joined(pieces), event]
                    pieces = []
        return [*said, *_joined(pieces)]

    def link_lost(self) -> None:
        """Note that the link broke here: what comes next is after a gap."""
        self._decoder.reset()
        self._clock.reset()
        self._is_after_gap = self.last_s is not None
        self.is_going_to_sleep = False
        self.refused = None

    def _decoded(self, raw: RawNotification) -> tuple[Item, ...]:
        try:
            return self._decoder.push(raw.char, raw.payload)
        except PacketError:
            self.n_bad_packets += 1
            return ()

    def _event(self, item: Item) -> Battery | WearerMark | None:
        match item:
            case Battery():
                return item
            case ButtonPress() if self.last_s is not None:
                return WearerMark(self.last_s)
            case GoingToSleep():
                self.is_going_to_sleep = True
            case Refused():
                self.refused = item
            case Identity():
                known = {name: value for name, value in item._asdict().items() if value is not None}
                self.identity = self.identity._replace(**known)
        return None

    def _timed(self, samples: Samples, arrival_s: float) -> tuple[ImuBlock, ...]:
        """One block, or none where no sample is later than the last."""
        t_s = self._clock.times_s(samples, arrival_s)
        if self._origin_s is None:
            self._origin_s = float(t_s[0])
        t_s = t_s - self._origin_s
        is_later = t_s > (-np.inf if self.last_s is None else self.last_s)
        if not is_later.any():
            return ()
        flags: FlagArray = np.where(samples.is_clipped, SampleFlag.CLIPPED, 0).astype(np.uint8)
        block = ImuBlock(t_s, samples.acc_mps2, samples.gyr_radps, flags)
        if not is_later.all():
            block = ImuBlock(
                t_s[is_later],
                block.acc_mps2[is_later],
                block.gyr_radps[is_later],
                flags[is_later],
            )
        if self._is_after_gap:
            block.flags[0] |= SampleFlag.AFTER_GAP
            self._is_after_gap = False
        self.n_samples += len(block.t_s)
        self.last_s = float(block.t_s[-1])
        return (block,)


class _Clock:
    """PROVISIONAL until sensors.clock has it."""

    def __init__(self, driver: Driver, rate_hz: float) -> None:
        self.driver, self.rate_hz = driver, rate_hz
        self.reset()

    def reset(self) -> None:
        self.first: tuple[int, float] | None = None
        self.last = -np.inf

    def times_s(self, samples: Samples, arrival_s: float) -> FloatArray:
        n = len(samples.acc_mps2)
        if samples.tick is not None and self.driver.tick is not None:
            if self.first is None:
                self.first = (samples.tick, arrival_s)
            d = (samples.tick - self.first[0]) % (1 << self.driver.tick.n_bits)
            start = self.first[1] + d * self.driver.tick.unit_s
            return start + np.arange(n) / self.rate_hz
        start = max(self.last + 1 / self.rate_hz, arrival_s - (n - 1) / self.rate_hz)
        t = start + np.arange(n) / self.rate_hz
        self.last = float(t[-1])
        return t


def _clock_of(driver: Driver, rate_hz: float) -> _Clock:
    return _Clock(driver, rate_hz)


def _joined(pieces: list[ImuBlock]) -> tuple[ImuBlock, ...]:
    if len(pieces) < 2:
        return tuple(pieces)
    return (ImuBlock(*map(np.concatenate, zip(*pieces, strict=True))),)
