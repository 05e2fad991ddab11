"""The sentences around a walk: before it, while the sensor is made ready, and after it."""

from coach.care.calibration import LIFTS_WANTED, STEPS_WANTED, Readiness, Step, Trouble
from coach.care.fading import FadingWhy
from coach.care.metronome import Silence
from coach.care.pain import Colour, Verdict
from coach.walking.walk_start import Ground, WalkStart
from sensors.samples import Side
from ui import texts
from ui.texts import translate
from ui.widgets.state_view import Face, Hue, Mark, Place


def ground(kind: Ground) -> str:
    """Where the walk goes."""
    match kind:
        case Ground.OVERGROUND:
            return translate("guided", "Outdoors or about the house")
        case Ground.CORRIDOR:
            return translate("guided", "Back and forth in a corridor")
        case Ground.TREADMILL:
            return translate("guided", "Treadmill")


def ground_hint(kind: Ground) -> str:
    """What to know of walking there."""
    match kind:
        case Ground.OVERGROUND:
            return translate(
                "guided",
                "Sound from the loudspeaker or in one open ear. Never listen in traffic.",
            )
        case Ground.CORRIDOR:
            return translate(
                "guided",
                "Put the computer where you see it from the corridor. Words come at the turns.",
            )
        case Ground.TREADMILL:
            return translate(
                "guided",
                "Clip the safety cord to your clothes. Put the screen straight ahead of you. "
                "When something is too much: slow the belt, then step off.",
            )


def no_treadmill() -> str:
    """Say why the treadmill is not offered."""
    return translate(
        "guided",
        "You told of balance trouble, dizziness or medicine that makes you drowsy, so no "
        "treadmill.",
    )


def about_limit(start: WalkStart) -> str:
    """What this walk is judged by."""
    if start.is_cue_locked:
        return translate(
            "guided",
            "After your operation or fracture there are no cues until your physiotherapist opens "
            "them. The walk is recorded, and pain can be marked.",
        )
    limit = start.limit
    if limit is None or (limit.extension_deg is None and limit.stride_length_m is None):
        return translate(
            "guided",
            "There is no limit yet. Walk as usual: after three comfortable walks the program "
            "knows your range. Until then there are no cues.",
        )
    if limit.extension_deg is not None:
        value = texts.degrees(limit.extension_deg)
    else:
        value = texts.metres(limit.stride_length_m or 0.0)
    return translate("guided", "Cues come beyond your limit of {0}.").format(value)


def share(value: float) -> str:
    """How much feedback there is."""
    if value >= 1.0:
        return translate("guided", "For every stride")
    if value >= 0.5:
        return translate("guided", "For half of the strides")
    return translate("guided", "For a quarter of the strides")


def share_why(why: FadingWhy) -> str:
    """Why there is so much feedback."""
    match why:
        case FadingWhy.LESS:
            return translate(
                "guided", "Three walks in a row stayed within your range: now with less feedback."
            )
        case FadingWhy.MORE:
            return translate("guided", "The last two walks were harder: more feedback again.")
        case _:
            return translate(
                "guided", "Less feedback is the harder way. Your limit stays as it is."
            )


def strap(side: Side) -> str:
    """How to put the sensor on."""
    if side is Side.LEFT:
        return translate(
            "guided",
            "Strap the sensor to your left thigh, in the middle third, at the front and a little "
            "to the outside. The arrow points up. Tight enough that it does not slide.",
        )
    return translate(
        "guided",
        "Strap the sensor to your right thigh, in the middle third, at the front and a little "
        "to the outside. The arrow points up. Tight enough that it does not slide.",
    )


def strap_again() -> str:
    """Whoever wore it before puts it where it was."""
    return translate("guided", "As last time: same place, arrow up, strap tight.")


def too_short() -> tuple[str, str]:
    """Of a walk that ended as soon as it had begun."""
    return (
        translate("guided", "That was too short to count as a walk."),
        translate("guided", "Nothing of it is in your diary. If it hurts, tell it here again."),
    )


def headphones() -> str:
    """What Bluetooth headphones do to a cue."""
    return translate(
        "guided",
        "Bluetooth headphones sound 150 to 250 milliseconds late: the tone then comes at the end "
        "of the step it belongs to. The loudspeaker or a cable is quicker.",
    )


def sound_test_sentence() -> str:
    """What the voice says when it is tried."""
    return translate("guided", "This is how loud I speak.")


