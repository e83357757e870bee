"""The report as a page: what is in it, and that no text of an article can become anything but text."""

from __future__ import annotations

import gc
import io
import json
import re
import subprocess
import sys
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result as Run
from html_page import Page
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.annotate import annotate
from checker.article import Article, Span
from checker.catalog import titles
from checker.finding import Finding, Fix, Related, Severity
from checker.parsers import parse
from checker.report import Report
from checker.reporters.html import write
from checker.reporters.html.markup import escape
from checker.reporters.html.timeline import Scale
from checker.reporters.html.weave import Layer, woven
from checker.result import RAN, Check, Problem, Result

ROOT = Path(__file__).parent.parent
HOSTILE = [
    *("<script>alert(1)</script>", "</script>", "</style>", "<!--", "-->", "]]>", "&amp;", "&lt;b&gt;", "<", ">", "&"),
    *('" onclick="x', "' id='a1", "\u2028", "\u2029", "\u202e", "\x00", "\x1b[31m", "javascript:alert(1)", '"', " "),
    *("<mark data-f=1>", "<img src=x onerror=y>", "“", "”", "\n\n", "\n- ", "🎪", "é", "a" * 70),
    *("On Tuesday, March 4, 2026, ", "Ann Bellamy said: “Yes.” ", "24 ships "),
]
ONLY_TAGS = frozenset(
    "html head meta title link style script body header main footer section div h1 h2 h3 h4 h5 h6 p span a b q ul ol "
    "li dl dt dd table thead tbody tr th td mark code pre blockquote figure figcaption time svg g defs use line rect "
    "circle text button output input label details summary del ins br".split()
)


def page_of(*results: Result) -> tuple[Page, str]:
    out = io.StringIO()
    write(Report(results), out)
    return Page(out.getvalue()), out.getvalue()


def result_of(text: str, *findings: Finding, name: str = "a.txt") -> Result:
    article = annotate(parse(text, name))
    return Result(name, article, list(findings), [Check("D101", RAN, 3), Check("F101", RAN, 0)], words=7)


def assert_sound(page: Page) -> None:
    """What holds of every page, whatever it is made from."""
    assert len(page.ids) == len(set(page.ids))
    assert {tag for tag, _ in page.elements} <= ONLY_TAGS
    assert len(page.of("script")) == len(page.of("style")) == 1
    for link in page.links():
        assert link[1:] in page.ids if link.startswith("#") else link.startswith(("http://", "https://"))
    for tag, attributes in page.elements:
        assert not [
            name for name in attributes if name.startswith("on") or name in ("style", "src", "srcdoc", "action")
        ]
        if tag == "link":
            assert attributes["href"].startswith("data:")


def assert_marked(page: Page, result: Result) -> None:
    """Every character of every block is there, in order, marked by exactly the findings that have it."""
    article = result.article
    assert article is not None
    offsets = [at for block in article.blocks for at in range(block.span.start, block.span.end)]
    shown = [one for one in page.story if one[0] not in "\n\r"]
    offsets = [at for at in offsets if article.text[at] not in "\n\r"]
    assert "".join(char for char, _ in shown) == "".join(
        re.sub("&[^;]*;", lambda found: _character(found[0]), escape(article.text[at])) for at in offsets
    )
    for number, finding in enumerate(result.findings, 1):
        spans = [finding.span, *(related.span for related in finding.related)]
        wanted = {at for at in offsets if any(span.start <= at < span.end for span in spans)}
        assert {at for at, (_, marks) in zip(offsets, shown, strict=True) if number in marks} == wanted


