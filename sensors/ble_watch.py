"""Whether a stream is worth its name: enough good samples, little nonsense."""

from collections.abc import Callable

from sensors.errors import SensorFault
from sensors.notifications import NotificationReader


class StreamWatch:
    """Looks every `period_s` whether a stream brought more samples than nonsense.

    Attributes
    ----------
    was_good : bool
        At least one period was.
    fault : SensorFault or None
        Why the last one was not.
    """

    def __init__(
        self, reader: NotificationReader, clock: Callable[[], float], period_s: float
    ) -> None:
        self._reader = reader
        self._clock = clock
        self._period_s = period_s
        self.was_good = False
        self.fault: SensorFault | None = None
        self._begin()

    def remaining_s(self) -> float:
        """Seconds to the next look."""
        return max(0.0, self._end_s - self._clock())

    def has_failed(self) -> bool:
        """Whether a period has ended that was not good."""
        if self._clock() < self._end_s:
            return False
        n_good = self._reader.n_samples - self._n_samples
        n_bad = self._reader.n_bad_packets - self._n_bad_packets
        if n_good > n_bad:
            self.was_good = True
        elif self._reader.refused is not None:
            self.fault = SensorFault.COMMAND_REFUSED
        else:
            self.fault = SensorFault.GARBAGE if n_bad else SensorFault.SILENT
        self._begin()
        return self.fault is not None

    def _begin(self) -> None:
        self._end_s = self._clock() + self._period_s
        self._n_samples = self._reader.n_samples
        self._n_bad_packets = self._reader.n_bad_packets
