"""Says when protected records are to be locked because nobody used them; reads no clock."""

LOCKED_AFTER_S = 600.0


class AutoLock:
    """Uses in, whether to lock out; a walk that goes on is use."""

    def __init__(self, now_s: float, after_s: float = LOCKED_AFTER_S) -> None:
        self._used_s, self._after_s = now_s, after_s

    def used(self, now_s: float) -> None:
        """Note that somebody used the program."""
        self._used_s = now_s

    def is_due(self, now_s: float, *, is_walking: bool) -> bool:
        """Whether to lock now; ask at least once a minute."""
        if is_walking:
            self._used_s = now_s
        return now_s - self._used_s >= self._after_s
