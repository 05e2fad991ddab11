"""The sounds are those that the script makes: soft, faded, each with a rhythm of its own."""

import runpy
import wave
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

import assets

_ROOT = Path(assets.__file__).parents[1]
_SOUNDS = _ROOT / "assets" / "sounds"
_NAMES = sorted(path.stem for path in _SOUNDS.glob("*.wav"))


def _samples(name: str) -> NDArray[np.float64]:
    """Samples as a share of full scale."""
    with wave.open(str(_SOUNDS / f"{name}.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 48_000)
        return np.frombuffer(file.readframes(file.getnframes()), dtype="<i2") / 32768


def _rhythm(name: str) -> tuple[str, ...]:
    """Long and short notes, with a dash where more than a breath lies between two."""
    is_loud = np.convolve(np.abs(_samples(name)), np.ones(480) / 480, mode="same") > 0.01
    edges = np.flatnonzero(np.diff(np.concatenate(([False], is_loud, [False]))))
    notes = edges.reshape(-1, 2) / 48_000
    rhythm = []
    for number, (start_s, end_s) in enumerate(notes):
        if number and start_s - notes[number - 1][1] > 0.1:
            rhythm.append("-")
        rhythm.append("long" if end_s - start_s > 0.19 else "short")
    return tuple(rhythm)


def test_files_are_what_the_script_makes(tmp_path: Path) -> None:
    script = runpy.run_path(str(_ROOT / "scripts" / "make_sounds.py"))
    script["write"](tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in _SOUNDS.iterdir()}


@pytest.mark.parametrize("name", _NAMES)
def test_peak_leaves_12_db_of_room(name: str) -> None:
    assert np.max(np.abs(_samples(name))) == pytest.approx(0.25, abs=0.001)


@pytest.mark.parametrize("name", _NAMES)
def test_nothing_clicks_at_either_end(name: str) -> None:
    samples = np.abs(_samples(name))
    assert max(samples[0], samples[-1]) == 0.0
    assert max(samples[:48].max(), samples[-48:].max()) < 0.01  # the first and last millisecond


@pytest.mark.parametrize("name", _NAMES)
def test_sound_is_shorter_than_the_second_words_wait(name: str) -> None:
    assert len(_samples(name)) / 48_000 < 1.0


def test_every_sound_has_a_rhythm_of_its_own() -> None:
    rhythms = [_rhythm(name) for name in _NAMES if name != "tick"]  # its rhythm is the beat
    assert len(set(rhythms)) == len(rhythms)
