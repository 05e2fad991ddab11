"""A process that records at 120 Hz in real time and says what it handed in and what is kept.

With a passphrase as second argument the walk is protected by it.
"""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from coach.gait.pipeline import GaitSettings
from coach.records.keys import FileKey, shared_file_key
from coach.records.store import WalkHeader, WalkRecorder
from sensors.samples import ImuBlock, StreamInfo, StreamKind
from sensors.source import RawNotification

INFO = StreamInfo("test", StreamKind.SIMULATION, 120.0)
_PACKET = 6


def moving(first_idx: int) -> ImuBlock:
    """Samples nobody could compress to nothing."""
    rng = np.random.default_rng(first_idx)
    t_s = (first_idx + np.arange(_PACKET)) / INFO.rate_hz
    acc, gyr = rng.normal(9.81, 1.0, (_PACKET, 3)), rng.normal(0.0, 1.0, (_PACKET, 3))
    return ImuBlock(t_s, acc, gyr, np.zeros(_PACKET, np.uint8))


def record(path: Path, key: FileKey | None) -> None:
    """Record until killed."""
    header = WalkHeader(INFO, GaitSettings.of(INFO), None, datetime.now(UTC), "test")
    recorder = WalkRecorder(path, header, key=key)
    start = time.monotonic()
    for packet in range(100_000):
        time.sleep(max(0.0, start + packet * _PACKET / INFO.rate_hz - time.monotonic()))
        block = moving(packet * _PACKET)
        recorder.keep_heard(RawNotification(time.monotonic(), "ffe4", block.acc_mps2.tobytes()))
        recorder.keep(block, (), ())
        kept_until_s = recorder.state.kept_until_s
        kept_s = -1.0 if kept_until_s is None else kept_until_s
        sys.stdout.write(f"{block.t_s[-1]} {kept_s}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    record(Path(sys.argv[1]), shared_file_key(sys.argv[2]) if len(sys.argv) > 2 else None)
