from pathlib import Path

import pytest

from coach.lab.reference import BadReferenceError, read_reference, walks_with_reference

_STRIDE = '{"peak_thigh_extension_s": %s, "peak_thigh_extension_deg": %s}'


def _reference(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "walk.truth.json"
    path.write_text(text)
    return path


def test_strides_that_the_reference_did_not_see_are_left_out(tmp_path: Path) -> None:
    seen, unseen = _STRIDE % (1.0, 20.0), _STRIDE % (2.0, "null")
    reference = read_reference(_reference(tmp_path, f'{{"strides": [{seen}, {unseen}]}}'))
    assert [stride.peak_thigh_extension_s for stride in reference.strides] == [1.0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"strides": 1}',
        '{"strides": [{"peak_thigh_extension_s": 1.0, "peak_thigh_extension_deg": 900}]}',
        '{"strides": [' + _STRIDE % (2.0, 20) + "," + _STRIDE % (1.0, 20) + "]}",
        "[" * 100_000,
    ],
    ids=["empty", "list", "number", "no angle", "back in time", "deep"],
)
def test_what_is_not_a_reference_is_refused_by_name(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadReferenceError, match=r"walk\.truth\.json"):
        read_reference(_reference(tmp_path, text))


def test_a_missing_reference_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadReferenceError, match="cannot be read"):
        read_reference(tmp_path / "none.truth.json")


def test_a_reference_belongs_to_the_walk_of_its_name(tmp_path: Path) -> None:
    for name in ("b.truth.json", "b.csv", "a.truth.json", "a.csv.gz", "a.json", "lonely.csv"):
        (tmp_path / name).touch()
    walks = [walk.name for walk, _ in walks_with_reference(tmp_path)]
    assert walks == ["a.csv.gz", "b.csv"]
