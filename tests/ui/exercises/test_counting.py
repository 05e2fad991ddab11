"""Exercises with the sensor on: it counts, the other leg goes by time, and it says little."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from coach.care.exercise_choice import ExerciseChoice, Person, Way
from coach.care.exercise_pace import Part
from coach.care.exercise_session import Session
from coach.care.exercises import Exercise, load_library
from coach.care.reasons import Rule, because
from coach.care.symptoms import OwnSymptoms
from coach.gait.repetitions import Repetition
from coach.records.entries import ExerciseEntry
from sensors.samples import Side
from tests.ui.home.conftest import Clock
from ui.exercises.page import ExercisesPage
from ui.exercises.player import Player
from ui.exercises.worn_sensor import SensorState, WornSensor, counts
from ui.home.home import Home

_LIBRARY = load_library()


def _rep(lift_deg: float = 30.0, duration_s: float = 3.0, behind_deg: float = 0.0) -> Repetition:
    return Repetition(0.0, duration_s, lift_deg, behind_deg)


@pytest.fixture
def player(qtbot: QtBot) -> Player:
    player = Player(has_motion=False)
    qtbot.addWidget(player)
    return player


def _begin(player: Player, exercise_id: str) -> list[Exercise | None]:
    """A session of one exercise with a sensor, up to its first set; what is asked to be counted."""
    asked: list[Exercise | None] = []
    player.counting_requested.connect(lambda exercise, _: asked.append(exercise))
    choice = ExerciseChoice(exercise_id, Way.AS_IT_STANDS, because(Rule.CALM_ITEM))
    player.set_sensor(is_there=True)
    player.begin(Session([choice], _LIBRARY, Person(), OwnSymptoms(), 0), Side.RIGHT)
    player.show()
    player.advance(5.0)
    return asked


def test_counting_begins_with_the_set_and_ends_with_it(player: Player) -> None:
    asked = _begin(player, "B1")
    assert [each.id for each in asked if each] == ["B1"]
    for _ in range(10):
        player.count_repetition(_rep())
    assert asked[-1] is None
    assert player.pacer is not None
    assert player.pacer.step is not None
    assert player.pacer.step.part is Part.REST


def test_the_last_repetition_leads_to_the_rating(player: Player) -> None:
    _begin(player, "C1")
    for _ in range(8):
        player.count_repetition(_rep())
    assert player.currentWidget() is player.rating


def test_the_number_counted_is_the_big_one(player: Player) -> None:
    _begin(player, "B1")
    for _ in range(3):
        player.count_repetition(_rep())
    assert player.going.time.text() == "3 of 10"


def test_nothing_counts_while_paused(player: Player) -> None:
    _begin(player, "B1")
    player.going.pause.click()
    player.count_repetition(_rep())
    assert player.going.time.text() == "0 of 10"


def test_the_other_leg_goes_by_time(player: Player) -> None:
    _begin(player, "Q1")
    assert player.pacer is not None
    assert player.pacer.step is not None
    assert player.pacer.step.part is Part.OUT


def test_what_a_sensor_cannot_see_goes_by_time(player: Player) -> None:
    _begin(player, "K2")
    assert player.pacer is not None
    assert player.pacer.step is not None
    assert player.pacer.step.part is Part.OUT


def test_the_end_tells_tempo_and_lift_against_the_own_start(player: Player) -> None:
    _begin(player, "C1")
    for lift_deg in (40.0, 40.0, 40.0, 38.0, 34.0, 32.0, 32.0, 32.0):
        player.count_repetition(_rep(lift_deg))
    player.rating.pain.buttons[0].click()
    player.rating.done.click()
    assert player.end_page.list.text() == (
        "Heel taps on the back: 8 × in 3.0 s each, lift at the end 80 % of the start; pain after 0"
    )


@pytest.mark.parametrize(
    ("exercise_id", "repetition", "said"),
    [
        ("M3", _rep(behind_deg=15.0), "Only back to straight."),
        ("B1", _rep(duration_s=1.0), "Slowly."),
        ("B1", _rep(behind_deg=15.0), ""),
    ],
)
def test_few_words_on_how_it_goes(
    player: Player, exercise_id: str, repetition: Repetition, said: str
) -> None:
    _begin(player, exercise_id)
    heard: list[str] = []
    player.said.connect(heard.append)
    player.count_repetition(repetition)
    assert "".join(heard) == said


@pytest.mark.parametrize("exercise", _LIBRARY.values(), ids=lambda exercise: exercise.id)
def test_what_is_counted_can_be_simulated(exercise: Exercise) -> None:
    from sensors.simulation.exercises import POSES

    assert counts(exercise) is (exercise.id in POSES)


def test_trying_it_with_a_simulated_sensor_keeps_nothing(
    page: ExercisesPage, home: Home, clock: Clock
) -> None:
    page.overview.today.start.click()
    page.before.pain.buttons[1].click()
    page.before.simulate.click()
    assert "simulated" in page.before.sensor.text()
    page.before.begin.click()
    page.player.going.hurts.click()
    page.player.rating.pain.buttons[6].click()
    page.player.rating.done.click()
    assert home.library.entries(home.person, ExerciseEntry) == ()
    assert "nothing of this was kept" in page.player.end_page.then.text()


def test_a_simulated_sensor_counts_by_itself(qtbot: QtBot) -> None:
    sensor = WornSensor()
    sensor.simulate()
    found: list[Repetition] = []
    sensor.counted.connect(found.append)
    with qtbot.waitSignal(sensor.counted, timeout=15_000):
        sensor.count(_LIBRARY["M3"])
    assert found[0].lift_deg == pytest.approx(38.0, abs=4.0)
    sensor.stop()
    assert sensor.state is SensorState.OFF
    assert "worn" not in {thread.name for thread in threading.enumerate()}
