"""The entry point `hipcoach`: the commands of `coach.cli`, and the window when asked for."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coach.cli import commands

commands.places |= {
    "doctor": "ui.doctor:doctor",
    "home": "ui.home.command:home",
    "replay": "ui.replay.command:replay",
    "screens": "ui.tour.screens:screens",
    "report": "ui.report_command:report",
}

if TYPE_CHECKING:
    from coach.care.limits import Limit
    from coach.coach import CoachSettings
    from coach.keeping import Keeping
    from coach.records.places import Place
    from sensors.samples import StreamKind
    from sensors.source import Source


class Windows:
    """What `coach.cli` shows in windows; Qt is imported only when it is called."""

    def __call__(
        self,
        prepare: "Callable[..., tuple[Source, CoachSettings, Place | None]]",
        *,
        kind: "StreamKind",
        limit: "Limit | None",
        speed: float,
        finds_sensor: bool = False,
        keeping: "Keeping | None" = None,
    ) -> int:
        """Show a walk in the window until it is closed."""
        _let_ctrl_c_end_silently()  # Qt does not survive an exception while it is imported
        from ui.app import run_window

        return run_window(
            prepare, kind=kind, limit=limit, speed=speed, finds_sensor=finds_sensor, keeping=keeping
        )

    def home(self) -> int:
        """Show the home until it is closed."""
        _let_ctrl_c_end_silently()
        from ui.app import make_application
        from ui.home.opening import run_home

        return run_home(make_application())

    def ask_to_read(self, path: Path) -> None:
        """Ask for the passphrase of a file, where one is needed."""
        from coach.records.unlocking import waits_for_passphrase

        if waits_for_passphrase(path) is None:
            return
        _let_ctrl_c_end_silently()
        from ui.app import make_application
        from ui.locking import ask_to_read

        make_application()
        ask_to_read(path)


def main() -> None:
    """Run the command line; output that cannot be written is told, not a traceback."""
    if sys.stdout is None or sys.stderr is None:  # closed from outside
        nothing = Path(os.devnull).open("w")  # noqa: SIM115 - open as long as the process
        sys.stdout, sys.stderr = sys.stdout or nothing, sys.stderr or nothing
    try:
        commands(obj=Windows())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is left unwritten stays so
        sys.exit(_cannot_write(error))


def _let_ctrl_c_end_silently() -> None:
    """Until a walk has begun, Ctrl-C ends the process at once; where it is ignored, it stays so."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _cannot_write(error: OSError) -> str:
    return (
        "Hip Coach could not write all of this. What you see or what was made is not whole. "
        f"Check the disk, and where the output goes. ({error.strerror})"
    )
