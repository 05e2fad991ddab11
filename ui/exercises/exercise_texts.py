"""The sentences of exercises, their doses, their player and self-care, translated."""

from PySide6.QtCore import QCoreApplication, QLocale

from coach import care_words
from coach.care.closed import Closed, Door
from coach.care.exercise_choice import Way
from coach.care.exercise_form import Form
from coach.care.exercise_pace import Amount, Part, Step, Turn, dose_of
from coach.care.exercise_session import SkipWhy
from coach.care.exercises import Exercise, Kind, Leg, Words
from coach.care.self_care import Help, SpotEnd
from ui import texts
from ui.texts import from_words

translate = QCoreApplication.translate


def words(exercise: Exercise) -> Words:
    """The exercise in the language of the window."""
    return exercise.words(QLocale().name())


def dose(exercise: Exercise, way: Way = Way.AS_IT_STANDS) -> str:
    """How much of it, in one line."""
    told = dose_of(exercise, way)
    if told.is_nightly:
        return translate("exercise", "Every night")
    sets = texts.number(told.sets, 0)
    if told.minutes is not None:
        minutes = texts.number(told.minutes, 0)
        if told.sets == 1:
            return translate("exercise", "{0} minutes").format(minutes)
        return translate("exercise", "{0} times {1} minutes").format(sets, minutes)
    numbers = (sets, texts.number(told.reps or 0, 0), texts.number(told.hold_s, 0))
    is_each = exercise.leg is Leg.EACH
    if told.hold_s and is_each:
        return translate("exercise", "{0} × {1} with each leg, hold {2} s").format(*numbers)
    if told.hold_s:
        return translate("exercise", "{0} × {1}, hold {2} s").format(*numbers)
    if is_each:
        return translate("exercise", "{0} × {1} with each leg").format(*numbers)
    return translate("exercise", "{0} × {1}").format(*numbers)


def whole_minutes(seconds: float) -> str:
    """How long something takes, about, at least a minute."""
    return texts.number(max(1, round(seconds / 60)), 0)


def part(step: Step, *, is_still: bool) -> str:
    """What is to be done now, in a word or two."""
    match step.part:
        case Part.GET_READY:
            return translate("exercise", "Get ready")
        case Part.OUT:
            return translate("exercise", "Out, slowly")
        case Part.HOLD:
            return translate("exercise", "Hold")
        case Part.BACK:
            return (
                translate("exercise", "Let go")
                if is_still
                else translate("exercise", "Back, slowly")
            )
        case Part.OWN_PACE:
            return translate("exercise", "At your own pace")
        case Part.KEEP_GOING:
            return translate("exercise", "Keep going")
        case Part.REST:
            return translate("exercise", "Rest")
        case Part.CHANGE_LEG:
            return translate("exercise", "Other leg")


def turn(step: Step, exercise: Exercise) -> str:
    """Whose turn it is; empty where the legs work together."""
    if exercise.leg is Leg.TOGETHER or step.turn is Turn.BOTH:
        return ""
    if step.turn is Turn.SORE:
        return translate("exercise", "Sore side")
    return translate("exercise", "Other side")


def place(step: Step) -> str:
    """Which set and repetition it is."""
    sets = (texts.number(step.set_number, 0), texts.number(step.n_sets, 0))
    reps = (texts.number(step.rep, 0), texts.number(step.n_reps, 0))
    if not step.rep or step.n_reps == 1:
        return translate("exercise", "Set {0} of {1}").format(*sets) if step.n_sets > 1 else ""
    if step.n_sets == 1:
        return translate("exercise", "Repetition {0} of {1}").format(*reps)
    return translate("exercise", "Set {0} of {1} · repetition {2} of {3}").format(*sets, *reps)


def spoken(step: Step, before: Step | None) -> str:
    """What the voice says as a step begins; mostly nothing."""
    is_new = before is None or before.part is not step.part
    match step.part:
        case Part.REST:
            return translate("exercise", "Rest.")
        case Part.CHANGE_LEG:
            return translate("exercise", "Other leg.")
        case Part.HOLD if (step.duration_s or 0) >= 5:
            return translate("exercise", "Hold.")
        case Part.BACK if before is not None and before.part is Part.HOLD:
            return translate("exercise", "Let go.") if (before.duration_s or 0) >= 5 else ""
        case Part.OUT | Part.OWN_PACE | Part.KEEP_GOING if is_new and step.rep <= 1:
            return translate("exercise", "Begin.")
        case Part.OUT if step.rep == step.n_reps:
            return translate("exercise", "Last one.")
        case _:
            return ""


def form(value: Form) -> str:
    """What is said of a repetition."""
    return {
        Form.BEHIND: translate("exercise", "Only back to straight."),
        Form.ABOVE_LEVEL: translate("exercise", "Not above the line of the trunk."),
        Form.QUICK: translate("exercise", "Slowly."),
        Form.SMALLER: translate("exercise", "Getting smaller: end here if you are tired."),
    }[value]


