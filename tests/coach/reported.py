"""A hand-made report, for tests of what is made of it."""

from pathlib import Path

import numpy as np

from coach.care.limits import Grade, Limit, LimitSource
from coach.care.pain_record import Trigger
from coach.follow_up.report import Report, report
from coach.follow_up.review import review
from coach.follow_up.trends import Told
from coach.follow_up.walk_look import WalkLook
from coach.records.entries import IndexedWalk, LimitEntry, WalkEntry
from coach.records.journal import Noted
from tests.coach.care.patients import KINDS, Walker
from tests.coach.reviewed import AINO, LEG, NOW, VISIT, at, found, morning, plan, rating, walk

LIMIT = Limit(
    extension_deg=12.345,
    extension_interval_deg=(10.04, 14.06),
    source=LimitSource.LONG_STRIDE_TEST,
    grade=Grade.A,
    expires_on=at(30).date(),
    set_by="Tiina",
)
PHYSIO = LimitEntry(at(0), "Tiina", "=a formula", LIMIT)


def made(*looks: WalkLook, is_pseudonymous: bool = False) -> Report:
    """Two walks, one of them red, a plan and a limit."""
    told = Told(
        walks=(walk(1, walk="first.hipwalk", comfortable_share=0.5, n_scored=10), walk(2)),
        ratings=(rating(1, 1, 5, triggers=frozenset({Trigger.STAIRS})), rating(2)),
        mornings=(morning(2),),
    )
    entry = WalkEntry(started_at=at(1).isoformat(), duration_s=600, kind="radio", state="ended")
    path = looks[0].path if looks else Path("first.hipwalk")
    everything = found(
        told,
        plans=(plan(1, "M1"), plan(2, "M1")),
        limits=((LEG, PHYSIO),),
        indexed=(IndexedWalk(path, AINO.id, entry),),
    )
    seen = review(everything, VISIT, NOW)
    return report(
        seen,
        looks,
        made_at=NOW,
        made_by="Tiina",
        program="hipcoach test",
        is_pseudonymous=is_pseudonymous,
    )


def made_of_a_test() -> Report:
    """One long-stride test, walked to its end."""
    rng = np.random.default_rng(3)
    walker = Walker(KINDS["carry-over"](rng), rng)
    walker.walk_to_end()
    noted = Noted(walker.test.state, at(3), LEG, "Tiina")
    seen = review(found(tests=(noted,)), VISIT, NOW)
    return report(seen, (), made_at=NOW, made_by="Tiina", program="hipcoach test")
