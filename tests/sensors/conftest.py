import sys

from tests.radio.fixtures import bluez, dbus_daemon, private_bus

__all__ = ["bluez", "dbus_daemon", "private_bus"]

# Bleak speaks D-Bus on Linux only
collect_ignore_glob = [] if sys.platform == "linux" else ["test_ble*.py"]
