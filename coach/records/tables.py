"""The tables of a walk file, in every version there ever was.

A value that cannot be stored must never keep samples off the disk: no constraints but keys.
"""

from dataclasses import fields

from coach.gait.events import Stride
from coach.records.migrations import MIGRATION_TABLE, Schema

LIVE = 1
"""Id of the analysis that the live loop made while the walk went on."""

STRIDE_COLUMNS = tuple(field.name for field in fields(Stride))
DECISION_COLUMNS = (
    "t_s",
    "stride_start_s",
    "kind",
    "is_over",
    "probability",
    "excess_deg",
    "excess_m",
    "limit_id",
)

_META = "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID"
_BLOBS = "(id INTEGER PRIMARY KEY, start_s REAL, end_s REAL, n INTEGER, crc32 INTEGER, blob BLOB)"
_CHUNK = f"CREATE TABLE chunk{_BLOBS}"
_LIMITS = (
    "CREATE TABLE person_limit(id INTEGER PRIMARY KEY, json TEXT)",
    "CREATE TABLE limit_change(id INTEGER PRIMARY KEY, t_s REAL, limit_id INTEGER)",
)
_GAP = "CREATE TABLE gap(id INTEGER PRIMARY KEY, start_s REAL, end_s REAL, reason TEXT)"
_MARKS = (
    _GAP,
    "CREATE TABLE note(id INTEGER PRIMARY KEY, t_s REAL, text TEXT)",
)
_STRIDE_1 = (
    "start_s REAL, end_s REAL, known_s REAL, "
    "peak_thigh_extension_s REAL, peak_thigh_extension_deg REAL, "
    "peak_thigh_extension_sd_deg REAL, peak_thigh_flexion_deg REAL, reported_s REAL, "
    "stride_length_m REAL, stride_length_sd_m REAL, cadence_spm REAL, walking_speed_mps REAL, "
    "is_scored INTEGER, why_not TEXT, thigh_adduction_deg REAL, toe_out_change_deg REAL"
)
_DECISION_1 = (
    "t_s REAL, stride_start_s REAL, kind TEXT, "
    "is_over INTEGER, probability REAL, excess_deg REAL, excess_m REAL, limit_id INTEGER"
)

_VERSION_1 = (
    _META,
    _CHUNK,
    f"CREATE TABLE stride(id INTEGER PRIMARY KEY, {_STRIDE_1})",
    *_LIMITS,
    f"CREATE TABLE decision(id INTEGER PRIMARY KEY, {_DECISION_1})",
    "CREATE TABLE pain(id INTEGER PRIMARY KEY, t_s REAL, level INTEGER)",
    *_MARKS,
)

_STRIDE = f"CREATE TABLE stride(id INTEGER PRIMARY KEY, analysis_id INTEGER, {_STRIDE_1})"
_DECISION = f"CREATE TABLE decision(id INTEGER PRIMARY KEY, analysis_id INTEGER, {_DECISION_1})"
_PAIN = "CREATE TABLE pain(id INTEGER PRIMARY KEY, t_s REAL, level INTEGER, site TEXT)"
_ADDED_2 = (
    "CREATE TABLE analysis(id INTEGER PRIMARY KEY, made_at TEXT, program TEXT, settings TEXT)",
    f"CREATE TABLE notification{_BLOBS}",
    "CREATE TABLE calibration(id INTEGER PRIMARY KEY, t_s REAL, is_accepted INTEGER, "
    "neutral_sd_deg REAL, reason TEXT)",
    "CREATE TABLE clock(id INTEGER PRIMARY KEY, t_s REAL, monotonic_s REAL, wall TEXT)",
    MIGRATION_TABLE,
)
_VERSION_2 = (_META, _CHUNK, _STRIDE, *_LIMITS, _DECISION, _PAIN, *_MARKS, *_ADDED_2)

_NOTE = "CREATE TABLE note(id INTEGER PRIMARY KEY, t_s REAL, text TEXT, end_s REAL, tag TEXT)"
_VERSION_3 = (_META, _CHUNK, _STRIDE, *_LIMITS, _DECISION, _PAIN, _GAP, _NOTE, *_ADDED_2)

_STEP_1 = (
    *_ADDED_2,
    "INSERT INTO analysis(id, made_at, program, settings) SELECT 1, "
    "(SELECT value FROM meta WHERE key='started_at'), "
    "(SELECT value FROM meta WHERE key='program'), "
    "(SELECT '{\"gait\":' || value || '}' FROM meta WHERE key='gait')",
    "DELETE FROM meta WHERE key IN ('program', 'gait')",
    "ALTER TABLE stride RENAME TO stride_1",
    _STRIDE,
    "INSERT INTO stride SELECT id, 1, start_s, end_s, known_s, peak_thigh_extension_s, "
    "peak_thigh_extension_deg, peak_thigh_extension_sd_deg, peak_thigh_flexion_deg, reported_s, "
    "stride_length_m, stride_length_sd_m, cadence_spm, walking_speed_mps, is_scored, why_not, "
    "thigh_adduction_deg, toe_out_change_deg FROM stride_1",
    "DROP TABLE stride_1",
    "ALTER TABLE decision RENAME TO decision_1",
    _DECISION,
    "INSERT INTO decision SELECT id, 1, t_s, stride_start_s, kind, is_over, probability, "
    "excess_deg, excess_m, limit_id FROM decision_1",
    "DROP TABLE decision_1",
    "ALTER TABLE pain RENAME TO pain_1",
    _PAIN,
    "INSERT INTO pain SELECT id, t_s, level, NULL FROM pain_1",
    "DROP TABLE pain_1",
)

_STEP_2 = (
    "ALTER TABLE note RENAME TO note_2",
    _NOTE,
    "INSERT INTO note SELECT id, t_s, text, NULL, NULL FROM note_2",
    "DROP TABLE note_2",
)

WALK = Schema(
    application_id=0x48_69_70_57,  # "HipW"
    tables={1: _VERSION_1, 2: _VERSION_2, 3: _VERSION_3},
    steps={1: _STEP_1, 2: _STEP_2},
)
