"""One English sentence set per error, cue and posture code, for terminal and logs.

`ui.texts` translates the same codes. What happened and what it means stand with the fault, what
to do with the advice, so that the same help always sounds the same.
"""

from typing import NamedTuple

from coach.care.delivery import DeliveryCode, Notice, Tone
from coach.care.delivery import Words as Sentence
from coach.care.limits import CueKind
from coach.gait.events import Posture, WhyNot
from coach.records.errors import RecordAdvice, RecordError, RecordFault
from sensors.errors import Advice, Detail, SensorError, SensorFault

_NAMES_OF_FILES = ("file", "path")
_OF_WHAT_IS_WRITTEN = {
    RecordFault.EXISTS,
    RecordFault.FOLDER_NOT_WRITABLE,
    RecordFault.DISK_FULL,
    RecordFault.DISK_FAILS,
}
_LONGEST_DETAIL = 80  # characters; names come from files and radios

SMALLER_STEPS = "Smaller steps, same pace"
SLOWER = "A little slower"
END_NOT_KEPT = "The walk has ended, and its end could not be kept."
NOT_WRITTEN = "What was to be written there is not whole."
_OF_A_WALK_THAT_GOES_ON = {
    RecordFault.DISK_FULL,
    RecordFault.DISK_FAILS,
    RecordFault.LAGGING,
    RecordFault.MEMORY_FULL,
}

CUE = {
    CueKind.PREDICTED: "seen coming",
    CueKind.MEASURED: "measured",
}

DELIVERED: dict[DeliveryCode, str] = {
    Tone.SHORTER: "soft tone: smaller steps",
    Tone.GOOD: "soft tone: comfortable again",
    Tone.LINK_LOST: "tone: the sensor is lost",
    Sentence.SMALLER_STEPS_SAME_PACE: SMALLER_STEPS,
    Sentence.A_LITTLE_SLOWER: SLOWER,
    Sentence.SLOW_THE_BELT_A_LITTLE: "Slow the belt a little",
    Sentence.GOOD_LAP: "Good lap, the same again",
    Sentence.SILENT_MINUTES: "Now two minutes without cues",
    Sentence.TIME_IS_UP: "Your time is up",
    Notice.LESSON_MODE: (
        "Your limit would cue a third of your usual strides, so the tones are off for now. "
        "Walk as usual and show the summary to your physiotherapist."
    ),
    Notice.ASK_PAIN_AND_LIMP: (
        "Your strides have become slower or uneven. Does it hurt, or are you limping?"
    ),
}

POSTURE = {
    Posture.UNKNOWN: "not known yet",
    Posture.STANDING: "standing",
    Posture.RESTING: "resting",
    Posture.TRANSFER: "getting up or down",
    Posture.WALKING: "walking",
    Posture.RUNNING: "running",
}

WHY_NOT = {
    WhyNot.START: "first stride",
    WhyNot.STOP: "last stride",
    WhyNot.TURN: "turn",
    WhyNot.STAIRS_OR_SLOPE: "stairs or slope",
    WhyNot.RUNNING: "running",
    WhyNot.BACKWARD: "walking backward",
    WhyNot.SHUFFLE: "very small movement",
    WhyNot.GAP: "samples lost",
    WhyNot.CLIPPED: "movement beyond the sensor's range",
    WhyNot.NOT_CALIBRATED: "stand still first",
    WhyNot.NOT_WALKING: "not walking",
    WhyNot.IRREGULAR: "irregular stride",
}

