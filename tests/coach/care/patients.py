"""Simulated patients for the long-stride test: they hurt by a mechanism the fit does not know.

A patient rates pain by a latent intensity on the 0-10 scale, rounded down, that grows with
extension, with how quickly they walk and with the pain they had; now and then it hurts for no
reason, or does not. The true chances of a rise of 2 and of pain 5 follow on paper.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import exp, inf, log

import numpy as np

from coach.care.long_stride_plan import TestSettings
from coach.care.long_stride_state import (
    SHORT_DEG,
    Bout,
    EntryCheck,
    Phase,
    Proposal,
    Step,
    not_today,
)
from coach.care.long_stride_test import LongStrideTest
from coach.care.pain_threshold import SEVERE_PAIN
from coach.care.threshold_prior import Axis, ThresholdPrior
from coach.gait.events import Stride

USUAL_DEG, USUAL_M, USUAL_SPM = 12.0, 1.35, 108.0
PRIOR_CENTRE_DEG, PRIOR_SD_DEG = USUAL_DEG + 4.0, 8.0
ENTRY = EntryCheck(
    resting_pain=1,
    flare_h=6,
    has_warning_sign=False,
    needs_clearance=False,
    is_cleared=False,
    may_be_stress_fracture=False,
    may_fall=False,
    has_pain_relief=False,
    usual_pain=1,
)


@dataclass(frozen=True)
class Patient:
    """The truth of one person; degrees of thigh extension, points of the 0-10 scale."""

    threshold_deg: float
    width_deg: float
    rating_noise: float = 0.56
    false_pain: float = 0.02
    lapse: float = 0.03
    carry_deg: float = 0.0
    quicker_deg: float = 0.0
    resting_pain: int = 1
    m_per_deg: float = 0.05
    stride_sd_deg: float = 1.7
    landing_sd_deg: float = 1.0
    sensor_sd_deg: float = 0.7

    @property
    def deg_per_point(self) -> float:
        return self.width_deg / self.rating_noise

    def chance(self, extension_deg: float, rise: float, n_painful: int, quicker: float) -> float:
        """True chance that pain rises by at least `rise`, by false pain only up to 3."""
        shifted_deg = extension_deg + self.carry_deg * n_painful + self.quicker_deg * quicker / 0.1
        beyond = shifted_deg - self.threshold_deg - self.deg_per_point * (rise - 2)
        rate = 1 / (1 + exp(-max(-500.0, min(500.0, beyond / self.width_deg))))
        false = self.false_pain * (1.0 if rise <= 2 else 0.5 if rise <= 3 else 0.0)
        return false + (1 - self.false_pain - self.lapse) * rate

    def severe_chance(self, extension_deg: float, pain_before: int, n_painful: int) -> float:
        """True chance of pain 5 or more."""
        return self.chance(extension_deg, max(5 - pain_before, 1), n_painful, 0.0)

    def rise(
        self, rng: np.random.Generator, extension_deg: float, n_painful: int, quicker: float
    ) -> int:
        """Draw how much the pain rises in a bout."""
        luck = rng.random()
        if luck < self.false_pain:
            return 2 + int(rng.random() < 0.5)
        if luck > 1 - self.lapse:
            return 0
        shifted_deg = extension_deg + self.carry_deg * n_painful + self.quicker_deg * quicker / 0.1
        noise = rng.logistic(0.0, self.width_deg)
        return max(
            int(rng.random() < 0.1),
            int((shifted_deg - self.threshold_deg + noise) / self.deg_per_point + 2),
        )

    def usual_pain(self, rng: np.random.Generator) -> int:
        """What they remember of usual walking: the mean of five days, a point or so off."""
        days = [
            self.resting_pain + self.rise(rng, USUAL_DEG + rng.normal(0.0, 1.5), 0, 0.0)
            for _ in range(5)
        ]
        return int(np.clip(round(np.mean(days) + rng.normal(0.0, 1.0)), 0, 10))


Draw = Callable[[np.random.Generator], Patient]


def _threshold_deg(rng: np.random.Generator, low_deg: float, high_deg: float) -> float:
    """A threshold as the prior has them, within bounds given against usual."""
    while True:
        deg = rng.normal(PRIOR_CENTRE_DEG, PRIOR_SD_DEG)
        if low_deg <= deg - USUAL_DEG <= high_deg:
            return float(deg)


def _kind(low_deg: float, high_deg: float, width_deg: float, **rest: float) -> Draw:
    def draw(rng: np.random.Generator) -> Patient:
        return Patient(
            threshold_deg=_threshold_deg(rng, low_deg, high_deg),
            width_deg=width_deg,
            rating_noise=float(np.exp(rng.normal(log(0.56), 0.25))),
            false_pain=rest.get("false_pain", 0.02),
            carry_deg=rest.get("carry_deg", 0.0),
            quicker_deg=rest.get("quicker_deg", 0.0),
            resting_pain=int(rng.integers(0, 3)),
            m_per_deg=float(rng.uniform(0.045, 0.065)),
        )

    return draw


def _as_believed(rng: np.random.Generator) -> Patient:
    """Somebody of the population that the prior of the fit stands for."""

    def one_of(axis: Axis) -> float:
        shares = np.array(axis.weights) / sum(axis.weights)
        return float(rng.choice(axis.values, p=shares))

    prior = ThresholdPrior(USUAL_DEG)
    return Patient(
        threshold_deg=float(rng.normal(PRIOR_CENTRE_DEG, PRIOR_SD_DEG)),
        width_deg=float(np.exp(rng.normal(log(prior.width_median_deg), prior.width_log_sd))),
        rating_noise=one_of(prior.rating_noise),
        false_pain=one_of(prior.false_pain),
        carry_deg=one_of(prior.carry_deg),
        quicker_deg=one_of(prior.quicker_deg),
        resting_pain=int(rng.integers(0, 3)),
        m_per_deg=float(rng.uniform(0.045, 0.065)),
    )


def _traits(low_deg: float, high_deg: float) -> dict[str, Draw]:
    """The kinds that one trait makes, with thresholds in a range above usual."""
    return {
        "steep": _kind(low_deg, high_deg, 1.0),
        "shallow": _kind(low_deg, high_deg, 3.5),
        "false pain": _kind(low_deg, high_deg, 1.5, false_pain=0.09),
        "carry-over": _kind(low_deg, high_deg, 1.5, carry_deg=1.5),
        "speed-driven": _kind(low_deg, high_deg, 1.5, quicker_deg=3.5),
    }


ANYWHERE = _traits(-inf, inf)
"""The same traits with thresholds wherever the prior has them."""
KINDS: dict[str, Draw] = {
    **_traits(0.0, 7.0),
    "hurts as usual": _kind(-4.0, 0.0, 1.5),
    "hardly hurts": _kind(5.0, 12.0, 2.0),
    "never hurts": _kind(16.0, 99.0, 2.0),
    "as believed": _as_believed,
}


def entry_of(patient: Patient, rng: np.random.Generator) -> EntryCheck:
    """What a patient answers before the test; it may speak against it."""
    return replace(ENTRY, resting_pain=patient.resting_pain, usual_pain=patient.usual_pain(rng))


def admitted(draw: Draw, rng: np.random.Generator) -> tuple[Patient, EntryCheck, int]:
    """A patient of a kind who may be tested, what they answer, and how many were sent away."""
    n_sent_away = 0
    while True:
        patient = draw(rng)
        entry = entry_of(patient, rng)
        if not not_today(entry):
            return patient, entry, n_sent_away
        n_sent_away += 1


class Walker:
    """Drives one test with one patient, as the physiotherapist would."""

    def __init__(
        self,
        patient: Patient,
        rng: np.random.Generator,
        settings: TestSettings | None = None,
        entry: EntryCheck | None = None,
    ) -> None:
        self.patient, self._rng = patient, rng
        if entry is None:
            told = min(patient.usual_pain(rng), SEVERE_PAIN - 1)
            entry = replace(ENTRY, resting_pain=patient.resting_pain, usual_pain=told)
        self.test = LongStrideTest(entry, settings)
        self._pain = patient.resting_pain
        self._now_s = 0.0
        self.proposed_severe_chances: list[tuple[Proposal, float]] = []
        self.true_doses_deg: list[float] = []

    def bout(self) -> Bout | None:
        """Walk the next bout and rate it; None once the test has ended."""
        test, rng, patient = self.test, self._rng, self.patient
        while test.state.phase is Phase.RATE_BEFORE:
            test.rate_before(self._pain, self._now_s)
            if test.state.phase is Phase.RATE_BEFORE:
                self._settle()
        proposal = test.proposal
        if test.state.phase is not Phase.WALK or proposal is None:
            return None
        n_painful = test.state.n_painful
        target_deg = proposal.extension_deg
        if target_deg is None:
            target_deg = USUAL_DEG - (SHORT_DEG if proposal.step is Step.SHORT else 0.0)
        severe = patient.severe_chance(target_deg, self._pain, n_painful)
        self.proposed_severe_chances.append((proposal, severe))
        true_deg = target_deg
        if proposal.step is not Step.USUAL:
            true_deg += rng.normal(0.0, patient.landing_sd_deg)
        quicker = 0.15 if proposal.step is Step.QUICK else rng.normal(0.0, 0.02)
        mean_deg = self._walk(true_deg, quicker)
        rise = patient.rise(rng, mean_deg, n_painful, quicker)
        self.true_doses_deg.append(mean_deg)
        after = min(10, self._pain + rise)
        test.rate_after(after, is_familiar=True)
        self._pain = after
        self._settle()
        return test.state.bouts[-1]

    def walk_to_end(self) -> None:
        """All bouts until the test ends."""
        while self.bout() is not None:
            pass

    def _settle(self) -> None:
        """A minute or so of standing: what was provoked goes, once in a while a point stays."""
        self._now_s += 90.0
        stays = int(self._rng.random() < 0.15)
        self._pain = min(self._pain, self.patient.resting_pain + stays)

    def _walk(self, true_deg: float, quicker: float) -> float:
        """Push ten to twelve scored strides; return their true mean extension."""
        rng, patient, test = self._rng, self.patient, self.test
        bias_deg = rng.normal(0.0, patient.sensor_sd_deg)
        peaks_deg = rng.normal(true_deg, patient.stride_sd_deg, int(rng.integers(10, 13)))
        for i, peak_deg in enumerate(peaks_deg.tolist()):
            length_m = USUAL_M + patient.m_per_deg * (peak_deg - USUAL_DEG) + rng.normal(0, 0.03)
            test.push(
                stride(
                    self._now_s + 1.1 * i,
                    peak_deg + bias_deg,
                    float(length_m),
                    USUAL_SPM * (1 + quicker),
                )
            )
        if test.state.phase is Phase.WALK:
            test.end_bout()
        return float(peaks_deg.mean())


def stride(
    start_s: float,
    extension_deg: float,
    length_m: float | None = None,
    cadence_spm: float | None = USUAL_SPM,
    is_scored: bool = True,
) -> Stride:
    """One whole stride of 1.1 s."""
    return Stride(
        start_s=start_s,
        end_s=start_s + 1.1,
        known_s=start_s + 1.15,
        peak_thigh_extension_s=start_s + 0.6,
        peak_thigh_extension_deg=extension_deg,
        peak_thigh_extension_sd_deg=0.8,
        peak_thigh_flexion_deg=28.0,
        reported_s=start_s + 0.65,
        stride_length_m=length_m,
        stride_length_sd_m=None if length_m is None else 0.05,
        cadence_spm=cadence_spm,
        walking_speed_mps=None if length_m is None else length_m / 1.1,
        is_scored=is_scored,
        why_not=None,
    )
