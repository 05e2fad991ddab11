"""A simulated walker who stands until they are asked to walk, and walks what is asked."""

from collections import deque
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace

from sensors.samples import ImuBlock, StreamInfo
from sensors.simulation.person import Person
from sensors.simulation.scenario import Activity, Stand, Turn, Walk
from sensors.simulation.sensor import SensorModel, good_sensor
from sensors.simulation.source import SimulatedWalk

_FIRST_STAND_S = 6.0
_STAND_S = 1.0


class AskedWalk:
    """A `Source` without an end: a stand, then whatever `ask` has put in line, then a stand again.

    Each piece is a simulated walk of its own, from a stand to a stand; times run on. `ask` may be
    called from any thread.
    """

    def __init__(
        self, person: Person | None = None, sensor: SensorModel | None = None, seed: int = 0
    ) -> None:
        self._person = Person() if person is None else person
        self._sensor = good_sensor() if sensor is None else sensor
        self._seed, self._n_pieces = seed, 0
        self._asked: deque[tuple[Activity, ...]] = deque()
        self._is_closed = self._is_busy = False

    @property
    def info(self) -> StreamInfo:
        """What is known of the stream before its first sample."""
        info = SimulatedWalk(self._person, (Stand(_STAND_S),), self._sensor).info
        return replace(info, name="simulated walker", duration_s=None)

    @property
    def is_idle(self) -> bool:
        """Whether they only stand, with nothing in line."""
        return not self._asked and not self._is_busy

    def ask(self, *activities: Activity) -> None:
        """Put something to do in line; it begins and ends with a short stand."""
        self._asked.append((Stand(_STAND_S), *activities, Stand(_STAND_S)))

    async def __aiter__(self) -> AsyncIterator[ImuBlock]:
        """Iterate over blocks in time order, for ever."""
        for block in self.blocks():
            yield block

    async def aclose(self) -> None:
        """Stand no longer."""
        self._is_closed = True

    def blocks(self) -> Iterator[ImuBlock]:
        """Blocks of samples until `aclose`."""
        from_s = 0.0
        piece: tuple[Activity, ...] = (Stand(_FIRST_STAND_S),)
        while not self._is_closed:
            walk = SimulatedWalk(
                self._person, piece, self._sensor, seed=self._seed + self._n_pieces
            )
            for block in walk.blocks():
                yield block._replace(t_s=block.t_s + from_s)
            from_s += sum(activity.duration_s for activity in piece)
            self._n_pieces += 1
            self._is_busy = bool(self._asked)
            piece = self._asked.popleft() if self._is_busy else (Stand(_STAND_S),)


def passes(walk: Walk, n_passes: int = 2) -> tuple[Activity, ...]:
    """The same walk up and down a corridor, with a turn between."""
    activities: list[Activity] = [walk]
    for _ in range(n_passes - 1):
        activities += [Turn(180.0), walk]
    return tuple(activities)