_SENSOR = {
    SensorFault.FILE_MISSING: ("This file is not there.", "There is no walk to look at."),
    SensorFault.FILE_UNREADABLE: (
        "This file cannot be opened.",
        "There is no walk to look at.",
    ),
    SensorFault.NOT_A_WALK: (
        "This is not a recorded walk.",
        "No strides can be read from it.",
    ),
    SensorFault.COLUMNS_MISSING: (
        "Columns are missing from this file.",
        "Without all six motion columns and the time there are no strides.",
    ),
    SensorFault.NOT_A_NUMBER: (
        "A value in this file is not a number.",
        "The walk cannot be trusted beyond that line.",
    ),
    SensorFault.TIME_GOES_BACK: (
        "The time in this file goes back.",
        "Strides cannot be timed.",
    ),
    SensorFault.EMPTY: ("This file holds no samples.", "There is no walk to look at."),
    SensorFault.TRUNCATED: (
        "This file ends in the middle.",
        "It was not copied or downloaded whole.",
    ),
    SensorFault.TOO_LARGE: (
        "This file is larger than any walk can be.",
        "It is not read, to keep the computer safe.",
    ),
    SensorFault.ACC_UNITS: (
        "The accelerations in this file cannot be in m/s².",
        "Angles would be wrong.",
    ),
    SensorFault.GYR_UNITS: (
        "The turn rates in this file cannot be in rad/s.",
        "Angles would be wrong.",
    ),
    SensorFault.RATE_IMPLAUSIBLE: (
        "The samples do not fit the rate the file tells.",
        "Strides would be timed wrongly.",
    ),
    SensorFault.SIDECAR_MISSING: (
        "The description beside this file (same name, .json) is missing.",
        "The sampling rate and the leg are not known.",
    ),
    SensorFault.SIDECAR_BAD: (
        "The description beside this file (same name, .json) cannot be used.",
        "The sampling rate and the leg are not known.",
    ),
    SensorFault.UNITS_UNTOLD: (
        "This file does not say in which units its values are.",
        "Read in the wrong units, every angle would be wrong.",
    ),
    SensorFault.PLACEMENT_UNTOLD: (
        "This file does not say how the sensor sat on the thigh.",
        "Without that, bending and extending cannot be told apart.",
    ),
    SensorFault.RATE_UNTOLD: (
        "This file does not say how many samples a second it holds.",
        "Strides cannot be timed.",
    ),
    SensorFault.DEVICE_UNTOLD: (
        "This file holds more than one sensor.",
        "Hip Coach cannot tell which one was on the thigh.",
    ),
    SensorFault.OTHER_HALF_MISSING: (
        "This file holds only one half of the motion: accelerations or turn rates.",
        "Angles need both.",
    ),
    SensorFault.UPSIDE_DOWN: (
        "The accelerations point down where the placement says up.",
        "Bending and extending would be mixed up.",
    ),
    SensorFault.GRAVITY_REMOVED: (
        "The accelerations in this file are without gravity.",
        "The vertical cannot be found, so there are no angles.",
    ),
    SensorFault.NO_ADAPTER: (
        "This computer shows no Bluetooth adapter.",
        "The sensor cannot be reached.",
    ),
    SensorFault.ADAPTER_OFF: ("Bluetooth is off.", "The sensor cannot be reached."),
    SensorFault.PERMISSION_DENIED: (
        "Hip Coach may not use Bluetooth.",
        "The sensor cannot be reached.",
    ),
    SensorFault.NO_BLUETOOTH_SERVICE: (
        "The Bluetooth service of this computer is not running.",
        "The sensor cannot be reached.",
    ),
    SensorFault.SENSOR_NOT_FOUND: (
        "The sensor was not found.",
        "It is asleep, empty or too far away.",
    ),
    SensorFault.SAME_NAME_TWICE: (
        "Two sensors answer to the same name.",
        "Hip Coach cannot tell which one is on the leg.",
    ),
    SensorFault.CONNECTED_ELSEWHERE: (
        "The sensor is connected to something else.",
        "It talks to one device at a time.",
    ),
    SensorFault.BUSY: ("The sensor is busy.", "It will be free in a moment."),
    SensorFault.CONNECT_TIMEOUT: (
        "The sensor did not answer in time.",
        "The walk cannot begin yet.",
    ),
    SensorFault.CONNECT_FAILED: (
        "The sensor could not be connected.",
        "The walk cannot begin yet.",
    ),
    SensorFault.MODEL_UNKNOWN: (
        "This sensor is of a kind Hip Coach does not know.",
        "Its numbers cannot be read.",
    ),
    SensorFault.SERVICE_MISSING: (
        "The sensor lacks a function Hip Coach needs.",
        "Its numbers cannot be read.",
    ),
    SensorFault.FINGERPRINT_CHANGED: (
        "The sensor is not the same as last time.",
        "Its numbers are not used until you say it is yours.",
    ),
    SensorFault.COMMAND_REFUSED: (
        "The sensor refused a setting.",
        "It may not send what Hip Coach needs.",
    ),
    SensorFault.GARBAGE: (
        "The sensor sends something that makes no sense.",
        "Those samples are left out.",
    ),
    SensorFault.FLOOD: (
        "The sensor sends far more than it should.",
        "The link was closed to keep the walk safe.",
    ),
    SensorFault.SILENT: (
        "The sensor is connected but sends nothing.",
        "No strides are seen and no cue can come.",
    ),
    SensorFault.LINK_LOST: (
        "The link to the sensor is lost.",
        "No strides are seen and no cue can come.",
    ),
    SensorFault.POWERED_OFF: (
        "The sensor switched itself off.",
        "No strides are seen and no cue can come.",
    ),
}

