"""The report page: complete, accessible, closed to the network and to hostile text."""

import base64
import hashlib
import re
from collections import Counter
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from msgspec.structs import replace

from output.sample_run import (
    LONG_NAME,
    clear_assessments,
    sample_assessments,
    sample_run,
)
from tamiz.model import Queue
from tamiz.output.cases import needs_attention
from tamiz.output.markup import LONGEST_VALUE
from tamiz.output.report import write_report
from tamiz.wording import Language, catalogue

HTTP = re.compile(r"https?:")


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("report") / "report.html"
    write_report(path, sample_run(), chain(clear_assessments(20), sample_assessments()))
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(text: str) -> html.HtmlElement:
    return html.document_fromstring(text)


def find(element: html.HtmlElement, path: str) -> list[Any]:
    """What an XPath that selects nodes gives; lxml cannot tell the types apart."""
    found = element.xpath(path)
    assert isinstance(found, list)
    return found


def words(element: html.HtmlElement) -> str:
    return str(element.text_content())


def test_everybody_who_needs_attention_is_there_in_the_list_and_as_a_case(
    page: html.HtmlElement,
) -> None:
    wanted = [a for a in sample_assessments() if needs_attention(a)]

    articles = find(page, "//article")
    links = [link.get("href") for link in find(page, "//ol[@id='queue']//a")]

    assert len(articles) == len(wanted) == len(links)
    assert links == [f"#{article.get('id')}" for article in articles]
    headings = "\n".join(words(article.find(".//h3")) for article in articles)
    for case in wanted:
        if case.name.isprintable():
            assert case.name[:LONGEST_VALUE] in headings


def test_the_clear_ones_are_counted_and_not_shown(page: html.HtmlElement) -> None:
    assert "1\u00a0968 applicants came out clear" in words(page)
    assert "Clara Clear" not in words(page)


def test_both_sides_the_reason_and_the_source_stand_in_a_case(page: html.HtmlElement) -> None:
    (article,) = find(page, "//article[contains(.//h3, 'Zeynep')]")

    said = words(article)

    for expected in (
        "UYDURMAOGLU, Zeynep", "1989-10-10", "Same birth date.", "+13.5", "−24.6", "over 99.9%",
        "almost certain", "2026-08-14", "SDNTK", "Row 12 of the file", "column birth_date",
        "https://example.invalid/list?id=90010",
    ):  # fmt: skip
        assert expected in said


def test_linked_groups_are_shown_with_their_designation(page: html.HtmlElement) -> None:
    assert "CARTEL DE LA QUIMERA (FTO, SDGT)" in [words(li) for li in find(page, "//dd//li")]


def test_every_list_on_which_the_person_stands_is_shown_and_can_be_filtered(
    page: html.HtmlElement,
) -> None:
    article = find(page, "//article[.//ul[@class='listings']]")[0]

    entries = [words(li) for li in find(article, ".//ul[@class='listings']/li")]

    assert [one.split()[0] for one in entries] == ["gb-fcdo", "au-dfat", "ca-sema", "gb-ofsi"]
    assert "Authority of au-dfat; Date of the list" in entries[1]
    assert "2026-08-02" in entries[1]
    assert "found by its reference number, not by likeness" in entries[3]
    assert "not by likeness" not in entries[0]
    assert "Also listed by" in words(find(article, ".//h4/following-sibling::p[2]")[0])
    assert {"gb-fcdo", "gb-ofsi"} <= set(str(article.get("data-source")).split())
    assert find(page, "//input[@name='source'][@value='gb-ofsi']")


def test_a_case_about_two_applicants_leads_to_the_other(page: html.HtmlElement) -> None:
    (article,) = find(page, "//article[contains(.//h3, 'Pilar Prueba 0')]")
    (other,) = find(page, "//article[contains(.//h3, 'Pilar Prueba 1')]")

    assert find(article, f".//section//a[@href='#{other.get('id')}']")


def test_the_head_says_what_to_mind(page: html.HtmlElement) -> None:
    said = words(find(page, "//section[@class='warnings']")[0])

    assert "own:unit: this list is older than the policy allows" in said
    assert "Rows that could not be read: 3" in said
    assert "Two rows are alike." in said
    assert "Invented data" in words(find(page, "//p[@class='ribbon']")[0])


def test_real_data_carries_no_ribbon(tmp_path: Path) -> None:
    write_report(tmp_path / "r.html", replace(sample_run(), invented=False), sample_assessments())

    page = html.document_fromstring((tmp_path / "r.html").read_text(encoding="utf-8"))
    assert find(page, "//p[@class='ribbon']") == []


def test_every_phrase_is_there_in_every_language(page: html.HtmlElement) -> None:
    counts = Counter(span.get("lang") for span in find(page, "//span[@lang]"))

    assert set(counts) == {language.value for language in Language}
    assert len(set(counts.values())) == 1


@pytest.mark.parametrize("language", Language)
def test_the_language_asked_for_shows_first(tmp_path: Path, language: Language) -> None:
    write_report(tmp_path / "r.html", sample_run(), sample_assessments(), language)

    page = html.document_fromstring((tmp_path / "r.html").read_text(encoding="utf-8"))
    assert page.get("lang") == language.value
    assert find(page, "//input[@name='tongue'][@checked]/@value") == [language.value]
    assert catalogue(language)["report.title"] in find(page, "//title/text()")[0]