def amount(done: Amount) -> str:
    """What was done, in one line."""
    if done.minutes:
        return texts.minutes(done.minutes, 1)
    return translate("exercise", "{0} ×").format(texts.number(done.n_repetitions, 0))


def skip_why(why: SkipWhy) -> str:
    """Why an exercise is left out."""
    return {
        SkipWhy.HURTS: translate("exercise", "It hurts"),
        SkipWhy.TOO_HARD: translate("exercise", "Too hard"),
        SkipWhy.NO_EQUIPMENT: translate("exercise", "I do not have what it needs"),
        SkipWhy.NO_TIME: translate("exercise", "No time"),
        SkipWhy.NOT_TODAY: translate("exercise", "Not today"),
    }[why]


def closed(why: Closed) -> str:
    """Why something cannot be done, or not now."""
    condition = "" if why.condition is None else from_words(care_words.CONDITION[why.condition])
    match why.door:
        case Door.OPERATION:
            return translate(
                "exercise",
                "Closed after your operation or fracture until your physiotherapist ticks it.",
            )
        case Door.PHYSIO_CLOSED:
            return translate("exercise", "Your physiotherapist has closed it for you.")
        case Door.CONDITION:
            return translate("exercise", "Not for you, because you told: {0}.").format(condition)
        case Door.ASK_PHYSIO:
            return translate(
                "exercise", "Only once your physiotherapist has unlocked it, because you told: {0}."
            ).format(condition)
        case Door.PHYSIO_UNLOCK:
            return translate("exercise", "Only once your physiotherapist has unlocked it.")
        case Door.STAGE:
            return translate("exercise", "It comes with a later stage.")
        case Door.WEEK_FULL:
            return translate(
                "exercise",
                "Used twice in these seven days already. More would not help; the muscle needs "
                "time.",
            )
        case Door.AFTER_WALK:
            return translate(
                "exercise", "After today's walk, not before it: it would hide pain while you walk."
            )


def kind(value: Kind) -> str:
    """What sort of exercise it is."""
    return {
        Kind.WALK: translate("exercise", "Walking"),
        Kind.WATER: translate("exercise", "Water"),
        Kind.MOBILITY: translate("exercise", "Mobility"),
        Kind.ACTIVATION: translate("exercise", "Waking the muscles"),
        Kind.STRENGTH: translate("exercise", "Strength"),
        Kind.BALANCE: translate("exercise", "Balance"),
        Kind.MASSAGE: translate("exercise", "Massage"),
        Kind.SELF_CARE: translate("exercise", "Self-care"),
        Kind.STILL_BREAK: translate("exercise", "Breaks"),
    }[value]


def help_name(value: Help) -> str:
    """What a person may log."""
    return {
        Help.BALL: translate("exercise", "Massage ball"),
        Help.COLD: translate("exercise", "Cold pack"),
        Help.HEAT: translate("exercise", "Heat pack"),
        Help.REST: translate("exercise", "Rest"),
        Help.SLEEP: translate("exercise", "Sleep"),
        Help.WATER: translate("exercise", "Water exercise"),
        Help.MANUAL_THERAPY: translate("exercise", "Manual therapy"),
        Help.MYOFASCIAL: translate("exercise", "Myofascial treatment"),
        Help.ACUPUNCTURE: translate("exercise", "Acupuncture"),
        Help.MEDICINE: translate("exercise", "Medicine"),
        Help.INJECTION: translate("exercise", "Injection"),
        Help.OTHER: translate("exercise", "Something else"),
    }[value]


def spot_end(value: SpotEnd) -> str:
    """Why to leave this spot."""
    return {
        SpotEnd.HALVED: translate("exercise", "About half as sore: leave this spot now."),
        SpotEnd.TIME: translate("exercise", "Two minutes: leave this spot now, halved or not."),
        SpotEnd.TOO_SHARP: translate(
            "exercise", "That is sharp, not tender: less weight, or leave this spot."
        ),
    }[value]


def source(tag: str) -> str:
    """Where an exercise comes from."""
    return {
        "S": translate("exercise", "the text on IFI this program grew from"),
        "G": translate("exercise", "general practice"),
        "L1": translate("exercise", "muscle measurements (Selkowitz)"),
        "L2": translate("exercise", "a review (Ebert 2016)"),
        "L3": translate("exercise", "a study of the side-lying lift (PMC8448474)"),
        "L4": translate("exercise", "a home programme for the hip (Wright 2016, PMC6670054)"),
        "PMC5774225": translate("exercise", "a study of pace and hip extension (PMC5774225)"),
    }.get(tag, tag)
