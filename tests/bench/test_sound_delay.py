"""From the request on the walk's thread to the call that plays: P95 at most 30 ms."""

import threading
import time
from statistics import quantiles

import pytest
from pytestqt.qtbot import QtBot

from ui.sounds import Sound, Sounds

_N_TONES = 200
_EVERY_S = 0.03


@pytest.mark.long
@pytest.mark.parametrize("is_busy", [False, True], ids=["idle window", "window busy in Python"])
def test_tone_is_played_within_30_ms(qtbot: QtBot, is_busy: bool) -> None:
    sounds = Sounds("mock")
    sounds.set_muted(True)
    sounds.open()
    qtbot.waitUntil(lambda: sounds.troubles is not None)

    def send() -> None:
        for _ in range(_N_TONES):
            sounds.play(Sound.SHORTER)
            time.sleep(_EVERY_S)

    sender = threading.Thread(target=send)
    sender.start()
    while sender.is_alive():
        if is_busy:
            sum(range(10_000))
        else:
            qtbot.wait(20)
    qtbot.waitUntil(lambda: len(sounds.waits_s) == _N_TONES)
    sounds.close()
    p95_ms = 1000 * quantiles(sounds.waits_s, n=20)[-1]
    print(f"request to play(): P95 {p95_ms:.2f} ms")
    assert p95_ms <= 30