def test_nothing_is_loaded_from_anywhere(page: html.HtmlElement, text: str) -> None:
    assert find(page, "//*[@src]") == []
    assert find(page, "//link | //iframe | //object | //embed | //base | //img") == []
    assert not re.search(r"url\(|@import", text.split("</style>", maxsplit=1)[0])
    outside = [a for a in find(page, "//a") if HTTP.match(a.get("href"))]
    assert all(a.get("rel") == "noreferrer noopener" for a in outside)


def test_the_policy_lets_in_exactly_our_style_and_script(page: html.HtmlElement, text: str) -> None:
    (policy,) = find(page, "//meta[@http-equiv='Content-Security-Policy']/@content")

    for tag in ("style", "script"):
        (body,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, flags=re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert find(page, "//@style") == []
    assert find(page, "//@*[starts-with(name(), 'on')]") == []


def test_hostile_text_stays_text(page: html.HtmlElement, text: str) -> None:
    assert len(find(page, "//script")) == 1
    assert "alert(" not in find(page, "//script")[0].text
    assert find(page, "//a[starts-with(@href, 'javascript')]") == []
    assert not set(text) & set("\x00\x1b\u202a\u202b\u202c\u202d\u202e\u200b")
    assert "⟨U+202E⟩" in text
    assert "{{ 7 * 7 }} {% raw %} {applicant} %s" in words(page)


def test_a_name_without_end_is_cut_and_says_so(page: html.HtmlElement, text: str) -> None:
    assert LONG_NAME not in text
    assert f"and {len(LONG_NAME) - LONGEST_VALUE} more characters" in words(page)


def test_ids_are_unique_and_every_reference_has_its_target(page: html.HtmlElement) -> None:
    ids = find(page, "//@id")
    assert [name for name, count in Counter(ids).items() if count > 1] == []

    named = chain.from_iterable(
        value.split() for value in find(page, "//@aria-labelledby | //@aria-controls | //@for")
    )
    anchors = (href[1:] for href in find(page, "//a/@href") if href.startswith("#"))
    assert set(chain(named, anchors)) <= set(ids)


def test_headings_go_down_one_step_at_a_time(page: html.HtmlElement) -> None:
    levels = [int(h.tag[1]) for h in find(page, "//h1|//h2|//h3|//h4|//h5|//h6")]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_field_has_a_label_and_every_table_its_headers(page: html.HtmlElement) -> None:
    labelled = set(find(page, "//label/@for"))
    for field in find(page, "//input"):
        assert field.get("id") in labelled or find(field, "ancestor::label")
    for table in find(page, "//table"):
        assert table.get("aria-labelledby")
        assert len(find(table, ".//thead//th[@scope='col']")) >= 3
        assert all(find(row, "./th[@scope='row']") for row in find(table, ".//tbody/tr"))


def test_the_page_has_its_landmarks(page: html.HtmlElement) -> None:
    for landmark in ("header", "main", "nav", "footer"):
        assert page.xpath(f"//body//{landmark}")
    assert find(page, "//*[@role='status']")
    assert find(page, "//form[@role='search']")


def test_signs_are_said_in_words_too(page: html.HtmlElement) -> None:
    for row in find(page, "//table[@class='waterfall']/tbody/tr[not(@class='total')]"):
        kind = row.get("class")
        said = words(find(row, "./td[@class='figure']")[0])
        word = {"for": "for", "against": "against", "start": "start", "neutral": "no weight"}[kind]
        assert word in said


def test_the_same_run_gives_the_same_bytes(tmp_path: Path, text: str) -> None:
    again = chain(sample_assessments(), clear_assessments(20))

    write_report(tmp_path / "r.html", sample_run(), again)

    assert (tmp_path / "r.html").read_text(encoding="utf-8") == text


def test_more_cases_than_a_page_can_bear_are_counted(tmp_path: Path) -> None:
    write_report(tmp_path / "r.html", sample_run(), sample_assessments(), most=25)

    page = html.document_fromstring((tmp_path / "r.html").read_text(encoding="utf-8"))
    assert len(find(page, "//article")) == 25
    assert "shows 25 of 30 cases" in words(page)


def test_a_run_without_cases_says_so(tmp_path: Path) -> None:
    run = replace(sample_run(), counts={Queue.CLEAR: 20}, warnings=(), rejects=0, lists=())

    write_report(tmp_path / "r.html", run, clear_assessments(20))

    page = html.document_fromstring((tmp_path / "r.html").read_text(encoding="utf-8"))
    assert "nobody needs a person's attention" in words(page)
    assert find(page, "//article") == []


def test_an_interrupted_report_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "r.html"
    path.write_text("old", encoding="utf-8")

    with pytest.raises(ZeroDivisionError):
        write_report(path, sample_run(), (1 // 0 for _ in range(1)))  # type: ignore[misc]  # fails

    assert path.read_text(encoding="utf-8") == "old"
