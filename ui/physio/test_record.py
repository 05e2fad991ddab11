"""What a long-stride test writes into the file of its walk, so that a replay shows the bouts."""

from coach.care.long_stride_state import Bout
from ui.link import WalkLink
from ui.physio import threshold_texts


class TestRecord:
    """Remarks and pain marks of a test, at the moment they are made; nothing where nothing is kept.

    They are notes like any other, which a pseudonymous copy leaves out.
    """

    __test__ = False  # not a test of pytest's

    def __init__(self, link: WalkLink) -> None:
        self._link = link

    @property
    def walk(self) -> str:
        """Name of the file that takes the samples now; empty where they are not kept."""
        kept_in = self._link.kept_in
        return "" if kept_in is None else kept_in.name

    def begins(self, title: str) -> None:
        """A bout begins."""
        self._link.note(title)

    def is_rated(self, n_bout: int, bout: Bout) -> None:
        """A bout was rated; where it hurt, that is a pain mark too."""
        self._link.note(threshold_texts.bout(n_bout, bout))
        if bout.is_painful and bout.pain_after is not None:
            self._link.rate_pain(bout.pain_after, None)
