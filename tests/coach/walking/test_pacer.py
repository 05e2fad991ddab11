"""When samples of a recording are due, on a clock that goes only while somebody waits."""

from types import SimpleNamespace

import pytest

from coach.walking.pacer import Pacer


class Loop:
    """An event loop's clock, in the place of the real one."""

    def __init__(self) -> None:
        self.now_s = 1000.0

    def time(self) -> float:
        return self.now_s

    async def sleep(self, duration_s: float) -> None:
        self.now_s += duration_s


@pytest.fixture
def loop(monkeypatch: pytest.MonkeyPatch) -> Loop:
    loop = Loop()
    clock = SimpleNamespace(get_running_loop=lambda: loop, sleep=loop.sleep)
    monkeypatch.setattr("coach.walking.pacer.asyncio", clock)
    return loop


@pytest.mark.parametrize(("speed", "expected_s"), [(1.0, 0.5), (4.0, 0.125)])
async def test_a_sample_is_due_in_its_own_time(loop: Loop, speed: float, expected_s: float) -> None:
    pace = Pacer(speed)
    first_s = await pace.due(7.0)
    assert first_s == 1000.0
    assert await pace.due(7.5) == pytest.approx(first_s + expected_s)
    assert loop.now_s == pytest.approx(first_s + expected_s)


async def test_work_between_samples_delays_none(loop: Loop) -> None:
    pace = Pacer(1.0)
    await pace.due(0.0)
    loop.now_s += 0.3
    assert await pace.due(0.5) == pytest.approx(1000.5)
    assert loop.now_s == pytest.approx(1000.5)


async def test_a_short_delay_is_caught_up(loop: Loop) -> None:
    pace = Pacer(1.0)
    await pace.due(0.0)
    loop.now_s += 0.9
    await pace.due(0.1)
    assert loop.now_s == pytest.approx(1000.9)
    assert await pace.due(1.0) == pytest.approx(1001.0)


async def test_after_a_sleep_of_the_computer_it_goes_on_from_there(loop: Loop) -> None:
    pace = Pacer(1.0)
    await pace.due(0.0)
    loop.now_s += 60.0
    assert await pace.due(0.1) == pytest.approx(1060.0)
    assert await pace.due(0.6) == pytest.approx(1060.5)


async def test_after_a_pause_the_next_sample_is_due_at_once(loop: Loop) -> None:
    pace = Pacer(1.0)
    await pace.due(0.0)
    pace.restart()
    assert await pace.due(30.0) == pytest.approx(1000.0)
