"""A worn sensor outside of a walk: repetitions, posture, its link, and a calm end."""

import pytest

from coach.gait.events import Posture
from coach.worn import WornStream, WornUpdate
from sensors.errors import LinkError, SensorFault
from sensors.samples import StreamInfo, StreamKind
from sensors.simulation.person import Person
from sensors.simulation.scenario import Repeat, Sit, Stand
from sensors.simulation.sensor import good_sensor
from sensors.simulation.source import SimulatedWalk
from sensors.source import LinkChange, LinkState, SourceItem

_SWINGS = SimulatedWalk(
    Person(),
    (Stand(4.0), Repeat(6, top_deg=(40.0, 0.0, 0.0), period_s=3.0), Sit(20.0)),
    good_sensor(),
    block_samples=10,
)


async def _followed(least_lift_deg: float | None = 10.0) -> list[WornUpdate]:
    updates: list[WornUpdate] = []
    stream = WornStream(_SWINGS, is_paced=False)
    stream.count(least_lift_deg)
    await stream.run(updates.append)
    return updates


async def test_repetitions_are_told_as_they_are_done() -> None:
    updates = await _followed()
    assert [len(update.repetitions) for update in updates if update.repetitions] == [1] * 6


async def test_nothing_is_counted_unless_it_is_asked_for() -> None:
    assert not any(update.repetitions for update in await _followed(None))


async def test_it_says_when_the_start_pose_is_known() -> None:
    updates = await _followed()
    assert not updates[0].is_ready
    assert any(update.is_ready for update in updates)


async def test_the_posture_is_told_when_it_changes() -> None:
    updates = await _followed(None)
    postures = list(dict.fromkeys(update.posture for update in updates))
    assert postures[0] is Posture.UNKNOWN
    assert {Posture.STANDING, Posture.RESTING} <= set(postures)
    assert postures[-1] is Posture.RESTING


async def test_few_updates_come() -> None:
    assert len(await _followed()) < 30


class _Radio:
    """A source whose link breaks, and then fails."""

    def __init__(self) -> None:
        self.is_closed = False
        self.info = StreamInfo("radio", StreamKind.RADIO, 100.0)

    async def __aiter__(self):  # type: ignore[no-untyped-def]
        """Lose the link and give up."""
        items: list[SourceItem] = [
            LinkChange(LinkState.LOST, 1.0, SensorFault.LINK_LOST),
        ]
        for item in items:
            yield item
        raise LinkError(SensorFault.LINK_LOST)

    async def aclose(self) -> None:
        """Let go."""
        self.is_closed = True


async def test_a_lost_link_is_told_and_an_end_of_it_raised() -> None:
    radio, updates = _Radio(), list[WornUpdate]()
    stream = WornStream(radio)
    with pytest.raises(LinkError):
        await stream.run(updates.append)
    assert updates[-1].link is LinkState.LOST
    assert radio.is_closed
