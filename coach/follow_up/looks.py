"""Looks at many kept walks one after the other, and at none of them twice."""

from collections.abc import Callable, Iterable
from pathlib import Path

from coach.follow_up.walk_look import WalkLook, look_at
from coach.records.errors import RecordError

_Key = tuple[Path, int, int]
_MOST_KEPT = 64


class Looks:
    """Remembers what walks came to, until their files change; belongs to one thread."""

    def __init__(self) -> None:
        self._known: dict[_Key, WalkLook] = {}

    def forget(self) -> None:
        """Look at every walk anew from here on."""
        self._known.clear()

    def at(
        self,
        path: Path,
        *,
        wants_curve: bool = True,
        progress: Callable[[float], None] = lambda _: None,
    ) -> WalkLook:
        """Look at a walk, or remember it.

        Raises
        ------
        RecordError
            When it cannot be read.
        """
        key = _key(path)
        known = self._known.get(key) if key is not None else None
        if known is not None and (known.curve is not None or not wants_curve):
            return known
        look = look_at(path, wants_curve=wants_curve, progress=progress)
        if key is not None:
            while len(self._known) >= _MOST_KEPT:
                self._known.pop(next(iter(self._known)))
            self._known[key] = look
        return look

    def at_all(
        self,
        paths: Iterable[Path],
        *,
        n_curves: int = 0,
        progress: Callable[[float], None] = lambda _: None,
    ) -> tuple[tuple[WalkLook, ...], dict[Path, RecordError]]:
        """Look at walks, the first and the last `n_curves` with their curve.

        Returns
        -------
        tuple of WalkLook, and dict of path to RecordError
            Those that could be read, in the given order, and why the others could not.
        """
        wanted = list(paths)
        looks: list[WalkLook] = []
        failed: dict[Path, RecordError] = {}
        for n, path in enumerate(wanted):
            is_end = n < n_curves or n >= len(wanted) - n_curves
            progress(n / len(wanted))

            def within(share: float, n: int = n) -> None:
                progress((n + share) / len(wanted))

            try:
                looks.append(self.at(path, wants_curve=is_end, progress=within))
            except RecordError as error:
                failed[path] = error
        progress(1.0)
        return tuple(looks), failed


def _key(path: Path) -> _Key | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return path, status.st_mtime_ns, status.st_size
