"""A Python program of ours that follows JSON lines: asked from any thread, ended for sure."""

import json
import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic
from typing import IO, Any

_log = logging.getLogger(__name__)
_LOOK_EVERY_S = 0.5
_END_WITHIN_S = 0.3

_MOST_STARTS = 4

Order = Mapping[str, object]
Report = dict[str, Any]


class ChildProcess:
    """Writes orders to a script's input and hands its reports on.

    Parameters
    ----------
    name
        Of the thread that writes, and for the log.
    script, arguments
        What is run, by this Python, without the project on its path.
    on_report
        Called with every report, on a thread of this object.
    on_lost
        Called there when it never reported, or broke off or hung again after three new starts.
    answer_within_s
        How long an order told with ``expects_answer`` may take.
    """

    def __init__(
        self,
        name: str,
        script: Path,
        arguments: list[str],
        on_report: Callable[[Report], None],
        on_lost: Callable[[], None],
        *,
        answer_within_s: float = 3.0,
    ) -> None:
        self._name, self._command = name, [sys.executable, "-P", str(script), *arguments]
        self._on_report, self._on_lost = on_report, on_lost
        self._answer_within_s = answer_within_s
        self._orders: SimpleQueue[Order | None] = SimpleQueue()
        self._kept: dict[str, object] = {}
        self._process: subprocess.Popen[str] | None = None
        self._thread: threading.Thread | None = None
        self._asked_s: float | None = None
        self._has_reported = self._is_closing = False

    def open(self) -> None:
        """Start the process; orders told before are kept for it."""
        if self._thread is None and not self._is_closing:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()

    def tell(self, order: Order, *, expects_answer: bool = False) -> None:
        """Send an order; returns at once, from any thread."""
        if expects_answer and self._asked_s is None:
            self._asked_s = monotonic()
        self._orders.put(order)

    def keep(self, what: str, value: object) -> None:
        """Send an order that stands: a process that is started anew gets it again."""
        self._kept = {**self._kept, what: value}
        if self._thread is not None:
            self._orders.put({what: value})

    def close(self) -> None:
        """End the process, whether it answers or not; safe to call twice or before `open`."""
        self._is_closing = True
        self._orders.put(None)
        thread, self._thread = self._thread, None
        if thread is None:
            return
        thread.join(_END_WITHIN_S)
        if thread.is_alive() and self._process is not None:
            self._process.kill()
        thread.join(_END_WITHIN_S)

    def _run(self) -> None:
        for _ in range(_MOST_STARTS):
            self._has_reported, self._asked_s = False, None
            try:
                self._live()
            except OSError:
                _log.exception("the %s process did not start", self._name)
            if self._is_closing:
                return
            if not self._has_reported:
                break
        self._on_lost()

    def _live(self) -> None:
        """Run the process from its start to its end."""
        pipe = subprocess.PIPE
        with subprocess.Popen(
            self._command, stdin=pipe, stdout=pipe, stderr=pipe, encoding="utf-8", errors="replace"
        ) as process:
            self._process = process
            assert process.stdin
            assert process.stdout
            assert process.stderr
            readers = [
                threading.Thread(target=self._read, args=(process.stdout,), daemon=True),
                threading.Thread(target=self._log_complaints, args=(process.stderr,), daemon=True),
            ]
            for reader in readers:
                reader.start()
            self._write(process, process.stdin)
            for reader in readers:
                reader.join(_END_WITHIN_S)

    def _write(self, process: subprocess.Popen[str], orders: IO[str]) -> None:
        """Write orders until the last one, the end of the process, or an answer that is due."""
        order: Order | None = self._kept
        try:
            while order is not None:
                orders.write(json.dumps(order) + "\n")
                orders.flush()
                order = self._next_order(process)
            orders.close()
            process.wait(_END_WITHIN_S)
        except (OSError, subprocess.TimeoutExpired):
            process.kill()

    def _next_order(self, process: subprocess.Popen[str]) -> Order | None:
        while True:
            if process.poll() is not None:
                return None
            if self._asked_s is not None and monotonic() - self._asked_s > self._answer_within_s:
                _log.warning("the %s process does not answer", self._name)
                process.kill()
                return None
            try:
                return self._orders.get(timeout=_LOOK_EVERY_S)
            except Empty:
                continue

    def _read(self, reports: IO[str]) -> None:
        for line in reports:
            self._has_reported, self._asked_s = True, None
            self._on_report(json.loads(line))

    def _log_complaints(self, complaints: IO[str]) -> None:
        for line in complaints:
            _log.info("%s: %s", self._name, line.rstrip())
