"""Hand-made bouts of a long-stride test, walked to the degree."""

from coach.care.long_stride_state import Phase, Step
from coach.care.long_stride_test import LongStrideTest
from tests.coach.care.patients import ENTRY, USUAL_DEG, USUAL_M, USUAL_SPM, stride


def walk(test: LongStrideTest, n: int = 10, extension_deg: float | None = None) -> None:
    """Walk `n` strides to the proposed target, to the degree."""
    proposal = test.proposal
    assert proposal is not None
    target_deg = USUAL_DEG if proposal.extension_deg is None else proposal.extension_deg
    target_deg = target_deg if extension_deg is None else extension_deg
    quicker = 1.15 if proposal.step is Step.QUICK else 1.0
    for i in range(n):
        peak_deg = target_deg + 0.5 * (-1) ** i
        length_m = USUAL_M + 0.05 * (peak_deg - USUAL_DEG)
        test.push(stride(1.1 * i, peak_deg, length_m, USUAL_SPM * quicker))


def do_bout(test: LongStrideTest, rise: int = 0, before: int = 0, is_familiar: bool = True) -> Step:
    test.rate_before(before, 0.0)
    assert test.proposal is not None
    step = test.proposal.step
    walk(test)
    if test.state.phase is Phase.WALK:
        test.end_bout()
    test.rate_after(before + rise, is_familiar)
    return step


def begun(*rises: int) -> LongStrideTest:
    """A test after bouts that brought these rises."""
    test = LongStrideTest(ENTRY)
    for rise in rises:
        do_bout(test, rise)
    return test
