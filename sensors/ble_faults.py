"""The one place where an error of Bleak, D-Bus or the operating system becomes a `LinkError`."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from bleak.exc import (
    BleakBluetoothNotAvailableError,
    BleakBluetoothNotAvailableReason,
    BleakCharacteristicNotFoundError,
    BleakDBusError,
    BleakDeviceNotFoundError,
    BleakError,
    BleakGATTProtocolError,
)

from sensors.errors import Detail, LinkError, SensorFault

if sys.platform == "linux":
    from dbus_fast.errors import AuthError, DBusFastError

    _DENIED: tuple[type[Exception], ...] = (PermissionError, AuthError)
    _NO_BUS: tuple[type[Exception], ...] = (ConnectionError, FileNotFoundError, DBusFastError)
else:
    _DENIED = (PermissionError,)
    _NO_BUS = (ConnectionError,)

RADIO_ERRORS: tuple[type[Exception], ...] = (BleakError, OSError, EOFError, *_DENIED, *_NO_BUS)
"""Everything that Bleak lets through when something is wrong with the world."""

_log = logging.getLogger(__name__)

_UNAVAILABLE = {
    BleakBluetoothNotAvailableReason.NO_BLUETOOTH: SensorFault.NO_ADAPTER,
    BleakBluetoothNotAvailableReason.NO_BLE_CENTRAL_ROLE: SensorFault.NO_ADAPTER,
    BleakBluetoothNotAvailableReason.POWERED_OFF: SensorFault.ADAPTER_OFF,
    BleakBluetoothNotAvailableReason.DENIED_BY_USER: SensorFault.PERMISSION_DENIED,
    BleakBluetoothNotAvailableReason.DENIED_BY_SYSTEM: SensorFault.PERMISSION_DENIED,
    BleakBluetoothNotAvailableReason.DENIED_BY_UNKNOWN: SensorFault.PERMISSION_DENIED,
    BleakBluetoothNotAvailableReason.UNKNOWN: SensorFault.NO_BLUETOOTH_SERVICE,
}

_BY_DBUS_NAME = {
    "org.freedesktop.DBus.Error.AccessDenied": SensorFault.PERMISSION_DENIED,
    "org.freedesktop.DBus.Error.AuthFailed": SensorFault.PERMISSION_DENIED,
    "org.freedesktop.DBus.Error.ServiceUnknown": SensorFault.NO_BLUETOOTH_SERVICE,
    "org.freedesktop.DBus.Error.NameHasNoOwner": SensorFault.NO_BLUETOOTH_SERVICE,
    "org.freedesktop.DBus.Error.NoReply": SensorFault.NO_BLUETOOTH_SERVICE,
    "org.freedesktop.DBus.Error.Disconnected": SensorFault.NO_BLUETOOTH_SERVICE,
    "org.freedesktop.DBus.Error.UnknownObject": SensorFault.SENSOR_NOT_FOUND,
    "org.bluez.Error.DoesNotExist": SensorFault.SENSOR_NOT_FOUND,
    "org.bluez.Error.InProgress": SensorFault.BUSY,
    "org.bluez.Error.NotReady": SensorFault.ADAPTER_OFF,
    "org.bluez.Error.NotAuthorized": SensorFault.PERMISSION_DENIED,
    "org.bluez.Error.AlreadyConnected": SensorFault.CONNECTED_ELSEWHERE,
}

# What `org.bluez.Error.Failed` says in its text, and what other systems say in theirs.
_BY_WORDS = (
    ("adapter-not-powered", SensorFault.ADAPTER_OFF),
    ("le-connection-refused", SensorFault.CONNECTED_ELSEWHERE),
    ("abort-by-remote", SensorFault.CONNECTED_ELSEWHERE),
    ("already-connected", SensorFault.CONNECTED_ELSEWHERE),
    ("connection-limit", SensorFault.BUSY),
    ("le-connection-busy", SensorFault.BUSY),
    ("in progress", SensorFault.BUSY),
    ("connection-timeout", SensorFault.CONNECT_TIMEOUT),
    ("adapter '", SensorFault.NO_ADAPTER),
    ("device '", SensorFault.SENSOR_NOT_FOUND),
    ("requires bluez", SensorFault.NO_BLUETOOTH_SERVICE),
    ("is bluetooth turned on", SensorFault.ADAPTER_OFF),
    ("access denied", SensorFault.CONNECTED_ELSEWHERE),  # Windows, when another program has it
    ("unreachable", SensorFault.CONNECT_TIMEOUT),
    ("disconnected", SensorFault.LINK_LOST),
    ("not connected", SensorFault.LINK_LOST),
)


_BY_TYPE: tuple[tuple[tuple[type[Exception], ...], SensorFault], ...] = (
    ((TimeoutError,), SensorFault.CONNECT_TIMEOUT),
    ((BleakDeviceNotFoundError,), SensorFault.SENSOR_NOT_FOUND),
    ((BleakCharacteristicNotFoundError,), SensorFault.SERVICE_MISSING),
    ((BleakGATTProtocolError,), SensorFault.COMMAND_REFUSED),
    (_DENIED, SensorFault.PERMISSION_DENIED),
    ((EOFError, *_NO_BUS), SensorFault.NO_BLUETOOTH_SERVICE),
)


def fault_of(error: Exception) -> SensorFault:
    """What an error that Bleak let through means for the person."""
    if isinstance(error, BleakBluetoothNotAvailableError):
        return _UNAVAILABLE[error.reason]
    if isinstance(error, BleakDBusError) and error.dbus_error in _BY_DBUS_NAME:
        return _BY_DBUS_NAME[error.dbus_error]
    said = str(error).lower()
    by_type = (fault for types, fault in _BY_TYPE if isinstance(error, types))
    by_words = (fault for words, fault in _BY_WORDS if words in said)
    return next(by_type, None) or next(by_words, SensorFault.CONNECT_FAILED)


@contextmanager
def as_link_errors(**details: Detail) -> Iterator[None]:
    """Turn what Bleak raises inside into a `LinkError` with these details; the log has its words.

    Raises
    ------
    LinkError
        Whatever went wrong with adapter, service, permission, sensor or link.
    """
    try:
        yield
    except RADIO_ERRORS as error:
        fault = fault_of(error)
        _log.info("%s: %r", fault, error)
        raise LinkError(fault, **details) from error
