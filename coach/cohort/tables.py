"""The tables of a cohort, put together from its parts: strides, walks, and what made them."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from coach.cohort.parts import Parts
from coach.cohort.result import WALK_COLUMNS, Failed, Outcome, WalkResult
from coach.cohort.task import CohortSettings, versions
from coach.records.errors import KeepingError, RecordFault
from coach.records.exchange.stride_columns import STRIDE_COLUMNS, Value
from coach.records.exchange.strides_csv import (
    STRIDE_MEANINGS,
    WALK_COLUMN,
    csv_line,
    meanings,
)

_FORMAT = "hipcoach-cohort/1"
_NAME = (WALK_COLUMN, None, "The walk's file, below the folder that all have in common")
_OF_FILES = (
    _NAME,
    ("sha256", None, "Digest of the walk's file; of what belongs to it, see manifest.json"),
    ("is_analysed", None, "Whether the walk could be analysed"),
    ("why_not_analysed", None, "Why it could not"),
)


class Done(NamedTuple):
    """A walk that was tried: its name, the digests of its files, the key of its part."""

    name: str
    digests: Mapping[str, str]
    key: str
    outcome: Outcome

    def without_strides(self) -> "Done":
        """The same, small: of ten thousand walks only the figures fit into memory."""
        if isinstance(self.outcome, Failed):
            return self
        return self._replace(outcome=replace(self.outcome, strides=[]))


def analysed(done: Iterable[Done]) -> list[tuple[str, WalkResult]]:
    """Names and results of the walks that could be analysed."""
    return [(each.name, each.outcome) for each in done if isinstance(each.outcome, WalkResult)]


def failed(done: Iterable[Done]) -> list[tuple[str, str]]:
    """Names of the walks that could not be analysed, and why."""
    return [(each.name, each.outcome.why) for each in done if isinstance(each.outcome, Failed)]


def write_strides(path: Path, done: Sequence[Done], parts: Parts) -> None:
    """Write a row a stride, walk after walk, one part in memory at a time.

    Raises
    ------
    KeepingError
        When a part is no longer there.
    """
    with path.open("w", newline="", encoding="utf-8") as file:
        file.write(csv_line([WALK_COLUMN, *(column.name for column in STRIDE_COLUMNS)]))
        for each in done:
            file.writelines(_stride_lines(each, parts))


def write_walks(path: Path, done: Iterable[Done]) -> None:
    """Write a row a walk; those that could not be analysed have a reason instead of figures."""
    with path.open("w", newline="", encoding="utf-8") as file:
        names = [name for name, _, _ in _OF_FILES]
        file.write(csv_line([*names, *(column.name for column in WALK_COLUMNS)]))
        file.writelines(csv_line(_walk_values(each)) for each in done)


def column_texts() -> dict[str, str]:
    """The file beside each table that tells unit and meaning of its columns, by its name."""
    walks = (*_OF_FILES, *(column[:3] for column in WALK_COLUMNS))
    return {
        "strides.columns.json": meanings((_NAME, *STRIDE_MEANINGS)),
        "walks.columns.json": meanings(walks),
    }


def manifest(
    done: Iterable[Done],
    settings: CohortSettings,
    outputs: Iterable[Path],
    times: Mapping[str, str | float],
) -> str:
    """JSON of everything that has to be the same to get the same results, and their digests."""
    told = {
        "format": _FORMAT,
        "versions": versions(),
        "settings": asdict(settings),
        "walks": [
            {"walk": each.name, "sha256": each.digests}
            | ({"why_not": each.outcome.why} if isinstance(each.outcome, Failed) else {})
            for each in done
        ],
        "outputs": {path.name: _sha256(path) for path in outputs},
        "times": dict(times),
    }
    return json.dumps(told, indent=1) + "\n"


def _stride_lines(done: Done, parts: Parts) -> Iterator[str]:
    if isinstance(done.outcome, Failed):
        return
    result = parts.get(done.key)
    if result is None:
        raise KeepingError(RecordFault.DISK_FAILS, cause=f"the part of {done.name} is gone")
    name = csv_line([done.name]).rstrip("\r\n")
    yield from (f"{name},{line}" for line in result.strides)


def _walk_values(done: Done) -> list[Value]:
    digest = next(iter(done.digests.values()), None)
    if isinstance(done.outcome, Failed):
        empty: list[Value] = [None] * len(WALK_COLUMNS)
        return [done.name, digest, False, done.outcome.why, *empty]
    values = (column.value(done.outcome) for column in WALK_COLUMNS)
    return [done.name, digest, True, None, *values]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
