"""English words of what goes wrong with sensors and recordings, and of what helps."""

from sensors.errors import Advice, SensorFault

FAULT = {
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
    SensorFault.BUSY: (
        "Bluetooth or the sensor is busy with something else.",
        "It is usually free again in a moment.",
    ),
    SensorFault.CONNECT_TIMEOUT: (
        "The sensor did not answer in time.",
        "There is no link to it yet.",
    ),
    SensorFault.CONNECT_FAILED: (
        "The sensor could not be connected.",
        "There is no link to it yet.",
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
    SensorFault.ANOTHER_SENSOR: (
        "Another sensor of the same name answers, not the one you wore last.",
        "Its numbers are not used.",
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

ADVICE = {
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
    Advice.WAIT_AND_TRY_AGAIN: (
        "Wait a moment and try again; if it stays so, switch Bluetooth off and on."
    ),
    Advice.UPDATE_FIRMWARE: "Update the sensor with its maker's app.",
    Advice.USE_SUPPORTED_SENSOR: "Use one of the sensors in the guide.",
    Advice.SWITCH_ONE_OFF: "Switch off the sensor you do not wear.",
    Advice.RESTART_SENSOR: "Switch the sensor off and on again.",
    Advice.CHARGE_SENSOR: "Charge the sensor and switch it on.",
    Advice.CONFIRM_SENSOR: "Look at the sensor and confirm that it is yours.",
}
