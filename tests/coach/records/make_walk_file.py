"""Writes a small walk file of the current schema version, to be kept for the tests of later ones.

Run as ``python -m tests.coach.records.make_walk_file`` before the schema changes; the file goes
to ``tests/coach/records/data/walk-version-N.sqlite`` and is never made anew.
"""

from pathlib import Path

from coach.records.store import GapReason, WalkRecorder
from coach.records.tables import WALK
from tests.coach.records.conftest import DECISION, LIMIT, STARTED_AT, STRIDES, header
from tests.coach.walks import still

FOLDER = Path(__file__).parent / "data"


def write(path: Path) -> Path:
    """Three seconds with two strides, a decision, a pain mark, a gap and a note."""
    recorder = WalkRecorder(path, header(LIMIT), commit_every_s=0.01)
    recorder.keep(still(0.0, 150), STRIDES[:1], (DECISION,))
    recorder.mark_pain(1.25)
    recorder.mark_gap(1.49, 2.0, GapReason.LINK)
    recorder.keep(still(2.0, 150), STRIDES[1:], ())
    recorder.set_limit(2.5, None)
    recorder.note(None, "a note")
    return recorder.close(STARTED_AT)


if __name__ == "__main__":
    write(FOLDER / f"walk-version-{WALK.version}.sqlite")
