"""English words of what goes wrong with what is kept, and of what helps."""

from coach.records.errors import RecordAdvice, RecordFault

FAULT = {
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

ADVICE = {
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
