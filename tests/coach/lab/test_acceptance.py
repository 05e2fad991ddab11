"""`hipcoach evaluate` and the acceptance script say the same of the same walks."""

import importlib.util
import shlex
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from coach.lab.comparison import Comparison
from coach.lab.figures import figures
from coach.lab.folder import tried_folder

_ROOT = Path(__file__).parents[3]
_SHARED = _ROOT.parent / "shared"
_SCRIPT = _SHARED / "acceptance" / "evaluate.py"
_NAMES = ("cmu_07_normal_with_long_R_worn", "gaittech_s02_R")  # cues and lengths; turns
_PROGRAM = shlex.join([sys.executable, "-c", "from ui.main import main; main()"])
_SAME = {
    "f1": ("f1", 4),
    "missed": ("n_missed", 0),
    "false": ("n_false", 0),
    "strides": ("n_strides", 0),
    "cycles": ("n_cycles", 0),
    "extension_rmse_deg": ("extension_rmse_deg", 2),
    "extension_bias_deg": ("extension_bias_deg", 2),
    "extension_spread_deg": ("extension_spread_deg", 2),
    "extension_cover90": ("extension_cover90", 2),
    "late_p95_ms": ("late_p95_ms", 0),
    "length_given": ("length_given", 2),
    "length_plain_mape": ("length_plain_mape", 2),
    "length_calibrated_mape": ("length_calibrated_mape", 2),
    "length_calibrated_mae_cm": ("length_calibrated_mae_cm", 2),
    "length_calibrated_cover90": ("length_calibrated_cover90", 2),
    "length_calibrated_cycles": ("n_calibrated_cycles", 0),
    "cue_lead_median_ms": ("cue_lead_median_ms", 0),
}


def _acceptance_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("acceptance_script", _SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # the script leaves files to the collector
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_figures_are_those_of_the_acceptance_script(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walks = _SHARED / "walks"
    if not (_SCRIPT.exists() and walks.exists()):
        pytest.skip("no recorded walks in shared/walks, or no acceptance script beside them")
    monkeypatch.chdir(_ROOT)
    for name in _NAMES:
        for ending in (".csv.gz", ".json", ".truth.json"):
            shutil.copy(walks / f"{name}{ending}", tmp_path)
    script = _acceptance_script()
    theirs = script.summary([script.evaluate(_PROGRAM, str(walks / name)) for name in _NAMES])
    ours = figures([told for told in tried_folder(tmp_path) if isinstance(told, Comparison)])

    def rounded(name: str, digits: int) -> float | None:
        value: float | None = getattr(ours, name)
        return None if value is None else round(value, digits)

    assert {k: rounded(*same) for k, same in _SAME.items()} == {k: theirs[k] for k in _SAME}
    assert theirs["turns_scored"] == f"{ours.n_turns_scored}/{ours.n_turns}"
    assert theirs["cue_caught"] == f"{ours.n_cue_caught}/{ours.n_cue_over}"
    assert theirs["cue_false"] == f"{ours.n_cue_false}/{ours.n_cue_under}"
