from html.parser import HTMLParser

import pytest

from coach.html_page import Plot
from coach.lab.evaluation import Evaluation
from coach.lab.folder import Broken
from coach.lab.page import Told, page
from coach.lab.plots import plots
from coach.lab.robustness import Grid, robustness
from coach.lab.simulated import comparison_of
from tests.coach.lab.walks import lab_walk

_TOLD = Told("my walks", "2026-01-02 03:04 UTC", {"simulation": "no"})
_VOID = {"meta", "img", "br"}


class _Reader(HTMLParser):
    """Open and close tags, and every address that the page names."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.addresses: list[str] = []
        self.images: list[dict[str, str | None]] = []
        self.n_unmatched = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.addresses += [value for key in ("src", "href") if (value := named.get(key))]
        if tag == "img":
            self.images.append(named)
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.n_unmatched += 1


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    walks = [comparison_of(lab_walk(12.0), "<script>"), comparison_of(lab_walk(12.0, 2), "b & c")]
    grid = Grid((50.0, 100.0), (0.0,), (0.0,), ((0.0, 0.0),), 1, 12.0)
    return Evaluation(
        walks=walks, broken=[Broken("<b>bad</b>", "It is > all.")],
        cells=list(robustness(grid, _silent)),
    )  # fmt: skip


@pytest.fixture(scope="module")
def drawn(evaluation: Evaluation) -> list[Plot]:
    return plots(evaluation)


def _silent(what: str) -> None:
    pass


def _read(text: str) -> _Reader:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader


def test_the_page_needs_nothing_beside_it(evaluation: Evaluation, drawn: list[Plot]) -> None:
    addresses = _read(page(evaluation, drawn, _TOLD)).addresses
    assert addresses
    assert all(address.startswith("data:image/svg+xml;base64,") for address in addresses)


def test_every_tag_is_closed_in_order(evaluation: Evaluation, drawn: list[Plot]) -> None:
    reader = _read(page(evaluation, drawn, _TOLD))
    assert (reader.open, reader.n_unmatched) == ([], 0)


def test_names_from_files_are_text(evaluation: Evaluation) -> None:
    text = page(evaluation, [], _TOLD)
    assert "<script>" not in text
    assert "<b>" not in text
    assert "b &amp; c" in text


def test_every_plot_is_told_in_words(evaluation: Evaluation, drawn: list[Plot]) -> None:
    images = _read(page(evaluation, drawn, _TOLD)).images
    assert [image["alt"] for image in images] == [f"{p.heading}. {p.words}" for p in drawn]


def test_plots_are_the_same_each_time(evaluation: Evaluation, drawn: list[Plot]) -> None:
    assert plots(evaluation) == drawn


def test_the_agreement_in_words_is_that_of_the_residuals(
    evaluation: Evaluation, drawn: list[Plot]
) -> None:
    errors = [r.error for r in evaluation.walks[1].extension]
    words = f"b & c: mean difference {sum(errors) / len(errors):+.2f} °"
    assert words in drawn[0].words


def test_a_page_without_plots_says_how_to_get_them(evaluation: Evaluation) -> None:
    assert "needs a library" in page(evaluation, [], _TOLD, "This needs a library.")
