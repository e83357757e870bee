"""Grammar by LanguageTool: where its findings are, what is sent to it, what is passed on, how it is set."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import Result
from documents import document, paragraph
from grammar_server import proofread
from hypothesis import given
from hypothesis import strategies as st

from checker.annotate import annotate
from checker.article import Article, Span
from checker.catalog import catalog, find
from checker.config import load
from checker.engine import check
from checker.errors import ConfigError
from checker.finding import Finding
from checker.grammar.answers import Nonsense, answers
from checker.grammar.portions import LONGEST, CodePoints, portions
from checker.grammar.run import address
from checker.grammar.variant import language
from checker.grammar_settings import Grammar
from checker.parsers import parse
from checker.rules.grammar._silenced import table
from checker.rules.grammar._surroundings import PLACES

Run = Callable[..., Result]
G101 = find("G101", catalog())

EMOJI: dict[str, str | bytes] = {
    "text": "🎉🎉 Party in Leith 🇬🇧\r\n\r\nResidents 😀 wrote 𝒂𝒍𝒍 of it. The crews said they was late.\r\n",
    "markdown": "# 🎉 Party in *Leith* 🇬🇧\n\n😀 **All** 𝒂𝒍𝒍 &amp; more 🎉.\n\n* The crews said they was late.\n",
    "html": "<h1>🎉 Party &#x1F389;</h1><p>😀 <b>All</b> 𝒂𝒍𝒍 &amp; more 🎉. The crews said they was late.</p>",
    "json": json.dumps({"headline": "🎉 Party 🇬🇧", "body_html": "<p>😀 &amp; more. The crews said they was late.</p>"}),
    "docx": document(paragraph("🎉 Party 🇬🇧", "Title"), paragraph("😀 𝒂𝒍𝒍 🎉. The crews said they was late.")),
}
SOUND = {
    "offset": 1,
    "length": 2,
    "message": "No.",
    "replacements": [{"value": "yes"}],
    "rule": {"id": "NO", "category": {"id": "GRAMMAR"}},
}


def article(text: str | bytes, form: str = "text") -> Article:
    return annotate(parse(text, "case", form))


def findings(read: Article, **options: tuple[str, ...]) -> list[Finding]:
    return check(read, [G101], {"G101": G101.options(**options)}).findings


def rules_of(read: Article, **options: tuple[str, ...]) -> list[str]:
    return [finding.message.rpartition("/")[2].rstrip(")") for finding in findings(read, **options)]


class TestPlaces:
    """The server counts UTF-16 units, we count characters, and the source has markup, CRLF and a mark in front."""

    @pytest.mark.parametrize("form", EMOJI)
    def test_a_finding_is_at_its_characters_behind_emoji(self, form: str) -> None:
        read = proofread(article(EMOJI[form], form))

        (finding,) = findings(read)

        at = read.source.index("was late")
        assert read.locate(finding.span) == Span(at, at + 3)

    def test_a_match_over_emoji_is_as_long_as_they_are(self) -> None:
        text = "🎉 said they was."
        points = CodePoints(text)

        assert points.units == len(text) + 1
        assert Span(points.start(0), points.end(2)) == Span(0, 1)
        assert Span(points.start(1), points.end(1)) == Span(0, 1), "half a character is the whole of it"
        assert text[points.start(13) : points.end(16)] == "was"

    @given(st.text(st.characters(exclude_categories=["Cs"])), st.data())
    def test_every_character_is_found_again(self, text: str, data: st.DataObject) -> None:
        points = CodePoints(text)
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        units = [len(text[:at].encode("utf-16-le")) // 2 for at in (start, end, len(text))]

        assert points.units == units[2]
        if start < end:
            assert (points.start(units[0]), points.end(units[1])) == (start, end)

    def test_threads_do_not_mix_their_places_up(self) -> None:
        """As they do in the client library, which keeps the last text's emoji in a class."""
        texts = [f"{'🎉' * (number % 7)} Said {number} men. The crews said they was late." for number in range(40)]
        proofread(article(texts[0]))  # begins the server

        with ThreadPoolExecutor(4) as pool:
            articles = list(pool.map(lambda text: proofread(article(text)), texts))

        for text, read in zip(texts, articles, strict=True):
            assert [read.locate(finding.span).start for finding in findings(read)] == [text.index("was")]

    def test_a_fix_can_be_applied_and_is_never_safe(self) -> None:
        (finding,) = findings(proofread(article("Party 🎉. The crews said they was late.")))

        assert finding.fix is not None
        assert not finding.fix.safe
        (edit,) = finding.fix.edits
        assert (edit.span, edit.text) == (finding.span, "are")


