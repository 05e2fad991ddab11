"""Charts as SVG: well formed, the same each time, harmless whatever the words are."""

import xml.etree.ElementTree as ET

from coach.follow_up.svg_charts import Axis, Chart

_SVG = "{http://www.w3.org/2000/svg}"


def chart(words: str = "pain") -> Chart:
    y = Axis(0, 10, ((0, "0"), (10, "10")), words)
    made = Chart(Axis(0, 4, ((0, "a"), (4, "b"))), y, words)
    made.bars([(1, 5.0), (2, 0.0)])
    made.line([(0, 1.0), (4, 2.0)], series=1)
    made.band([(0, 1.0, 2.0), (4, 1.0, 3.0)])
    made.dots([(2, 2.0)])
    made.whiskers([(2, 1.0, 3.0)])
    made.level(4.0, words)
    made.name(1, words)
    return made


def test_it_is_well_formed() -> None:
    assert ET.fromstring(chart().svg()).tag == f"{_SVG}svg"


def test_words_cannot_break_it() -> None:
    root = ET.fromstring(chart("<script>&'\"").svg())
    assert root.find(f"{_SVG}script") is None


def test_the_same_parts_give_the_same_text() -> None:
    assert chart().svg() == chart().svg()


def test_a_taller_bar_is_for_more() -> None:
    low = Chart(Axis(0, 4, ()), Axis(0, 10, ()), "")
    low.bars([(1, 2.0), (2, 8.0)])
    heights = [float(r.attrib["height"]) for r in ET.fromstring(low.svg()).iter(f"{_SVG}rect")]
    assert heights[1] == 4 * heights[0]


def test_nothing_told_is_told_as_a_thin_line() -> None:
    flat = Chart(Axis(0, 4, ()), Axis(0, 10, ()), "")
    flat.bars([(1, 0.0)])
    (bar,) = ET.fromstring(flat.svg()).iter(f"{_SVG}rect")
    assert float(bar.attrib["height"]) > 0
