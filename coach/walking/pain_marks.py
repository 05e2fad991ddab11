"""The pain marks of a walk: made at once, rated once the thigh is still."""

from coach.summary import Tally
from coach.walking.record import Record


class PainMarks:
    """Keeps marks and ratings, and remembers which marks wait for theirs."""

    def __init__(self, record: Record, tally: Tally) -> None:
        self._record, self._tally = record, tally
        self._unrated_s: list[float] = []

    @property
    def n_unrated(self) -> int:
        """Marks that nobody rated yet."""
        return len(self._unrated_s)

    def mark(self, t_s: float, level: int | None = None) -> None:
        """It hurts now."""
        self._tally.n_pain_marks += 1
        self._record.mark_pain(t_s, level)
        if level is None:
            self._unrated_s.append(t_s)

    def rate(self, level: int, site: str | None, now_s: float) -> None:
        """How much and where it hurt at the marks that wait, or else now."""
        if not self._unrated_s:
            self._tally.n_pain_marks += 1
        for t_s in self._unrated_s or [now_s]:
            self._record.mark_pain(t_s, level, site)
        self._unrated_s = []
