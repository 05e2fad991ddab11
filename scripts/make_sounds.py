#!/usr/bin/env python3
"""Makes the sounds of Hip Coach: ``make_sounds.py [FOLDER]``, into assets/sounds by default.

Each sound has its own rhythm, so that it is told apart without its pitch; notes fade in and out,
so that nothing clicks or startles; two soft overtones carry through small speakers.
"""

import sys
import wave
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 48_000  # what sound devices run at: no resampling before the first sample
PEAK = 0.25  # of full scale: 12 dB of room; how loud it is stays with the volume
_FADE_IN_S = 0.015
_FADE_OUT_S = 0.060
_OVERTONES = ((1, 1.0), (2, 0.25), (3, 0.08))


class Note(NamedTuple):
    """One tone, and the silence after it."""

    frequency_hz: float
    duration_s: float
    rest_s: float = 0.0


SOUNDS: dict[str, tuple[Note, ...]] = {
    # two quick falling notes: smaller steps
    "shorter": (Note(587.33, 0.14, 0.04), Note(440.0, 0.20)),
    # one short note: a comfortable stride
    "good": (Note(660.0, 0.12),),
    # three even low pulses: end this (tests at the physiotherapist's, never a walk's cue)
    "stop": (Note(220.0, 0.16, 0.12),) * 2 + (Note(220.0, 0.16),),
    # one long note: the pain mark was taken
    "pain_mark": (Note(494.0, 0.32),),
    # two pairs of short notes: the sensor is gone
    "link_lost": (
        *(Note(349.2, 0.09, 0.07), Note(349.2, 0.09, 0.26)),
        *(Note(349.2, 0.09, 0.07), Note(349.2, 0.09)),
    ),
    # short, short, long, rising: the walk begins
    "start": (Note(440.0, 0.10, 0.05), Note(554.4, 0.10, 0.05), Note(659.3, 0.26)),
    # long, short, falling: the coach rests
    "pause": (Note(523.3, 0.26, 0.06), Note(392.0, 0.10)),
    # a dull short knock: the metronome, one for each step
    "tick": (Note(330.0, 0.07),),
}


def samples(notes: tuple[Note, ...]) -> NDArray[np.int16]:
    """Return the notes as signed 16-bit samples at `RATE_HZ`."""
    pieces: list[NDArray[np.float64]] = []
    for note in notes:
        pieces += [_tone(note), np.zeros(round(note.rest_s * RATE_HZ))]
    sound = np.concatenate(pieces)
    scale = PEAK * np.iinfo(np.int16).max / np.max(np.abs(sound))
    return np.asarray(np.round(scale * sound), dtype="<i2")


def write(folder: Path) -> None:
    """Write every sound as a mono WAV file into an existing folder."""
    for name, notes in SOUNDS.items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE_HZ)
            file.writeframes(samples(notes).tobytes())


def _tone(note: Note) -> NDArray[np.float64]:
    t_s = np.arange(round(note.duration_s * RATE_HZ)) / RATE_HZ
    phase = 2 * np.pi * note.frequency_hz * t_s
    sound = np.zeros_like(t_s)
    for order, level in _OVERTONES:
        sound += level * np.sin(order * phase)
    fade_in = np.clip(t_s / _FADE_IN_S, 0, 1)
    fade_out = np.clip((t_s[-1] - t_s) / _FADE_OUT_S, 0, 1)
    return np.asarray(sound * (0.5 - 0.5 * np.cos(np.pi * np.minimum(fade_in, fade_out))))


if __name__ == "__main__":
    default = Path(__file__).resolve().parents[1] / "assets" / "sounds"
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else default)
