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
from sensors.packet_time import packet_clock
from sensors.samples import FlagArray, ImuBlock, SampleFlag
from sensors.source import Battery, RawNotification, SourceItem, WearerMark


class NotificationReader:
    """Notifications of one walk in, blocks and events out; reads no clock.

    The same bytes and arrival times give the same samples, however they are cut into pushes.
    Times begin at 0 with the first sample and go on through lost links.

    Attributes
    ----------
    rate_hz : float
        The rate asked for, or what the sensor says it has.
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
        self.rate_hz = rate_hz
        self._driver = driver
        self._decoder = driver.decoder()
        self._clock = packet_clock(rate_hz, driver.tick, driver.counter_bits)
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
                self._take_rate(item.rate_hz)
        return None

    def _take_rate(self, rate_hz: float | None) -> None:
        """Time by the rate the sensor tells, if it does so before its first sample."""
        if rate_hz is not None and rate_hz != self.rate_hz and self.last_s is None:
            self.rate_hz = rate_hz
            self._clock = packet_clock(rate_hz, self._driver.tick, self._driver.counter_bits)

    def _timed(self, samples: Samples, arrival_s: float) -> tuple[ImuBlock, ...]:
        """One block, or none where the packet came before."""
        t_s = self._clock.push(
            arrival_s,
            len(samples.acc_mps2),
            tick=samples.tick,
            counter=samples.counter,
            n_lost_before=samples.n_lost_before,
        )
        if len(t_s) == 0:
            return ()
        if self._origin_s is None:
            self._origin_s = float(t_s[0])
        t_s = t_s - self._origin_s
        flags: FlagArray = np.where(samples.is_clipped, SampleFlag.CLIPPED, 0).astype(np.uint8)
        block = ImuBlock(t_s, samples.acc_mps2, samples.gyr_radps, flags)
        if self._is_after_gap:
            block.flags[0] |= SampleFlag.AFTER_GAP
            self._is_after_gap = False
        self.n_samples += len(block.t_s)
        self.last_s = float(block.t_s[-1])
        return (block,)


def _joined(pieces: list[ImuBlock]) -> tuple[ImuBlock, ...]:
    if len(pieces) < 2:
        return tuple(pieces)
    return (ImuBlock(*map(np.concatenate, zip(*pieces, strict=True))),)
