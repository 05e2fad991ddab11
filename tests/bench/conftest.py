"""Benchmarks measure only when asked to; in the normal run each works for a moment."""

import pytest


@pytest.fixture(scope="session")
def is_measured(request: pytest.FixtureRequest) -> bool:
    """Whether this is a run with ``--benchmark-enable``."""
    return bool(request.config.getoption("benchmark_enable"))