_SENSOR_ADVICE = {
    Advice.CHECK_FILE_NAME: "Check the name and the folder.",
    Advice.CHECK_FILE_PERMISSION: "Check that you may read this file.",
    Advice.CHOOSE_A_WALK_FILE: "Choose a walk file: .csv, .csv.gz or .hipwalk.",
    Advice.EXPORT_AGAIN: "Export the walk again from where it was recorded.",
    Advice.COPY_FILE_AGAIN: "Copy the file again from where it came.",
    Advice.CONVERT_TO_MPS2: "Convert the accelerations to m/s².",
    Advice.CONVERT_TO_RADPS: "Convert the turn rates to rad/s.",
    Advice.SPLIT_FILE: "Split the file into shorter walks.",
    Advice.ADD_SIDECAR: "Put the .json that came with the walk beside it.",
    Advice.CORRECT_SIDECAR: "Correct the .json beside the walk.",
    Advice.TELL_UNITS: "Tell the units: import it with --units, such as g,deg/s.",
    Advice.TELL_PLACEMENT: (
        "Tell which axes of the sensor point up and to the front: import it with --placement, "
        "such as +x,+z."
    ),
    Advice.TELL_RATE: "Tell the rate: import it with --rate.",
    Advice.TELL_DEVICE: "Tell which sensor it was: import it with --device.",
    Advice.GIVE_BOTH_FILES: "Import both files together.",
    Advice.CHECK_PLACEMENT: (
        "Check the placement; for a file whose signs are the other way, put a minus before its "
        "units."
    ),
    Advice.RECORD_WITH_GRAVITY: "Record again with the raw accelerations, gravity included.",
    Advice.PLUG_IN_ADAPTER: "Plug in a Bluetooth adapter.",
    Advice.TURN_BLUETOOTH_ON: "Turn Bluetooth on.",
    Advice.ALLOW_BLUETOOTH: "Allow Hip Coach to use Bluetooth in the system settings.",
    Advice.START_BLUETOOTH_SERVICE: "Start the Bluetooth service or restart the computer.",
    Advice.WAKE_SENSOR: "Wake the sensor: shake it or press its button.",
    Advice.COME_CLOSER: "Bring the sensor and the computer closer together.",
    Advice.CLOSE_OTHER_APP: "Close the other app or phone that holds the sensor.",
    Advice.WAIT_AND_TRY_AGAIN: "Wait a moment and try again.",
    Advice.UPDATE_FIRMWARE: "Update the sensor with its maker's app.",
    Advice.USE_SUPPORTED_SENSOR: "Use one of the sensors in the guide.",
    Advice.SWITCH_ONE_OFF: "Switch off the sensor you do not wear.",
    Advice.RESTART_SENSOR: "Switch the sensor off and on again.",
    Advice.CHARGE_SENSOR: "Charge the sensor and switch it on.",
    Advice.CONFIRM_SENSOR: "Look at the sensor and confirm that it is yours.",
}

