"""The picture: signs that need no colour, nothing that could run, the same in each language."""

import re

import pytest
from lxml import etree

from output.chart.sample_charts import HOSTILE, chart_of, hostile_chart, small_chart
from tamiz.model import Certainty, LinkChart, NodeKind, NodeStatus
from tamiz.output.chart.icons import ICONS
from tamiz.output.chart.lines import stroke
from tamiz.output.chart.nodes import shape
from tamiz.output.chart.svg import chart_style, picture, standalone
from tamiz.wording import Language, say

SVG = "{http://www.w3.org/2000/svg}"


def drawn(chart: LinkChart, language: Language = Language.ENGLISH) -> etree._Element:
    return etree.fromstring(standalone(chart, "A1: ties", language).encode())


def texts(root: etree._Element) -> list[str]:
    return [str(text.xpath("string()")) for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("language", Language)
def test_every_status_is_said_in_a_word_of_the_officers_language(language: Language) -> None:
    said = texts(drawn(small_chart(), language))

    for status in ("subject", "refused", "listed"):
        assert said.count(say(f"report.chart.status.{status}", language)) == 2  # node and legend


def test_a_reader_that_speaks_is_told_what_the_picture_is() -> None:
    root = drawn(small_chart())

    named = [node.get("id") for tag in ("title", "desc") for node in root.findall(f"{SVG}{tag}")]
    assert root.get("role") == "img"
    assert root.get("aria-labelledby", "").split() == named
    assert "5 people and values and 4 ties" in (root.findtext(f"{SVG}desc") or "")


def test_each_kind_has_its_own_drawing() -> None:
    assert set(ICONS) == set(NodeKind)
    people = {NodeKind.APPLICANT, NodeKind.PERSON}
    assert len({ICONS[kind] for kind in NodeKind if kind not in people}) == len(NodeKind) - 2


def test_people_listed_parties_and_values_differ_in_shape() -> None:
    kinds = {
        (NodeKind.APPLICANT, NodeStatus.APPLICANT): "<circle",
        (NodeKind.LISTED, NodeStatus.LISTED): "<path",
        (NodeKind.PHONE, NodeStatus.VALUE): "<rect",
    }
    for (kind, status), tag in kinds.items():
        assert shape(kind, status, 16.0).startswith(tag)


def test_each_certainty_has_its_own_dashes() -> None:
    dashes = {re.findall('dasharray="(.*?)"', stroke(one, "fair"))[0] for one in Certainty}

    assert len(dashes) == 3
    assert "none" in dashes


def test_a_stronger_tie_is_a_thicker_line() -> None:
    paths = drawn(small_chart()).findall(f".//{SVG}path[@stroke-width]")[:4]

    thick = [float(path.get("stroke-width", "0")) for path in paths]
    assert thick == sorted(thick, reverse=True)
    assert len(set(thick)) == 3


def test_hostile_text_stays_text() -> None:
    source = standalone(hostile_chart(), HOSTILE, Language.ENGLISH)
    root = etree.fromstring(source.encode())

    assert root.findall(f".//{SVG}script") == []
    assert "\u202e" not in source
    assert not [name for node in root.iter() for name in node.attrib if str(name).startswith("on")]


def test_nothing_is_loaded_and_no_style_stands_in_an_element() -> None:
    source = picture(chart_of(40)).chart.content + chart_style()

    assert not re.search(r"url\(|@import|href|style=", source)


def test_the_full_label_of_a_cut_one_is_a_tip() -> None:
    titles = [title.text for title in drawn(chart_of(40)).iter(f"{SVG}title")]

    assert "Calle Invento 35, Ciudad Quimera, Ruritania" in titles


def test_people_who_are_not_drawn_are_counted_beside_the_icon() -> None:
    assert "+37" in texts(drawn(chart_of(40)))


def test_text_from_right_to_left_is_set_so() -> None:
    found = drawn(chart_of(40)).findall(f".//{SVG}text[@direction='rtl']")

    assert found
    assert all(re.search("[\u0590-\u06ff]", text.text or "") for text in found)


def test_the_report_carries_every_language_and_a_file_one() -> None:
    assert len(re.findall('<text lang="uk"', picture(small_chart()).chart.content)) == 5
    assert "lang=" not in picture(small_chart(), (Language.SPANISH,)).chart.content


def test_the_tie_is_written_where_no_icon_says_it() -> None:
    said = texts(drawn(small_chart()))

    assert "sponsor" in said


def test_a_chart_with_more_nodes_than_can_be_read_says_how_many_are_hidden() -> None:
    root = drawn(chart_of(200))

    assert "50 more are further away and not drawn." in (root.findtext(f"{SVG}desc") or "")
