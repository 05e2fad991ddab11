"""A judge with a rule anyone can check, in the place of the real one."""

import pytest

from tests.coach.walks import PeakJudge


@pytest.fixture
def peak_judge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.coach.StrideJudge", PeakJudge)
