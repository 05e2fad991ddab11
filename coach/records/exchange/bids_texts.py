"""What a Motion-BIDS dataset of ours says about itself."""

TASK = "walk"
TRACKING_SYSTEM = "imu"
TASK_DESCRIPTION = "Walking with one motion sensor strapped to the thigh."

DESCRIPTION = {
    "Name": "Walks measured with Hip Coach",
    "BIDSVersion": "1.9.0",
    "DatasetType": "raw",
    "Authors": ["Hip Coach"],
    "HowToAcknowledge": "n/a",
    "GeneratedBy": [{"Name": "Hip Coach"}],
}

README = """\
A walk recorded with one motion sensor (accelerometer and gyroscope) strapped to the thigh.

motion.tsv holds the samples as the sensor sent them: specific force in m/s^2 and angular rate in
rad/s in the sensor's own frame, and the time of each sample from the first one (latency). Samples
that were lost are missing; the latency shows it. channels.json tells how the sensor sat.

events.tsv holds one event for every stride, with all that was measured of it; a mark wherever the
person said that it hurt; and the gaps. "Hip extension" is measured at the thigh against the
person's own standing neutral: one sensor on the thigh cannot see the pelvis.

Dates, names and free remarks are left out unless somebody chose to include them.
"""

PARTICIPANTS_COLUMNS: dict[str, dict[str, str]] = {
    "participant_id": {},
    "worn_side": {"Description": "Leg that wore the sensor"},
    "leg_length": {"Description": "Hip to floor", "Units": "m"},
    "height": {"Description": "Body height", "Units": "m"},
}

EVENT_COLUMNS: dict[str, dict[str, object]] = {
    "onset": {"Description": "From the first sample of the walk", "Units": "s"},
    "duration": {"Description": "Length of the event", "Units": "s"},
    "trial_type": {
        "Description": "What it is",
        "Levels": {
            "stride": "Peak flexion to peak flexion of the worn leg",
            "pain": "The person said that it hurts now",
            "gap_pause": "The walk was paused",
            "gap_link": "The link to the sensor was lost",
            "gap_not_kept": "The disk did not take the samples",
            "note": "A remark",
        },
    },
    "pain_level": {"Description": "0 (none) to 10; n/a where nobody asked"},
    "note": {"Description": "Text of a remark"},
}