def ready_face(readiness: Readiness, side: Side, *, begins_itself: bool) -> Face:
    """What the far view says while the sensor is made ready."""
    look = (Mark.RING, Place.LEFT, Hue.PLAIN)
    if readiness.trouble is not None:
        look = (Mark.DIAMOND, Place.LEFT, Hue.CAUTION)
    match readiness.step:
        case Step.KNEE_LIFTS:
            word = translate("far", "Lift your knee")
            second = _of(readiness.n_lifts, LIFTS_WANTED, side)
        case Step.STAND:
            word = translate("far", "Stand still")
            left_s = max(0, 5 - int(readiness.still_s))
            second = translate("far", "{0} seconds").format(texts.number(left_s, 0))
            if left_s == 1:
                second = translate("far", "1 second")
        case Step.STEPS:
            is_on_the_spot = readiness.trouble is Trouble.ON_THE_SPOT
            word = translate("far", "Walk ahead") if is_on_the_spot else translate("far", "Walk")
            n_steps, wanted = texts.number(readiness.n_steps, 0), texts.number(STEPS_WANTED, 0)
            second = translate("far", "{0} of {1} steps").format(n_steps, wanted)
        case Step.DONE:
            word = translate("far", "Ready")
            second = translate("far", "go") if begins_itself else translate("far", "press Begin")
            look = (Mark.ROUND, Place.LEFT, Hue.GOOD)
    return Face(word, second, *look)


def _of(n_done: int, n_wanted: int, side: Side) -> str:
    done, wanted = texts.number(n_done, 0), texts.number(n_wanted, 0)
    if side is Side.LEFT:
        return translate("far", "left knee: {0} of {1}").format(done, wanted)
    return translate("far", "right knee: {0} of {1}").format(done, wanted)


def step_said(step: Step, side: Side, *, is_worn_before: bool) -> str:
    """What the voice asks for; the screen shows the same."""
    match step:
        case Step.KNEE_LIFTS if side is Side.LEFT:
            return translate(
                "guided", "Stand, and lift the knee of your sore side, the left one, three times."
            )
        case Step.KNEE_LIFTS:
            return translate(
                "guided", "Stand, and lift the knee of your sore side, the right one, three times."
            )
        case Step.STAND:
            return translate("guided", "Stand upright and still for five seconds.")
        case Step.STEPS:
            return translate("guided", "Walk twenty steps, as you usually do.")
        case Step.DONE if is_worn_before:
            return translate("guided", "Go.")
        case Step.DONE:
            return translate("guided", "All is ready. Press Begin.")


def trouble(code: Trouble) -> tuple[str, str]:
    """What is wrong, and what to do about it."""
    match code:
        case Trouble.NO_SWING:
            return (
                translate("guided", "The sensor does not swing."),
                translate(
                    "guided",
                    "It may sit on the other leg. Strap it to the thigh of your sore side and lift "
                    "that knee three times.",
                ),
            )
        case Trouble.FEW_LIFTS:
            return (
                translate("guided", "Not every lift was seen."),
                translate("guided", "Stand a moment, then lift the knee to about hip height."),
            )
        case Trouble.NOT_STILL:
            return (
                translate("guided", "That was not quite still."),
                translate("guided", "Stand upright, weight on both feet, for five seconds."),
            )
        case Trouble.FEW_STEPS:
            return (
                translate("guided", "Too few steps were seen."),
                translate("guided", "Walk on at your usual pace until twenty are counted."),
            )
        case Trouble.UNEVEN_STEPS:
            return (
                translate("guided", "The steps were too short, uneven or full of turns."),
                translate("guided", "Walk straight ahead at your usual pace."),
            )
        case Trouble.ON_THE_SPOT:
            return (
                translate("guided", "That looked like steps on the spot."),
                translate(
                    "guided",
                    "Your thigh hardly went behind you. Walk straight ahead, twenty steps. If you "
                    "did walk ahead, say so with the button.",
                ),
            )
        case _:
            return _sits_wrong(code)


