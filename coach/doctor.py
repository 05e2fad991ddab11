"""What this computer has of what Hip Coach needs: each thing probed in a process of its own.

A library that is missing, crashes or hangs takes its probe down, never the report.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from typing import NamedTuple

import msgspec

_PATIENCE_S = 30.0
_AT_ONCE = 3
_SIGNS = {"ok": "✓", "limited": "!", "missing": "✗"}


class Status(StrEnum):
    """How a thing stands."""

    OK = "ok"
    LIMITED = "limited"
    """Hip Coach works without it, with less."""
    MISSING = "missing"


class Finding(NamedTuple):
    """What a probe found, and the one line that mends it; None where there is nothing to mend."""

    status: Status
    found: str
    mend: str | None = None


class Probe(NamedTuple):
    """One thing to look at.

    Attributes
    ----------
    title : str
        What it is called in the report.
    module, name : str
        ``python -m module name`` prints the `Finding` as JSON.
    mend_if_broken : str
        What helps when that process crashes or hangs.
    """

    title: str
    module: str
    name: str
    mend_if_broken: str


def answer(probes: Mapping[str, Callable[[], Finding]]) -> None:
    """Print what the probe of the command line finds; the whole of a probe's process."""
    print(json.dumps(probes[sys.argv[1]]()))  # noqa: T201 - this is how it answers


def examine(probes: Sequence[Probe]) -> list[Finding]:
    """Findings of all probes, in their order, some at a time."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return list(pool.map(_found_by, probes))


def report_lines(probes: Sequence[Probe], findings: Sequence[Finding]) -> list[str]:
    """A line for each finding, and one below it that mends it."""
    width = max(len(probe.title) for probe in probes)
    lines = []
    for probe, finding in zip(probes, findings, strict=True):
        lines.append(f"{_SIGNS[finding.status]} {probe.title:<{width}}  {finding.found}")
        if finding.mend is not None:
            lines.append(f"  {'':<{width}}  → {finding.mend}")
    return lines


def as_json(probes: Sequence[Probe], findings: Sequence[Finding]) -> str:
    """The same for programs."""
    return json.dumps(
        [
            {"title": probe.title, "name": probe.name, **finding._asdict()}
            for probe, finding in zip(probes, findings, strict=True)
        ],
        ensure_ascii=False,
    )


def _found_by(probe: Probe) -> Finding:
    command = [sys.executable, "-P", "-m", probe.module, probe.name]
    try:
        ended = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PATIENCE_S,
            check=False,
        )
        return msgspec.json.decode(ended.stdout.splitlines()[-1], type=Finding)
    except subprocess.TimeoutExpired:
        reason = f"did not answer within {_PATIENCE_S:.0f} s"
    except (OSError, IndexError, msgspec.DecodeError):
        reason = "could not be looked at: its library crashed or is not there"
    return Finding(Status.MISSING, reason, probe.mend_if_broken)
