"""A stretch of a walk as files: its samples, or its strides with what was decided."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from coach.care.limits import Decision
from coach.gait.events import Stride
from coach.records.exchange.outgoing import OutgoingWalk, stride_rows
from coach.records.exchange.strides_csv import write_strides_csv
from coach.records.exchange.walk_csv import write_walk
from coach.replay.opened import OpenedWalk, samples_of
from sensors.samples import ImuBlock

Stretch = tuple[float, float]


def write_samples(walk: OpenedWalk, stretch: Stretch | None, target: Path) -> tuple[Path, ...]:
    """Write the samples of a stretch, or of the whole walk, with their description; return both.

    Raises
    ------
    SensorError, RecordError
        When the walk cannot be read to its end, a file is there already, or the disk is full.
    """
    with samples_of(walk.path, walk.key, walk.told) as (blocks, _):
        return write_walk(target, walk.info, blocks if stretch is None else _cut(blocks, stretch))


def write_strides(
    walk: OpenedWalk,
    strides: tuple[Stride, ...],
    decisions: tuple[Decision, ...],
    stretch: Stretch | None,
    target: Path,
) -> tuple[Path, ...]:
    """Write the strides whose peaks lie in a stretch, as a table; return what was written.

    Raises
    ------
    RecordError
        When a file is there already, or the disk is full.
    """
    first_s, last_s = stretch or (-np.inf, np.inf)
    chosen = [each for each in strides if first_s <= each.peak_thigh_extension_s <= last_s]
    outgoing = OutgoingWalk(
        info=walk.info,
        gait=walk.gait,
        blocks=tuple,
        start_s=walk.start_s,
        duration_s=walk.info.duration_s or 0.0,
        strides=stride_rows(chosen, decisions),
    )
    return write_strides_csv(target, outgoing, target.name.split(".")[0])


def _cut(blocks: Iterable[ImuBlock], stretch: Stretch) -> Iterator[ImuBlock]:
    first_s, last_s = stretch
    for block in blocks:
        is_within = (block.t_s >= first_s) & (block.t_s <= last_s)
        if is_within.all():
            yield block
        elif is_within.any():
            rows = np.flatnonzero(is_within)
            yield ImuBlock(
                block.t_s[rows], block.acc_mps2[rows], block.gyr_radps[rows], block.flags[rows]
            )
        if len(block.t_s) and block.t_s[-1] > last_s:
            return