class TestWhatIsSent:
    def test_code_metadata_and_bylines_are_not(self) -> None:
        text = "# Fair\n\nBy Ann Lowe\n\nPublished: 2026-03-04\n\nThe fair opens.\n\n```\nthey was\n```\n\nIt rained.\n"

        (portion,) = portions(article(text, "markdown"))

        assert portion.text == "Fair\n\nThe fair opens.\n\nIt rained."

    def test_a_long_article_goes_in_portions_of_whole_blocks(self) -> None:
        read = article("\n\n".join(f"{number} ferries were late, said the harbour. " * 20 for number in range(100)))

        sent = list(portions(read))

        assert len(sent) > 3
        assert all(len(portion.text) <= LONGEST for portion in sent)
        assert [block for portion in sent for block in portion.blocks] == list(read.prose())
        last = sent[-1]
        start = last.text.rindex("99 ferries")
        assert read.text[last.span(start, start + 2).start :].startswith("99 ferries")

    def test_what_runs_over_two_blocks_has_no_place(self) -> None:
        (portion,) = portions(article("One paragraph.\n\nAnother one.\n"))

        assert portion.span(10, 18) is None
        assert portion.span(14, 16) is None
        assert portion.span(0, 3) == Span(0, 3)

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("The council organised a programme for the harbour.", "en-GB"),
            ("Neighbors organized to honor the labor leader.", "en-US"),
            ("The council met on Monday.", "en"),
            ("The color of the harbour was a favourite of theatre critics in the town centre.", "en-GB"),
            ("The color of the harbour.", "en"),
            ("Officials at Pearl Harbor said the Labour Party would meet at the Defence Ministry.", "en"),
        ],
    )
    def test_the_language_is_that_of_the_spelling(self, text: str, expected: str) -> None:
        assert language(article(text)) == expected
        assert language(article(text), "en-AU") == "en-AU"


class TestWhatIsPassedOn:
    def test_the_table_names_places_and_reasons_once_each(self) -> None:
        lines = table()

        assert len(lines) > 40
        assert len({(line.pattern, line.where) for line in lines}) == len(lines)
        for line in lines:
            assert line.where in PLACES, line
            assert line.pattern.count("/") == 1, line
            assert line.why, line

    def test_one_comparison_a_sentence_that_was_read(self) -> None:
        (ran,) = check(proofread(article("One is fine. They was late. Two is too.")), [G101]).checks

        assert (ran.status, ran.compared) == ("ran", 3)

    def test_a_doubled_word_is_reported_once(self) -> None:
        read = proofread(article("The council met on on Monday, and the mayor said he he would go."))

        assert [found.code for found in check(read, [G101, find("G202", catalog())]).findings] == ["G202", "G101"]
        assert [found.code for found in check(read, [G101]).findings] == ["G101", "G101"]

    def test_an_article_that_was_not_read_is_no_pass(self) -> None:
        (ran,) = check(article("They was late."), [G101]).checks

        assert (ran.status, ran.reason) == ("skipped", "grammar: not asked for; add --grammar")

    def test_options_turn_rules_and_categories_off_and_on(self) -> None:
        read = proofread(article("However the ferry was late. The crews said they was late."))

        assert rules_of(read) == ["PERS_PRONOUN_AGREEMENT"]
        assert rules_of(read, disable=("PERS_PRONOUN_AGREEMENT",)) == []
        assert rules_of(read, disable=("GRAMMAR",)) == []
        assert rules_of(read, enable=("PUNCTUATION",)) == [
            "SENT_START_CONJUNCTIVE_LINKING_ADVERB_COMMA",
            "PERS_PRONOUN_AGREEMENT",
        ]

    def test_style_is_silent_in_quotations_even_when_enabled(self) -> None:
        said = proofread(article("“The general public knows,” Ann Lowe, the coach, said."))
        told = proofread(article("She wrote that the general public knows."))

        assert rules_of(said, enable=("REDUNDANCY",)) == []
        assert rules_of(told, enable=("REDUNDANCY",)) == ["GENERAL_XX"]

    def test_spelling_is_asked_for_and_knows_the_names(self) -> None:
        text = "Mr Tomasz Wrzesniewski recieved the prize. “Wrzesniewski is a wonder,” said Ann Lowe, the coach."

        assert rules_of(proofread(article(text))) == []
        (finding,) = findings(proofread(article(text), Grammar(spelling=True)))
        assert finding.message.startswith("“recieved”: ")

    def test_code_in_a_sentence_is_left_alone_in_markdown_and_html(self) -> None:
        marked = "The page broke at `said they was` on Monday."
        tagged = "<p>The page broke at <code class='sh'>said they was</code> on Monday.</p>"
        plain = "The page broke at said they was on Monday."

        assert rules_of(proofread(article(marked, "markdown"))) == []
        assert rules_of(proofread(article(tagged, "html"))) == []
        assert rules_of(proofread(article(plain))) == ["PERS_PRONOUN_AGREEMENT"]

    def test_british_and_american_rules_go_by_the_spelling(self) -> None:
        british = "The colour of the harbour was grey, and nobody goes there anymore."
        american = british.replace("colour", "color").replace("harbour", "harbor").replace("grey", "gray")

        assert rules_of(proofread(article(british))) == ["ANYMORE"]
        assert rules_of(proofread(article(american))) == []
        assert rules_of(proofread(article(american), Grammar(language="en-GB"))) == ["ANYMORE"]


