"""Keeps screen and computer awake during a walk, where the system lets itself be asked."""

import threading
from collections.abc import Callable

_STOP_WITHIN_S = 2.0


class KeepAwake:
    """One request, on a thread of its own: asking the system may take a while, or fail.

    Parameters
    ----------
    tell : callable
        Called there once with whether the system agreed.
    """

    def __init__(self, tell: Callable[[bool], object]) -> None:
        self._tell = tell
        self._done = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Ask; returns at once, without effect while it is asked already."""
        if self._thread is None:
            self._done.clear()
            self._thread = threading.Thread(target=self._keep, name="awake", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Let the computer sleep again when it likes; safe to call twice."""
        thread, self._thread = self._thread, None
        self._done.set()
        if thread is not None:
            thread.join(_STOP_WITHIN_S)

    def _keep(self) -> None:
        from wakepy import keep  # not needed for any first paint

        with keep.presenting(on_fail="pass") as mode:
            self._tell(mode.active)
            self._done.wait()
