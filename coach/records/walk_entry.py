"""What the list of walks says of a walk, read from its file."""

from pathlib import Path

from coach.records.entries import WalkEntry
from coach.records.walk_file import WalkFile


def entry_of(path: Path) -> WalkEntry:
    """What the list says of a walk.

    Raises
    ------
    RecordError
        When the walk cannot be read.
    """
    with WalkFile.look(path) as walk:
        strides = walk.strides()
        over = {each.stride_start_s for each in walk.decisions() if each.is_over}
        return WalkEntry(
            started_at=walk.started_at,
            duration_s=walk.info.duration_s or 0.0,
            kind=walk.info.kind,
            state=walk.state,
            side=walk.info.side,
            n_strides=len(strides),
            n_scored=sum(stride.is_scored for stride in strides),
            n_over=sum(stride.is_scored and stride.start_s in over for stride in strides),
            n_pain_marks=len(walk.pain_marks()),
        )
