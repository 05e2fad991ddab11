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
from sensors.first_seconds import FirstSeconds
from sensors.late_filling import LateFilling
from sensors.loss_by_orientation import LossByOrientation
from sensors.packet_time import PacketClock, packet_clock
from sensors.samples import FlagArray, FloatArray, ImuBlock, SampleFlag
from sensors.source import Battery, RawNotification, SourceItem, WearerMark

_Said = tuple[str, bytes] | None


class NotificationReader:
    """Notifications of one walk in, blocks and events out; reads no clock.

    The same bytes and arrival times give the same samples, however they are cut into pushes.
    Times begin at 0 with the first sample and go on through lost links.

    Parameters
    ----------
    driver : Driver
        Of the sensor that sends them.
    rate_hz : float
        The rate asked for.
    measures_rate : bool
        Hold the first seconds of a sensor that tells no time back until its rate is measured.

    Attributes
    ----------
    rate_hz : float
        The rate asked for, what the sensor says it has, or what was measured: known for sure with
        the first block.
    identity : Identity
        What the sensor said of itself so far.
    refused : Refused or None
        The last command the sensor refused.
    is_going_to_sleep : bool
        The sensor said that it is switching itself off.
    n_samples, n_bad_packets, n_doubled : int
        Samples decoded, notifications that made no sense, and notifications that came twice.
    last_s : float or None
        Time of the last sample.
    """

    def __init__(self, driver: Driver, rate_hz: float, *, measures_rate: bool = False) -> None:
        self.rate_hz = rate_hz
        self._driver = driver
        self._decoder = driver.decoder()
        self._clock = self._new_clock(rate_hz)
        self._losses = LossByOrientation()
        self._filling = LateFilling(rate_hz)
        self._is_timeless = driver.tick is None and driver.counter_bits is None
        self._first = FirstSeconds(rate_hz) if measures_rate and self._is_timeless else None
        self._released: tuple[ImuBlock, ...] = ()
        self._last: tuple[_Said, _Said] = (None, None)
        self._last_arrival_s = 0.0
        self._is_after_gap = False
        self._origin_s: float | None = None
        self.identity = Identity()
        self.refused: Refused | None = None
        self.is_going_to_sleep = False
        self.n_samples = self.n_bad_packets = self.n_doubled = 0
        self.last_s: float | None = None

    def push(self, raw: Iterable[RawNotification]) -> list[SourceItem]:
        """Return what these notifications said, samples between two events in one block."""
        said: list[SourceItem] = []
        pieces: list[ImuBlock] = [*self._released]
        self._released = ()
        for each in raw:
            for item in self._decoded(each):
                if isinstance(item, Samples):
                    self.n_samples += len(item.acc_mps2)
                    pieces += self._timed(self._with_losses(item), each.arrival_s)
                elif (event := self._event(item)) is not None:
                    said += [*_joined(pieces), event]
                    pieces = []
        return [*said, *_joined(pieces)]

    def link_lost(self) -> None:
        """Note that the link broke here: what comes next is after a gap."""
        if self._first is not None and self._first.held:
            self._released += self._measured(self._first)
        self._decoder.reset()
        self._clock.reset()
        self._losses.reset()
        self._filling.reset()
        self._last = (None, None)
        self._is_after_gap = self.last_s is not None
        self.is_going_to_sleep = False
        self.refused = None

    def _decoded(self, raw: RawNotification) -> tuple[Item, ...]:
        if self._is_doubled(raw):
            self.n_doubled += 1
            return ()
        within_s, pause_s = self._driver.parts_within_s, raw.arrival_s - self._last_arrival_s
        self._last_arrival_s = raw.arrival_s
        if within_s is not None and pause_s > within_s:
            self._decoder.reset()
        try:
            return self._decoder.push(raw.char, raw.payload)
        except PacketError:
            self.n_bad_packets += 1
            return ()

    def _is_doubled(self, raw: RawNotification) -> bool:
        """Whether a notification is its forerunner once more, in a stream that changes.

        A sensor at rest may truly measure the same again and again.
        """
        before, last = self._last
        self._last = (last, (raw.char, raw.payload))
        return before != last == (raw.char, raw.payload)

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

    def _new_clock(self, rate_hz: float) -> PacketClock:
        driver = self._driver
        return packet_clock(
            rate_hz, driver.tick, driver.counter_bits, tells_losses=driver.tells_losses
        )

    def _take_rate(self, rate_hz: float | None) -> None:
        """Time by the rate the sensor tells, if it does so before its first sample."""
        if rate_hz is not None and rate_hz != self.rate_hz and self.last_s is None:
            self.rate_hz = rate_hz
            self._clock = self._new_clock(rate_hz)

    def _with_losses(self, samples: Samples) -> Samples:
        """What the sensor's own orientation tells of losses, put to what its codec knows."""
        if samples.angles_rad is None:
            return samples
        missing = self._losses.push(samples.acc_mps2, samples.gyr_radps, samples.angles_rad)
        return samples._replace(
            n_lost_before=max(samples.n_lost_before, missing.n_lost), is_loss_sure=missing.is_sure
        )

    def _timed(self, samples: Samples, arrival_s: float) -> tuple[ImuBlock, ...]:
        """One block; none where the packet came before or is held back, several once it is not."""
        if self._first is None:
            return self._block(samples, arrival_s)
        return self._measured(self._first) if self._first.add(samples, arrival_s) else ()

    def _measured(self, first: FirstSeconds) -> tuple[ImuBlock, ...]:
        """What was held back, timed by the rate it shows."""
        self._first = None
        self.rate_hz = first.rate_hz()
        self._clock = self._new_clock(self.rate_hz)
        return tuple(block for held in first.held for block in self._block(*held))

    def _block(self, samples: Samples, arrival_s: float) -> tuple[ImuBlock, ...]:
        t_s = self._clock.push(
            arrival_s,
            len(samples.acc_mps2),
            tick=samples.tick,
            counter=samples.counter,
            n_lost_before=samples.n_lost_before,
            is_loss_sure=samples.is_loss_sure,
        )
        if len(t_s) == 0:
            return ()
        if self._origin_s is None:
            self._origin_s = float(t_s[0])
        t_s = t_s - self._origin_s
        flags: FlagArray = np.where(samples.is_clipped, SampleFlag.CLIPPED, 0).astype(np.uint8)
        block = ImuBlock(t_s, samples.acc_mps2, samples.gyr_radps, flags)
        missing = self._filling.push(
            samples.acc_mps2,
            samples.gyr_radps,
            self._clock.found,
            is_torn=samples.n_lost_before > 0,
        )
        if missing is not None and self.last_s is not None:
            block = _put_before(missing, self.last_s, block)
        if self._is_after_gap:
            block.flags[0] |= SampleFlag.AFTER_GAP
            self._is_after_gap = False
        self.last_s = float(block.t_s[-1])
        return (block,)


def _put_before(missing: FloatArray, last_s: float, block: ImuBlock) -> ImuBlock:
    """Made-up samples, evenly between the last one and the block, and the block."""
    n = len(missing)
    flags = np.full(n, SampleFlag.INTERPOLATED | SampleFlag.RECALLED, np.uint8)
    t_s = np.linspace(last_s, block.t_s[0], n + 2)[1:-1]
    return ImuBlock(
        np.concatenate([t_s, block.t_s]),
        np.concatenate([missing[:, :3], block.acc_mps2]),
        np.concatenate([missing[:, 3:], block.gyr_radps]),
        np.concatenate([flags, block.flags]),
    )


def _joined(pieces: list[ImuBlock]) -> tuple[ImuBlock, ...]:
    if len(pieces) < 2:
        return tuple(pieces)
    return (ImuBlock(*map(np.concatenate, zip(*pieces, strict=True))),)
