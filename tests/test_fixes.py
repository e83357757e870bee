"""Fixes as they are written: every format, encoding and line ending, and everything else byte for byte."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from click.testing import Result as Ran
from documents import document, paragraph
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker import fixing
from checker.annotate import annotate
from checker.article import Article, Span
from checker.catalog import catalog
from checker.config import Config
from checker.finding import Edit, Finding, Fix, Severity
from checker.fixes import apply
from checker.fixes.files import rewrite
from checker.fixing import Fixer
from checker.inputs import Input
from checker.parsers import parse
from checker.schemas import faults

Run = Callable[..., Ran]

HEADLINE = "Ferry back at Tarn pier"
LEAD = "The ferry returns on Monday, the harbour office said, after six weeks in the old dock at Eyre."
BODY = "Fares stay as they are until the end of the year, when the council will look at them once more."
LAST = "The last ferry of the day was full, and nobody was left behind on the quay, the office said."
AD = "Advertisement"
RELATED = "Related: Island school shuts for want of pupils"


def edited(source: str, form: str, *edits: tuple[str, str]) -> str:
    """A source where each of these words of its text has been replaced by others, each by a fix of its own."""
    article = annotate(parse(source, "case", form))
    places = [(article.text.index(old), old, new) for old, new in edits]
    fixes = [Fix("", (Edit(Span(at, at + len(old)), new),)) for at, old, new in places]
    return apply(article, fixes, form).source


def fixed(source: str | bytes, name: str = "a.txt", *, unsafe: bool = False) -> bytes:
    """The bytes of a file after fixing."""
    raw = source if isinstance(source, bytes) else source.encode()
    result = Fixer(unsafe)(Input(name, raw=raw), Config())
    assert result.fixed is not None
    assert result.fixed.source is not None
    return result.fixed.source


class TestLines:
    @pytest.mark.parametrize(
        ("source", "left"),
        [
            (f"{LEAD}\n\n{AD}\n\n{LAST}\n", f"{LEAD}\n\n{LAST}\n"),
            (f"{LEAD}\n{AD}\n{LAST}\n", f"{LEAD}\n{LAST}\n"),
            (f"{LEAD}\n\n{AD}\n{LAST}\n", f"{LEAD}\n\n{LAST}\n"),
            (f"{LEAD}\n{AD}\n\n{LAST}\n", f"{LEAD}\n\n{LAST}\n"),
            (f"{AD}\n\n{LEAD}\n\n{LAST}\n", f"{LEAD}\n\n{LAST}\n"),
            (f"{LEAD}\n\n{LAST}\n\n{AD}\n", f"{LEAD}\n\n{LAST}\n"),
            (f"{LEAD}\n\n{LAST}\n\n{AD}", f"{LEAD}\n\n{LAST}"),
            (f"{LEAD}\n\n{LAST}\n\n{AD}\n\n\n", f"{LEAD}\n\n{LAST}\n\n\n"),
            (f"{LEAD}\n\n\n\n{AD}\n\n{LAST}", f"{LEAD}\n\n\n\n{LAST}"),
            (f"{LEAD}\n\n   {AD} \t\n\n{LAST}", f"{LEAD}\n\n{LAST}"),
            (f"{LEAD}\r\n\r\n{AD}\r\n\r\n{LAST}\r\n", f"{LEAD}\r\n\r\n{LAST}\r\n"),
            (f"{LEAD}\r\r{AD}\r\r{LAST}\r", f"{LEAD}\r\r{LAST}\r"),
            (f"{LEAD}\r\n\n{AD}\n\r\n{LAST}", f"{LEAD}\r\n\n{LAST}"),
        ],
    )
    def test_a_line_goes_with_its_break_and_one_gap_of_two(self, source: str, left: str) -> None:
        assert edited(source, "text", (AD, "")) == left

    def test_lines_beside_each_other_go_as_one(self) -> None:
        source = f"{LEAD}\n\n{AD}\n\n{RELATED}\n\n{LAST}\n"

        assert edited(source, "text", (AD, ""), (RELATED, "")) == f"{LEAD}\n\n{LAST}\n"

    @pytest.mark.parametrize(
        ("source", "left"),
        [
            (f"{LEAD}\n\n- {AD}\n- {BODY}\n", f"{LEAD}\n\n- {BODY}\n"),
            (f"{LEAD}\n\n3. [ ] **{AD}**\n4. {BODY}\n", f"{LEAD}\n\n4. {BODY}\n"),
            (f"{LEAD}\n\n> {BODY}\n>\n> {AD}\n\n{LAST}\n", f"{LEAD}\n\n> {BODY}\n\n{LAST}\n"),
            (f"{LEAD}\n\n> {AD}\n>\n> {BODY}\n\n{LAST}\n", f"{LEAD}\n\n> {BODY}\n\n{LAST}\n"),
            (f"{LEAD}\n\n### {AD} ###\n\n{LAST}\n", f"{LEAD}\n\n{LAST}\n"),
            (f"{LEAD}\n\n{AD}\n-------------\n\n{LAST}\n", f"{LEAD}\n\n{LAST}\n"),
            (f'{LEAD}\n\n[{AD}](https://x.example/a_(b) "T")\n\n{LAST}\n', f"{LEAD}\n\n{LAST}\n"),
            (f"{LEAD}\n\n<div><p><a href='/a'>{AD}</a></p></div>\n\n{LAST}\n", f"{LEAD}\n\n{LAST}\n"),
            (f"{LEAD}\n\n[{AD}][1]\n\n{LAST}\n\n[1]: /a\n", f"{LEAD}\n\n{LAST}\n\n[1]: /a\n"),
        ],
    )
    def test_the_marks_of_markdown_go_along(self, source: str, left: str) -> None:
        assert edited(source, "markdown", (AD, "")) == left

    @pytest.mark.parametrize(
        "source",
        [
            f"{LEAD}\n\n![{AD}](a.png)\n\n{LAST}\n",
            f"{LEAD}\n\n[{AD} ![](a.png)](/a)\n\n{LAST}\n",
            f"{LEAD}\n\n{AD}[^1]\n\n{LAST}\n\n[^1]: {BODY}\n",
            f"{LEAD}\n\n| {AD} | 5 |\n|---|---|\n| a | 6 |\n\n{LAST}\n",
            f"{LEAD}\n\n<div><p>{AD}</p>\n</div>\n\n{LAST}\n",
            f"{LEAD}\n\n{AD} <!-- keep this -->\n\n{LAST}\n",
            f"---\ndescription: {AD}\n---\n\n{LEAD}\n",
        ],
    )
    def test_what_else_stands_on_the_line_keeps_it(self, source: str) -> None:
        assert edited(source, "markdown", (AD, "")) == source


class TestElements:
    @pytest.mark.parametrize(
        ("source", "left"),
        [
            ("<p>{0}</p>\n\n<p class='x'>{1}</p>\n\n<p>{2}</p>", "<p>{0}</p>\n\n<p>{2}</p>"),
            ("<p>{0}</p><p><b>{1}</b></p><p>{2}</p>", "<p>{0}</p><p>{2}</p>"),
            ("<p>{0}<p>{1}<p>{2}", "<p>{0}<p>{2}"),
            ("<p>{0}\r\n<p>{1}\r\n<p>{2}\r\n", "<p>{0}\r\n<p>{2}\r\n"),
            ("<p>{0}</p>\n<div>\n  <ul>\n    <li>{1}</li>\n  </ul>\n</div>\n<p>{2}</p>", "<p>{0}</p>\n<p>{2}</p>"),
            ("<p>{0}</p><ul>\n<li>{1}</li>\n<li>{2}</li>\n</ul>", "<p>{0}</p><ul>\n<li>{2}</li>\n</ul>"),
            ("<p>{0}<br><br><a href='/a'>{1}</a><br><br>{2}</p>", "<p>{0}<br><br>{2}</p>"),
            ("<p>{0}<br/>\n<br/>\n<b><i>{1}</i></b>\n<br/><br/>\n{2}</p>", "<p>{0}<br/>\n<br/>\n{2}</p>"),
            ("<p>{0}</p><p>{2}<br><br><i>{1}</i></p>", "<p>{0}</p><p>{2}</p>"),
            ("<p>{0}</p><section><h3>{1}</h3></section><p>{2}</p>", "<p>{0}</p><p>{2}</p>"),
            ("<p>{0}</p><p><i><b>{1}</b><br><br>{2}</i></p>", "<p>{0}</p><p><i>{2}</i></p>"),
            ("<p>{0}<br><br>{2}<br><br>\n<b>{1}</b>\n</p>", "<p>{0}<br><br>{2}\n</p>"),
        ],
    )
    def test_the_elements_around_it_go_along(self, source: str, left: str) -> None:
        assert edited(source.format(LEAD, AD, LAST), "html", (AD, "")) == left.format(LEAD, AD, LAST)

    @pytest.mark.parametrize(
        "source",
        [
            "<p>{0}</p><div class='ad-slot'></div><p>{2}</p>",
            "<p>{0}</p><p><!-- wp:ad -->{1}</p><p>{2}</p>",
            "<p>{0}</p><p><a><a href='/a'>{1}</a></a><br><br>{2}</p>",
            "<p>{0}</p><table><tr><td>{1}</td><td>{2}</td></tr></table>",
        ],
    )
    def test_what_else_they_hold_keeps_them(self, source: str) -> None:
        source = source.format(LEAD, AD, LAST)

        assert edited(source, "html", (AD, "")) == source

    def test_a_picture_stays_with_what_is_around_it(self) -> None:
        source = f"<p>{LEAD}</p><div><img src='a.png'><p>{AD}</p></div><p>{LAST}</p>"

        assert edited(source, "html", (AD, "")) == f"<p>{LEAD}</p><div><img src='a.png'></div><p>{LAST}</p>"


class TestEdits:
    def test_words_that_come_in_are_written_as_the_format_wants_them(self) -> None:
        new = 'a <b> & "c" *d* [e]'
        record = json.dumps({"headline": HEADLINE, "body_html": f"<p>{LEAD}</p>"})

        assert edited(LEAD, "text", ("old", new)) == LEAD.replace("old", new)
        assert 'the a &lt;b&gt; &amp; "c" *d* [e] dock' in edited(f"<p>{LEAD}</p>", "html", ("old", new))
        assert 'the a \\<b> & "c" \\*d\\* \\[e\\] dock' in edited(LEAD, "markdown", ("old", new))
        changed = edited(record, "json", ("old", new))
        assert json.loads(changed)["body_html"] == f"<p>{LEAD}</p>".replace("old", 'a &lt;b&gt; &amp; "c" *d* [e]')

    @pytest.mark.parametrize(
        ("source", "form", "edit"),
        [
            ("<p>The ferry &amp; the boat are back.</p>", "html", ("ferry & the", "ferry")),
            ("<p>The <b>old</b> ferry is back.</p>", "html", ("old ferry", "ferry")),
            ("The \\*old ferry is back.", "markdown", ("*old", "old")),
            ("The ferry is back with 12 boats.", "text", ("12 boats", "13 boats")),
            ("The ferry is back with 12 boats.", "text", ("2", "")),
            ("It came on Monday, March 3, 2025 with the boats.", "text", ("March 3", "")),
            ("“We are very glad to be back,” said Ida Holm.", "text", (" very", "")),
            ("The mayor, Ida Holm, was there. Holm spoke.", "text", (" Holm", "")),
        ],
    )
    def test_what_stands_there_otherwise_and_facts_stay(self, source: str, form: str, edit: tuple[str, str]) -> None:
        assert edited(source, form, edit) == source

    def test_the_first_of_two_that_overlap_is_made(self) -> None:
        both = ("in the old", "at the"), ("old dock", "pier")

        assert edited(LEAD, "text", *both) == LEAD.replace(*both[0])

    def test_a_fix_is_made_as_a_whole_or_not_at_all(self) -> None:
        article = annotate(parse("<p>The old ferry &amp; the old boat are back.</p>", "a.html"))
        old, other = article.text.index("old"), article.text.index("&")
        fix = Fix("", (Edit(Span(old, old + 4), ""), Edit(Span(other, other + 2), "")))

        assert apply(article, [fix], "html").fixes == ()

    def test_what_the_encoding_has_not_is_written_otherwise_or_not(self) -> None:
        for name, source, wanted in (
            ("a.txt", LEAD, LEAD),
            ("a.html", f"<p>{LEAD}</p>", f"<p>{LEAD}</p>".replace("old", "&#287;")),
        ):
            article = annotate(parse(source, name))
            at = article.text.index("old")
            fix = Fix("", (Edit(Span(at, at + 3), "ğ"),))
            assert apply(article, [fix], name[2:].replace("txt", "text"), "cp1252").source == wanted


class TestRecords:
    @pytest.mark.parametrize("ascii_only", [True, False])
    def test_html_in_a_record(self, ascii_only: bool) -> None:
        dirty = f'<p>The “ferry” is back at the the \U0001f6a2 pier.</p>\n<p class="r">{RELATED}</p>\n<p>{LAST}</p>'
        clean = f"<p>The “ferry” is back at the \U0001f6a2 pier.</p>\n<p>{LAST}</p>"
        record = {"body_html": dirty, "headline": f"{HEADLINE} back", "uri": "x:1", "places": [{"rel": "the the"}]}
        source = json.dumps(record, ensure_ascii=ascii_only, indent=2).replace("</", "<\\/")

        done = fixed(source, "a.json").decode()

        assert json.loads(done) == record | {"body_html": clean}
        assert done == json.dumps(json.loads(done), ensure_ascii=ascii_only, indent=2).replace("</", "<\\/")

    def test_text_in_a_record_keeps_its_line_breaks(self) -> None:
        body = f"{LEAD}\r\n\r\n{AD}\r\n\r\n{LAST}\r\n\r\n{RELATED}"
        source = json.dumps({"@type": "NewsArticle", "headline": HEADLINE, "articleBody": body})

        assert json.loads(fixed(source, "a.json"))["articleBody"] == f"{LEAD}\r\n\r\n{LAST}"

    def test_a_body_that_stands_before_its_headline(self) -> None:
        body = LEAD.replace("on Monday", "on on Monday")
        source = json.dumps({"body_text": body, "headline": HEADLINE.replace("at", "at at")})

        assert json.loads(fixed(source, "a.json")) == {"body_text": LEAD, "headline": HEADLINE}


class TestFixing:
    def test_the_words_must_be_what_they_were(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """“1. Holm …” at the beginning of a line becomes a list item, and loses its number."""
        source = f"# {HEADLINE}\n\nThe boats came back in the order of the\nthe 1. Ida and 2. Eyre.\n\n{AD}\n\n{LAST}\n"
        article = parse(source, "a.md")
        at = article.text.index("the 1.")
        careless = Finding(
            "G202", Span(at, at + 3), "", Severity.ERROR, fix=Fix("", (Edit(Span(at, at + 4), ""),), True)
        )
        check_input = fixing.check_input

        def with_careless(entry: Input, config: Config) -> object:
            result = check_input(entry, config)
            result.findings[:] = [careless, *(found for found in result.findings if found.code == "A105")]
            return result

        monkeypatch.setattr(fixing, "check_input", with_careless)

        assert fixed(source, "a.md").decode() == source.replace(f"{AD}\n\n", "")

    def test_fixes_that_undo_each_other_end(self, monkeypatch: pytest.MonkeyPatch) -> None:
        check_input = fixing.check_input

        def contrary(entry: Input, config: Config) -> object:
            result = check_input(entry, config)
            word, other = ("quay", "pier") if "quay" in result.article.text else ("pier", "quay")
            at = result.article.text.index(word)
            fix = Fix("", (Edit(Span(at, at + 4), other),), safe=True)
            result.findings[:] = [Finding("G101", Span(at, at + 4), "", Severity.NOTE, fix=fix)]
            return result

        monkeypatch.setattr(fixing, "check_input", contrary)

        assert fixed(LAST).decode() == LAST

    def test_a_bug_of_ours_costs_one_file(self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        real = fixing.apply

        def breaks(article: Article, *rest: object) -> object:
            if article.name == "a.txt":
                raise ZeroDivisionError("oh")
            return real(article, *rest)

        monkeypatch.setattr(fixing, "apply", breaks)
        for name in ("a.txt", "b.txt"):
            (folder / name).write_text(f"{LEAD}\n\n{AD}\n\n{LAST}\n")

        result = run("check", "--fix", "a.txt", "b.txt")

        assert result.exit_code == 3
        assert "checker: a.txt: not fixed: crashed: ZeroDivisionError: oh; please report this" in result.stderr
        assert result.stderr.endswith("Fixed 1 finding in 1 file\n")

    def test_nothing_is_left_of_an_article_that_is_only_an_advertisement(self) -> None:
        assert fixed(AD).decode() == AD

    def test_sponsors_keep_their_label(self) -> None:
        for source in (
            f"{LEAD}\n\nSponsored by Lumora\n\n{LAST}",
            f"{LEAD}\n\n{AD}\n\nBuy now: tents from $49.\n\n{LAST}",
        ):
            assert fixed(source).decode() == source

    def test_a_figure_a_date_a_name_and_a_quotation_are_never_changed(self) -> None:
        for rule in catalog():
            if rule.family in ("figures", "dates", "names", "quotes"):
                assert "Fix(" not in Path(sys.modules[rule.module].__file__ or "").read_text(encoding="utf-8")


PARTS = (
    (LEAD, LEAD),
    (BODY, BODY),
    (LAST, LAST),
    (
        "The café on the the quay is open, and so so is the hall.",
        "The café on the quay is open, and so so is the hall.",
    ),
    (
        "Two men & a dog were were on board – the office said <so>.",
        "Two men & a dog were on board – the office said <so>.",
    ),
    (
        "“It is the the best,” Ida Holm said. She left at at noon.",
        "“It is the the best,” Ida Holm said. She left at noon.",
    ),
    (AD, None),
    ("Story continues below advertisement", None),
    (RELATED, None),
    ("READ NEXT: Who owns the harbour & the quay?", None),
)
"""Paragraphs, and what is left of them."""


def html(parts: Iterable[str]) -> str:
    escaped = [part.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for part in parts]
    tags = [("<h1>", "</h1>"), *([("<p>", "</p>"), ("<p><strong>", "</strong></p>")] * len(escaped))]
    return "\n\n".join(f"{start}{part}{end}" for part, (start, end) in zip(escaped, tags, strict=False))


def markdown(parts: Iterable[str]) -> str:
    first, *others = [part.replace("<", "\\<") for part in parts]
    links = [
        f"[{part}](https://x.example/{len(part)})" if part.startswith(("READ", "Rel")) else part for part in others
    ]
    return "\n\n".join([f"# {first}", *links])


WRITERS: dict[str, Callable[[list[str]], str]] = {
    "a.txt": "\n\n".join,
    "a.md": markdown,
    "a.html": lambda parts: "\n\n".join(html([part]).replace("h1>", "p>") for part in parts),
    "a.json": lambda parts: json.dumps({"headline": parts[0], "body_html": html(parts)}, ensure_ascii=False),
    "b.json": lambda parts: json.dumps({"headline": parts[0], "body_text": "\n\n".join(parts[1:])}),
}
chosen = st.lists(st.sampled_from(PARTS), min_size=1, max_size=8).filter(lambda parts: any(clean for _, clean in parts))


@given(
    chosen,
    st.sampled_from(["a.txt", "a.md", "a.html", "b.json"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.booleans(),
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_what_is_fixed_is_what_would_have_been_written_without_the_faults(
    parts: list[tuple[str, str | None]], name: str, line_break: str, encoding: str, ends: bool
) -> None:
    """To the byte, in every format, encoding and line ending; and a second run changes nothing."""

    def written(texts: list[str]) -> bytes:
        source = WRITERS[name]([HEADLINE, LEAD, *texts]) + "\n" * ends
        raw = source.replace("\n", line_break).encode(encoding)
        return raw if encoding != "cp1252" or not raw.isascii() else source.replace("\n", line_break).encode()

    dirty = written([dirty for dirty, _ in parts])
    clean = written([clean for _, clean in parts if clean is not None])

    done = fixed(dirty, name)

    assert done == clean
    assert fixed(done, name) == done


@given(st.randoms(use_true_random=False), st.sampled_from(sorted(WRITERS)), st.booleans())
@settings(max_examples=100, deadline=None)
def test_a_second_run_changes_nothing_and_fixes_only_delete(chance: random.Random, name: str, unsafe: bool) -> None:
    """On what is pasted together at random, repeats and stray marks included."""
    scraps = [dirty for dirty, _ in PARTS] + [
        "Use code FERRY20 for 20% off.",
        "Sign up to our newsletter for more from the islands.",
        "Related stories",
        "- Mayor quits over missing lamp posts",
        "> Read more: Who owns the old harbour?",
        "The map is at https://x.example/?a=1&utm_source=mail#top for now.",
        "* * *",
        "| a | b |\n|---|---|\n| Advertisement | the the |",
        "<b>the</b> the <img src='a.png'> Advertisement",
        "The ferry\nreturns on\non Monday and\nand not before.",
        "[Advertisement](",
        "### Next",
    ]
    raw = WRITERS[name]([HEADLINE, LEAD, *chance.choices(scraps, k=chance.randint(1, 9))]).encode()

    done = fixed(raw, name, unsafe=unsafe)

    assert fixed(done, name, unsafe=unsafe) == done
    rest = iter(raw)
    assert all(byte in rest for byte in done)


@pytest.fixture
def dirty(folder: Path) -> Path:
    """A folder with an article that has a safe fix, an unsafe one and none."""
    text = f"{HEADLINE}\n\n{LEAD.replace('on Monday', 'on on Monday')}\n\nUse code FERRY20 for 20% off.\n\n{LAST}\n"
    (folder / "a.txt").write_text(text)
    return folder


class TestCommand:
    def test_a_file_is_fixed_and_what_remains_is_reported(self, run: Run, dirty: Path) -> None:
        result = run("check", "--fix", "a.txt")

        assert result.exit_code == 1
        assert "G202" not in result.stdout
        assert "error A102" in result.stdout
        assert result.stderr == "Fixed 1 finding in 1 file; --unsafe-fixes would fix 1 more\n"
        assert "returns on Monday" in (dirty / "a.txt").read_text()

    def test_unsafe_fixes_are_applied_when_asked_for(self, run: Run, dirty: Path) -> None:
        result = run("check", "--fix", "--unsafe-fixes", "a.txt")

        assert result.exit_code == 0
        assert result.stderr == "Fixed 2 findings in 1 file\n"
        assert (dirty / "a.txt").read_text() == f"{HEADLINE}\n\n{LEAD}\n\n{LAST}\n"

    def test_a_difference_is_shown_and_nothing_written(self, run: Run, dirty: Path) -> None:
        before = (dirty / "a.txt").read_bytes()

        result = run("check", "--diff", "a.txt")

        assert result.exit_code == 1
        assert (dirty / "a.txt").read_bytes() == before
        assert result.stderr == "Would fix 1 finding in 1 file; --unsafe-fixes would fix 1 more\n"
        assert [line for line in result.stdout.splitlines() if line[0] in "+-"] == [
            "--- a.txt",
            "+++ a.txt",
            f"-{LEAD.replace('on Monday', 'on on Monday')}",
            f"+{LEAD}",
        ]

    def test_no_difference_is_exit_code_0(self, run: Run, folder: Path) -> None:
        (folder / "a.txt").write_text(f"{HEADLINE}\n\n{LEAD}\n\nOn Monday, May 1, 2020, the ferry left.\n")

        result = run("check", "--diff", "a.txt")

        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Would fix 0 findings\n")

    @pytest.mark.skipif(shutil.which("patch") is None, reason="there is no patch to apply it with")
    @pytest.mark.parametrize("text", [f"{LEAD}\n\n{AD}\n\n{LAST}", f"{LEAD}\r\n\r\n{AD}\r\n\r\n{LAST}\r\n"])
    def test_the_difference_can_be_applied(self, run: Run, folder: Path, text: str) -> None:
        (folder / "a.txt").write_bytes(text.encode())
        shown = run("check", "--diff", "a.txt").stdout_bytes

        subprocess.run(["patch", "--binary", "-p0"], input=shown, check=True, cwd=folder, capture_output=True)

        assert (folder / "a.txt").read_bytes() == fixed(text)

    def test_standard_input_comes_out_fixed_and_its_report_beside_it(self, run: Run, dirty: Path) -> None:
        source = b"\xef\xbb\xbf" + (dirty / "a.txt").read_bytes().replace(b"\n", b"\r\n")

        result = run("check", "--fix", "-", input=source)

        assert result.stdout_bytes == source.replace(b"on on", b"on")
        assert "<stdin>:5:1: error A102" in result.stderr
        assert result.exit_code == 1

    def test_standard_input_that_cannot_be_read_is_passed_on(self, run: Run, folder: Path) -> None:
        result = run("check", "--fix", "-", "--stdin-filename", "a.json", input=b'{"a": 1')

        assert result.stdout_bytes == b'{"a": 1'
        assert result.exit_code == 3

    def test_a_word_document_on_standard_input_is_passed_on(self, run: Run, folder: Path) -> None:
        source = document(*map(paragraph, (HEADLINE, LEAD, AD, LAST)))

        result = run("check", "--fix", "-", "--stdin-filename", "a.docx", input=source)

        assert result.stdout_bytes == source
        assert "checker: a.docx: 1 finding not fixed" in result.stderr

    def test_standard_input_and_a_difference(self, run: Run, dirty: Path) -> None:
        result = run("check", "--diff", "-", "--stdin-filename", "b.txt", input=(dirty / "a.txt").read_bytes())

        assert result.stdout.startswith("--- b.txt\n+++ b.txt\n@@")
        assert result.exit_code == 1

    def test_archives_and_word_documents_are_refused_and_the_rest_is_fixed(self, run: Run, dirty: Path) -> None:
        records = [{"id": number, "text": f"{LEAD}\n\n{AD}\n\n{LAST}"} for number in (1, 2)]
        (dirty / "a.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
        (dirty / "a.docx").write_bytes(document(*map(paragraph, (HEADLINE, LEAD, AD, LAST))))
        before = (dirty / "a.jsonl").read_bytes(), (dirty / "a.docx").read_bytes()

        result = run("check", "--fix", "a.jsonl", "a.docx", "a.txt")

        assert ((dirty / "a.jsonl").read_bytes(), (dirty / "a.docx").read_bytes()) == before
        assert result.exit_code == 1
        assert result.stderr.splitlines() == [
            "checker: a.jsonl: 2 findings not fixed: records of an archive are not written; fix what they come from",
            "checker: a.docx: 1 finding not fixed: this format is not written; make the changes in the program that it "
            "comes from",
            "Fixed 1 finding in 1 file; --unsafe-fixes would fix 1 more",
        ]

    def test_what_is_silenced_or_known_is_not_fixed(self, run: Run, folder: Path) -> None:
        text = f"# {HEADLINE}\n\n{AD}\n\n{LEAD}\n\n{RELATED} <!-- checker: ignore A103 -->\n\n{LAST}\n"
        (folder / "a.md").write_text(text)
        run("baseline", "a.md")

        assert run("check", "--fix", "a.md", "--baseline", ".checker-baseline.json").stderr == "Fixed 0 findings\n"
        assert (folder / "a.md").read_text() == text
        assert run("check", "--fix", "a.md").stderr == "Fixed 1 finding in 1 file\n"
        assert (folder / "a.md").read_text() == text.replace(f"{AD}\n\n", "")

    def test_a_known_finding_stays_known_beside_a_fix(self, run: Run, folder: Path) -> None:
        parts = [HEADLINE, LEAD, AD, BODY, "Use code FERRY20 for 20% off.", LAST]
        (folder / "a.txt").write_text("\n\n".join(parts))
        run("baseline", "--select", "A102", "a.txt")

        result = run("check", "--fix", "--unsafe-fixes", "a.txt", "--baseline", ".checker-baseline.json")

        assert result.exit_code == 0
        assert (folder / "a.txt").read_text() == "\n\n".join(part for part in parts if part != AD)

    def test_only_rules_that_are_chosen_are_fixed(self, run: Run, dirty: Path) -> None:
        before = (dirty / "a.txt").read_bytes()

        assert run("check", "--fix", "--ignore", "G202", "a.txt").stderr.startswith("Fixed 0 findings")
        assert (dirty / "a.txt").read_bytes() == before

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (["--unsafe-fixes"], "--unsafe-fixes goes with --fix or --diff"),
            (["--diff", "--format", "json"], "--diff prints a difference and no report; leave out --format json"),
        ],
    )
    def test_misuse(self, run: Run, dirty: Path, options: list[str], said: str) -> None:
        result = run("check", *options, "a.txt")

        assert result.exit_code == 2
        assert said in result.stderr

    def test_reports_for_machines_have_what_remains(self, run: Run, dirty: Path) -> None:
        result = run("check", "--fix", "--format", "json", "--output", "report.json", "a.txt")

        report = json.loads((dirty / "report.json").read_text())
        assert result.stdout == ""
        assert [found["code"] for found in report["articles"][0]["findings"]] == ["A102"]
        assert report["summary"]["exit_code"] == 1

    def test_a_difference_goes_to_a_file_when_one_is_named(self, run: Run, dirty: Path) -> None:
        assert run("check", "--diff", "--output", "a.patch", "a.txt").stdout == ""
        assert (dirty / "a.patch").read_text().startswith("--- a.txt\n+++ a.txt\n")

    def test_several_processes_fix_alike(self, run: Run, folder: Path) -> None:
        for number in range(6):
            (folder / f"{number}.txt").write_text(f"{LEAD}\n\n{AD}\n\n{LAST}\n")

        result = run("check", "--fix", "--jobs", "2", ".")

        assert result.stderr == "Fixed 6 findings in 6 files\n"
        assert {path.read_text() for path in folder.glob("*.txt")} == {f"{LEAD}\n\n{LAST}\n"}

    def test_inputs_that_cannot_be_read_are_exit_code_3(self, run: Run, dirty: Path) -> None:
        assert run("check", "--diff", "a.txt", "none.txt").exit_code == 3
        assert run("check", "--fix", "none.txt", "a.txt").exit_code == 3
        assert "returns on Monday" in (dirty / "a.txt").read_text()
        (dirty / "empty").mkdir()
        assert run("check", "--fix", "empty").exit_code == 2

    def test_a_read_only_file_is_told(self, run: Run, dirty: Path) -> None:
        (dirty / "a.txt").chmod(0o444)
        before = (dirty / "a.txt").read_bytes()

        result = run("check", "--fix", "a.txt")

        assert result.exit_code == 3
        assert (dirty / "a.txt").read_bytes() == before
        assert "checker: a.txt: not fixed: the file is read-only; allow writing, or use --diff" in result.stderr
        assert "error G202" in result.stdout
        report = json.loads(run("check", "--fix", "--format", "json", "a.txt").stdout)
        assert report["articles"][0]["problem"]["kind"] == "not-fixed"
        assert list(faults(report, "report")) == []

    def test_a_file_without_anything_to_fix_is_not_touched(self, run: Run, folder: Path) -> None:
        (folder / "a.txt").write_text(f"{HEADLINE}\n\n{LEAD}\n")
        (folder / "a.txt").chmod(0o444)
        before = (folder / "a.txt").stat()

        assert run("check", "--fix", "a.txt").exit_code == 0
        assert (folder / "a.txt").stat() == before


class TestWriting:
    def test_a_link_is_followed_and_rights_are_kept(self, folder: Path) -> None:
        target, link = folder / "real.txt", folder / "link.txt"
        target.write_bytes(b"one")
        target.chmod(0o640)
        link.symlink_to("real.txt")

        rewrite(link, b"one", b"two")

        assert link.is_symlink()
        assert target.read_bytes() == b"two"
        assert target.stat().st_mode & 0o777 == 0o640
        assert sorted(path.name for path in folder.glob("[!.]*")) == ["link.txt", "real.txt"]

    def test_a_file_that_was_changed_meanwhile_is_left(self, folder: Path) -> None:
        (folder / "a.txt").write_bytes(b"other")

        with pytest.raises(Exception, match="changed while it was being checked; run it again"):
            rewrite(folder / "a.txt", b"one", b"two")
        assert (folder / "a.txt").read_bytes() == b"other"

    def test_a_file_that_was_fixed_meanwhile_is_done(self, folder: Path) -> None:
        (folder / "a.txt").write_bytes(b"two")

        rewrite(folder / "a.txt", b"one", b"two")

    def test_what_is_no_file_is_not_replaced(self, folder: Path) -> None:
        os.mkfifo(folder / "pipe")

        with pytest.raises(Exception, match="not a file that can be replaced"):
            rewrite(folder / "pipe", b"one", b"two")

    def test_nothing_is_left_when_writing_fails(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (folder / "a.txt").write_bytes(b"one")

        def full(self: Path, target: Path) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Path, "replace", full)

        with pytest.raises(Exception, match="cannot be written: No space left on device"):
            rewrite(folder / "a.txt", b"one", b"two")
        assert [path.name for path in folder.iterdir() if path.name != ".checker.toml"] == ["a.txt"]


@pytest.mark.parametrize("article", ["council-budget.txt", "grain-corridor.txt", "harbour-trial.md"])
def test_an_article_keeps_its_lines_but_for_the_fixes(run: Run, folder: Path, articles: Path, article: str) -> None:
    before = (articles / "faulty" / article).read_bytes()
    (folder / article).write_bytes(before)
    run("check", "--fix", folder / article)
    after = (folder / article).read_bytes()
    rest = iter(before.splitlines())
    assert [line for line in after.splitlines() if line not in rest] == []
    assert run("check", "--diff", folder / article).exit_code == 0
