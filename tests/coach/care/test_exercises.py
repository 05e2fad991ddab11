from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.care.exercises import (
    LIBRARY_PATH,
    PICTURES,
    Dose,
    Exercise,
    Kind,
    Leg,
    LegOrder,
    Sensing,
    Stage,
    Words,
    load_library,
)
from coach.care.warning_signs import Approach, Condition, Event, HipHistory, Lock, Locks, locks
from tests.coach.care.days import on

_LIBRARY = load_library()
_ALL = list(_LIBRARY.values())
_IDS = [
    *("W1", "W2", "W3", "M1", "M2", "M3", "M4", "M5", "M6", "A1", "A2", "A3", "A4", "B1", "B2"),
    *("B3", "Q1", "C1", "K1", "K2", "K3", "K4", "K5", "R1", "R2", "R3", "R4", "R5", "R6"),
]
_SOURCES = {"S", "L1", "L2", "L3", "L4", "PMC5774225", "G"}
_NOBODY = frozenset[Condition]()
_each = pytest.mark.parametrize("exercise", _ALL, ids=lambda exercise: exercise.id)


def test_the_library_is_whole() -> None:
    assert list(_LIBRARY) == _IDS


@_each
def test_every_exercise_has_both_languages_in_every_field(exercise: Exercise) -> None:
    for words in (exercise.en, exercise.fi):
        texts = [getattr(words, name) for name in Words.__struct_fields__ if name != "steps"]
        assert all(len(text) >= 3 and text[0].isupper() for text in (*texts, *words.steps))


@_each
def test_finnish_is_not_english(exercise: Exercise) -> None:
    for name in Words.__struct_fields__:
        assert getattr(exercise.en, name) != getattr(exercise.fi, name)


@_each
def test_sentences_end_with_a_full_stop(exercise: Exercise) -> None:
    for words in (exercise.en, exercise.fi):
        texts = (words.purpose, *words.steps, words.which_leg, words.stop, words.easier)
        assert all(text.endswith(".") for text in (*texts, words.harder))


@_each
def test_every_exercise_has_a_known_source(exercise: Exercise) -> None:
    assert set(exercise.sources) <= _SOURCES


@_each
def test_every_frame_has_its_picture(exercise: Exercise) -> None:
    assert [path.name for path in exercise.pictures] == [
        f"{exercise.id}_{number}.svg" for number in range(1, exercise.frames + 1)
    ]
    assert all(path.is_file() for path in exercise.pictures)


def test_no_picture_is_left_over() -> None:
    wanted = {path.name for exercise in _ALL for path in exercise.pictures}
    placements = {"placement_left.svg", "placement_right.svg"}
    assert {path.name for path in PICTURES.glob("*")} == wanted | placements


@pytest.mark.parametrize("word", ["quick", "faster pace", "hurry", "nopeammin"])
def test_nobody_is_told_to_walk_quicker(word: str) -> None:
    walks = [exercise for exercise in _ALL if exercise.kind is Kind.WALK]
    assert not [e for e in walks if word in str(e.en) + str(e.fi)]


@_each
def test_only_upright_items_are_judged_by_extension(exercise: Exercise) -> None:
    upright = {"M3", "M6", "K4"}
    assert (exercise.sensor is Sensing.EXTENSION) is (exercise.id in upright)


@pytest.mark.parametrize("exercise_id", ["B1", "B2", "B3", "A3", "A4"])
def test_bridges_and_side_lying_are_judged_by_repetitions(exercise_id: str) -> None:
    assert _LIBRARY[exercise_id].sensor is Sensing.REPETITIONS


def test_on_all_fours_the_level_is_judged() -> None:
    assert _LIBRARY["Q1"].sensor is Sensing.LEVEL


@pytest.mark.parametrize("exercise_id", ["A2", "A3"])
def test_side_lying_has_the_sore_leg_on_top_and_a_pillow(exercise_id: str) -> None:
    exercise = _LIBRARY[exercise_id]
    assert exercise.leg is Leg.SORE
    assert "sore leg on top, pillow between the knees" in " ".join(exercise.en.steps)
    assert "kipeä jalka päällä, tyyny polvien välissä" in " ".join(exercise.fi.steps)


@pytest.mark.parametrize("exercise_id", ["A4", "B3", "M5"])
def test_some_come_only_when_the_physio_unlocks_them(exercise_id: str) -> None:
    exercise = _LIBRARY[exercise_id]
    assert not exercise.is_open(Locks(), _NOBODY, frozenset())
    assert exercise.is_open(Locks(), _NOBODY, frozenset({exercise_id}))


