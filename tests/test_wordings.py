"""Quotations compared word for word: what makes a difference, what makes none, and what it costs."""

from __future__ import annotations

import random

import pytest
from work import calls

from checker.annotate import annotate
from checker.annotate.quotes import Quote
from checker.article import Article
from checker.finding import Finding
from checker.parsers import parse
from checker.rules.quotes import q101_unbalanced_quote, q103_conflicting_speakers, q104_quote_variant
from checker.rules.quotes._overlaps import Overlap, overlaps
from checker.rules.quotes._wordings import INSERTED, spelt_alike, wordings

SAID = "The old harbour will not be dug out before the winter of 2030 whatever anybody says"
RULES = (q101_unbalanced_quote.rule, q103_conflicting_speakers.rule, q104_quote_variant.rule)
WORDS = "river council harbour money winter school bridge train farmer letter window market village summer".split()


def read(text: str) -> Article:
    return annotate(parse(text, "x.txt"))


def twice(one: str, other: str) -> list[Overlap]:
    """What is found when the one is said in the first paragraph and the other in the last."""
    article = read(
        f"“{one},” said Ada Quist on the steps of the hall.\n"
        "The council met behind closed doors on Monday and rose after midnight.\n"
        f"The vicar read it out: “{other}.”"
    )
    return list(overlaps(article, article.mentioned(Quote), 4))


class TestSame:
    @pytest.mark.parametrize(
        "other",
        [
            SAID,
            SAID.lower(),
            SAID.replace("not be", "not — be"),
            SAID.replace("not be", "not  be,"),
            SAID.replace("old harbour", "old [city] harbour"),
            SAID.replace("old harbour", "[port]"),
            SAID.replace("The", "[T]he"),
            SAID.replace("will not", "won't"),
            SAID.replace("will not", "won’t"),
            SAID.replace("harbour", "harbor"),
            SAID.replace("old harbour", "old-harbour"),
            "The old harbour … before the winter of 2030 whatever anybody says",
            "The old harbour will not be dug out ... whatever anybody says",
            "before the winter of 2030",
        ],
    )
    def test_no_word_differs(self, other: str) -> None:
        found = twice(SAID, other)
        assert found
        assert all(overlap.same for overlap in found)


class TestDifferent:
    @pytest.mark.parametrize(
        ("other", "differing"),
        [
            (SAID.replace("dug", "filled"), {"dug", "filled"}),
            (SAID.replace("2030", "2040"), {"2030", "2040"}),
            (SAID.replace(" not", ""), {"not"}),
            (SAID.replace("winter", "long winter"), {"long"}),
            (SAID.replace("be dug", "dug be"), {"be", "dug"}),
            (SAID.replace("old", "new").replace("winter", "summer"), {"old", "new", "winter", "summer"}),
            (SAID.replace("The old", "The new"), {"old", "new"}),
            (SAID.replace("anybody", "nobody"), {"anybody", "nobody"}),
            ("Nobody asked us. " + SAID.replace("dug", "filled"), {"dug", "filled"}),
            ("the [port] harbour will not be filled out before the winter", {"dug", "filled"}),
        ],
    )
    def test_the_words_that_differ(self, other: str, differing: set[str]) -> None:
        assert {word for overlap in twice(SAID, other) for word in overlap.differing} == differing

    @pytest.mark.parametrize(
        "other",
        [
            "The old bridge will not be torn down before the autumn of 2035 whatever she says",
            "We met at the harbour before the winter and nobody says anything",
            "harbour out",
        ],
    )
    def test_two_quotations(self, other: str) -> None:
        assert twice(SAID, other) == []

    def test_the_halves_of_a_sentence_are_one(self) -> None:
        article = read("“The old harbour,” said Ada Quist, “will be dug out.” She left. “It is late,” she said.")
        words = [" ".join(wording.words) for wording in wordings(article, article.mentioned(Quote))]
        assert "the old harbor will be dug out" in words
        assert len(words) == 4


class TestSpelling:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("We’ll", ("we", "will")),
            ("can't", ("can", "not")),
            ("doesn’t", ("does", "not")),
            ("It's", ("it", "is")),
            ("mayor’s", ("mayor's",)),
            ("long-term", ("longterm",)),
            ("20%", ("20", "percent")),
            ("two", ("2",)),
            ("[the mayor]", (INSERTED,)),
            ("organise", ("organize",)),
        ],
    )
    def test_spelt_alike(self, text: str, words: tuple[str, ...]) -> None:
        assert spelt_alike(text) == words


class TestCost:
    """Four times the quotations may not be much more than four times the work."""

    def findings(self, text: str) -> list[Finding]:
        article = read(text)
        found = [outcome for rule in RULES for outcome in rule.run(article, rule.options())]
        return [outcome for outcome in found if isinstance(outcome, Finding)]

    def grown(self, sentences: list[str], between: str) -> float:
        articles = [read(between.join(some)) for some in (sentences[: len(sentences) // 4], sentences)]
        small, large = (
            calls(lambda article=article: [list(rule.run(article, rule.options())) for rule in RULES])
            for article in articles
        )
        return large / small

    @pytest.mark.parametrize(("kinds", "between"), [(20, "\n"), (400, " ")])
    def test_two_thousand_quotations(self, kinds: int, between: str) -> None:
        chosen = [random.Random(kind % kinds) for kind in range(2000)]
        sentences = [f"“{' '.join(by.choices(WORDS, k=9))},” said Ada Quist." for by in chosen]
        assert self.grown(sentences, between) < 6

    @pytest.mark.parametrize("between", ["\n", " "])
    def test_marks_without_partners(self, between: str) -> None:
        some = random.Random(1)
        sentences = [f'“{" ".join(some.choices(WORDS, k=9))} she said "and ‘so\' "on.' for _ in range(1000)]
        assert self.grown(sentences, between) < 6

    def test_a_line_of_a_million_characters(self) -> None:
        some = random.Random(2)
        filler = " ".join(some.choices(WORDS, k=36))
        line = " ".join(f'“{number} {filler}," she said, "and {filler}. {filler}' for number in range(1350))
        assert len(line) > 1_000_000
        assert self.findings(line)
