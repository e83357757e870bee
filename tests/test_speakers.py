"""The speakers' sheet: who is quoted, with what they say, where they come in, and what they are called."""

from __future__ import annotations

from time import perf_counter
from typing import Any

import pytest
from jsonschema import validate

from checker import ledger
from checker.annotate import annotate
from checker.annotate.names import NameKind
from checker.article import Article
from checker.ledger import quote_facts
from checker.parsers import parse
from checker.reporters import sheet
from checker.schemas import schema
from checker.speakers import Speaker, speakers

STORY = """Pier will stay, says Lee

The council spent the night on it. Mayor Ann Lee, 54, said the pier would stay open.

“We have paid for it,” Ms Lee said. “It is ours.”

Tom Cole, a fisherman, disagreed. He said the piles were rotten.

“They will not last,” according to a diver. Another diver said “the sea decides”.

Lee, 55, said the pier would stay open. Chairwoman Ann Lee told reporters: “We have paid for it.”
"""


def read(text: str) -> Article:
    return annotate(parse(text, "speakers.txt"))


def of(text: str) -> dict[str, Speaker]:
    return {speaker.name: speaker for speaker in speakers(read(text))}


def record(text: str) -> dict[str, Any]:
    return ledger.record(read(text))


class TestWho:
    def test_each_speaker_once_by_first_reference(self) -> None:
        assert list(of(STORY)) == ["Ann Lee", "Tom Cole", "a diver", "Another diver"]

    def test_all_that_is_said_word_for_word_or_not(self) -> None:
        article = read(STORY)
        lee = of(STORY)["Ann Lee"]

        assert [article[quote.content] for quote in lee.quotes] == [
            "Pier will stay",
            "the pier would stay open",
            "We have paid for it,",
            "It is ours.",
            "the pier would stay open",
            "We have paid for it.",
        ]

    def test_the_first_reference_is_the_one_in_the_running_text(self) -> None:
        article = read(STORY)

        assert article[of(STORY)["Ann Lee"].first] == "Ann Lee"
        assert article.text.index("Mayor Ann Lee") + len("Mayor ") == of(STORY)["Ann Lee"].first.start

    def test_titles_offices_and_ages_each_once(self) -> None:
        lee = of(STORY)["Ann Lee"]

        assert [name.title for name in lee.titles] == ["Ms"]
        assert [name.role for name in lee.roles] == ["Mayor", "Chairwoman"]
        assert [name.age for name in lee.ages] == [54, 55]

    def test_the_same_words_for_somebody_without_a_name_are_one_speaker(self) -> None:
        found = of("H\n\nThe council said it was broke. Taxes will rise, the council added.")

        assert list(found) == ["The council"]
        assert found["The council"].kind is None
        assert len(found["The council"].quotes) == 2

    def test_a_spokesman_may_be_somebody_else_each_time(self) -> None:
        found = speakers(read("H\n\nA diver said it was deep. It was dark, a diver said."))

        assert [speaker.name for speaker in found] == ["A diver", "a diver"]

    def test_a_pronoun_that_nobody_is_found_for_is_nobody(self) -> None:
        assert of("H\n\nHe said it was deep. “It is dark,” she said.") == {}

    def test_an_organisation_speaks_too(self) -> None:
        assert of("H\n\nThe Harbour Company said it was deep.")["Harbour Company"].kind is NameKind.ORGANISATION

    def test_marks_around_a_term_make_nobody_a_speaker(self) -> None:
        assert of("H\n\nTom Cole mended the “Iron Pier” for years.") == {}


class TestLedger:
    def test_indirect_quotations_are_rows_of_their_own_kind(self) -> None:
        rows = record(STORY)["quotes"]

        assert [(row["text"], row["speaker"]) for row in rows if row["kind"] == "indirect"] == [
            ("Pier will stay", "Ann Lee"),
            ("the pier would stay open", "Ann Lee"),
            ("the piles were rotten", "Tom Cole"),
            ("the pier would stay open", "Ann Lee"),
        ]
        assert rows == sorted(rows, key=lambda row: (row["start"], row["end"]))

    def test_the_same_words_are_one_fact_but_never_with_a_report_of_them(self) -> None:
        text = "H\n\nAnn Lee said the pier is old. “The pier is old,” said Tom Cole. The pier is old, the council said."
        facts = [row["fact"] for row in record(text)["quotes"]]

        assert facts == ["quote-1", "quote-2", "quote-1"]

    def test_quotations_in_marks_can_be_had_alone(self) -> None:
        article = read(STORY)

        assert len(quote_facts(article)) < len(quote_facts(article, indirect=True))
        assert all(article[fact.mentions[0].span][0] in "“" for fact in quote_facts(article))

    def test_a_speaker_s_quotes_are_rows_of_the_ledger(self) -> None:
        found = record(STORY)
        rows = {(row["start"], row["end"], row["kind"], row["fact"]) for row in found["quotes"]}
        said = [tuple(quote.values()) for speaker in found["speakers"] for quote in speaker["quotes"]]

        assert set(said) == rows

    def test_places_are_those_of_the_source(self) -> None:
        source = "# Pier 🌊 stays\r\n\r\nMayor **Ann Lee**, 54, said the pier &amp; the quay would stay.\r\n"
        (speaker,) = ledger.record(annotate(parse(source, "x.md")))["speakers"]

        def at(row: dict[str, Any]) -> str:
            return source[row["start"] : row["end"]]

        assert at(speaker["first"]) == "Ann Lee"
        assert [at(role) for role in speaker["roles"]] == ["Mayor"]
        assert [age["value"] for age in speaker["ages"]] == [54]

    @pytest.mark.parametrize("text", [STORY, "H\n\n“Nobody is here.”", "He said it would rain."])
    def test_the_ledger_keeps_its_schema(self, text: str) -> None:
        facts = schema("facts")

        validate(record(text), {**facts["$defs"]["ledger"], "$defs": facts["$defs"]})


class TestSheet:
    def test_the_text_sheet_lists_speakers_in_a_line_each(self) -> None:
        lines = dict(sheet._chapters(read(STORY)))["Speakers"]

        assert lines[0] == (
            "Ann Lee (also Lee): Ms; Mayor; Chairwoman; aged 54; aged 55  "
            "[first on line 3; quoted on lines 5, 11, 3 times; indirectly on lines 1, 3, 11]"
        )
        assert lines[2] == "a diver  [quoted on line 9]"

    def test_the_text_sheet_tells_indirect_quotations_from_others(self) -> None:
        lines = dict(sheet._chapters(read(STORY)))["Quotations"]

        assert "Ann Lee (indirect, said): the pier would stay open  [lines 3, 11]" in lines
        assert "Ann Lee: “It is ours.”  [line 5]" in lines


def test_many_speakers_take_time_in_proportion() -> None:
    article = read("H\n\n" + "".join(f"Ann Lee{chr(97 + n % 26)} said she saw {n} boats.\n\n" for n in range(2000)))
    begin = perf_counter()
    found = speakers(article)

    assert sum(len(speaker.quotes) for speaker in found) == 2000
    assert perf_counter() - begin < 2
