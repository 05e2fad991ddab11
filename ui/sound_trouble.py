"""Why something cannot be heard; `ui.sound_texts` has the sentences."""

from enum import StrEnum


class SoundTrouble(StrEnum):
    """One thing that is missing; everything else goes on without it."""

    NO_LIBRARY = "no_library"
    NO_DEVICE = "no_device"
    BROKEN_FILE = "broken_file"
    NO_VOICE = "no_voice"
    NO_LANGUAGE = "no_language"
