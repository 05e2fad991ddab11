"""A walk with one of everything, and an empty one."""

from dataclasses import replace

from coach.care.limits import CueKind, Decision, Limit
from coach.gait.events import Stride, WhyNot
from coach.gait.pipeline import GaitSettings
from coach.records.exchange.outgoing import OutgoingWalk, StrideRow
from coach.records.store import GapReason
from coach.records.walk_file import Gap, Note, PainMark
from sensors.samples import Placement, Side
from tests.coach.walks import INFO, still

START_S = 100.0
LIMIT = Limit(extension_deg=12.0, set_by="Tiina Terapeutti")
INFO_WORN = replace(INFO, side=Side.LEFT, placement=Placement("+x", "-z"))
STRIDES = (
    Stride(
        101.0, 102.0, 102.1, 101.5, 14.25, 0.8, 20.0, 101.54, 1.2, 0.1, 110.0, 1.1,
        is_scored=True, why_not=None, thigh_adduction_deg=-1.5,
    ),
    Stride(
        102.0, None, 103.0, 102.5, 9.0, 0.8, 20.0, 102.54, None, None, None, None,
        is_scored=False, why_not=WhyNot.STOP,
    ),
)  # fmt: skip
DECISION = Decision(101.54, 101.0, CueKind.MEASURED, True, 1.0, 2.25, None, LIMIT)


def full() -> OutgoingWalk:
    """Three seconds that stand still, with strides, decisions, pain, gaps and a formula."""
    return OutgoingWalk(
        info=INFO_WORN,
        gait=replace(GaitSettings.of(INFO_WORN), leg_length_m=0.9),
        blocks=lambda: [still(START_S, 100), still(START_S + 1, 200)],
        start_s=START_S,
        duration_s=2.99,
        strides=(StrideRow(STRIDES[0], DECISION), StrideRow(STRIDES[1], None)),
        pain_marks=(PainMark(101.25, 4), PainMark(102.25, None)),
        gaps=(Gap(101.75, 102.0, GapReason.LINK), Gap(102.9, None, GapReason.PAUSE)),
        notes=(Note(101.1, '=HYPERLINK("http://x")\tMatti'), Note(None, "wet\nfloor")),
    )