def _character(reference: str) -> str:
    return {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'"}[reference]


class TestWeaving:
    def test_elements_that_cross_are_written_in_parts_that_nest(self) -> None:
        layers = [Layer(Span(0, 4), "b", id="one", after="!"), Layer(Span(2, 6), "i", " class=x", id="two")]

        text = woven("abcdef", Span(0, 6), layers)

        assert text == '<b id="one">ab<i id="two" class=x>cd</i></b>!<i class=x>ef</i>'

    def test_an_empty_span_marks_a_place(self) -> None:
        assert woven("ab", Span(0, 2), [Layer(Span(1, 1), "i")]) == "a<i></i>b"
        assert woven("ab", Span(0, 2), [Layer(Span(2, 2), "i")]) == "ab<i></i>"

    def test_only_the_window_is_written(self) -> None:
        layer = Layer(Span(0, 6), "b", id="one", after="!")

        assert woven("abcdef", Span(0, 2), [layer]) == '<b id="one">ab</b>!'
        assert woven("abcdef", Span(4, 6), [layer]) == "<b>ef</b>"


class TestPage:
    @pytest.fixture
    def corridor(self, run: Callable[..., Run], articles: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Page, str]:
        monkeypatch.chdir(ROOT)
        text = run("check", "fixtures/articles/faulty/grain-corridor.txt", "--format", "html").stdout
        return Page(text), text

    def test_the_page_is_sound_and_the_same_every_time(
        self, corridor: tuple[Page, str], run: Callable[..., Run]
    ) -> None:
        page, text = corridor

        assert_sound(page)
        assert run("check", "fixtures/articles/faulty/grain-corridor.txt", "--format", "html").stdout == text

    def test_nothing_may_be_loaded(self, corridor: tuple[Page, str]) -> None:
        page, text = corridor
        (policy,) = page.of("meta", **{"http-equiv": "Content-Security-Policy"})

        assert policy["content"].startswith("default-src 'none'; style-src 'sha256-")
        assert "unsafe" not in policy["content"]
        assert not re.search(r"url\(|@import|fetch\(|XMLHttp|https?://(?!www\.w3\.org/2000/svg)", text)

    def test_every_finding_has_a_card_and_marks_with_its_number(self, corridor: tuple[Page, str]) -> None:
        page, _ = corridor
        cards = [attributes for attributes in page.of("div") if "card" in attributes.get("class", "").split()]

        assert [card["data-f"] for card in cards] == [str(number) for number in range(1, 8)]
        assert {card["data-family"] for card in cards} == {"ads", "dates", "figures", "names"}
        marked = {number: "".join(char for char, marks in page.story if number in marks) for number in (1, 2, 3)}
        assert marked == {1: "April 14, 2025April 16, 2025", 2: "242442", 3: "DraganDragen"}
        assert len(page.of("a", href="#a1f2")) == 3  # a number behind each of its marks

    def test_blocks_keep_their_roles(self, corridor: tuple[Page, str]) -> None:
        page, _ = corridor

        assert [block["class"] for block in page.of("h3") if "class" in block] == ["headline"]
        assert len([block for block in page.of("h4") if "data-n" in block]) == 4
        assert len(page.of("ol", class_="entries")) == 1
        assert len(page.of("p", class_="tail")) == 4

    def test_the_ledger_the_timeline_and_the_checks_are_there(self, corridor: tuple[Page, str]) -> None:
        page, text = corridor
        said = " ".join(" ".join(page.said).split())

        assert "7 warnings" in said
        assert re.search(r"\d+ comparisons by \d+ checks; \d+ checks did not run", said)
        assert "Tomas Verhoeven President" in said
        assert re.search(r"said\W+We are not opening a door, we are oiling its hinges", said)
        assert re.search(r"ships 24 ¶.2 ¶.10 42 ¶.15", said)
        assert re.search(r"Mon 14 Apr 2025 1.+¶.2 ¶.13", said)
        assert "Did not run: no publication date" in said
        assert len(re.findall("<circle ", text)) == 3

    def test_it_is_small(self, corridor: tuple[Page, str]) -> None:
        assert len(corridor[1]) < 90_000

    def test_other_formats_do_not_import_it(self, folder: Path) -> None:
        (folder / "a.txt").write_text("The fair opens on Tuesday, March 4, 2026.\n")
        program = "import sys; from checker.cli import main; main(['check', 'a.txt'], standalone_mode=False)"
        check = f"try:\n {program}\nexcept SystemExit: pass\nassert 'checker.reporters.text' in sys.modules\n"
        check += "assert 'checker.reporters.html' not in sys.modules"

        subprocess.run([sys.executable, "-c", check], check=True, capture_output=True)


class TestStates:
    def test_nothing_found_says_on_what_it_rests(self) -> None:
        page, text = page_of(result_of("Nothing to see here."))

        assert ">Nothing found<" in text
        assert "3 comparisons by 1 check." in text
        assert not page.of("button")

    def test_an_article_that_could_not_be_read_is_shown(self) -> None:
        page, text = page_of(Result("<b>.txt", None, [], [], problem=Problem("input", "byte 3 is <0x00>")))

        assert_sound(page)
        assert "Not checked" in text
        assert "byte 3 is &lt;0x00&gt;" in text

    def test_no_articles_at_all(self) -> None:
        assert_sound(page_of()[0])

    def test_a_finding_of_an_article_without_text(self) -> None:
        nothing = Article("a.txt", "", "", (), ())
        page, _ = page_of(Result("a.txt", nothing, [Finding("F101", Span(0, 0), "nothing", Severity.ERROR)], []))

        assert_sound(page)
        assert page.of("div", id="a1f1")

    def test_findings_on_the_same_words_share_a_mark(self) -> None:
        findings = [Finding(code, Span(4, 7), "why", level) for code, level in (("F101", "note"), ("D101", "error"))]
        page, _ = page_of(result_of("The sum is wrong.", *(_level(one) for one in findings)))

        (mark,) = page.of("mark")
        assert (mark["class"], mark["data-f"]) == ("error", "1 2")

    def test_a_fix_is_shown_as_what_goes_and_what_comes(self) -> None:
        from checker.finding import Edit

        fix = Fix("say <it>", (Edit(Span(4, 7), "total & all"),))
        page, text = page_of(result_of("The sum is wrong.", Finding("F101", Span(4, 7), "x", Severity.NOTE, fix=fix)))

        assert_sound(page)
        assert "<del>sum</del> <ins>total &amp; all</ins>" in text

    def test_links_that_are_not_of_the_web_are_only_shown(self) -> None:
        text = "# News\n\nSee [here](javascript:alert(1)) and [there](https://example.org/?a=1&b=2), both.\n"
        page, written = page_of(result_of(text, name="a.md"))

        assert_sound(page)
        assert [link for link in page.links() if "example" in link] == ["https://example.org/?a=1&b=2"]
        assert "javascript:alert(1)</span>" in written

    def test_tables_lists_and_quotations_of_a_page_are_elements(self) -> None:
        html = (
            "<article><h1>Title</h1><p>Words of the story that go on for a while.</p><ul><li>One<ul><li>Two</li></ul>"
            "</li><li>Three</li></ul><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>"
            "<blockquote><p>Said by one.</p></blockquote><figure><figcaption>A view</figcaption></figure></article>"
        )
        page, _ = page_of(result_of(html, name="a.html"))

        assert_sound(page)
        tags = [tag for tag, attributes in page.elements]
        assert tags.count("td") == 4
        assert tags.count("blockquote") == tags.count("figcaption") == 1


def _level(finding: Finding) -> Finding:
    from dataclasses import replace

    return replace(finding, severity=Severity(finding.severity))


class TestReadability:
    STORY = "The harbour was built by the town in the last century and it has been mended twice since then. " * 12

    def test_each_section_has_its_bar_and_the_target_its_line(self, run: Callable[..., Run], folder: Path) -> None:
        (folder / "a.md").write_text(f"# News\n\n{self.STORY}\n\n## Later\n\n{self.STORY}\n\n## Last\n\nIt ends.\n")
        (folder / ".checker.toml").write_text("[rules.grade-too-high]\ntarget = 5\n")

        text = run("check", "a.md", "--format", "html").stdout
        said = " ".join(" ".join(Page(text).said).split())

        assert text.count('<svg class="over"') == 2
        assert "Grade, target 5" in said
        assert re.search(r"Last 2 2 too short for a grade", said)

    def test_without_a_rule_for_it_there_is_no_target(self, run: Callable[..., Run], folder: Path) -> None:
        (folder / "a.txt").write_text(self.STORY)

        text = run("check", "a.txt", "--format", "html", "--select", "D101").stdout

        assert text.count('<svg class="within"') == 1
        assert "target" not in Page(text).said
        assert 'y2="18"' not in text


class TestArchive:
    def results(self, number: int, seen: list[weakref.ref[object]] | None = None) -> Iterator[Result]:
        for at in range(number):
            text = f"Fair {at} of <the> year\n\n" + "\n\n".join(
                f"It is on Tuesday, March {day}, 2026." for day in range(1, 16)
            )
            result = result_of(text, name=f"{at}.txt")
            assert result.article is not None
            spans = [block.span for block in result.article.blocks[1:]]
            findings = [
                Finding("D101", span, "no Tuesday", Severity.ERROR, related=(Related(spans[0], "x"),)) for span in spans
            ]
            result.findings.extend(findings)
            if seen is not None:
                seen.append(weakref.ref(result.article))
            yield result
            del result

    def test_an_index_leads_to_every_article(self) -> None:
        bad = Result("gone.txt", None, [], [], problem=Problem("input", "no such file"))
        page, text = page_of(*self.results(2), bad)

        assert_sound(page)
        assert {"index", "a1", "a2", "a3"} <= set(page.ids)
        assert {"#a1", "#a2", "#a3"} <= set(page.links())
        assert ">30 errors<" in text
        assert [row["data-has"] for row in page.of("tr") if "data-has" in row] == ["error", "error", "error"]

    def test_one_article_has_no_index(self) -> None:
        assert "index" not in page_of(*self.results(1))[0].ids

    def test_articles_are_let_go_and_the_page_stays_small(self) -> None:
        seen: list[weakref.ref[object]] = []
        alive = []

        def watched() -> Iterator[Result]:
            for result in self.results(20, seen):
                yield result
                del result
                gc.collect()
                alive.append(sum(reference() is not None for reference in seen))

        out = io.StringIO()
        write(Report(watched()), out)

        assert max(alive) <= 4
        assert len(out.getvalue()) < 20 * 100_000


class TestHostileText:
    @settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.sampled_from(HOSTILE) | st.text(max_size=12), max_size=14), st.data())
    def test_a_page_stays_sound_and_shows_every_character(self, parts: list[str], data: st.DataObject) -> None:
        text = f"Words {''.join(parts)}"
        article = annotate(parse(text, "a.txt"))
        place = st.tuples(st.integers(0, len(article.text)), st.integers(0, 40)).map(
            lambda place: Span(place[0], min(len(article.text), place[0] + place[1]))
        )
        words = st.text(max_size=8) | st.sampled_from(HOSTILE)
        related = st.lists(st.builds(Related, place, words), max_size=3).map(tuple)
        finding = st.builds(
            Finding, st.sampled_from(sorted(titles())), place, words, st.sampled_from(Severity), related=related
        )
        result = Result(data.draw(words), article, data.draw(st.lists(finding, max_size=6)), [])

        page, _ = page_of(result)

        assert_sound(page)
        assert_marked(page, result)

    def test_a_finding_in_json_stays_text(self, run: Callable[..., Run], folder: Path) -> None:
        record = {
            "id": "</script><script>x",
            "text": "The </script>fair\u2028opens on Tuesday, March 4, 2026.",
            "title": "\"'>",
        }
        (folder / "a.jsonl").write_text(json.dumps(record))

        result = run("check", "a.jsonl", "--format", "html", "--select", "D101")

        assert result.exit_code == 1
        assert_sound(Page(result.stdout))
        assert "<script>x" not in result.stdout


def test_days_keep_their_order_and_long_gaps_are_drawn_shorter() -> None:
    from datetime import date

    scale = Scale([date(1931, 1, 1), date(2025, 1, 1), date(2025, 1, 2), date(2025, 6, 1)])
    old, new, next_day, summer = (
        scale[day] for day in map(date.fromisoformat, ("1931-01-01", "2025-01-01", "2025-01-02", "2025-06-01"))
    )

    assert 0 < old < new < next_day < summer < 100
    assert new - old < 70  # of 94 years and five months
    assert scale.years() == [(old, 1931), (new, 2025)]
