"""Where a walk in the window is kept, and what is to be asked and told of it before."""

import shutil
import time
from dataclasses import replace
from pathlib import Path

import pytest

from coach.keeping import Keeping
from coach.records.errors import KeepingError, RecordFault
from coach.records.folders import walks_folder
from coach.records.keys import new_vault
from coach.records.places import keep_vault, new_walk_path
from coach.records.schema import WalkState
from coach.records.store import WalkRecorder
from coach.records.walk_file import WalkFile
from coach.records.walk_names import is_of_test
from sensors.samples import StreamKind
from tests.coach.records.conftest import STARTED_AT, header
from tests.coach.walks import still

PASSPHRASE = "seven green sensors on a walk"


@pytest.fixture
def cut_off(data: Path, tmp_path: Path) -> Path:
    """A walk with a sensor that was pulled off the power a moment ago."""
    made = header()
    elsewhere = tmp_path / "walk.hipwalk"
    recorder = WalkRecorder(
        elsewhere,
        replace(made, info=replace(made.info, kind=StreamKind.RADIO)),
        commit_every_s=0.01,
    )
    recorder.keep(still(0.0, 150), (), ())
    while recorder.state.waiting_s:
        time.sleep(0.01)
    path = new_walk_path(STARTED_AT)
    for end in ("", "-wal"):
        shutil.copyfile(f"{elsewhere}{end}", f"{path}{end}")
    recorder.close(STARTED_AT)
    return path


def _state(path: Path) -> WalkState:
    with WalkFile.open(path) as walk:
        return walk.state


def test_a_walk_that_was_cut_off_is_to_be_asked_about(cut_off: Path) -> None:
    keeping = Keeping(None, StreamKind.RADIO)
    assert keeping.cut_off is not None
    assert keeping.cut_off.path == cut_off


def test_looking_for_it_leaves_it_to_go_on(cut_off: Path) -> None:
    Keeping(None, StreamKind.RADIO)
    assert _state(cut_off) is WalkState.RECORDING


def test_it_goes_on_in_the_same_file(cut_off: Path) -> None:
    keeping = Keeping(None, StreamKind.RADIO)
    keeping.goes_on = True
    place = keeping.settle()
    assert place.path == cut_off
    assert place.continues is not None


def test_it_is_saved_where_a_new_one_begins(cut_off: Path) -> None:
    place = Keeping(None, StreamKind.RADIO).settle()
    assert place.path != cut_off
    assert place.continues is None
    assert _state(cut_off) is WalkState.RECOVERED


@pytest.mark.parametrize("kind", [StreamKind.RECORDING, StreamKind.SIMULATION])
def test_only_a_walk_with_a_sensor_is_asked_about(cut_off: Path, kind: StreamKind) -> None:
    assert Keeping(None, kind).cut_off is None


def test_a_walk_with_a_file_of_its_own_asks_nothing(cut_off: Path, tmp_path: Path) -> None:
    keeping = Keeping(tmp_path / "own.hipwalk", StreamKind.RADIO, is_plain=True)
    assert (keeping.cut_off, keeping.notice) == (None, None)
    assert keeping.settle().path == tmp_path / "own.hipwalk"


def test_nothing_to_go_on_with_is_said_before_the_window_comes(data: Path) -> None:
    with pytest.raises(KeepingError) as error:
        Keeping(None, StreamKind.RADIO, goes_on=True)
    assert error.value.fault is RecordFault.NOTHING_TO_CONTINUE


def test_a_walk_without_protection_is_to_be_told(data: Path) -> None:
    keeping = Keeping(None, StreamKind.RADIO)
    assert keeping.notice is RecordFault.NO_PASSPHRASE
    assert keeping.settle().key is None


def test_a_protected_walk_has_a_key_and_nothing_to_tell(data: Path) -> None:
    vault = new_vault(PASSPHRASE)
    assert vault is not None
    keep_vault(vault)
    keeping = Keeping(None, StreamKind.RADIO)
    place = keeping.settle()
    assert keeping.notice is None
    assert place.key is not None
    assert place.path.parent == walks_folder()


def test_the_bouts_of_a_test_are_not_gone_on_with_as_a_walk(cut_off: Path) -> None:
    of_test = cut_off.with_name(f"{cut_off.stem}-test.hipwalk")
    for end in ("", "-wal"):
        Path(f"{cut_off}{end}").rename(f"{of_test}{end}")
    assert Keeping(None, StreamKind.RADIO).cut_off is None


def test_a_test_goes_on_with_no_walk_and_saves_one_that_was_cut_off(cut_off: Path) -> None:
    keeping = Keeping(None, StreamKind.RADIO, is_test=True)
    assert keeping.cut_off is None
    assert is_of_test(keeping.settle().path)
    assert _state(cut_off) is WalkState.RECOVERED
