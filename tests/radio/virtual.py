"""One virtual sensor per codec: the services of the real one, its answers, and a movement to send.

It measures all the time, as a real one does, and sends while it was told to stream and has a
listener: what is measured while nobody listens is lost.
"""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from sensors.devices import metamotion, movesense, open_imu, text_imu, witmotion, xsens_dot
from sensors.devices.codec import BATTERY_LEVEL, FIRMWARE_REVISION, SERIAL_NUMBER
from sensors.samples import FloatArray
from tests.radio.air import Air
from tests.radio.encoders import ENCODERS, answers, read_value
from tests.radio.peripheral import Characteristic, Peripheral, Service

_DOT = "1517{:04x}-4947-11e9-8646-d663bd873d93".format
_BATTERY_SERVICE = "0000180f-0000-1000-8000-00805f9b34fb"
_DEVICE_INFORMATION = "0000180a-0000-1000-8000-00805f9b34fb"

Layout = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""Services with their characteristics and flags."""

_WRITABLE = "write write-without-response"
_INFORMATION = (_DEVICE_INFORMATION, ((SERIAL_NUMBER, "read"), (FIRMWARE_REVISION, "read")))


@dataclass(frozen=True, slots=True)
class Make:
    """What a model shows and understands, from the same sheets as its codec.

    `starts` and `stops` are beginnings of what is written to make it stream and stop; without
    `starts` it streams as soon as it has a listener.
    """

    model: str
    name: str
    layout: Layout
    data: str
    starts: bytes | None = None
    stops: bytes | None = None
    company: dict[int, bytes] = field(default_factory=dict)
    is_service_advertised: bool = True
    streams_on: bool = False
    """Whether it goes on streaming to the next who connects."""


MAKES = {
    "dot": Make(
        xsens_dot.XSENS_DOT.model,
        "Movella DOT",
        (
            (
                _DOT(0x1000),
                ((_DOT(0x1001), "read"), (_DOT(0x1002), "read write"), (_DOT(0x1004), "notify")),
            ),
            (_DOT(0x2000), ((_DOT(0x2001), "read write"), (_DOT(0x2003), "notify"))),
            (_DOT(0x3000), ((_DOT(0x3001), "read notify"),)),
        ),
        xsens_dot.MEDIUM_PAYLOAD,
        starts=b"\x01\x01",
        stops=b"\x01\x00",
        company={0x0886: b"\x01"},
        is_service_advertised=False,
    ),
    "witmotion": Make(
        witmotion.WITMOTION.model,
        "WT901BLE68",
        ((witmotion.SERVICE, ((witmotion.NOTIFY, "notify"), (witmotion.COMMAND, _WRITABLE))),),
        witmotion.NOTIFY,
    ),
    "movesense": Make(
        movesense.MOVESENSE.model,
        "Movesense 223430000019",
        ((movesense.SERVICE, ((movesense.COMMAND, "write"), (movesense.DATA, "notify"))),),
        movesense.DATA,
        starts=b"\x01\x63",
        stops=b"\x02\x63",
    ),
    "metamotion": Make(
        metamotion.METAMOTION.model,
        "MetaWear",
        (
            (
                metamotion.SERVICE,
                ((metamotion.COMMAND, _WRITABLE), (metamotion.NOTIFY, "read notify")),
            ),
            _INFORMATION,
        ),
        metamotion.NOTIFY,
        starts=b"\x13\x01\x01",
        stops=b"\x13\x01\x00",
        streams_on=True,
    ),
    "open": Make(
        open_imu.OPEN_IMU.model,
        "OpenIMU A1B2C3",
        (
            (
                open_imu.SERVICE,
                (
                    (open_imu.DATA, "notify"),
                    (open_imu.CONTROL, "write"),
                    (open_imu.INFO, "read"),
                ),
            ),
            (_BATTERY_SERVICE, ((BATTERY_LEVEL, "read notify"),)),
        ),
        open_imu.DATA,
        starts=b"\x01",
        stops=b"\x00",
    ),
    "text": Make(
        text_imu.TEXT_IMU.model,
        "TextIMU 1",
        ((text_imu.SERVICE, ((text_imu.TRANSMIT, "notify"),)),),
        text_imu.TRANSMIT,
    ),
}
"""Every virtual sensor by the short name `tests.radio.play` knows it by."""


class VirtualSensor:
    """A peripheral of some make that plays a movement.

    Parameters
    ----------
    make
        Key of `MAKES`.
    acc_mps2, gyr_radps : (n, 3) arrays
        The movement at `rate_hz`, in the sensor's frame; when it ends the sensor falls silent.
    loss : float
        Share of notifications the air swallows.
    speed : float
        How much faster than real it lives.
    chip
        Of a MetaMotion.
    number
        Of its kind: part of the serial number it tells.
    air
        Takes what is sent to the listener, with times of its own; it is then sent as fast as it
        is heard.

    Attributes
    ----------
    written : list of (char, bytes)
        Everything the host wrote to it.
    notifications : list of Notification
        What it would send if it were always heard.
    n_sent : int
        Of these, how many went out.
    replies : list of bytes
        What it said between these in answer to something written.
    """

    def __init__(
        self,
        make: str,
        rate_hz: float,
        acc_mps2: FloatArray,
        gyr_radps: FloatArray,
        *,
        address: str = "D4:22:CD:00:00:01",
        loss: float = 0.0,
        speed: float = 1.0,
        skew_ppm: float = 0.0,
        seed: int = 1,
        chip: str = "BMI160",
        number: int = 1,
        air: Air | None = None,
    ) -> None:
        self.make = MAKES[make]
        self.written: list[tuple[str, bytes]] = []
        self.n_sent = 0
        self.replies: list[bytes] = []
        self.loss = loss
        self.is_muted = False
        self.mangle: Callable[[bytes], bytes] = lambda payload: payload
        self._chip, self._number = chip, number
        self._speed = speed * (1 + skew_ppm * 1e-6)
        self._rate_hz = rate_hz
        draw = random.Random(seed)
        self._is_streaming = self.make.starts is None
        t_s = np.arange(len(acc_mps2)) / rate_hz
        self.notifications = ENCODERS[self.make.model, rate_hz](t_s, acc_mps2, gyr_radps)
        self.air = air
        self._swallowed = [draw.random() for _ in self.notifications]
        self._playing: asyncio.Task[None] | None = None
        self.peripheral = self._peripheral(address)

    @property
    def is_streaming(self) -> bool:
        """Whether it was told to stream and not to stop since."""
        return self._is_streaming

    def send(self, payload: bytes) -> bool:
        """Notify on the data characteristic; False when nobody listens."""
        return self.peripheral.notify(self.make.data, payload)

    def play(self) -> asyncio.Task[None]:
        """Begin to measure; returns the task that ends with the movement."""
        self._playing = asyncio.get_running_loop().create_task(self._play())
        return self._playing

    async def stop(self) -> None:
        """Stop measuring."""
        if self._playing is not None:
            self._playing.cancel()
            await asyncio.gather(self._playing, return_exceptions=True)

    async def _play(self) -> None:
        if self.air is not None:
            await self._play_through(self.air)
            return
        loop = asyncio.get_running_loop()
        start_s = loop.time()
        for i, each in enumerate(self.notifications):
            due_s = start_s + each.sample_idx / self._rate_hz / self._speed
            if (wait_s := due_s - loop.time()) > 0:
                await asyncio.sleep(wait_s)
            self._play_one(i)

    async def _play_through(self, air: Air) -> None:
        """As fast as it is heard; at its own speed while nobody listens."""
        last_idx = 0
        for i, each in enumerate(self.notifications):
            air.sends(i, each.payload)
            if not self.has_listener():
                await asyncio.sleep((each.sample_idx - last_idx) / self._rate_hz / self._speed)
            elif self._play_one(i):
                await air.wait()
            last_idx = each.sample_idx

    def has_listener(self) -> bool:
        """Whether what it measures now would be heard."""
        is_heard = self.peripheral.characteristic(self.make.data).is_notifying
        return self._is_streaming and self.peripheral.is_connected and is_heard

    def _play_one(self, i: int) -> bool:
        notification = self.notifications[i]
        is_heard = self._is_streaming and not self.is_muted
        if not is_heard or self._swallowed[i] < self.loss:
            return False
        payload = self.mangle(notification.payload)
        was_sent = self.peripheral.notify(notification.char, payload)
        self.n_sent += was_sent
        return was_sent

    def _peripheral(self, address: str) -> Peripheral:
        services = [
            Service(uuid, [self._characteristic(char, flags) for char, flags in chars])
            for uuid, chars in self.make.layout
        ]
        advertised = (services[0].uuid,) if self.make.is_service_advertised else ()
        return Peripheral(
            address,
            self.make.name,
            services,
            advertised_uuids=advertised,
            manufacturer=self.make.company,
            on_connection=self._connection_changed,
        )

    def _characteristic(self, uuid: str, flags: str) -> Characteristic:
        return Characteristic(
            uuid,
            tuple(flags.split()),
            value=read_value(uuid, self._number),
            on_write=lambda data: self._take(uuid, data),
        )

    def _take(self, char: str, data: bytes) -> None:
        self.written.append((char, data))
        if self.make.starts is not None and data.startswith(self.make.starts):
            self._is_streaming = True
        if self.make.stops is not None and data.startswith(self.make.stops):
            self._is_streaming = False
        for reply in answers(self.make.model, data, chip=self._chip):
            if self.send(reply):
                self.replies.append(reply)

    def _connection_changed(self, is_connected: bool) -> None:
        if not is_connected and self.make.starts is not None and not self.make.streams_on:
            self._is_streaming = False
