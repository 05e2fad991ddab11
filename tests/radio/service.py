"""A D-Bus service that answers every call in one function: an error, a delay or no answer at all
is one line there."""

import asyncio
import socket
from collections.abc import Callable, Coroutine
from typing import Any

from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus
from dbus_fast.constants import NameFlag

from tests.radio.faults import BluezError

_SEND_BUFFER_BYTES = 8 << 20
"""dbus-fast takes a full socket for a dead one; a big buffer makes bursts safe."""

Reply = Message | Coroutine[Any, Any, Message | None] | None


class BusService:
    """Holds a name on a bus, hands calls to `answer`, says who left, sends signals.

    `answer` may raise a `BluezError`; a coroutine it returns is awaited before the reply goes out;
    None is an empty reply. `client_gone` gets the unique name of a client that left the bus.
    """

    def __init__(
        self,
        name: str,
        answer: Callable[[Message], Reply],
        client_gone: Callable[[str], None],
    ) -> None:
        self.name = name
        self.calls: list[tuple[str, str]] = []
        self._answer = answer
        self._client_gone = client_gone
        self._bus: MessageBus | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self, address: str) -> None:
        """Connect to the bus at that address and take the name."""
        self._bus = await MessageBus(bus_address=address, negotiate_unix_fd=True).connect()
        assert self._bus._sock is not None
        self._bus._sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER_BYTES)
        self._bus.add_message_handler(self._handle)
        await self._bus.call(
            Message(
                destination="org.freedesktop.DBus",
                path="/org/freedesktop/DBus",
                interface="org.freedesktop.DBus",
                member="AddMatch",
                signature="s",
                body=["type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged'"],
            )
        )
        await self._bus.request_name(self.name, NameFlag.DO_NOT_QUEUE)

    async def stop(self) -> None:
        """Leave the bus."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._bus is not None:
            self._bus.disconnect()
            left: Coroutine[Any, Any, None] = self._bus.wait_for_disconnect()  # type: ignore[no-untyped-call]
            await asyncio.gather(left, return_exceptions=True)
            self._bus = None

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Run something until it ends or the service stops."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def signal(self, path: str, interface: str, member: str, kind: str, body: list[Any]) -> None:
        """Tell everybody; `kind` is the D-Bus signature of the body."""
        if self._bus is not None and self._bus.connected:
            message = Message(
                message_type=MessageType.SIGNAL,
                path=path,
                interface=interface,
                member=member,
                signature=kind,
                body=body,
            )
            self._bus.send(message)

    def _handle(self, message: Message) -> Message | bool | None:
        if message.message_type is MessageType.SIGNAL:
            if message.member == "NameOwnerChanged" and not message.body[2]:
                self._client_gone(message.body[0])
            return None
        if message.message_type is not MessageType.METHOD_CALL:
            return None
        self.calls.append((message.path or "", message.member or ""))
        try:
            reply = self._answer(message)
        except BluezError as error:
            return Message.new_error(message, error.name, error.text)
        if isinstance(reply, Message):
            return reply
        if reply is None:
            return Message.new_method_return(message)
        self.spawn(self._answer_later(message, reply))
        return True

    async def _answer_later(
        self, message: Message, work: Coroutine[Any, Any, Message | None]
    ) -> None:
        try:
            reply = await work or Message.new_method_return(message)
        except BluezError as error:
            reply = Message.new_error(message, error.name, error.text)
        if self._bus is not None and self._bus.connected:
            await self._bus.send(reply)
