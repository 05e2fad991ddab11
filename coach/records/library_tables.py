"""The tables of the library, in every version there ever was."""

from coach.records.migrations import MIGRATION_TABLE, Schema

_OLD_DIARIES = ("CREATE TABLE pain(", "CREATE TABLE exercise(")
_VERSION_1 = (
    "CREATE TABLE person(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, pseudonym TEXT "
    "NOT NULL, added_at TEXT NOT NULL)",
    "CREATE TABLE profile(id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL, side TEXT NOT NULL, "
    "json TEXT NOT NULL, UNIQUE(person_id, side))",
    "CREATE TABLE limit_set(id INTEGER PRIMARY KEY, profile_id INTEGER NOT NULL, set_at TEXT "
    "NOT NULL, set_by TEXT NOT NULL, reason TEXT NOT NULL, json TEXT NOT NULL)",
    "CREATE TABLE walk(id INTEGER PRIMARY KEY, person_id INTEGER, path TEXT NOT NULL UNIQUE, "
    "json TEXT NOT NULL)",
    "CREATE TABLE pain(id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL, json TEXT NOT NULL)",
    "CREATE TABLE exercise(id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL, json TEXT NOT NULL)",
    "CREATE TABLE setting(key TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID",
    MIGRATION_TABLE,
)

_JOURNAL = (
    "CREATE TABLE journal(id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL, kind TEXT NOT NULL, "
    "at TEXT NOT NULL, side TEXT, noted_by TEXT NOT NULL, json TEXT NOT NULL)"
)
_VERSION_2 = (
    *(table for table in _VERSION_1 if not table.startswith(_OLD_DIARIES)),
    _JOURNAL,
)

_PHOTO = (
    "CREATE TABLE photo(id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL, side TEXT NOT NULL, "
    "taken_in_at TEXT NOT NULL, jpeg BLOB NOT NULL, UNIQUE(person_id, side))"
)
_VERSION_3 = (*_VERSION_2, _PHOTO)


def _moved(table: str, kind: str) -> str:
    return (
        "INSERT INTO journal(person_id, kind, at, side, noted_by, json) SELECT person_id, "
        f"'{kind}', json_extract(json, '$.at'), json_extract(json, '$.side'), 'patient', json "
        f"FROM {table} ORDER BY id"
    )


LIBRARY = Schema(
    application_id=0x48_69_70_4C,  # "HipL"
    tables={1: _VERSION_1, 2: _VERSION_2, 3: _VERSION_3},
    steps={
        1: (
            _JOURNAL,
            _moved("pain", "diary"),
            _moved("exercise", "exercise"),
            "DROP TABLE pain",
            "DROP TABLE exercise",
        ),
        2: (_PHOTO,),
    },
)
