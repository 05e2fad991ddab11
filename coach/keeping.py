"""Where a walk in the window is kept: settled when it begins, after the person could be asked."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from coach.records.folders import walks_folder
from coach.records.places import Place, new_key, new_walk_path, place_to_continue, tidy
from coach.records.recovery import newest_cut_off
from sensors.samples import StreamKind


class Keeping:
    """The place of a walk to come, or of the bouts of a long-stride test (`is_test`).

    Attributes
    ----------
    cut_off : CutOff or None
        A walk that was cut off a short time ago, to be asked about before this one begins.
    goes_on : bool
        Whether that one is to go on; to be set by whoever asked.
    notice : RecordFault or None
        What is to be told of how the walk is protected.

    Raises
    ------
    RecordError
        When there is no key to be had, or nothing to go on with.
    """

    def __init__(
        self,
        out: Path | None,
        kind: StreamKind,
        *,
        goes_on: bool = False,
        is_plain: bool = False,
        is_test: bool = False,
        choose_passphrase: Callable[[], str | None] | None = None,
    ) -> None:
        self._out, self._kind, self.goes_on, self._is_test = out, kind, goes_on, is_test
        now = datetime.now().astimezone()
        self.cut_off = self.notice = self._key = None
        if goes_on:
            place_to_continue(now, kind)  # says now what would be said too late
            return
        if out is None and kind is StreamKind.RADIO and not is_test:
            self.cut_off = newest_cut_off(walks_folder(), now, kind)
        if not is_plain:
            self._key, self.notice = new_key(kind, choose_passphrase=choose_passphrase)

    def settle(self) -> Place:
        """The place, now that the walk begins; walks that were cut off and do not go on are saved.

        Raises
        ------
        RecordError
            When the folder cannot be made, or there is nothing to go on with any more.
        """
        now = datetime.now().astimezone()
        if self.goes_on:
            return place_to_continue(now, self._kind)
        if self._out is not None:
            return Place(self._out, self._key)
        tidy(walks_folder())
        is_simulated = self._kind is StreamKind.SIMULATION
        path = new_walk_path(now, is_simulated=is_simulated, is_test=self._is_test)
        return Place(path, self._key)
