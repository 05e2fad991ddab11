"""What people hear in four simulated weeks, drawn: `python -m tests.bench.delivery [OUT.svg]`.

Each of six people walks once a day under a limit above their usual stride, and then under one that
is too low. care.md allows six tones a minute, sentences 8 s apart, no cue below the floor, and no
tone at all under a limit that would cue more than 30 % of usual strides.
"""

import sys
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from matplotlib import rc_context
from matplotlib.figure import Figure

from coach.care.delivery import Delivery, Notice, Tone, Words
from coach.care.feedback import Feedback
from coach.care.limits import Limit
from coach.care.usual import Usual, usual_of
from coach.coach import Coach, CoachSettings
from coach.gait.events import ExtensionPeak, Stride
from coach.gait.pipeline import GaitSettings
from coach.svg_plots import COLOURS, STYLE, svg
from sensors.simulation.person import some_person
from sensors.simulation.source import SimulatedWalk
from sensors.simulation.walks import mixed_strides

N_PEOPLE, N_DAYS, N_STRIDES = 6, 28, 160
_ABOVE_DEG, _TOO_LOW_DEG = 3.0, -1.5


@dataclass
class Heard:
    """What was heard in all walks of one kind."""

    tones_a_minute: list[int] = field(default_factory=list)
    words_gaps_s: list[float] = field(default_factory=list)
    below_floor_deg: list[float] = field(default_factory=list)
    n_walks: int = 0
    n_lessons: int = 0
    n_tones: int = 0

    def add(self, delivered: list[Delivery], peaks: list[ExtensionPeak], usual: Usual) -> None:
        """Count one walk."""
        self.n_walks += 1
        self.n_lessons += any(each.code is Notice.LESSON_MODE for each in delivered)
        tones_s = [each.t_s for each in delivered if each.code is Tone.SHORTER]
        words_s = [each.t_s for each in delivered if isinstance(each.code, Words)]
        self.n_tones += len(tones_s)
        self.tones_a_minute.append(
            max((sum(0 <= t - one < 60 for t in tones_s) for one in tones_s), default=0)
        )
        self.words_gaps_s += [later - one for one, later in pairwise(words_s)]
        for t_s in (*tones_s, *words_s):
            last = [peak for peak in peaks if peak.t_s <= t_s + 0.5][-1]
            self.below_floor_deg.append(last.peak_thigh_extension_deg - usual.floor_deg)


def week(person_seed: int, change_deg: float) -> Heard:
    """Four weeks of one person."""
    heard, person = Heard(), some_person(person_seed)
    first = _strides(mixed_strides(60, 1000 + person_seed, person))
    usual = usual_of([stride for stride in first if stride.is_scored])
    limit = Limit(extension_deg=usual.extension_deg + change_deg)
    for day in range(N_DAYS):
        walk = mixed_strides(N_STRIDES, 100 * person_seed + day, person)
        coach = Coach(CoachSettings(GaitSettings.of(walk.info), limit))
        feedback = Feedback(limit=limit, usual=usual)
        delivered: list[Delivery] = []
        peaks: list[ExtensionPeak] = []
        for block in walk.blocks():
            output = coach.push(block)
            delivered += feedback.push(output.events, output.decisions)
            peaks += [event for event in output.events if isinstance(event, ExtensionPeak)]
        heard.add(delivered, peaks, usual)
    return heard


def _strides(walk: SimulatedWalk) -> list[Stride]:
    coach = Coach(CoachSettings(GaitSettings.of(walk.info)))
    return [
        event
        for block in walk.blocks()
        for event in coach.push(block).events
        if isinstance(event, Stride)
    ]


def together(change_deg: float) -> Heard:
    """Everybody's four weeks."""
    all_of_them = Heard()
    for seed in range(N_PEOPLE):
        one = week(seed, change_deg)
        for name, value in vars(one).items():
            setattr(all_of_them, name, getattr(all_of_them, name) + value)
    return all_of_them


def drawn(kept: Heard, low: Heard) -> Figure:
    """The three rules as three histograms, with the edge that none may cross."""
    figure = Figure(figsize=(9.5, 2.9), layout="constrained")
    panels = figure.subplots(1, 3)
    panels[0].hist(kept.tones_a_minute, bins=[n - 0.5 for n in range(9)], color=COLOURS[0])
    panels[0].axvline(6.5, color=COLOURS[1], linestyle="--")
    panels[0].set(xlabel="most tones in any minute of a walk", ylabel="walks")
    panels[1].hist(kept.words_gaps_s, bins=range(0, 125, 4), color=COLOURS[0])
    panels[1].axvline(8, color=COLOURS[1], linestyle="--")
    panels[1].set(xlabel="seconds between sentences", ylabel="sentences")
    panels[2].hist(kept.below_floor_deg, bins=range(-4, 26), color=COLOURS[0])
    panels[2].axvline(0, color=COLOURS[1], linestyle="--")
    panels[2].set(xlabel="cued stride, degrees above floor", ylabel="cues")
    share = low.n_lessons / low.n_walks
    figure.suptitle(
        f"{kept.n_walks} walks, limit {_ABOVE_DEG:g}° above usual. Under a limit below usual: "
        f"{share:.0%} of {low.n_walks} walks became lessons, {low.n_tones} tones.",
        fontsize=10,
    )
    return figure


def main() -> None:
    """Walk, print the figures, and draw them where that is asked for."""
    kept, low = together(_ABOVE_DEG), together(_TOO_LOW_DEG)
    print(
        f"walks {kept.n_walks}; most tones in a minute {max(kept.tones_a_minute)}; "
        f"least seconds between sentences {min(kept.words_gaps_s):.1f}; "
        f"lowest stride of a cue, degrees above the floor {min(kept.below_floor_deg):.1f}"
    )
    print(f"limit too low: {low.n_lessons} of {low.n_walks} lessons, {low.n_tones} tones")
    if len(sys.argv) > 1:
        with rc_context(STYLE):
            Path(sys.argv[1]).write_text(svg(drawn(kept, low)), encoding="utf-8")


if __name__ == "__main__":
    main()
