"""A throw-away dbus-daemon that plays the system bus of one test."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

ADDRESS_VARIABLE = "DBUS_SYSTEM_BUS_ADDRESS"

_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path={socket}</listen><auth>EXTERNAL</auth>
<policy context="default">
 <allow user="*"/><allow own="*"/><allow send_destination="*" eavesdrop="true"/>
 <allow eavesdrop="true"/>{more}
</policy></busconfig>
"""
_DENY_BLUEZ = '<deny send_destination="org.bluez"/>'


def is_installed() -> bool:
    """Whether there is a dbus-daemon to start."""
    return shutil.which("dbus-daemon") is not None


class PrivateBus:
    """A dbus-daemon of one's own, in a directory that goes with it.

    As a context manager it also points `DBUS_SYSTEM_BUS_ADDRESS` at itself. `deny_bluez` makes
    the daemon answer every call to BlueZ with AccessDenied, as for a user without permission.
    """

    def __init__(self, *, deny_bluez: bool = False) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="radio-"))
        self._more = _DENY_BLUEZ if deny_bluez else ""
        self._daemon: subprocess.Popen[bytes] | None = None
        self._address_before: str | None = None

    @property
    def address(self) -> str:
        """What a client connects to."""
        return f"unix:path={self._folder / 'bus'}"

    def start(self) -> None:
        """Start the daemon; returns once it listens."""
        configuration = self._folder / "bus.conf"
        configuration.write_text(
            _CONFIGURATION.format(socket=self._folder / "bus", more=self._more)
        )
        self._daemon = subprocess.Popen(
            ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self._daemon.stdout is not None
        if not self._daemon.stdout.readline():
            raise RuntimeError("dbus-daemon did not start")

    def kill(self) -> None:
        """End the daemon as a crash would: every client loses its connection."""
        if self._daemon is not None:
            self._daemon.kill()
            self._daemon.wait(5)
            assert self._daemon.stdout is not None
            self._daemon.stdout.close()
            self._daemon = None

    def __enter__(self) -> Self:
        self.start()
        self._address_before = os.environ.get(ADDRESS_VARIABLE)
        os.environ[ADDRESS_VARIABLE] = self.address
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._address_before is None:
            os.environ.pop(ADDRESS_VARIABLE, None)
        else:
            os.environ[ADDRESS_VARIABLE] = self._address_before
        self.kill()
        shutil.rmtree(self._folder, ignore_errors=True)
