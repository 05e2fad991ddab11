"""The samples of a walk as text with its description beside: what any version can read again."""

from collections.abc import Iterable
from pathlib import Path

from coach.records.exchange.new_files import new_outputs
from sensors.recording import write_walk_csv
from sensors.samples import ImuBlock, StreamInfo


def write_walk(path: Path, info: StreamInfo, blocks: Iterable[ImuBlock]) -> tuple[Path, Path]:
    """Write a walk file and its sidecar, neither of which is there yet; return both.

    Raises
    ------
    KeepingError
        When one is there already or the disk does not take them.
    SensorError, RecordError
        When the samples cannot be read to their end.
    """
    stem = path.name.removesuffix(".gz").removesuffix(".csv")
    sidecar = path.with_name(f"{stem}.json")
    with new_outputs(path, sidecar) as (place, _):
        write_walk_csv(place, info, blocks)
    return path, sidecar
