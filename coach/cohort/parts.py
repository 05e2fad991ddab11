"""Results of single walks, kept until all are there: a run that was killed goes on from them."""

from pathlib import Path

import msgspec

from coach.cohort.result import WalkResult
from coach.records.errors import KeepingError, RecordFault
from coach.records.exchange.new_files import new_outputs

_FOLDER = ".hipcoach-parts"


def is_results_folder(folder: Path) -> bool:
    """Whether a cohort wrote here."""
    return (folder / _FOLDER).is_dir()


class Parts:
    """The kept results in a results folder, each under the key of its task.

    A result is written whole or not at all. Those of other settings stay: whoever goes back to
    them need not wait again.

    Raises
    ------
    KeepingError
        EXISTS where the folder holds anything else, FOLDER_NOT_WRITABLE where it cannot be made.
    """

    def __init__(self, results: Path) -> None:
        self._folder = results / _FOLDER
        try:
            if results.exists() and not self._folder.is_dir() and any(results.iterdir()):
                raise KeepingError(RecordFault.EXISTS, file=results.name)
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise KeepingError(
                RecordFault.FOLDER_NOT_WRITABLE, folder=str(results), cause=error.strerror
            ) from error

    def get(self, key: str) -> WalkResult | None:
        """The result with this key; None where there is none, or none that is whole."""
        try:
            return msgspec.json.decode(self._path(key).read_bytes(), type=WalkResult)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None

    def put(self, key: str, result: WalkResult) -> None:
        """Keep a result.

        Raises
        ------
        KeepingError
            When the disk does not take it.
        """
        with new_outputs(self._path(key), replacing=True) as (place,):
            place.write_bytes(msgspec.json.encode(result))

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.json"
