"""What `hipcoach doctor` asks outside the window: Bluetooth, keyring and disk.

``python -m coach.doctor_probes NAME`` prints one finding; each import happens inside its probe.
"""

import asyncio
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from coach.doctor import Finding, Status, answer

_OLDEST_BLUEZ = (5, 55)
_BLUETOOTH_WITHIN_S = 15.0
_LEAST_FREE_BYTES, _ENOUGH_BYTES = 200e6, 1e9


def bluetooth() -> Finding:
    """Adapter, service and permission, by the very call a scan begins with."""
    from coach.words import fault_words
    from sensors.ble_scan import Radio
    from sensors.errors import LinkError

    async def ask() -> None:
        async with asyncio.timeout(_BLUETOOTH_WITHIN_S):
            await Radio().connected()

    try:
        asyncio.run(ask())
    except TimeoutError:
        return Finding(Status.MISSING, "Bluetooth does not answer.", _restart())
    except LinkError as error:
        said = fault_words(error.fault)
        return Finding(Status.MISSING, said.happened, _LINUX.get(error.fault, said.do))
    return Finding(Status.OK, "an adapter is there, is on and may be used")


def _restart() -> str:
    linux = sys.platform == "linux"
    return "sudo service bluetooth restart" if linux else "Turn Bluetooth off and on again."


def _linux_mends() -> dict[str, str]:
    from sensors.errors import SensorFault

    if sys.platform != "linux":
        return {}
    return {
        SensorFault.NO_BLUETOOTH_SERVICE: "sudo apt install bluez && sudo service bluetooth start",
        SensorFault.ADAPTER_OFF: "rfkill unblock bluetooth && bluetoothctl power on",
        SensorFault.PERMISSION_DENIED: 'sudo usermod -aG bluetooth "$USER", then log in again',
        SensorFault.NO_ADAPTER: "Plug in a Bluetooth adapter (4.0 or newer).",
    }


_LINUX = _linux_mends()


def bluez() -> Finding:
    """Version of Linux's Bluetooth service; other systems bring their own."""
    if sys.platform != "linux":
        return Finding(Status.OK, "not needed on this system")
    try:
        said = subprocess.run(
            ["bluetoothctl", "--version"], capture_output=True, text=True, timeout=10, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return Finding(Status.MISSING, "BlueZ is not installed", "sudo apt install bluez")
    version = re.search(r"(\d+)\.(\d+)", said)
    if version is None:
        return Finding(Status.LIMITED, "BlueZ does not tell its version")
    if tuple(map(int, version.groups())) < _OLDEST_BLUEZ:
        oldest = ".".join(map(str, _OLDEST_BLUEZ))
        found = f"BlueZ {version[0]}; {oldest} or newer is needed"
        return Finding(Status.MISSING, found, "sudo apt update && sudo apt upgrade bluez")
    return Finding(Status.OK, f"BlueZ {version[0]}")


def keyring() -> Finding:
    """Whether the operating system keeps a key for us, so that nobody types a passphrase."""
    import keyring as keyrings

    backend = keyrings.get_keyring()
    if backend.priority > 0:
        return Finding(Status.OK, str(backend.name))
    linux = sys.platform == "linux"
    return Finding(
        Status.LIMITED,
        "there is none; protected walks open only with their recovery passphrase",
        "sudo apt install gnome-keyring, then log in again"
        if linux
        else "Log in with a user account that has a keyring.",
    )


def disk() -> Finding:
    """Whether walks can be written where they are kept, and for how long."""
    from coach.records.folders import walks_folder

    folder = walks_folder()
    there = next(each for each in (folder, *folder.parents) if each.exists())
    if not os.access(there, os.W_OK):
        return Finding(Status.MISSING, f"{there} may not be written", f"chmod u+w {_quoted(there)}")
    free = shutil.disk_usage(there).free
    found = f"{free / 1e9:.1f} GB free for {folder}"
    if free >= _ENOUGH_BYTES:
        return Finding(Status.OK, found)
    status = Status.LIMITED if free >= _LEAST_FREE_BYTES else Status.MISSING
    return Finding(status, found, "Delete or move files until 1 GB is free.")


def _quoted(path: Path) -> str:
    return f"'{path}'"


PROBES = {"bluetooth": bluetooth, "bluez": bluez, "keyring": keyring, "disk": disk}

if __name__ == "__main__":
    answer(PROBES)
