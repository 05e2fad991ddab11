"""A whole long-stride test: python -m tests.ui.physio.lead_a_test FILE [--shots FOLDER] …

FILE gets the test after every step, as the journal would; where it is there already, the test in it
goes on. With ``--shots`` every state is written as a picture, with ``--walks`` the samples are kept
in that folder. Runs on any Qt platform, such as
Xvfb's or the offscreen one.
"""

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from sensors.simulation.person import Person
from tests.ui.physio.leading import Leader, make_wizard, patient_of
from ui.app import make_application
from ui.physio.practice import PracticeWalker
from ui.physio.test_wizard import LongStrideTestWizard

_LONGEST_S = 120.0
_SHOTS_OF_A_STATE = 3


def keep(path: Path, test: bytes) -> None:
    """Write whole or not at all."""
    new = path.with_suffix(".new")
    new.write_bytes(test)
    new.replace(path)


def waiter(app: QApplication) -> Callable[[Callable[[], bool]], None]:
    """Let the window live until something is so."""

    def wait_until(is_so: Callable[[], bool]) -> None:
        end_s = time.monotonic() + _LONGEST_S
        while not is_so():
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            time.sleep(0.005)
            if time.monotonic() > end_s:
                raise TimeoutError("the test did not get any further")

    return wait_until


def camera(
    app: QApplication, wizard: LongStrideTestWizard, folder: Path | None
) -> Callable[[str], None]:
    """Take the first pictures of every state."""
    seen: Counter[str] = Counter()

    def look(name: str) -> None:
        app.processEvents()
        seen[name] += 1
        if folder is not None and seen[name] <= _SHOTS_OF_A_STATE:
            file = f"{sum(seen.values()):02} {name} {seen[name]}.png".replace(" ", "-")
            wizard.grab().save(str(folder / file))

    return look


def main(arguments: list[str]) -> None:
    """Lead it to its end."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--shots", type=Path)
    parser.add_argument("--walks", type=Path)
    parser.add_argument("--above-usual-deg", type=float, default=4.0)
    parser.add_argument("--usual-pain", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    app = make_application(os.environ.get("HIPCOACH_LANGUAGE", "en"))
    person = Person()
    walker = PracticeWalker(person, seed=chosen.seed)
    wizard = make_wizard(walker, time.time, chosen.walks)
    wizard.saved.connect(lambda test: keep(chosen.file, bytes(test)))
    wizard.resize(1280, 720)
    wizard.show()
    leader = Leader(
        wizard,
        walker,
        patient_of(person, chosen.above_usual_deg),
        np.random.default_rng(chosen.seed),
        waiter(app),
        camera(app, wizard, chosen.shots),
    )
    if chosen.file.exists():
        wizard.resume(chosen.file.read_bytes())
        leader.look("resumed")
    else:
        leader.enter(chosen.usual_pain)
    leader.to_end()
    wizard.close_walk()
    wizard.close()


if __name__ == "__main__":
    main(sys.argv[1:])
