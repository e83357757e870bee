"""What an article asks not to hear of: comments, regions, front matter, and the silences that do nothing."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from checker.article import Article
from checker.config import Config
from checker.engine import check_input
from checker.errors import InputError
from checker.inputs import Input
from checker.parsers import parse
from checker.parsers.silences import selectors_of

Run = Callable[..., Result]

# Three lines that are each at fault by D101, since March 4, 2026 is a Wednesday.
FAULTS = [
    f"The {event} opens on Tuesday, March 4, 2026, and there will be music." for event in ("fair", "show", "play")
]
FORMATS = ("text", "markdown", "html")


def written(form: str, *parts: str) -> str:
    """An article of these parts; what is no comment is a paragraph."""
    if form == "html":
        parts = tuple(part if part.startswith("<!--") else f"<p>{part}</p>" for part in parts)
    return "\n\n".join(parts) + "\n"


def checked(text: str, form: str = "markdown", select: tuple[str, ...] = ("D101", "S108")) -> object:
    return check_input(Input("case", text=text, form=form), Config(select=select))


def events(result: object) -> list[str]:
    """Which of the three faults are found."""
    article: Article = result.article
    found = [finding for finding in result.findings if finding.code == "D101"]
    return [article[article.block_at(finding.span.start).span].split()[1] for finding in found]


def faults(result: object) -> list[str]:
    return [found.message for found in result.findings if found.code == "S108"]


@pytest.mark.parametrize("form", FORMATS)
class TestComments:
    def test_one_silences_the_next_block_only(self, form: str) -> None:
        result = checked(written(form, FAULTS[0], "<!-- checker: ignore D101 the year is wrong -->", *FAULTS[1:]), form)

        assert events(result) == ["fair", "play"]
        assert [found.code for found in result.silenced] == ["D101"]
        assert not faults(result)

    def test_a_region_silences_what_is_in_it(self, form: str) -> None:
        start, end = "<!-- checker: ignore-start D101 -->", "<!-- checker: ignore-end -->"

        assert events(checked(written(form, FAULTS[0], start, FAULTS[1], end, FAULTS[2]), form)) == ["fair", "play"]
        assert events(checked(written(form, start, *FAULTS[:2], end, FAULTS[2]), form)) == ["play"]
        assert events(checked(written(form, FAULTS[0], start, *FAULTS[1:]), form)) == ["fair"]

    def test_a_comment_for_the_file_may_stand_anywhere(self, form: str) -> None:
        result = checked(written(form, *FAULTS, "<!-- checker: ignore-file weekday-mismatch -->"), form)

        assert events(result) == []
        assert len(result.silenced) == 3

    def test_regions_end_by_their_rules(self, form: str) -> None:
        parts = (
            "<!-- checker: ignore-start D101 -->",
            "<!-- checker: ignore-start F201 -->",
            FAULTS[0],
            "<!-- checker: ignore-end F201 -->",
            FAULTS[1],
            "<!-- checker: ignore-end D101 -->",
            FAULTS[2],
        )

        assert events(checked(written(form, *parts), form)) == ["play"]

    def test_the_text_is_that_without_the_comment(self, form: str) -> None:
        with_comment = parse(written(form, FAULTS[0], "<!-- checker: ignore D101 -->", *FAULTS[1:]), "x", form)
        without = parse(written(form, *FAULTS), "x", form)

        assert with_comment.text == without.text
        assert [block.kind for block in with_comment.blocks] == [block.kind for block in without.blocks]

    def test_one_that_silences_nothing_is_reported_at_the_next_block(self, form: str) -> None:
        text = written(form, "The fair was merry.", "<!-- checker: ignore D101 -->", "The show was not.")
        result = checked(text, form)

        assert faults(result) == ["there is nothing for “D101” to silence"]
        (found,) = result.findings
        assert (
            text[: result.article.locate(found.span).start].endswith("--><p>" if form == "html" else "")
            or "-->" in text
        )
        assert result.article.text[found.span.start :].startswith("The show")

    def test_one_for_a_rule_that_is_not_run_is_not_reported(self, form: str) -> None:
        text = written(form, "<!-- checker: ignore F201 -->", "The fair was merry.")

        assert faults(checked(text, form)) == []
        assert faults(checked(text, form, ("F201", "S108"))) == ["there is nothing for “F201” to silence"]


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        ("D101", []), ("d101", []), ("D1", []), ("D", []), ("ALL", []), ("all", []), ("weekday-mismatch", []),
        ("F201,D101", []), ("F201, D101 both are meant", []), ("F201 D101 both are meant", []), ("D101: meant", []),
        ("D102", ["fair"]), ("F", ["fair"]), ("weekday", ["fair"]),
    ],
)  # fmt: skip
def test_selectors_reach_as_those_of_the_configuration_do(selector: str, found: list[str]) -> None:
    assert events(checked(f"<!-- checker: ignore {selector} -->\n\n{FAULTS[0]}\n")) == found


@pytest.mark.parametrize(
    ("said", "selectors"),
    [
        ("F201 the agency counts otherwise", ("F201",)),
        ("F201,D101", ("F201", "D101")),
        ("F201 , D101", ("F201", "D101")),
        ("F201 D101 N95 masks are counted", ("F201", "D101")),
        ("name-variant: both are in use", ("name-variant",)),
        ("", ()),
        (" , ", ()),
    ],
)
def test_the_reason_is_told_from_the_rules(said: str, selectors: tuple[str, ...]) -> None:
    assert selectors_of(said) == selectors


class TestPlaces:
    def test_a_comment_within_a_block_is_for_that_block(self) -> None:
        text = f"{FAULTS[0]}\n\n{FAULTS[1][:20]}<!-- checker: ignore D101 -->{FAULTS[1][20:]}\n\n{FAULTS[2]}\n"

        for form in ("markdown", "html"):
            article = text if form == "markdown" else "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
            assert events(checked(article, form)) == ["fair", "play"]

    def test_one_above_a_dateline_is_for_the_paragraph_behind_it(self) -> None:
        text = (
            f"# A fair in town\n\n<!-- checker: ignore D101 -->\n\nLONDON, March 1 (PA) — {FAULTS[0]}\n\n{FAULTS[1]}\n"
        )

        assert events(checked(text)) == ["show"]

    def test_one_above_a_table_is_for_all_of_it(self) -> None:
        rows = "| Event | Day |\n|---|---|\n| Fair | Tuesday, March 4, 2026 |\n| Show | Tuesday, March 4, 2026 |\n"
        text = f"# The week\n\nSee below.\n\n<!-- checker: ignore D101 -->\n\n{rows}\n{FAULTS[2]}\n"

        result = checked(text)

        assert events(result) == ["play"]
        assert len(result.silenced) == 2

    def test_a_comment_without_blank_lines_around_it(self) -> None:
        for form in ("text", "markdown"):
            text = f"{FAULTS[0]}\n<!-- checker: ignore D101 -->\n{FAULTS[1]}\n\n{FAULTS[2]}\n"
            assert events(checked(text, form)) == ["fair", "play"]

    @pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
    def test_line_ends_and_a_byte_order_mark_change_nothing(self, newline: str) -> None:
        parts = ("\ufeff" + FAULTS[0], "<!--checker:ignore D101 🎪-->", *FAULTS[1:])
        for form in ("text", "markdown"):
            assert events(checked((newline * 2).join(parts) + newline, form)) == ["fair", "play"]

    def test_in_plain_text_only_a_line_of_its_own_is_a_comment(self) -> None:
        text = f"{FAULTS[0]} <!-- checker: ignore D101 -->\n"
        result = checked(text, "text")

        assert events(result) == ["fair"]
        assert "<!-- checker" in result.article.text

    def test_a_comment_that_is_shown_is_none(self) -> None:
        for shown in ("`<!-- checker: ignore-file D101 -->`", "```\n<!-- checker: ignore-file D101 -->\n```"):
            assert events(checked(f"{shown}\n\n{FAULTS[0]}\n")) == ["fair"]
        assert events(checked(f"<p>&lt;!-- checker: ignore-file D101 --&gt;</p><p>{FAULTS[0]}</p>", "html")) == ["fair"]

    def test_a_region_over_the_whole_article_hides_findings_of_no_other_rule(self) -> None:
        text = f"<!-- checker: ignore-start F -->\n\n{FAULTS[0]}\n"

        assert events(checked(text)) == ["fair"]

    def test_many_comments_cost_no_more_than_their_number(self) -> None:
        text = "".join(f"<!-- checker: ignore D101 -->\n\nThe council met {at} times.\n\n" for at in range(3_000))
        text += "<!-- checker:" * 20_000

        start = time.process_time()
        article = parse(text, "x.md")
        assert len(article.silences) == 3_000
        assert time.process_time() - start < 5


class TestFrontMatter:
    @pytest.mark.parametrize(
        "matter",
        [
            "---\nchecker: {ignore: [D101]}\n---\n",
            "---\nchecker:\n  ignore:\n    - F201\n    - weekday-mismatch\n---\n",
            "---\nchecker: {ignore: 'F201, D101'}\n---\n",
            "+++\nchecker = {ignore = ['D1']}\n+++\n",
            "+++\ntitle = 'Fair'\n[checker]\nignore = ['D1']\n+++\n",
        ],
    )
    def test_it_silences_the_article(self, matter: str) -> None:
        assert events(checked(f"{matter}\n{FAULTS[0]}\n")) == []

    def test_a_record_says_so_too(self, run: Run, folder: Path) -> None:
        records = [{"id": 1, "text": FAULTS[0], "checker": {"ignore": ["D101"]}}, {"id": 2, "text": FAULTS[0]}]
        (folder / "a.jsonl").write_text("\n".join(map(json.dumps, records)))

        lines = run("check", "a.jsonl", "--format", "jsonl").stdout.splitlines()

        assert [len(json.loads(line)["findings"]) for line in lines] == [0, 1]

    @pytest.mark.parametrize("value", ["yes", "{ignor: [D101]}", "{ignore: {D101: yes}}", "[D101]"])
    def test_any_other_setting_is_an_error(self, value: str) -> None:
        with pytest.raises(InputError, match=r"line 2: checker: .* write it as checker: \{ignore: \[F201\]\}"):
            parse(f"---\nchecker: {value}\n---\n\nText.\n", "x.md")

    def test_one_that_silences_nothing_is_reported(self) -> None:
        assert faults(checked("---\nchecker: {ignore: [D101, D1O1]}\n---\n\nThe fair was merry.\n")) == [
            "there is nothing for “D101” to silence",
            "no rule is called “D1O1”; did you mean 'D101'?",
        ]


class TestUnused:
    def test_it_is_reported_unless_asked_otherwise(self, run: Run, folder: Path) -> None:
        (folder / "a.md").write_text("<!-- checker: ignore D101 -->\n\nThe council met on Monday.\n")

        result = run("check", "a.md")

        assert result.exit_code == 0
        assert "a.md:3:1: warning S108 there is nothing for “D101” to silence" in result.stdout
        assert "S108" not in run("check", "a.md", "--ignore", "S108").stdout

    def test_it_can_be_silenced_itself(self) -> None:
        text = "<!-- checker: ignore-file S108 -->\n\n<!-- checker: ignore D101 -->\n\nThe fair was merry.\n"

        assert faults(checked(text)) == []

    def test_each_selector_counts_by_itself(self) -> None:
        text = f"<!-- checker: ignore D101, D102 -->\n\n{FAULTS[0]}\n"

        assert faults(checked(text, select=("D", "S108"))) == ["there is nothing for “D102” to silence"]

    def test_a_rule_that_was_skipped_might_have_spoken(self) -> None:
        text = "<!-- checker: ignore D205 -->\n\nThe fair was merry.\n"  # D205 needs the publication date

        assert faults(checked(text, select=("D", "S108"))) == []


class TestShowSilenced:
    def test_it_lists_them_on_standard_error(self, run: Run, folder: Path) -> None:
        (folder / "a.md").write_text(f"<!-- checker: ignore D101 -->\n\n{FAULTS[0]}\n")

        result = run("check", "a.md", "--show-silenced", "--format", "json")

        assert result.exit_code == 0
        assert result.stderr.startswith("checker: a.md:3:19: silenced: error D101 ")
        assert json.loads(result.stdout)["summary"]["findings"]["error"] == 0
        assert "silenced:" not in run("check", "a.md").stderr

    def test_the_closing_line_counts_them(self, run: Run, folder: Path) -> None:
        (folder / "a.md").write_text(f"<!-- checker: ignore D101 -->\n\n{FAULTS[0]}\n")

        assert run("check", "a.md").stdout.endswith(": nothing found; 1 silenced\n")
