"""The errors BlueZ answers with, by the names it gives them."""


class BluezError(Exception):
    """A D-Bus error reply; `name` without a dot is one of `org.bluez.Error`."""

    def __init__(self, name: str, text: str = "") -> None:
        super().__init__(name, text)
        self.name = name if "." in name else f"org.bluez.Error.{name}"
        self.text = text or name


def in_progress() -> BluezError:
    """Another scan or connect runs, or a crashed client left one behind."""
    return BluezError("InProgress", "Operation already in progress")


def not_ready() -> BluezError:
    """The adapter is off."""
    return BluezError("NotReady", "Resource Not Ready")


def aborted_by_peer() -> BluezError:
    """The sensor ended the connect: out of reach, or taken by another central."""
    return BluezError("Failed", "le-connection-abort-by-remote")


def aborted_by_us() -> BluezError:
    """The connect was given up: nothing was heard of the sensor, or it was called off."""
    return BluezError("Failed", "le-connection-abort-by-local")


def refused_by_peer() -> BluezError:
    """The sensor holds as many connections as it can: another app or phone has it."""
    return BluezError("Failed", "le-connection-refused")


def not_authorized() -> BluezError:
    """The host does not let this program use Bluetooth."""
    return BluezError("NotAuthorized", "Operation Not Authorized")


def unknown_object(path: str) -> BluezError:
    """There is nothing at that path."""
    return BluezError("org.freedesktop.DBus.Error.UnknownObject", f"no object {path}")


def unknown_method(member: str) -> BluezError:
    """There is no such method."""
    return BluezError("org.freedesktop.DBus.Error.UnknownMethod", f"no method {member}")


def att_error(code: int) -> BluezError:
    """The sensor answered a read or write with an ATT error code."""
    return BluezError("Failed", f"Operation failed with ATT error: {code:#04x}")
