"""A process that records at 100 Hz in real time and says what it handed in and what is kept."""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from coach.gait.pipeline import GaitSettings
from coach.records.store import WalkHeader, WalkRecorder
from tests.coach.walks import INFO, still


def record(path: Path) -> None:
    """Record until killed."""
    header = WalkHeader(INFO, GaitSettings.of(INFO), None, datetime.now(UTC), "test")
    recorder = WalkRecorder(path, header)
    start = time.monotonic()
    for packet in range(10_000):
        time.sleep(max(0.0, start + packet / 20 - time.monotonic()))
        recorder.keep(still(packet / 20, 5), (), ())
        kept_until_s = recorder.state.kept_until_s
        sys.stdout.write(f"{packet / 20 + 0.04} {-1.0 if kept_until_s is None else kept_until_s}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    record(Path(sys.argv[1]))
