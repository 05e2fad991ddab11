"""Where the labels of a time axis stand: round times, never crowded."""

from math import ceil

_STEPS_S = (0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200)
_LABEL_PX = 84


def ticks_s(first_s: float, last_s: float, width_px: float, start_s: float) -> list[float]:
    """Times between two others that lie at round distances from `start_s`, as many as fit."""
    span_s = max(1e-9, last_s - first_s)
    most = max(1.0, width_px / _LABEL_PX)
    step_s = next((step for step in _STEPS_S if span_s / step <= most), _STEPS_S[-1])
    i = max(0, ceil((first_s - start_s) / step_s - 1e-6))
    ticks = []
    while start_s + step_s * i <= last_s:
        ticks.append(start_s + step_s * i)
        i += 1
    return ticks
