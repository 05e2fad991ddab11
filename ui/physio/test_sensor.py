"""The sensor of a long-stride test: can a bout begin, and what does its file tell of the bouts."""

from typing import TYPE_CHECKING

from coach.care.long_stride_state import Bout
from sensors.source import LinkState
from ui.link import WalkLink
from ui.physio import test_texts, threshold_texts

if TYPE_CHECKING:
    from coach.live import WalkUpdate

_LINKED = (LinkState.CONNECTED, LinkState.CONNECTING)


class TestSensor:
    """What is known of the sensor; remarks and pain marks go into the file of the walk.

    They are notes like any other, which a pseudonymous copy leaves out.
    """

    __test__ = False  # not a test of pytest's

    def __init__(self, link: WalkLink) -> None:
        self._link = link
        self._latest: WalkUpdate | None = None
        self.is_calibrated = False

    @property
    def walk(self) -> str:
        """Name of the file that takes the samples now; empty where they are not kept."""
        kept_in = self._link.kept_in
        return "" if kept_in is None else kept_in.name

    @property
    def is_ready(self) -> bool:
        """Whether a bout can begin as far as the sensor goes."""
        return self.is_calibrated and self._is_linked

    @property
    def words(self) -> str:
        """How it stands."""
        return test_texts.sensor(
            self._latest, is_linked=self._is_linked, is_calibrated=self.is_calibrated
        )

    @property
    def _is_linked(self) -> bool:
        return self._latest is not None and self._latest.link in _LINKED

    def start(self) -> None:
        """Begin a walk; the person stands once more for it."""
        self._latest, self.is_calibrated = None, False
        self._link.start(None)

    def see(self, update: "WalkUpdate") -> None:
        """Note how the sensor stands with the newest update."""
        self._latest = update

    def begins(self, title: str) -> None:
        """A bout begins."""
        self._link.note(title)

    def is_rated(self, n_bout: int, bout: Bout) -> None:
        """A bout was rated; where it hurt, that is a pain mark too."""
        self._link.note(threshold_texts.bout(n_bout, bout))
        if bout.is_painful and bout.pain_after is not None:
            self._link.rate_pain(bout.pain_after, None)
