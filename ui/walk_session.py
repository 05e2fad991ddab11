"""One walk's link, sounds and window, joined: for a walk by itself and for the walk of a home."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt

from coach.cli import OPENS_HOME
from sensors.samples import StreamKind
from ui import texts
from ui.cut_off_question import CutOffQuestion
from ui.link import WalkLink
from ui.patient.walk_window import WalkPlan, WalkWindow
from ui.sound_texts import trouble
from ui.sound_trouble import SoundTrouble
from ui.sounds import Sounds

if TYPE_CHECKING:
    from coach.care.limits import Limit
    from coach.keeping import Keeping
    from coach.live import LiveWalk
    from ui.sensor_choice import SensorChoice


class WalkSession:
    """Nothing is heard before `open_sounds`; `close` ends what runs and lets go of all of it.

    Parameters
    ----------
    make_walk : callable
        Gives the walk, judged by a limit; called on the walk's thread, after the first paint.
    plan : WalkPlan
        What the window has to know.
    has_motion : bool
        Whether smooth motion is welcome.
    sounds : Sounds or None
        Sounds that are open already and stay so; None makes some of its own.
    make_window : callable
        Gives the window, from link, plan and `has_motion`.
    """

    def __init__(
        self,
        make_walk: "Callable[[Limit | None], LiveWalk]",
        plan: WalkPlan,
        *,
        has_motion: bool = True,
        sounds: Sounds | None = None,
        make_window: Callable[..., WalkWindow] = WalkWindow,
    ) -> None:
        self.link = WalkLink(make_walk)
        self._has_own_sounds = sounds is None
        self.sounds = sounds or Sounds()
        self.window = make_window(self.link, plan, has_motion=has_motion)
        self._is_open = True
        self._wire()

    def ask_first(self, keeping: "Keeping | None", choice: "SensorChoice | None") -> None:
        """Ask, before the walk begins, for what is still open: a walk cut off, and a sensor."""
        question = CutOffQuestion(keeping) if keeping is not None else None
        asking = [each.ask for each in (question, choice) if each is not None]
        self.window.ask_first = lambda: any(ask(self.window) for ask in asking)
        if question is not None:
            self.window.began.connect(partial(question.tell_protection, self.window))

    def open_sounds(self) -> None:
        """Let the walk be heard; call it after the first paint."""
        self.sounds.open()

    def close(self) -> None:
        """End the walk, wait until it is kept, fall silent; safe to call twice."""
        if not self._is_open:
            return
        self._is_open = False
        self.window.close()
        self.link.close()
        if self._has_own_sounds:
            self.sounds.close()
            return
        self.sounds.no_longer_listen_to(self.link.delivered)
        self.sounds.troubles_changed.disconnect(self._show_troubles)
        self.link.beat_changed.disconnect(self.sounds.set_beat)
        self.sounds.set_beat(None)
        self.sounds.set_muted(False)

    def _wire(self) -> None:
        sounds, window = self.sounds, self.window
        sounds.set_language(QLocale())
        sounds.listen_to(self.link.delivered)
        self.link.beat_changed.connect(sounds.set_beat, Qt.ConnectionType.DirectConnection)
        sounds.troubles_changed.connect(self._show_troubles)
        if sounds.troubles:
            self._show_troubles(sounds.troubles)
        window.muted.connect(sounds.set_muted)
        window.sound_wanted.connect(sounds.play)
        window.view.controls.home_requested.connect(self._leave_for_home)

    def _show_troubles(self, troubles: frozenset[SoundTrouble]) -> None:
        self.window.view.show_sound_note([trouble(code) for code in sorted(troubles)])

    def _leave_for_home(self) -> None:
        self.window.exit_code = OPENS_HOME
        self.window.close()


def badge_of(kind: StreamKind) -> str:
    """What labels a walk that nobody walks now; empty for one with a sensor."""
    if kind is StreamKind.SIMULATION:
        return texts.simulated_badge()
    return texts.recorded_badge() if kind is StreamKind.RECORDING else ""
