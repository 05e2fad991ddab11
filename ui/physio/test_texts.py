"""The sentences of the long-stride test, translated: one for each code of `coach.care`."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from coach.care.long_stride_state import (
    End,
    NotToday,
    Phase,
    Proposal,
    Reason,
    Reference,
    Step,
    TestState,
)
from ui import texts
from ui.widgets.state_view import Face, Hue, Mark, Place

if TYPE_CHECKING:
    from coach.live import WalkUpdate

translate = QCoreApplication.translate
_AS_USUAL_DEG = 0.5


def not_today(reason: NotToday) -> str:
    """Say why there is no test today, and what helps."""
    return {
        NotToday.WARNING_SIGN: translate(
            "test", "A warning sign: find out what it is, and act on it first."
        ),
        NotToday.RESTING_PAIN: translate(
            "test", "Pain at rest is 4 or more: let it calm, and test another day."
        ),
        NotToday.USUAL_PAIN: translate(
            "test",
            "Usual walking already hurts 5 or more: let it calm first; a test would only provoke.",
        ),
        NotToday.SLOW_FLARE: translate(
            "test", "A flare takes more than a day to settle: the hip is too irritable for a test."
        ),
        NotToday.NOT_CLEARED: translate(
            "test", "No clearance after an operation, a fracture or a hamstring tear: ask for it."
        ),
        NotToday.STRESS_FRACTURE: translate(
            "test", "A stress fracture is possible: have it ruled out first."
        ),
        NotToday.FALL_RISK: translate("test", "The person may fall: do not provoke by walking."),
    }[reason]


def step(step_: Step) -> str:
    """Name a bout."""
    return {
        Step.USUAL: translate("test", "Usual steps"),
        Step.SHORT: translate("test", "Short steps"),
        Step.QUICK: translate("test", "Usual steps, faster beat"),
        Step.ASCENDING: translate("test", "A step longer"),
        Step.ADAPTIVE: translate("test", "Where it tells most"),
        Step.EARLY_AGAIN: translate("test", "An early bout once more"),
        Step.SHORT_AGAIN: translate("test", "Short steps to end with"),
    }[step_]


def reason(proposal: Proposal) -> str:
    """Say in a sentence why this bout is next."""
    values = proposal.values
    said = {
        Reason.FINDS_USUAL: translate("test", "It shows what is usual for this person."),
        Reason.BEGINS_GENTLY: translate(
            "test",
            "Usual walking hurts, or nobody knows: begin with clearly shorter steps, by feel.",
        ),
        Reason.SHOWS_FALSE_PAIN: translate(
            "test", "It shows whether it hurts even with short steps."
        ),
        Reason.SHOWS_SPEED: translate(
            "test", "It shows whether the speed hurts, and not only the extension."
        ),
        Reason.STEP_UP: translate("test", "Nothing has hurt yet: one step further."),
        Reason.STEP_UP_HELD_BACK: translate(
            "test", "One smaller step further: more might bring pain of 5 too easily."
        ),
        Reason.MOST_INFORMATIVE: translate(
            "test", "Of the safe bouts it is expected to tell most about where pain begins."
        ),
        Reason.SHOWS_SENSITISATION: translate(
            "test", "It did not hurt before; if it does now, the test has made the hip sore."
        ),
        Reason.ENDS_GENTLY: translate("test", "The test ends with gentle steps."),
    }[proposal.reason]
    if "severe_chance" not in values:
        return said
    chances = translate("test", "Chance of own pain {0}, of pain 5 or more {1}.").format(
        texts.percent(values["event_chance"]), texts.percent(values["severe_chance"])
    )
    return f"{said} {chances}"


def end(end_: End) -> str:
    """Say why the test has ended."""
    return {
        End.COMPLETE: translate("test", "The test is complete."),
        End.SEVERE_PAIN: translate("test", "Ended: pain of 5 or more."),
        End.PAIN_ROSE: translate("test", "Ended: pain rose by 3 or more."),
        End.WARNING_SIGN: translate(
            "test", "Stopped for a warning sign: find out which one, and act on it now."
        ),
        End.WISH: translate("test", "Stopped by wish."),
        End.PAINFUL_BOUTS: translate("test", "Ended: three bouts have hurt, and that is enough."),
        End.PAIN_DID_NOT_SETTLE: translate(
            "test", "Ended: pain did not settle within five minutes."
        ),
    }[end_]


def after_end(end_: End) -> list[str]:
    """What a test that ended in pain asks of the next hours, as after any walk that is red."""
    if end_ not in {End.SEVERE_PAIN, End.PAIN_ROSE}:
        return []
    return [
        translate(
            "test",
            "Red, as after a walk: let the person rest, and ask for warning signs. No recorded "
            "walk for 24 to 48 hours; the morning after is asked.",
        )
    ]


def target(proposal: Proposal) -> str:
    """What the physiotherapist reads of the target; never shown to the patient."""
    if proposal.extension_deg is None:
        if proposal.step is Step.SHORT:
            return translate("test", "Target: clearly shorter than usual, by feel")
        return translate("test", "Target: as they usually walk")
    return translate("test", "Target: {0} behind the standing line").format(
        texts.degrees(proposal.extension_deg)
    )


def marks(proposal: Proposal) -> str:
    """Where the marks go on the floor."""
    stride_m = proposal.stride_length_m
    if stride_m is None:
        return translate("test", "No floor marks for this bout.")
    return translate(
        "test", "Floor marks: {0} from one mark of the tested foot to the next, {1} for each step"
    ).format(texts.metres(stride_m), texts.metres(stride_m / 2))


def beat(proposal: Proposal) -> str:
    """How fast the metronome beats."""
    if proposal.cadence_spm is None:
        return translate("test", "No beat for this bout.")
    return translate("test", "Metronome: {0} steps a minute").format(
        texts.number(proposal.cadence_spm, 0)
    )


def sensor(latest: "WalkUpdate | None", *, is_linked: bool, is_calibrated: bool) -> str:
    """How the sensor stands, as far as a bout can begin."""
    if latest is None:
        return translate("test", "Sensor: no samples yet")
    if not is_linked:
        return texts.link(latest.link, latest.link_fault)
    if not is_calibrated:
        return translate("test", "Sensor: let the person stand still for five seconds")
    return translate("test", "Sensor: ready")


def scored(n_scored: int, n_wanted: int) -> str:
    """How many strides of the bout count."""
    return translate("test", "{0} of {1} strides").format(
        texts.number(n_scored, 0), texts.number(n_wanted, 0)
    )


def bout_title(n_bout: int, n_most: int, proposal: Proposal) -> str:
    """Name the bout with its number."""
    return translate("test", "Bout {0} of at most {1}: {2}").format(
        texts.number(n_bout, 0), texts.number(n_most, 0), step(proposal.step)
    )


class Aids(NamedTuple):
    """How the stride is shown to the patient."""

    has_marks: bool
    has_beat: bool


def patient_face(state: TestState, aids: Aids, *, is_ready: bool) -> Face:
    """What the patient sees: words, and neither angle nor limit."""
    if state.phase is Phase.WALK:
        proposal = state.bouts[-1].proposal
        word = _walking_word(proposal, state.reference)
        return Face(word, _walking_second(proposal, aids), Mark.ROUND, Place.LEFT, Hue.GOOD)
    if state.phase is Phase.PAUSED:
        return Face(translate("test", "Pause"), "", Mark.OCTAGON, Place.RIGHT, Hue.PLAIN)
    if state.phase is Phase.ENDED:
        return Face(translate("test", "Done"), translate("test", "thank you"), *_RING)
    if state.phase is Phase.RATE_AFTER:
        word, second = translate("test", "Stand"), translate("test", "how does it feel?")
        return Face(word, second, Mark.DIAMOND, Place.CENTRE, Hue.PLAIN)
    if state.waiting_since_s is not None:
        return Face(translate("test", "Rest"), translate("test", "until it has calmed"), *_RING)
    if not is_ready:
        word, second = translate("test", "Stand still"), translate("test", "five seconds")
        return Face(word, second, *_RING)
    return Face(translate("test", "Wait"), translate("test", "a question first"), *_RING)


_RING = (Mark.RING, Place.LEFT, Hue.PLAIN)


def _walking_second(proposal: Proposal, aids: Aids) -> str:
    if proposal.step is Step.QUICK:
        return translate("test", "steps as long as usual")
    if aids.has_marks and proposal.stride_length_m is not None:
        return translate("test", "from mark to mark")
    if aids.has_beat and proposal.cadence_spm is not None:
        return translate("test", "with the beat")
    return translate("test", "until you are told to stop")


def _walking_word(proposal: Proposal, usual: Reference | None) -> str:
    if proposal.step is Step.QUICK:
        return translate("test", "Faster beat")
    target_deg = proposal.extension_deg
    if target_deg is None or usual is None:
        is_short = proposal.step is Step.SHORT
        return translate("test", "Short steps") if is_short else translate("test", "Usual steps")
    from_usual_deg = target_deg - usual.extension_deg
    if abs(from_usual_deg) <= _AS_USUAL_DEG:
        return translate("test", "Usual steps")
    if from_usual_deg > 0:
        return translate("test", "Longer steps")
    return translate("test", "Short steps")
