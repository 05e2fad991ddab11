"""What a long-stride test says of the threshold: what was told at the entry, then every bout."""

from coach.care.long_stride_state import TestState
from coach.care.pain_threshold import Dose, Posterior, RatedBout
from coach.care.threshold_prior import ThresholdPrior

_TOLD_SHARE = 0.5
"""The pain of usual walking is remembered over days, not rated at once: worth half a bout."""
_TOLD_SD_DEG = 1.5
"""How much a person's usual extension differs from day to day (`threshold_result`)."""


def belief_of(state: TestState) -> Posterior | None:
    """What the bouts so far say of the threshold; None before the first one was rated."""
    reference = state.reference
    if reference is None:
        return None
    belief = Posterior.before_any(ThresholdPrior(reference.extension_deg))
    rise = state.entry.usual_rise
    if rise is not None:
        pain = state.entry.resting_pain
        dose = Dose(reference.extension_deg, _TOLD_SD_DEG, pain_before=pain)
        belief = belief.told(RatedBout(dose, rise), _TOLD_SHARE)
    for bout in state.rated:
        belief = belief.updated(bout)
    return belief