@pytest.mark.parametrize(
    ("exercise_id", "condition"),
    [
        ("M2", Condition.HAMSTRING_ORIGIN_INJURY),
        ("M4", Condition.HAMSTRING_ORIGIN_INJURY),
        ("R1", Condition.CLOT),
        ("R1", Condition.FRESH_OPERATION),
        ("R1", Condition.POOR_SKIN_FEELING),
        ("R2", Condition.POOR_SKIN_FEELING),
        ("R2", Condition.POOR_CIRCULATION),
        ("R2", Condition.COLD_ALLERGY),
        ("R3", Condition.POOR_SKIN_FEELING),
        ("R3", Condition.POOR_CIRCULATION),
        ("R3", Condition.CLOT),
        ("W2", Condition.BALANCE_TROUBLE),
        ("W2", Condition.DIZZINESS),
        ("W2", Condition.DROWSY_MEDICINE),
    ],
)
def test_a_condition_closes_even_what_is_unlocked(exercise_id: str, condition: Condition) -> None:
    exercise = _LIBRARY[exercise_id]
    unlocked = frozenset({exercise_id})
    assert exercise.is_open(Locks(), _NOBODY, unlocked)
    assert not exercise.is_open(Locks(), frozenset({condition}), unlocked)


@pytest.mark.parametrize(
    ("exercise_id", "condition"),
    [
        ("R1", Condition.BLOOD_THINNER),
        ("K1", Condition.BALANCE_TROUBLE),
        ("K2", Condition.BALANCE_TROUBLE),
        ("K4", Condition.BALANCE_TROUBLE),
        ("K5", Condition.BALANCE_TROUBLE),
        ("B1", Condition.PREGNANCY),
    ],
)
def test_a_condition_that_needs_asking_waits_for_the_physio(
    exercise_id: str, condition: Condition
) -> None:
    exercise, told = _LIBRARY[exercise_id], frozenset({condition})
    assert not exercise.is_open(Locks(), told, frozenset())
    assert exercise.is_open(Locks(), told, frozenset({exercise_id}))


@pytest.mark.parametrize("exercise_id", ["B1", "B2"])
def test_bridges_wait_after_an_operation_nobody_entered(exercise_id: str) -> None:
    found = locks([HipHistory(Event.OTHER_OPERATION)], on(0))
    assert not _LIBRARY[exercise_id].is_open(found, _NOBODY, frozenset())


@pytest.mark.parametrize("exercise_id", ["Q1", "B3"])
def test_front_replacement_closes_what_extends_with_the_foot_free_to_turn(
    exercise_id: str,
) -> None:
    history = HipHistory(Event.REPLACEMENT, on(-300), Approach.FRONT, has_restrictions_entered=True)
    found = locks([history], on(0))
    assert not _LIBRARY[exercise_id].is_open(found, _NOBODY, frozenset({exercise_id}))


@pytest.mark.parametrize("exercise_id", ["R2", "R3"])
def test_cold_and_heat_are_not_before_a_walk(exercise_id: str) -> None:
    assert _LIBRARY[exercise_id].is_after_walk_only


@pytest.mark.parametrize("exercise_id", ["M3", "M6", "K2", "K4", "K5"])
def test_standing_items_have_a_hand_on_a_rail(exercise_id: str) -> None:
    assert "rail" in " ".join(_LIBRARY[exercise_id].en.steps)


@pytest.mark.parametrize(
    ("exercise_id", "duration_s"),
    [
        ("A1", 10 * (5 + 5)),
        ("A3", 2 * 8 * 5 + 45),
        ("B2", 2 * 6 * 5),
        ("W2", 3 * 120 + 2 * 60),
        ("R5", 0),
    ],
)
def test_duration_by_hand(exercise_id: str, duration_s: int) -> None:
    assert _LIBRARY[exercise_id].duration_s == duration_s


@pytest.mark.parametrize(
    ("language", "name"),
    [("fi", "Tuolilta nousu"), ("fi_FI", "Tuolilta nousu"), ("en", "Sit to stand")],
)
def test_words_by_language(language: str, name: str) -> None:
    assert _LIBRARY["K3"].words(language).name == name


def test_other_languages_get_english() -> None:
    assert _LIBRARY["K3"].words("sv_SE") is _LIBRARY["K3"].en


@pytest.mark.parametrize(
    ("stage", "lower", "higher"),
    [
        ("calm", "calm", "build"),
        ("build", "calm", "load"),
        ("load", "build", "return"),
        ("return", "load", "return"),
    ],
)
def test_stages_follow_each_other(stage: str, lower: str, higher: str) -> None:
    assert (Stage(stage).one_lower, Stage(stage).one_higher) == (lower, higher)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id = "W2"', 'id = "W1"'),
        ('easier_id = "M1"', 'easier_id = "Z9"'),
        ('harder_id = "B3"', 'harder_id = "Z9"'),
        ('easier_id = "M6"', 'easier_id = "M4"'),
        ("hold_s = 2, tempo_s = 3", "hold_s = 6, tempo_s = 3"),
        ("minutes = 10 }", "minutes = 10, reps = 3, tempo_s = 2 }"),
        ("minutes = 10 }", "sets = 2 }"),
        ("sets = 2, reps = 10, tempo_s = 4", "sets = 2, reps = 10"),
        ('kind = "water"', 'kind = "wine"'),
        ('stop = "Stop at any sharp pain."', ""),
        ('stop = "Stop at any sharp pain."', 'stop = ""'),
        ("frames = 2", "frames = 2\nanimated = true"),
        ('sources = ["S"]', "sources = []"),
        ('not_with = ["open_wound", "fresh_operation"]', 'not_with = ["bad_mood"]'),
    ],
)
def test_a_damaged_library_is_refused(tmp_path: Path, old: str, new: str) -> None:
    text = LIBRARY_PATH.read_text("utf-8")
    assert old in text
    path = tmp_path / "library.toml"
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ValueError, match=r"\w"):
        load_library(path)