_RECORD = {
    RecordFault.FILE_MISSING: ("This file is not there.", "There is no walk to look at."),
    RecordFault.FILE_UNREADABLE: ("This file cannot be opened.", "There is no walk to look at."),
    RecordFault.NOT_A_WALK_FILE: (
        "This is not a walk kept by Hip Coach.",
        "Nothing in it is used.",
    ),
    RecordFault.NEWER_VERSION: (
        "This walk was kept by a newer Hip Coach.",
        "This version cannot read it and leaves it as it is.",
    ),
    RecordFault.DAMAGED: (
        "This walk file is damaged.",
        "What it holds cannot be trusted.",
    ),
    RecordFault.TOO_LARGE: (
        "This file is larger than any walk can be.",
        "It is not read, to keep the computer safe.",
    ),
    RecordFault.IN_USE: (
        "This walk is being recorded right now.",
        "It can be read once it has ended.",
    ),
    RecordFault.EXISTS: (
        "There is a file with this name already.",
        "It is left as it is; nothing was begun.",
    ),
    RecordFault.FOLDER_NOT_WRITABLE: (
        "Nothing can be written in this folder.",
        "Nothing was begun there, and what is there is as it was.",
    ),
    RecordFault.DISK_FULL: (
        "The disk is full.",
        "The walk goes on and is held in memory until there is room.",
    ),
    RecordFault.DISK_FAILS: (
        "The disk does not take the walk.",
        "The walk goes on and is held in memory; it is tried again every second.",
    ),
    RecordFault.LAGGING: (
        "The disk is slow.",
        "The walk goes on; the last seconds are in memory and follow.",
    ),
    RecordFault.MEMORY_FULL: (
        "The disk has not taken the walk for too long.",
        "The walk goes on, but from here on it is not kept.",
    ),
    RecordFault.KEY_FILE_MISSING: (
        "The key file of this walk (same name, .key) is not there.",
        "The walk is protected and cannot be read without it.",
    ),
    RecordFault.KEY_FILE_DAMAGED: (
        "The key file of this walk (same name, .key) is damaged.",
        "The walk is protected and cannot be read without it.",
    ),
    RecordFault.KEY_LOST: (
        "The key of this walk is neither on this computer nor behind a passphrase.",
        "Nobody can read the walk here.",
    ),
    RecordFault.WRONG_KEY: (
        "The key file (same name, .key) is not the one of this walk.",
        "The walk is protected and cannot be read with it.",
    ),
    RecordFault.LOCKED: (
        "Your walks are locked.",
        "They are safe, and can be read once they are unlocked.",
    ),
    RecordFault.WRONG_PASSPHRASE: (
        "This is not the passphrase.",
        "Nothing was changed and nothing is lost.",
    ),
    RecordFault.PASSPHRASE_TOO_SHORT: (
        "This passphrase is too short to protect anything.",
        "It was not taken.",
    ),
    RecordFault.PASSPHRASE_FILE_UNREADABLE: (
        "The file that is to tell the passphrase cannot be read.",
        "Nothing was unlocked and nothing was changed.",
    ),
    RecordFault.NO_PASSPHRASE: (
        "No passphrase has been chosen, and this computer has no place for keys.",
        "The walk is kept, but whoever has this computer could read it.",
    ),
    RecordFault.PASSPHRASE_WANTED: (
        "Your walks are protected by this computer alone.",
        "If it is lost or set up anew, nobody can read them, you neither.",
    ),
    RecordFault.KEYRING_LOCKED: (
        "The place where this computer keeps your passwords is locked.",
        "Your walks cannot be read until it is unlocked.",
    ),
    RecordFault.KEYRING_MISSING: (
        "This computer has no place for keys, or does not hold yours.",
        "Your walks are safe; only the passphrase unlocks them here.",
    ),
    RecordFault.NOTHING_TO_CONTINUE: (
        "There is no walk that was cut off a short time ago.",
        "No walk was begun.",
    ),
    RecordFault.LIBRARY_DAMAGED: (
        "The list of your walks, limits and pain notes is damaged.",
        "The walks themselves are safe in their own files.",
    ),
    RecordFault.LIBRARY_NEWER: (
        "The list of your walks was kept by a newer Hip Coach.",
        "This version cannot read it and leaves it as it is.",
    ),
    RecordFault.LIBRARY_IN_USE: (
        "Another Hip Coach is changing the list of your walks right now.",
        "Nothing was changed from here.",
    ),
    RecordFault.NO_ANGLES: (
        "This walk has no thigh angles.",
        "Nobody stood still in it before walking, so there is no standing line.",
    ),
    RecordFault.NOT_A_PICTURE: (
        "This file is not a picture that can be read.",
        "No photo was kept; the one before, if any, is still there.",
    ),
    RecordFault.NAME_TAKEN: (
        "This name is empty, or somebody has it already.",
        "Nobody was added.",
    ),
    RecordFault.WRONG_PIN: ("This is not the PIN.", "The physiotherapist's area stays closed."),
    RecordFault.PIN_WAITS: (
        "Too many wrong PINs were entered.",
        "The physiotherapist's area stays closed for a while.",
    ),
    RecordFault.PIN_TOO_SHORT: ("This PIN is shorter than six characters.", "It was not taken."),
    RecordFault.PIN_TOO_SIMPLE: (
        "This PIN would be guessed first.",
        "It was not taken.",
    ),
    RecordFault.PIN_UNRECOVERABLE: (
        "No recovery passphrase was chosen on this computer.",
        "Nothing brings this PIN back.",
    ),
    RecordFault.NOT_A_PRESCRIPTION: (
        "This file is not a physiotherapist's prescription.",
        "Nothing was changed.",
    ),
    RecordFault.PRESCRIPTION_NEWER: (
        "This prescription was made by another version of Hip Coach.",
        "This version cannot read all of it, so nothing was changed.",
    ),
    RecordFault.PRESCRIPTION_CHANGED: (
        "This prescription is not as the physiotherapist signed it.",
        "It was changed or damaged on its way, so nothing of it was taken.",
    ),
    RecordFault.PRESCRIPTION_EXPIRED: (
        "This prescription is past its last day.",
        "Nothing was changed; what was set before stays.",
    ),
    RecordFault.PRESCRIPTION_FOREIGN: (
        "This prescription is for somebody else.",
        "Nothing was changed.",
    ),
    RecordFault.PRESCRIPTION_OLDER: (
        "This prescription, or a newer one, was taken already.",
        "Nothing was changed; the newer one stays in force.",
    ),
    RecordFault.PRESCRIPTION_UNPINNED: (
        "This prescription bears a signature that this computer does not know.",
        "Nothing is taken before you compared its six words with your physiotherapist.",
    ),
}