class TestAnswers:
    def test_a_sound_one_is_taken_apart(self) -> None:
        (answer,) = answers({"matches": [SOUND]}, 3)

        assert (answer.start, answer.end, answer.rule, answer.category) == (1, 3, "NO", "GRAMMAR")
        assert (answer.message, answer.suggestions) == ("No.", ("yes",))

    @pytest.mark.parametrize(
        "document",
        [
            None,
            [],
            "OK",
            {},
            {"code": 429, "message": "slow down"},
            {"matches": 3},
            {"matches": ["no"]},
            {"matches": [{**SOUND, "offset": -1}]},
            {"matches": [{**SOUND, "length": 3}]},
            {"matches": [{**SOUND, "offset": "1"}]},
            {"matches": [{**SOUND, "message": None}]},
            {"matches": [{**SOUND, "rule": {"id": "NO"}}]},
            {"matches": [{**SOUND, "replacements": ["yes"]}]},
            {"matches": [], "warnings": {"incompleteResults": True}},
        ],
    )
    def test_any_other_is_nonsense(self, document: object) -> None:
        with pytest.raises(Nonsense):
            answers(document, 3)


class TestSettings:
    @pytest.mark.parametrize(
        ("table", "said"),
        [
            ("servr = 'http://a'", "grammar: no setting is called 'servr'; did you mean 'server'?"),
            ("server = 'localhost:8081'", "grammar.server: 'localhost:8081' is not an address; write it as http://"),
            ("language = 'en-UK'", "grammar.language: 'en-UK' is not a language; it is one of auto, en, en-US"),
            ("timeout = 0", "grammar.timeout: 0 is not a number of seconds"),
            ("timeout = true", "grammar.timeout: True is not a number of seconds"),
            ("spelling = 'yes'", "grammar.spelling: 'yes' is neither true nor false"),
            ("jars = 3", "grammar.jars: 3 is not a string"),
        ],
    )
    def test_a_wrong_one_is_named(self, folder: Path, table: str, said: str) -> None:
        (folder / "house.toml").write_text(f"[grammar]\n{table}\n")

        with pytest.raises(ConfigError) as error:
            load(folder / "house.toml")

        assert said in str(error.value)

    def test_all_are_read_and_fit_the_schema(self, run: Run, folder: Path) -> None:
        path = folder / "house.toml"
        path.write_text(
            "[grammar]\nserver = 'https://lt.example/v2'\njars = '~/lt'\nlanguage = 'en-GB'\ntimeout = 7\n"
            "spelling = true\npicky = true\n[rules.grammar]\ndisable = ['MISSING_HYPHEN']\nenable = ['CASING']\n"
        )

        config = load(path)

        assert config.grammar == Grammar("https://lt.example/v2", "~/lt", "en-GB", 7, True, True)
        assert config.chosen_for("a.txt").options["G101"].enable == ("CASING",)
        assert run("schema", "config", "--validate", path).exit_code == 0

    @pytest.mark.parametrize("written", ["{}", "{}/", "{}/v2", "{}/v2/", "{}/v2/check"])
    def test_an_address_may_be_written_in_full(self, written: str) -> None:
        assert address(written.format("http://host:81/api")) == "http://host:81/api/"

    def test_a_path_may_follow_the_option(self, run: Run, folder: Path) -> None:
        (folder / "a.txt").write_text("All is well.\n")

        assert run("check", "--grammar", "a.txt", "--ignore", "G101").exit_code == 0
        assert run("check", "--grammar=perhaps", "a.txt").exit_code == 2

    def test_it_costs_nothing_when_it_is_not_asked_for(self, articles: Path) -> None:
        script = (
            "import sys\nfrom checker.cli import main\n"
            f"try: main(['check', {str(articles / 'clean')!r}])\nexcept SystemExit: pass\n"
            "late = ('checker.grammar.', 'requests', 'language_tool')\n"
            "print([name for name in sys.modules if name.startswith(late)])"
        )

        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

        assert done.stdout.splitlines()[-1] == "[]", done.stderr
