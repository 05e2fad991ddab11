"""One connection to one sensor: its characteristics, and the steps a driver asks for."""

import asyncio
import hashlib
import logging
from contextlib import AsyncExitStack, suppress

from bleak import BleakClient
from bleak.backends.characteristic import BleakGATTCharacteristic
from bleak.backends.service import BleakGATTServiceCollection

from sensors.ble_faults import RADIO_ERRORS, as_link_errors
from sensors.ble_inbox import Inbox
from sensors.ble_scan import FoundSensor, Radio
from sensors.devices.codec import (
    Ask,
    Driver,
    Pause,
    Read,
    Step,
    Steps,
    Subscribe,
    Unsubscribe,
    Write,
)
from sensors.errors import LinkError, SensorFault

_STEP_TIMEOUT_S = 5.0
_DISCONNECT_TIMEOUT_S = 10.0

_log = logging.getLogger(__name__)


class Link:
    """A connected sensor that has everything its driver needs; made by `open_link`.

    Attributes
    ----------
    fingerprint : str
        Short hash of its services and characteristics: another firmware or another kind of
        device has another one.
    """

    def __init__(self, client: BleakClient, driver: Driver, inbox: Inbox, name: str) -> None:
        self._client = client
        self._driver = driver
        self._inbox = inbox
        self._name = name
        self._chars = _characteristics(client.services, driver)
        self._subscribed: set[str] = set()
        self._question: tuple[Ask, asyncio.Future[Steps]] | None = None
        self.fingerprint = _fingerprint(client.services)

    def require_service(self) -> None:
        """Check that the sensor has what the driver needs.

        Raises
        ------
        LinkError
            `SERVICE_MISSING`: its firmware is too old, or it is not what its name says.
        """
        missing = [char for char in self._driver.chars if char not in self._chars]
        if missing:
            raise LinkError(
                SensorFault.SERVICE_MISSING,
                sensor=self._name,
                model=self._driver.model,
                missing=", ".join(missing),
            )

    async def run(self, steps: Steps) -> None:
        """Take steps one after the other.

        Raises
        ------
        LinkError
            The sensor refused one, lacks a characteristic, did not answer, or went away.
        """
        for step in steps:
            with as_link_errors(sensor=self._name):
                async with asyncio.timeout(_patience_s(step)):
                    more = await self._take(step)
            await self.run(more)

    async def run_if_possible(self, steps: Steps) -> None:
        """Take steps the sensor may not know, each whether the others succeeded or not."""
        for step in steps:
            try:
                await self.run((step,))
            except LinkError as error:
                _log.debug("%s could not: %s", self._name, error)

    async def close(self) -> None:
        """Stop the stream where the link still stands, and always let go of the connection.

        Also when it is cancelled meanwhile; it may be called again then, and at any time.
        """
        try:
            if self._client.is_connected:
                with suppress(TimeoutError):
                    async with asyncio.timeout(_STEP_TIMEOUT_S):
                        await self.run_if_possible(self._driver.stop)
        finally:
            await let_go(self._client)

    async def _take(self, step: Step) -> Steps:
        match step:
            case Subscribe(char):
                await self._subscribe(char)
            case Unsubscribe(char):
                if char in self._subscribed:
                    self._subscribed.discard(char)
                    await self._client.stop_notify(self._char(char))
            case Write(char, data):
                await self._write(char, data)
            case Read(char):
                self._inbox.put(char, bytes(await self._client.read_gatt_char(self._char(char))))
            case Pause(duration_s):
                await asyncio.sleep(duration_s)
            case Ask():
                return await self._ask(step)
        return ()

    async def _subscribe(self, char: str) -> None:
        if char in self._subscribed:
            return

        def receive(_: BleakGATTCharacteristic, payload: bytearray) -> None:
            data = bytes(payload)
            self._inbox.put(char, data)
            if self._question is not None:
                self._answer(char, data)

        self._subscribed.add(char)
        await self._client.start_notify(self._char(char), receive)

    async def _write(self, char: str, data: bytes) -> None:
        known = self._char(char)
        await self._client.write_gatt_char(known, data, response="write" in known.properties)

    async def _ask(self, step: Ask) -> Steps:
        answer: asyncio.Future[Steps] = asyncio.get_running_loop().create_future()
        self._question = (step, answer)
        try:
            await self._write(step.char, step.data)
            async with asyncio.timeout(step.timeout_s):
                return await answer
        except TimeoutError as error:
            raise LinkError(
                SensorFault.MODEL_UNKNOWN, sensor=self._name, model=self._driver.model
            ) from error
        finally:
            self._question = None

    def _answer(self, char: str, data: bytes) -> None:
        assert self._question is not None
        question, answer = self._question
        if char != question.answer_char or answer.done():
            return
        for prefix, steps in question.answers:
            if data.startswith(prefix):
                answer.set_result(steps)
                return

    def _char(self, char: str) -> BleakGATTCharacteristic:
        if char not in self._chars:
            raise LinkError(
                SensorFault.SERVICE_MISSING,
                sensor=self._name,
                model=self._driver.model,
                missing=char,
            )
        return self._chars[char]


async def open_link(
    radio: Radio, sensor: FoundSensor, driver: Driver, inbox: Inbox, *, timeout_s: float
) -> Link:
    """Connect to a sensor that was heard, with a client of its own, and check what it has.

    Raises
    ------
    LinkError
        It cannot be reached, is taken, lacks a service, or Bluetooth is not to be had.
    """
    client = BleakClient(
        sensor.device, disconnected_callback=lambda _: inbox.lose(), timeout=timeout_s
    )
    async with AsyncExitStack() as undo:
        undo.push_async_callback(let_go, client)
        async with radio.connecting():
            with as_link_errors(sensor=sensor.name):
                async with asyncio.timeout(timeout_s):
                    await client.connect()
                link = Link(client, driver, inbox, sensor.name)
        link.require_service()
        undo.pop_all()
    return link


async def let_go(client: BleakClient) -> None:
    """Disconnect whatever happened before: Bleak holds a D-Bus connection until it is told to."""
    try:
        async with asyncio.timeout(_DISCONNECT_TIMEOUT_S):
            await client.disconnect()
    except RADIO_ERRORS as error:
        _log.debug("disconnecting: %r", error)


def _patience_s(step: Step) -> float | None:
    if isinstance(step, Pause):
        return None
    return _STEP_TIMEOUT_S + (step.timeout_s if isinstance(step, Ask) else 0.0)


def _characteristics(
    services: BleakGATTServiceCollection, driver: Driver
) -> dict[str, BleakGATTCharacteristic]:
    """Every characteristic by UUID; where two share one, that of the driver's service."""
    known: dict[str, BleakGATTCharacteristic] = {}
    for service in sorted(services, key=lambda each: each.uuid == driver.service):
        known |= {char.uuid: char for char in service.characteristics}
    return known


def _fingerprint(services: BleakGATTServiceCollection) -> str:
    lines = sorted(
        f"{service.uuid} {char.uuid} {' '.join(sorted(char.properties))}"
        for service in services
        for char in service.characteristics
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
