"""One English sentence per code of the plan, the pain light and the warning signs.

`ui.texts` translates the same sentences; the exercises have words of their own in the library.
"""

from collections.abc import Callable
from typing import Any

from coach.care.exercise_choice import Way
from coach.care.exercises import Stage
from coach.care.local_numbers import LocalNumbers
from coach.care.pain import Colour, Why
from coach.care.pain_record import Relief, Trigger
from coach.care.reasons import Reason, Rule
from coach.care.resting import BreakCue
from coach.care.symptoms import Feeling, Region
from coach.care.walking_dose import Pace
from coach.care.warning_signs import AskReason, Condition, Level, WarningSign

QUESTION = {
    WarningSign.NUMB_SADDLE_AREA: (
        "Numbness around the genitals, the back passage or the inner thighs?"
    ),
    WarningSign.BLADDER_BOWEL_OR_GENITAL_CHANGE: (
        "New trouble passing or holding urine or stool, or changed genital feeling?"
    ),
    WarningSign.BOTH_LEGS: "Both legs painful, weak or numb?",
    WarningSign.CHEST_PAIN_OR_BREATHLESS: "Chest pain or sudden breathlessness?",
    WarningSign.REPLACEMENT_SUDDEN_PAIN_OR_TURNED_LEG: (
        "In the replaced hip: sudden severe pain, or a leg that is shorter or turned?"
    ),
    WarningSign.CANNOT_BEAR_WEIGHT: "Unable to put weight on the leg?",
    WarningSign.HOT_SWOLLEN_CALF: "A hot, swollen calf?",
    WarningSign.FEVER_WITH_HIP_PAIN: "Fever together with hip pain?",
    WarningSign.FOOT_DROP_OR_GROWING_WEAKNESS: (
        "A foot that newly drops or drags, or weakness that grows?"
    ),
    WarningSign.DEEP_GROIN_PAIN_EACH_STEP: "Deep groin pain on each step?",
    WarningSign.NIGHT_PAIN: "Night pain that no position eases?",
    WarningSign.WEIGHT_LOSS: "Weight loss without a reason?",
    WarningSign.CANCER_HISTORY: "Cancer now or earlier?",
    WarningSign.TINGLING_NEW_STRONGER_OR_LASTING: (
        "Tingling that is new, stronger than usual or does not go away?"
    ),
    WarningSign.NEW_BELOW_KNEE: "Anything new that you feel below the knee?",
    WarningSign.NUMBNESS_OR_WEAKNESS: "Any numbness or weakness?",
}

_HELP = {
    Level.EMERGENCY: (
        "Stop. Call {emergency} now.",
        "Stop. Call the emergency number now.",
    ),
    Level.SAME_DAY: (
        "Get help today: call {advice} or your own clinic.",
        "Get help today: call your own clinic or the medical advice line.",
    ),
    Level.DOCTOR_WITHIN_DAYS: (
        "See a doctor within the next days. Walks and exercises wait until then.",
        "See a doctor within the next days. Walks and exercises wait until then.",
    ),
    Level.RED_IN_USE: (
        "Stop for today and rest. If it does not go away, or grows, call {advice}.",
        "Stop for today and rest. If it does not go away, or grows, call your own clinic.",
    ),
}

COLOUR = {
    Colour.GREEN: "comfortable",
    Colour.UNKNOWN: "not known yet",
    Colour.AMBER: "a little too much",
    Colour.RED: "too much",
}

WHY = {
    Why.COMFORTABLE: "pain stayed low and settled",
    Why.MORNING_UNKNOWN: "the morning after is not known",
    Why.HIGH_START: "pain was 4 already at the start",
    Why.ROSE_BY_TWO: "pain rose by 2",
    Why.SLOW_TO_SETTLE: "pain had not settled within two hours",
    Why.MORNING_WORSE: "the next morning was a little worse",
    Why.PAIN_FIVE: "pain reached 5 or more",
    Why.ROSE_BY_THREE: "pain rose by 3 or more",
    Why.WARNING_SIGN: "there was a warning sign",
    Why.MORNING_MUCH_WORSE: "the next morning was much worse",
    Why.SLEPT_WORSE: "you slept worse",
}

