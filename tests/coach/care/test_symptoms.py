import pytest

from coach.care.symptoms import Change, Feeling, OwnSymptoms, Region, Symptom, red_in_use
from coach.care.warning_signs import WarningSign
from sensors.samples import Side

_BUTTOCK_TINGLING = Symptom(Region.DEEP_BUTTOCK, Feeling.TINGLING, Side.LEFT)
_CALF_PAIN = Symptom(Region.BELOW_KNEE, Feeling.PAIN, Side.LEFT)
_OWN = OwnSymptoms(frozenset({_BUTTOCK_TINGLING, _CALF_PAIN}), morning_stiffness_min=15)
_TINGLING = WarningSign.TINGLING_NEW_STRONGER_OR_LASTING


@pytest.mark.parametrize(
    ("region", "feeling", "side", "change", "sign"),
    [
        ("deep_buttock", "tingling", "left", "as_usual", None),
        ("deep_buttock", "tingling", "left", "stronger", _TINGLING),
        ("deep_buttock", "tingling", "left", "lasting", _TINGLING),
        ("deep_buttock", "tingling", "right", "as_usual", _TINGLING),
        ("upper_hamstring", "tingling", "left", "as_usual", _TINGLING),
        ("deep_buttock", "pain", "left", "stronger", None),
        ("groin", "pain", "left", "as_usual", None),
        ("groin", "clicking", "left", "as_usual", None),
        ("below_knee", "pain", "left", "as_usual", None),
        ("below_knee", "pain", "right", "as_usual", WarningSign.NEW_BELOW_KNEE),
        ("below_knee", "tingling", "left", "as_usual", WarningSign.NEW_BELOW_KNEE),
        ("groin", "numbness", "left", "as_usual", WarningSign.NUMBNESS_OR_WEAKNESS),
        ("below_knee", "weakness", "left", "as_usual", WarningSign.NUMBNESS_OR_WEAKNESS),
    ],
)
def test_red_in_use(
    region: str, feeling: str, side: str, change: str, sign: WarningSign | None
) -> None:
    felt = Symptom(Region(region), Feeling(feeling), Side(side))
    assert red_in_use(felt, _OWN, Change(change)) is sign


@pytest.mark.parametrize("feeling", [Feeling.NUMBNESS, Feeling.WEAKNESS])
def test_numbness_and_weakness_are_never_usual(feeling: Feeling) -> None:
    with pytest.raises(ValueError, match="warning signs"):
        OwnSymptoms(frozenset({Symptom(Region.GROIN, feeling, Side.LEFT)}))


def test_stiffness_cannot_be_negative() -> None:
    with pytest.raises(ValueError, match="-1 minutes"):
        OwnSymptoms(morning_stiffness_min=-1)