_RECORD_ADVICE = {
    RecordAdvice.CHECK_FILE_NAME: "Check the name and the folder.",
    RecordAdvice.CHECK_FOLDER: "Check the disk, and that you may read and write there.",
    RecordAdvice.CHOOSE_ANOTHER_NAME: "Choose another name.",
    RecordAdvice.CHOOSE_A_WALK_FILE: "Choose a walk file: .csv, .csv.gz or .hipwalk.",
    RecordAdvice.COPY_FILE_AGAIN: "Copy the file again from where it came.",
    RecordAdvice.END_THE_OTHER_WALK: "End the walk that is being recorded first.",
    RecordAdvice.EXPORT_THE_SAMPLES: "Export the samples instead: --format walk-csv.",
    RecordAdvice.FREE_SPACE: "Make room on the disk.",
    RecordAdvice.KEEP_WALKING: "Walk on; nothing is lost.",
    RecordAdvice.UPDATE_HIP_COACH: "Update Hip Coach.",
    RecordAdvice.ASK_WHO_SHARED_IT: "Ask whoever gave it to you for a copy made for sharing.",
    RecordAdvice.CHOOSE_A_PASSPHRASE: (
        "Choose a passphrase of at least ten characters: hipcoach passphrase."
    ),
    RecordAdvice.CHOOSE_A_LONGER_ONE: "Choose a longer one: at least ten characters.",
    RecordAdvice.CHECK_PASSPHRASE_FILE: "Check its name, and that you may read it.",
    RecordAdvice.CHOOSE_A_PHOTO: "Choose a photo: .jpg, .png or .webp.",
    RecordAdvice.ENTER_PASSPHRASE: "Enter your passphrase.",
    RecordAdvice.FIND_KEY_FILE: "Put the .key file that belongs to it beside it.",
    RecordAdvice.RESTORE_BACKUP: "Put the newest copy from the backups folder in its place.",
    RecordAdvice.START_A_NEW_WALK: "Begin a new walk.",
    RecordAdvice.TRY_PASSPHRASE_AGAIN: "Enter the passphrase again; mind capital letters.",
    RecordAdvice.UNLOCK_KEYRING: "Unlock it, or enter your passphrase.",
    RecordAdvice.WAIT_FOR_THE_OTHER: "Wait a moment and try again, or close the other one.",
    RecordAdvice.CHOOSE_ANOTHER_PIN: (
        "Choose six or more characters, not in a row and not all alike."
    ),
    RecordAdvice.TRY_PIN_AGAIN: "Enter it again.",
    RecordAdvice.WAIT_BEFORE_PIN: "Wait, and then enter it again.",
    RecordAdvice.REMOVE_PINS: (
        "Remove the PINs of this computer and choose new ones: hipcoach physio --forget-pins."
    ),
    RecordAdvice.ASK_PHYSIO_FOR_NEW_FILE: "Ask your physiotherapist for a new file.",
    RecordAdvice.CHOOSE_A_PRESCRIPTION: "Choose a file that ends in .prescription.",
    RecordAdvice.CHOOSE_THE_OTHER_PERSON: "Choose the person it is for, and take it there.",
    RecordAdvice.COMPARE_SIX_WORDS: "Compare the six words, by voice, and then take it.",
    RecordAdvice.KEEP_THE_NEWER_ONE: "Nothing has to be done.",
}