def _sits_wrong(code: Trouble) -> tuple[str, str]:
    again = translate("guided", "Put it right, then do this step again.")
    match code:
        case Trouble.ARROW_DOWN:
            return translate("guided", "The arrow points down."), again
        case Trouble.BACK_OF_THIGH:
            return translate("guided", "The sensor sits at the back of the thigh."), again
        case Trouble.TURNED_ROUND:
            return translate("guided", "The sensor sits far round the side of the thigh."), again
        case Trouble.STRAP_OR_FOOT_TURNED:
            return (
                translate("guided", "Has the strap or your foot turned?"),
                translate("guided", "The sensor cannot tell the two apart. Look at the strap."),
            )
        case _:
            return (
                translate("guided", "Your strides look different from last time."),
                translate(
                    "guided",
                    "Stand still for five seconds. Until then the cues are not sure. Has the strap "
                    "or your foot turned?",
                ),
            )


def usual_stride(length_m: float, half_m: float) -> str:
    """What the twenty steps told."""
    length = texts.with_interval(texts.metres(length_m), texts.metres(half_m))
    return translate("guided", "Your usual stride: {0}.").format(length)


def metronome(silence: Silence | None) -> str:
    """Why the metronome is silent; empty where there is nothing to say."""
    match silence:
        case Silence.FASTER_NOT_SHORTER:
            return translate(
                "guided",
                "The metronome stopped itself: you walked faster, and the steps were no smaller.",
            )
        case Silence.NO_BELT_SPEED:
            return translate("guided", "The metronome needs the speed of the belt.")
        case _:
            return ""


def too_much(verdict: Verdict, *, is_treadmill: bool, is_tolerance_met: bool) -> str:
    """What to do after a rating; empty where the walk may go on as it is."""
    if verdict.colour is Colour.RED and is_treadmill:
        return translate("guided", "Slow the belt, then step off.")
    if verdict.colour is Colour.RED:
        return translate("guided", "That is enough for today. Stop here and rest.")
    if is_tolerance_met and is_treadmill:
        return translate("guided", "Your range is found. Slow the belt, then step off.")
    if is_tolerance_met:
        return translate("guided", "Pain has risen by one: your range is found. End the walk here.")
    if verdict.colour is Colour.AMBER:
        return translate("guided", "A little too much. Smaller steps from here on.")
    return ""


def end_face(*, is_red: bool, is_treadmill: bool) -> Face:
    """What the far view says when the walk is to end: it was too much, or the range is found."""
    red, found = (Mark.OCTAGON, Place.RIGHT, Hue.STOP), (Mark.DIAMOND, Place.LEFT, Hue.GOOD)
    look = red if is_red else found
    if is_treadmill:
        return Face(translate("far", "Slow the belt"), translate("far", "then step off"), *look)
    if is_red:
        return Face(translate("far", "Enough"), translate("far", "stop here and rest"), *look)
    return Face(translate("far", "End here"), translate("far", "your range is found"), *look)


def time_is_up_face() -> Face:
    """What the far view says once the planned time is walked."""
    look = (Mark.RING, Place.LEFT, Hue.GOOD)
    return Face(translate("far", "Time is up"), translate("far", "end when you like"), *look)


def not_awake() -> str:
    """Say that the computer may fall asleep."""
    return translate(
        "guided",
        "This computer could not be asked to stay awake. If the screen goes dark, move the mouse; "
        "the walk is kept either way.",
    )


def link_lost(kept_until: str) -> str:
    """How a lost link is told: calmly, with what is safe."""
    return translate(
        "guided", "Your walk is saved up to {0}. We keep trying; you can walk on without cues."
    ).format(kept_until)


def summary(share_within: float | None, n_scored: int) -> str:
    """One plain sentence on a walk."""
    if share_within is None:
        return translate("guided", "{0} strides were measured.").format(texts.number(n_scored, 0))
    n_within = round(share_within * n_scored)
    return translate("guided", "{0} of {1} strides were in your comfortable range.").format(
        texts.number(n_within, 0), texts.number(n_scored, 0)
    )


def silent_check(share_within: float) -> str:
    """How it went without cues."""
    return translate("guided", "In the two silent minutes: {0} within your range.").format(
        texts.percent(share_within)
    )


def colour(verdict: Verdict) -> str:
    """What today's ratings mean."""
    match verdict.colour:
        case Colour.RED:
            return translate(
                "guided",
                "It was too much today. Rest from recorded walks for a day or two; short, gentle "
                "walking at home is fine.",
            )
        case Colour.AMBER:
            return translate(
                "guided", "It was a little too much. Next time the same time with smaller steps."
            )
        case _:
            return translate("guided", "It stayed comfortable.")


def tomorrow() -> str:
    """What comes next."""
    return translate(
        "guided",
        "Tomorrow morning, tell in ten seconds how the hip feels: it decides what is next.",
    )