REASON = {
    Rule.WARNING_SIGN: "There is a warning sign, so there is no plan until it has been looked at.",
    Rule.ASK_WARNING_SIGNS: "A few questions about warning signs come before today's plan.",
    Rule.OPERATION_LOCK: (
        "After your operation or fracture, walks wait until your physiotherapist ticks them."
    ),
    Rule.ASK_PAIN: "Tell how sore it is now, then today's walk can be chosen.",
    Rule.START_PAIN: "Pain is {pain} already, so no recorded walk today; move gently indoors.",
    Rule.REST_AFTER_RED: (
        "Rest from recorded walks, because {why}; gentle short walking indoors is fine."
    ),
    Rule.PHYSIO_DOSE: "Your physiotherapist set this walk: {minutes} minutes at {pace} pace.",
    Rule.TOLERANCE_WALK: (
        "Walk {number} of {of} to find your range: at home, ending when pain has risen by one."
    ),
    Rule.FIRST_DOSE: (
        "You managed {tolerance} minutes, so we begin with {minutes}: four fifths of that."
    ),
    Rule.AFTER_RED: (
        "Shorter and easier, {minutes} minutes with smaller steps, because last time {why}."
    ),
    Rule.AWAY: "{days} days without a walk, so {minutes} minutes: 70 % of the last one.",
    Rule.SECOND_AMBER: (
        "A second time within a week was a little too much, so a fifth less: {minutes} minutes."
    ),
    Rule.AMBER: "Same time with smaller steps, because last time {why}.",
    Rule.MORNING_UNKNOWN: "The same again, because the morning after the last walk is not known.",
    Rule.LIMP: "The same again: does it hurt, or are you limping? Steps were uneven or slower.",
    Rule.RISE_TIME: "Three comfortable walks and a week have passed, so {minutes} minutes now.",
    Rule.RISE_PACE: "Three comfortable walks and a week have passed; walk at {pace} pace now.",
    Rule.RISE_STRIDE: (
        "Three comfortable walks and a week have passed, so strides may be {degrees}° longer."
    ),
    Rule.AT_AIM: "You have reached your aim. Go on with walks like this.",
    Rule.REPEAT: "The same as last time, until three comfortable walks and a week have passed.",
    Rule.PHYSIO_HOLDS: "The same as last time: your physiotherapist decides when it goes up.",
    Rule.PHYSIO_CEILING: "At most {minutes} minutes, as your physiotherapist set it.",
    Rule.STAGE_LOWER: "One stage easier, because the last time was too much.",
    Rule.STAGE_RISE: "Three comfortable sessions and a week have passed: the next stage, {stage}.",
    Rule.STAGE_STAYS: "The exercises stay at this stage.",
    Rule.STAGE_ITEM: "It belongs to your stage and is next in turn.",
    Rule.OWN_ITEM: "Your physiotherapist added it for you.",
    Rule.FAVOURED_ITEM: "Your physiotherapist's findings speak for it.",
    Rule.CALM_ITEM: "Only calm exercises today.",
    Rule.EASIER_EXERCISE: "Instead of {instead_of}, which hurt last time.",
    Rule.EASIER_WAY: "The easier way, because it hurt last time.",
    Rule.MASSAGE: "At most {most} times in seven days.",
    Rule.SELF_CARE: "On offer whenever it helps.",
    Rule.SECOND_RED: "Twice too much within two weeks: see your physiotherapist.",
    Rule.NO_IMPROVEMENT: (
        "Pain has not fallen by a point in {weeks} weeks: see your physiotherapist."
    ),
    Rule.DAILY_LIFE_LIMITED: "The hip limits your daily life: see your physiotherapist.",
    Rule.LIMPING_STILL: "You limped on two walks in a row: see your physiotherapist.",
    Rule.LEGS_DIFFER: (
        "Your legs extend {degrees}° differently, beyond the measurement error: "
        "show it to your physiotherapist."
    ),
    Rule.LIMIT_TOO_LOW: (
        "Your limit would cue {percent} % of your usual strides: ask your physiotherapist."
    ),
    Rule.LIMIT_EXPIRED: (
        "Your limit expired on {expired_on}; cues go on, and it is time to test again."
    ),
    Rule.OWN_LIMIT_EXPIRED: (
        "Your limit from your own walks held until {expired_on}. Cues go on; comfortable walks "
        "renew it."
    ),
}

ASK = {
    AskReason.START: "Before the first walk",
    AskReason.AFTER_RED: "After a day that was too much",
    AskReason.TWO_WEEKS: "Every two weeks",
}

BREAK = {
    BreakCue.AFTER_SITTING: "Twenty minutes still. Stand up and walk about.",
    BreakCue.AFTER_STANDING: "Twenty minutes still. Walk a little, or sit down.",
    BreakCue.EITHER: "Twenty minutes still. Move about, or change position.",
    BreakCue.AT_NEXT_STOP: "At the next stop, get out and walk a little.",
}

STAGE = {
    Stage.CALM: "Calm",
    Stage.BUILD: "Build",
    Stage.LOAD: "Load",
    Stage.RETURN: "Return",
}

PACE = {Pace.EASY: "easy", Pace.USUAL: "usual", Pace.BRISK: "brisk"}

WAY = {Way.AS_IT_STANDS: "As it stands", Way.EASIER: "Easier", Way.HARDER: "Harder"}

