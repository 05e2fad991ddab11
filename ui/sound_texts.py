"""What the voice says, and what the screen says where something cannot be heard."""

from PySide6.QtCore import QCoreApplication

from coach import words
from coach.care.delivery import Words
from ui.sound_trouble import SoundTrouble
from ui.texts import from_words

translate = QCoreApplication.translate


def spoken(code: Words) -> str:
    """Return the sentence of a cue in the person's language."""
    return from_words(words.DELIVERED[code])


def trouble(code: SoundTrouble) -> str:
    """Return what happened, what it means for the walk and one thing to do."""
    match code:
        case SoundTrouble.NO_LIBRARY:
            return translate(
                "sound",
                "Sound cannot start: a part of the system is missing. The cues show on the screen "
                "only. Run ./run once more to install it.",
            )
        case SoundTrouble.NO_DEVICE:
            return translate(
                "sound",
                "No loudspeaker was found. The cues show on the screen only. Plug one in; it is "
                "used at once.",
            )
        case SoundTrouble.BROKEN_FILE:
            return translate(
                "sound",
                "A sound of the program cannot be read. Some cues show on the screen only. "
                "Install the program again.",
            )
        case SoundTrouble.NO_VOICE:
            return translate(
                "sound",
                "This computer has no voice. Tones and the screen go on without spoken words. "
                "Install a speech service to hear them.",
            )
        case SoundTrouble.NO_LANGUAGE:
            return translate(
                "sound",
                "This computer's voice does not speak your language. Tones and the screen go on "
                "without spoken words. Add a voice of your language in the system's settings.",
            )