class Words(NamedTuple):
    """What a person is told of a fault: what happened, what it means, one thing to do."""

    happened: str
    means: str
    do: str

    def __str__(self) -> str:
        return f"{self.happened} {self.means} {self.do}"


def fault_words(fault: SensorFault | RecordFault) -> Words:
    """The three sentences of a fault."""
    if isinstance(fault, SensorFault):
        return Words(*_SENSOR[fault], _SENSOR_ADVICE[fault.advice])
    return Words(*_RECORD[fault], _RECORD_ADVICE[fault.advice])


def error_words(error: SensorError | RecordError) -> Words:
    """The three sentences of an error; what ended by it is not said to go on."""
    said = fault_words(error.fault)
    if error.fault not in _OF_A_WALK_THAT_GOES_ON:
        return said
    has_ended = "seconds_missing" in error.details
    return said._replace(means=END_NOT_KEPT if has_ended else NOT_WRITTEN)


def error_line(error: SensorError | RecordError, about: str | None = None) -> str:
    """All that is to be said of an error, on one line; `about` names the file or sensor.

    What could not be written is named itself: `about` is then only where the walk came from.
    """
    is_written = error.fault in _OF_WHAT_IS_WRITTEN
    names = (*_NAMES_OF_FILES, "folder") if is_written else _NAMES_OF_FILES
    details = ", ".join(
        f"{name.replace('_', ' ')} {_shown(value)}"
        for name, value in error.details.items()
        if value is not None and name not in names
    )
    named = (error.details.get(name) for name in names)
    named_file = next((name for name in named if name is not None), None)
    file = named_file or about if is_written else about or named_file
    before = "" if file is None else f"{_shown(file)}: "
    return f"{before}{error_words(error)}{f' ({details})' if details else ''}"


def _shown(value: Detail) -> str:
    """`value` as harmless text: printable, short."""
    text = f"{value:g}" if isinstance(value, float) else str(value)
    text = "".join(c if c.isprintable() else "�" for c in text)
    return text if len(text) <= _LONGEST_DETAIL else f"{text[: _LONGEST_DETAIL - 1]}…"