TRIGGER = {
    Trigger.LONG_STRIDE: "Long steps",
    Trigger.FAST_STRIDE: "Fast steps",
    Trigger.SITTING: "Sitting",
    Trigger.STANDING: "Standing",
    Trigger.TURNING_OUT: "Turning the leg out",
    Trigger.STAIRS: "Stairs",
    Trigger.EXERCISE: "An exercise",
    Trigger.OTHER: "Something else",
}

RELIEF = {
    Relief.WALKING: "Walking",
    Relief.SWIMMING: "Swimming",
    Relief.POSITION: "A change of position",
    Relief.COLD: "Cold",
    Relief.HEAT: "Heat",
    Relief.PAINKILLER: "A painkiller",
}

REGION = {
    Region.DEEP_BUTTOCK: "Deep in the buttock",
    Region.UPPER_HAMSTRING: "Top of the back of the thigh",
    Region.GROIN: "Groin",
    Region.INNER_THIGH: "Inner thigh",
    Region.OUTER_HIP: "Side of the hip",
    Region.LOWER_BACK: "Lower back",
    Region.KNEE: "Knee",
    Region.BELOW_KNEE: "Below the knee",
}

FEELING = {
    Feeling.PAIN: "Pain",
    Feeling.TINGLING: "Tingling",
    Feeling.CLICKING: "Clicking",
    Feeling.NUMBNESS: "Numbness",
    Feeling.WEAKNESS: "Weakness",
}

CONDITION = {
    Condition.HIP_REPLACEMENT: "A replaced hip",
    Condition.BRITTLE_BONES: "Brittle bones",
    Condition.STEROIDS: "Steroid medicine",
    Condition.SUDDEN_TRAINING_RISE: "A sudden rise in training",
    Condition.BALANCE_TROUBLE: "Balance trouble",
    Condition.DIZZINESS: "Dizziness",
    Condition.DROWSY_MEDICINE: "Medicine that makes you drowsy",
    Condition.HAMSTRING_ORIGIN_INJURY: "An injury where the hamstring begins, at the sit bone",
    Condition.CLOT: "A blood clot",
    Condition.BLOOD_THINNER: "Blood thinners",
    Condition.POOR_SKIN_FEELING: "Poor feeling in the skin",
    Condition.POOR_CIRCULATION: "Poor circulation",
    Condition.COLD_ALLERGY: "Cold allergy",
    Condition.FRESH_OPERATION: "An operation within the last weeks",
    Condition.OPEN_WOUND: "An open wound",
    Condition.PREGNANCY: "Pregnancy",
}

LADDER_UP = "A step up of the way back to full strides"
LADDER_BACK = "A step back, because the last time was too much"
LOWERED = "Lowered by the person"
FROM_OWN_WALKS = "Mean and two standard deviations of three comfortable walks"
LIMIT_REASONS = (LADDER_UP, LADDER_BACK, LOWERED, FROM_OWN_WALKS)
"""Why a limit was set by whom no physio is; a physio's reasons are in their own words."""

_INPUT_WORDS: dict[str, dict[str, str]] = {
    "why": {why.value: text for why, text in WHY.items()},
    "pace": {pace.value: text for pace, text in PACE.items()},
    "stage": {stage.value: text for stage, text in STAGE.items()},
}


def reason_sentence(reason: Reason) -> str:
    """The one sentence that says why, with the inputs of the rule in it."""
    inputs = {name: _INPUT_WORDS.get(name, {}).get(str(v), v) for name, v in reason.inputs}
    return REASON[reason.rule].format(**inputs)


def help_sentence(
    level: Level, numbers: LocalNumbers, translated: Callable[[str], str] = str
) -> str:
    """What to do at a level, with the local number where one is known."""
    with_number, general = _HELP[level]
    if "{emergency}" in with_number and numbers.emergency is not None:
        return translated(with_number).format(emergency=numbers.emergency)
    if "{advice}" in with_number and numbers.advice is not None:
        return translated(with_number).format(advice=numbers.advice)
    return translated(general)


def sentences() -> list[str]:
    """Every sentence of this page, each once, for the translation of the window."""
    tables: tuple[dict[Any, str], ...] = (
        QUESTION,
        COLOUR,
        WHY,
        REASON,
        ASK,
        BREAK,
        STAGE,
        PACE,
        WAY,
        TRIGGER,
        RELIEF,
        REGION,
        FEELING,
        CONDITION,
    )
    said = {sentence for table in tables for sentence in table.values()}
    said.update(sentence for pair in _HELP.values() for sentence in pair)
    said.update(LIMIT_REASONS)
    return sorted(said)


def input_words() -> dict[str, dict[str, str]]:
    """Words for the inputs of rules that are codes, by the input's name and the code."""
    return _INPUT_WORDS