@given(reps=st.integers(1, 20), tempo_s=st.integers(1, 120), sets=st.integers(1, 5))
@settings(max_examples=50)
def test_both_legs_take_twice_as_long(reps: int, tempo_s: int, sets: int) -> None:
    dose = Dose(sets=sets, reps=reps, tempo_s=tempo_s)
    one = msgspec.structs.replace(_LIBRARY["A3"], dose=dose, leg=Leg.SORE)
    both = msgspec.structs.replace(one, leg=Leg.EACH)
    assert both.duration_s == 2 * one.duration_s


def test_locks_close_what_belongs_to_them() -> None:
    closed = Locks(frozenset({Lock.BRIDGES}))
    assert not _LIBRARY["B1"].is_open(closed, _NOBODY, frozenset())
    assert _LIBRARY["A3"].is_open(closed, _NOBODY, frozenset())


@pytest.mark.parametrize(
    ("exercise_id", "english", "finnish"),
    [
        ("W3", "no wide breaststroke kick", "ei leveää rintauintipotkua"),
        ("W3", "water aerobics", "vesijumppaan"),
        ("A1", "toes pointing forward", "varpaat eteenpäin"),
        ("A1", "Do not press the knees or feet outward", "Älä paina polvia tai jalkoja ulospäin"),
        ("A2", "never drops across", "ei putoa toisen yli"),
        ("A3", "never across", "ei koskaan toisen jalan yli"),
        ("M2", "armpit of the same side", "saman puolen kainaloa"),
        ("M2", "pain at the sit bone", "istuinkyhmyssä tuntuu kipua"),
        ("M3", "only until it hangs straight down", "vain suoraan alas"),
        ("M4", "pain at the sit bone", "istuinkyhmyssä tuntuu kipua"),
        ("R1", "not on the sit bone nor in the groove beside it", "ei istuinkyhmyn päällä eikä"),
        ("R1", "Stop at tingling", "Lopeta, jos pistelee"),
        ("R2", "Not before a walk or a test", "Ei ennen kävelyä tai testiä"),
        ("R3", "Not before a walk or a test", "Ei ennen kävelyä tai testiä"),
        ("B1", "in one line", "samassa linjassa"),
        ("Q1", "never lift above it", "älä nosta sen yli"),
        ("R4", "Driving: at the next stop", "Ajaessa: seuraavalla"),
    ],
)
def test_what_the_rules_of_care_correct_is_said_in_both_languages(
    exercise_id: str, english: str, finnish: str
) -> None:
    exercise = _LIBRARY[exercise_id]
    for words, wanted in ((exercise.en, english), (exercise.fi, finnish)):
        told = " ".join((*words.steps, words.which_leg, words.stop))
        assert wanted in told


@pytest.mark.parametrize(
    ("exercise_id", "order", "said"),
    [
        ("M6", LegOrder.SORE_FIRST, "sore one first"),
        ("Q1", LegOrder.SORE_LAST, "sore one last"),
        ("B3", LegOrder.SORE_LAST, "other side first"),
        ("B2", LegOrder.TAKING_TURNS, "take turns"),
        ("C1", LegOrder.TAKING_TURNS, "take turns"),
    ],
)
def test_who_begins_is_what_the_words_say(exercise_id: str, order: LegOrder, said: str) -> None:
    exercise = _LIBRARY[exercise_id]
    assert exercise.leg_order is order
    assert said in exercise.en.which_leg


def test_there_is_a_dynamic_item_for_the_buttock_in_a_stand() -> None:
    exercise = _LIBRARY["M6"]
    assert exercise.starts_standing
    assert exercise.dose.hold_s == 0
    assert "buttock" in exercise.en.name


@_each
def test_the_ways_differ_from_the_usual_dose(exercise: Exercise) -> None:
    doses = [exercise.easier_dose, exercise.harder_dose]
    assert exercise.dose not in doses


@pytest.mark.parametrize("exercise_id", ["M3", "M4", "K2", "K4", "K5"])
def test_standing_on_one_leg_is_asked_about_with_balance_trouble(exercise_id: str) -> None:
    assert Condition.BALANCE_TROUBLE in _LIBRARY[exercise_id].ask_with


def test_nothing_of_the_calm_stage_turns_the_thigh_out() -> None:
    turns_out = {"M5", "A4"}
    calm = {exercise.id for exercise in _ALL if exercise.stage is Stage.CALM}
    assert not turns_out & calm
