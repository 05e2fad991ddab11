"""A simulated walker to practise the long-stride test with: walks what the test asks for."""

from dataclasses import replace

from coach.care.long_stride_state import SHORT_DEG, Proposal, Step
from sensors.simulation.asked_walk import AskedWalk, passes
from sensors.simulation.person import Person
from sensors.simulation.scenario import Walk

_PASS_S = 9.0
_N_PASSES = 2
_DEG_PER_LENGTH = 30.0
"""So many degrees more go with a stride of twice the length."""


class PracticeWalker:
    """Nobody: samples of a simulated person who is asked bout by bout."""

    def __init__(self, person: Person | None = None, seed: int = 1) -> None:
        self.person = Person() if person is None else person
        self.walk = AskedWalk(self.person, seed=seed)

    def take(self, proposal: Proposal, beside_deg: float = 0.0) -> float:
        """Walk a bout, so much beside its target; return the extension that is walked."""
        usual_deg = self.person.usual_extension_deg
        target_deg = proposal.extension_deg
        if target_deg is None:
            target_deg = usual_deg - (SHORT_DEG if proposal.step is Step.SHORT else 0.0)
        target_deg += beside_deg
        walk = replace(
            Walk(_PASS_S),
            extension_deg=target_deg,
            length_factor=1.0 + (target_deg - usual_deg) / _DEG_PER_LENGTH,
            cadence_spm=proposal.cadence_spm,
        )
        self.walk.ask(*passes(walk, _N_PASSES))
        return target_deg
