"""How the fake BlueZ answers calls on a characteristic."""

import asyncio
import socket
from collections.abc import Awaitable, Coroutine
from typing import Any

from dbus_fast import Message, Variant

from tests.radio.faults import BluezError, unknown_method
from tests.radio.peripheral import GATT_CHARACTERISTIC, Characteristic, Peripheral, Radio
from tests.radio.service import Reply

_CLOSE_AFTER_S = 1.0
"""dbus-fast sends a file descriptor later than it is asked to: our copy closes after that."""


def answer_characteristic(
    message: Message, peripheral: Peripheral, characteristic: Characteristic, radio: Radio
) -> Reply:
    """The reply to one call; a coroutine when the sensor takes its time."""
    if characteristic.errors:
        raise characteristic.errors.pop(0)
    match message.member:
        case "ReadValue":
            return _read(message, characteristic)
        case "WriteValue":
            return _write(message, characteristic)
        case "StartNotify":
            _start_notify(message, characteristic, radio)
            return None
        case "StopNotify":
            _stop_notify(message, characteristic, radio)
            return None
        case "AcquireNotify":
            return _acquire_notify(message, peripheral, characteristic, radio)
    raise unknown_method(message.member or "")


def _read(message: Message, characteristic: Characteristic) -> Message:
    if "read" not in characteristic.flags:
        raise BluezError("NotPermitted", "Read not permitted")
    if characteristic.on_read is not None:
        characteristic.value = characteristic.on_read()
    return Message.new_method_return(message, "ay", [characteristic.value])


def _write(
    message: Message, characteristic: Characteristic
) -> Coroutine[Any, Any, Message | None] | None:
    kind = message.body[1].get("type", Variant("s", "request")).value
    needed = "write" if kind == "request" else "write-without-response"
    if needed not in characteristic.flags:
        raise BluezError("NotPermitted", "Write not permitted")
    if characteristic.on_write is None:
        return None
    work = characteristic.on_write(bytes(message.body[0]))
    return None if work is None else _wait_for(work)


async def _wait_for(work: Awaitable[None]) -> Message | None:
    await work
    return None


def _start_notify(message: Message, characteristic: Characteristic, radio: Radio) -> None:
    _refuse_unless_notifying(characteristic)
    if characteristic.sockets:
        raise BluezError("NotPermitted", "Notify acquired")
    characteristic.subscribers.add(message.sender or "")
    _tell_notifying(characteristic, radio)
    characteristic.subscription_changed()


def _stop_notify(message: Message, characteristic: Characteristic, radio: Radio) -> None:
    if message.sender not in characteristic.subscribers:
        raise BluezError("Failed", "No notify session started")
    characteristic.subscribers.discard(message.sender)
    _tell_notifying(characteristic, radio)
    characteristic.subscription_changed()


def _acquire_notify(
    message: Message, peripheral: Peripheral, characteristic: Characteristic, radio: Radio
) -> Message:
    _refuse_unless_notifying(characteristic)
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.setblocking(False)
    theirs.setblocking(False)
    characteristic.sockets.append(ours)
    characteristic.handed_over.append(theirs)
    acquired = {"NotifyAcquired": Variant("b", True)}
    radio.properties_changed(characteristic.path, GATT_CHARACTERISTIC, acquired)
    characteristic.subscription_changed()
    reply = Message.new_method_return(message, "hq", [0, peripheral.mtu])
    reply.unix_fds = [theirs.fileno()]
    asyncio.get_running_loop().call_later(_CLOSE_AFTER_S, theirs.close)
    return reply


def _refuse_unless_notifying(characteristic: Characteristic) -> None:
    if not {"notify", "indicate"} & set(characteristic.flags):
        raise BluezError("NotSupported", "Operation is not supported")


def _tell_notifying(characteristic: Characteristic, radio: Radio) -> None:
    notifying = {"Notifying": Variant("b", bool(characteristic.subscribers))}
    radio.properties_changed(characteristic.path, GATT_CHARACTERISTIC, notifying)
