"""Leads the long-stride test through its wizard, with a simulated patient who walks and rates.

The patient walks what is asked (`sensors.simulation.asked_walk`) and rates by a mechanism the fit
does not know (`tests.coach.care.patients`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from coach.care.long_stride_state import Phase, Step
from coach.coach import CoachSettings
from coach.gait.pipeline import GaitSettings
from coach.live import LiveWalk
from sensors.simulation.person import Person
from tests.coach.care.patients import Patient
from ui.link import WalkLink
from ui.physio.practice import PracticeWalker
from ui.physio.test_entry import EntryPage
from ui.physio.test_wizard import LongStrideTestWizard

SPEED = 25.0
"""Times real time; fast, and still paced, so that standing costs nothing."""
_LANDING_DEG = 0.8


def patient_of(person: Person, above_usual_deg: float, width_deg: float = 1.2) -> Patient:
    """Somebody whose pain begins so much beyond their usual extension."""
    return Patient(threshold_deg=person.usual_extension_deg + above_usual_deg, width_deg=width_deg)


@dataclass
class Leader:
    """Presses what a physiotherapist would press; `look` is called with a name at every state."""

    wizard: LongStrideTestWizard
    walker: PracticeWalker
    patient: Patient
    rng: np.random.Generator
    wait_until: Callable[[Callable[[], bool]], object]
    look: Callable[[str], object] = len
    pain: int = 0

    def enter(self, usual_pain: int = 1) -> None:
        """Answer the entry check and begin."""
        page = self.wizard.entry
        self.look("entry, empty")
        answer_entry(page, usual_pain)
        self.look("entry, answered")
        page.begin.click()

    def bout(self) -> bool:
        """Walk and rate one bout; False once the test has ended."""
        test = self.wizard.test
        assert test is not None
        before, walk, after = self.wizard.before, self.wizard.walk, self.wizard.after
        if test.state.phase is Phase.ENDED:
            return False
        self.wait_until(lambda: self.walker.walk.is_idle)
        before.scale.pick(self.pain)
        self.wait_until(before.start.isEnabled)
        self.look("before a bout")
        before.start.click()
        n_painful = test.state.n_painful
        true_deg = self._walk_what_is_asked()
        self.wait_until(lambda: test.progress.n_scored >= 3 or test.state.phase is not Phase.WALK)
        self.look("walking")
        self.wait_until(lambda: test.progress.is_enough or test.state.phase is not Phase.WALK)
        if test.state.phase is Phase.WALK:
            walk.stand.click()
        rise = self.patient.rise(self.rng, true_deg, n_painful, 0.0)
        after.scale.pick(min(10, self.pain + rise))
        if rise:
            after.familiar.say(True)
        self.look("after a bout")
        after.keep.click()
        return True

    def to_end(self) -> None:
        """All bouts until the test ends, and its result."""
        while self.bout():
            pass
        self.look("result")

    def _walk_what_is_asked(self) -> float:
        test = self.wizard.test
        assert test is not None
        proposal = test.state.bouts[-1].proposal
        beside_deg = 0.0
        if proposal.step is not Step.USUAL:
            beside_deg = self.rng.normal(0.0, _LANDING_DEG)
        return self.walker.take(proposal, beside_deg)


def answer_entry(page: EntryPage, usual_pain: int = 1) -> None:
    """Nothing speaks against the test."""
    page.resting_pain.pick(0)
    page.usual_pain.pick(usual_pain)
    page.flare_h.setValue(6)
    for question in (
        page.warning_sign,
        page.needs_clearance,
        page.stress_fracture,
        page.may_fall,
        page.pain_relief,
    ):
        question.say(False)


def make_wizard(
    walker: PracticeWalker, now_s: Callable[[], float], folder: Path | None = None
) -> LongStrideTestWizard:
    """A wizard on a walk of this walker; its samples go into a new file of `folder`."""
    source = walker.walk

    def make_walk(limit: object) -> LiveWalk:
        settings = CoachSettings(GaitSettings.of(source.info))
        out = None if folder is None else folder / f"{len(list(folder.glob('*.hipwalk')))}.hipwalk"
        return LiveWalk(source, settings, speed=SPEED, out=out)

    return LongStrideTestWizard(WalkLink(make_walk), now_s=now_s)
