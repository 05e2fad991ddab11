"""Who holds a file: told by a small file beside it, which means something only while it is held."""

import json
import os
import sys
from contextlib import suppress
from pathlib import Path

_MAX_BYTES = 1000


def tell_holder(path: Path) -> None:
    """Say that this process holds the file; best effort, nothing depends on it."""
    text = json.dumps({"program": Path(sys.argv[0]).name or "python", "process": os.getpid()})
    with suppress(OSError):
        file = os.open(_beside(path), os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        try:
            os.write(file, text.encode())
        finally:
            os.close(file)


def forget_holder(path: Path) -> None:
    """Say no more that this process holds it."""
    with suppress(OSError):
        _beside(path).unlink()


def holder_of(path: Path) -> str | None:
    """Who said last that it holds the file; None where nobody did."""
    try:
        told = json.loads(_beside(path).read_bytes()[:_MAX_BYTES])
        return f"{str(told['program'])[:40]}, process {int(told['process'])}"
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}-held")
