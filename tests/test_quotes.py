"""Quotations: what is quoted, of which kind, and who says it."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.annotate import annotate
from checker.annotate.quotes import Quote, QuoteKind
from checker.annotate.quotes.indirect import IndirectQuote
from checker.article import Article
from checker.parsers import parse

HEADLINE = "A headline of some length\n\n"


def read(body: str) -> Article:
    return annotate(parse(HEADLINE + body, "quotes.txt"))


def quotes(body: str) -> list[tuple[str, str | None]]:
    """The words and the speaker of every quotation that is somebody's speech."""
    article = read(body)
    return [
        (article[quote.content], quote.speaker)
        for quote in article.mentioned(Quote)
        if quote.kind is not QuoteKind.SCARE
    ]


def reported(body: str) -> list[tuple[str | None, str]]:
    """The speaker and the words of every indirect quotation; “…” stands for the attribution inside one."""
    article = read(body)
    return [
        (quote.speaker, " … ".join(article[part] for part in quote.parts)) for quote in article.mentioned(IndirectQuote)
    ]


def only(body: str) -> tuple[Article, Quote]:
    article = read(body)
    (quote,) = article.mentioned(Quote)
    return article, quote


class TestMarks:
    @pytest.mark.parametrize(
        "body",
        [
            "“The ferry is late,” she said.",
            '"The ferry is late," she said.',
            "‘The ferry is late,’ she said.",
            "'The ferry is late,' she said.",
            "``The ferry is late,'' she said.",
            "''The ferry is late,'' she said.",
            "«The ferry is late,» she said.",
            "„The ferry is late,“ she said.",
            '"The ferry is late,” she said.',
            "”The ferry is late,” she said.",
        ],
    )
    def test_every_style_is_read(self, body: str) -> None:
        article, quote = only(body)

        assert article[quote.content] == "The ferry is late,"
        assert quote.span.start + 1 <= quote.content.start
        assert quote.closed
        assert quote.speaker == "she"

    def test_a_nested_quotation_belongs_to_the_outer_one(self) -> None:
        assert quotes("“He said ‘never again’ and left,” Ada Quist said.") == [
            ("He said ‘never again’ and left,", "Ada Quist")
        ]

    def test_apostrophes_in_single_marks(self) -> None:
        assert quotes("'We don't want the drivers' union here, it's the '90s again,' said Ada Quist.") == [
            ("We don't want the drivers' union here, it's the '90s again,", "Ada Quist")
        ]

    @pytest.mark.parametrize(
        "body",
        [
            "The keeper is 6' 2\" tall and the striker 5'11\".",
            "Rock 'n' roll was the boys’ music in the ’90s, and the girls’ too; don’t ask ’em.",
            'See <a href="https://example.org/a" class="b">the list</a> of the bank"s branches.',
        ],
    )
    def test_what_is_no_quotation(self, body: str) -> None:
        assert read(body).mentioned(Quote) == []

    def test_a_quotation_over_several_paragraphs(self) -> None:
        article = read("“It began in May,” Ada Quist said. “Then it rained.\n\n“And it rained on.\n\n“Nobody came.”")

        found = [(quote.continues, quote.closed, quote.speaker) for quote in article.mentioned(Quote)]
        assert found == [
            (False, True, "Ada Quist"),
            (False, True, "Ada Quist"),
            (True, True, "Ada Quist"),
            (True, True, "Ada Quist"),
        ]

    def test_single_marks_over_two_paragraphs(self) -> None:
        assert quotes("‘We are done. It is over.\n\n‘And nobody rang,’ said Ada Quist.") == [
            ("We are done. It is over.", "Ada Quist"),
            ("And nobody rang,", "Ada Quist"),
        ]

    def test_a_quotation_that_is_never_closed(self) -> None:
        _, quote = only("“The ferry is late, she said. It came at nine.")

        assert not quote.closed

    def test_the_span_has_the_marks_and_the_content_has_not(self) -> None:
        article, quote = only("She called it “a small matter of taste” on Monday.")

        assert article[quote.span] == "“a small matter of taste”"
        assert article[quote.content] == "a small matter of taste"


class TestSpeakers:
    @pytest.mark.parametrize(
        ("body", "speaker"),
        [
            ("“The ferry is late,” said Ada Quist, who runs it.", "Ada Quist"),
            ("“The ferry is late,” Ada Quist, 54, of Port Calder, said.", "Ada Quist"),
            ("“The ferry is late,” Ada Quist, the harbour master, told reporters on Monday.", "Ada Quist"),
            ("Ada Quist said on Monday that “the ferry is late again and again”.", "Ada Quist"),
            ("Ada Quist told the council: “The ferry is late.”", "Ada Quist"),
            ("“The ferry is late,” according to Ada Quist.", "Ada Quist"),
            ("According to Ada Quist, “the ferry is late more often than not”.", "Ada Quist"),
            ("“The ferry is late.” — Ada Quist, harbour master", "Ada Quist"),
            ("“The ferry is late.”\n\nAda Quist, harbour master", "Ada Quist"),
            ("The delay was described by Ada Quist as “a scandal of the first order”.", "Ada Quist"),
            ("Ada Quist sat down, adding: “The ferry is late.”", "Ada Quist"),
            ("“The ferry is late,” a spokesman for the harbour said.", "a spokesman for the harbour"),
            ("“Is the ferry late?” Ada Quist asked.", "Ada Quist"),
            ("“The ferry is late,” points out Ada Quist.", "Ada Quist"),
            ("“The ferry is late” is how Ada Quist put it.", "Ada Quist"),
            ("“The ferry is late,” the agency quoted Ada Quist as saying.", "Ada Quist"),
            ("“The ferry is late,” a source, who asked not to be named, told the agency.", "a source"),
            ("“No,” was the answer from Ada Quist.", "Ada Quist"),
            ("The harbour master, Ada Quist, said: “The ferry is late.”", "Ada Quist"),
            ("In the words of Ada Quist, “the ferry is later than the tide”.", "Ada Quist"),
            ("ADA QUIST: “The ferry is late.”", "ADA QUIST"),
        ],
    )
    def test_in_its_own_sentence(self, body: str, speaker: str) -> None:
        _, quote = only(body)

        assert quote.speaker == speaker

    def test_the_mention_beside_the_quotation_is_kept(self) -> None:
        article, quote = only("“The ferry is late,” said Ada Quist, who runs it.")

        assert quote.speaker_span is not None
        assert article[quote.speaker_span] == "Ada Quist"
        assert quote.cue == "said"

    def test_the_second_half_has_the_same_speaker(self) -> None:
        assert quotes("“The ferry,” Ada Quist said, “is late.” She shrugged. “It was late on Monday too.”") == [
            ("The ferry,", "Ada Quist"),
            ("is late.", "Ada Quist"),
            ("It was late on Monday too.", "Ada Quist"),
        ]

    def test_the_sentence_before_tells_the_speaker(self) -> None:
        _, quote = only("Ada Quist said the ferry would be late.\n\n“It was late on Monday too, and on Tuesday.”")

        assert quote.speaker == "Ada Quist"
        assert not quote.guessed

    def test_a_pronoun_is_resolved_to_the_only_person_it_can_be(self) -> None:
        body = "Ada Quist runs the ferry. “It is late,” she said."

        assert quotes(body) == [("It is late,", "Ada Quist")]

    def test_a_pronoun_with_two_candidates_is_left_as_printed(self) -> None:
        body = "Ada Quist met Ida Brandt at the pier in the morning. “It is late,” she said."

        assert quotes(body) == [("It is late,", "she")]

    def test_an_office_is_resolved_to_the_one_who_bears_it(self) -> None:
        body = "Mayor Ada Quist opened the pier on Monday. “It is late,” the mayor said."

        assert quotes(body) == [("It is late,", "Ada Quist")]

    def test_nobody_is_made_up(self) -> None:
        _, quote = only("The pier was built in 1911.\n\n“Nobody here thought it would end like that.”")

        assert quote.speaker is None or quote.guessed

    def test_speech_reported_by_another_is_the_reporters(self) -> None:
        assert quotes("Ada Quist said she wants the ferry “to come at nine and not at ten”.") == [
            ("to come at nine and not at ten", "Ada Quist")
        ]

    def test_a_label_in_capitals_is_resolved_to_the_one_of_that_name(self) -> None:
        body = "Ada Quist runs the ferry.\n\nQUIST: “It is late.”"

        assert quotes(body) == [("It is late.", "Ada Quist")]


class TestKinds:
    @pytest.mark.parametrize(
        ("body", "kind"),
        [
            ("“The ferry is late,” said Ada Quist.", QuoteKind.DIRECT),
            ("Ada Quist called the timetable “a work of fiction”.", QuoteKind.MIXED),
            ("The “clean” coal was dirty.", QuoteKind.SCARE),
            ("The crowd came to see “The Long Winter of Ada Quist” at the Gaiety.", QuoteKind.SCARE),
            ("Tom “The Hat” Weller came by boat.", QuoteKind.SCARE),
            ("“Nobody here thought it would end like that.”", QuoteKind.DIRECT),
        ],
    )
    def test_kind(self, body: str, kind: QuoteKind) -> None:
        _, quote = only(body)

        assert quote.kind is kind


class TestIndirect:
    @pytest.mark.parametrize(
        ("body", "speaker", "words"),
        [
            ("Mayor Ann Lee said the ferry would stop on Monday.", "Ann Lee", "the ferry would stop on Monday"),
            ("Ann Lee told reporters that the ferry would stop.", "Ann Lee", "the ferry would stop"),
            ("Ann Lee told the harbour board on Friday that tides were rising.", "Ann Lee", "tides were rising"),
            ("The union wrote in a letter to its members that it would strike.", "The union", "it would strike"),
            ("The council said on Monday it had no money left.", "The council", "it had no money left"),
            ("The pier was safe, Ann Lee added.", "Ann Lee", "The pier was safe"),
            ("But the pier was safe, the council said.", "the council", "the pier was safe"),
            ("The pier was safe, said Ann Lee, the mayor.", "Ann Lee", "The pier was safe"),
            ("The pier was safe, Ann Lee, the mayor, told the board.", "Ann Lee", "The pier was safe"),
            ("The pier is closed, according to the council.", "the council", "The pier is closed"),
            ("According to the council, the pier is closed.", "the council", "the pier is closed"),
            ("The pier, she said, would reopen.", "she", "The pier … would reopen"),
            ("The pier, according to the council, would reopen.", "the council", "The pier … would reopen"),
            ("Still, the council said, the pier would reopen.", "the council", "the pier would reopen"),
            ("The council closed the pier, saying it was unsafe.", "The council", "it was unsafe"),
            ("In a letter, in which she said the pier was old, Ann Lee resigned.", "she", "the pier was old"),
            ("The trust, which said it was broke, sold the pier.", "The trust", "it was broke"),
            ("“The pier is old,” Ann Lee said, adding that it would close.", "Ann Lee", "it would close"),
            ("But the pier “is old,” the mayor said, adding that it would close.", "the mayor", "it would close"),
            ("“The pier is old,” said Ann Lee, adding that it would close.", "Ann Lee", "it would close"),
            ("Ann Lee said that, if it rained, the pier would close.", "Ann Lee", "if it rained, the pier would close"),
            ("The report found that the pier was old.", "The report", "the pier was old"),
            ("It said the pier was old.", "It", "the pier was old"),
            ("The pier was, Ann Lee said, old.", "Ann Lee", "The pier was … old"),
            ("Ann Lee and Tom Cole said the pier was old.", "Ann Lee and Tom Cole", "the pier was old"),
            ("Ann Lee, who ran it until last year, said Cole closed the pier.", "Ann Lee", "Cole closed the pier"),
            ("Ann Lee wrote that the pier was old. “Burn it,” she said.", "Ann Lee", "the pier was old"),
            ("Ann Lee asked whether the pier could be sold.", "Ann Lee", "whether the pier could be sold"),
        ],
    )
    def test_what_is_reported(self, body: str, speaker: str, words: str) -> None:
        assert reported(body) == [(speaker, words)]

    def test_two_in_one_sentence(self) -> None:
        body = "Ann Lee said the pier was old, but the council argued that it would last, adding that tides were low."

        assert reported(body) == [
            ("Ann Lee", "the pier was old"),
            ("the council", "it would last"),
            ("the council", "tides were low"),
        ]

    @pytest.mark.parametrize(
        "body",
        [
            "Ann Lee said goodbye to the crew.",
            "Ann Lee said nothing about the money.",
            "Ann Lee would say that the pier was old.",
            "Ann Lee did not say whether the pier would close.",
            "Ann Lee was told that the pier would close.",
            "Ann Lee told the crew to leave.",
            "The trust announced the sale of a pier that had stood for a century.",
            "It is not what the council says it is.",
            "Did Ann Lee say that the pier was old?",
            "On Monday, the council said.",
            "When asked about it, the council said.",
            "The crew were seated according to rank.",
            "I said the pier was old.",
            "Divers found that boat.",
            "Ann Lee denied that the pier was old.",
            "The mayor found that the pier was old.",
            "Despite reports that the pier had closed, visitors came.",
            "The claim that the pier is old is wrong.",
            "“The pier is old,” Ann Lee said on Monday.",
            "Ann Lee said the pier was “a wreck”.",
            "They spoke of a pier which, according to the mayor, “is old”.",
            "Ann Lee told them after a meeting that was held on a boat.",
        ],
    )
    def test_what_is_no_report(self, body: str) -> None:
        assert reported(body) == []

    def test_a_pronoun_means_the_last_who_spoke(self) -> None:
        body = "Ann Lee said the pier was old. She said it would close."

        assert reported(body) == [("Ann Lee", "the pier was old"), ("Ann Lee", "it would close")]

    def test_words_in_marks_that_nobody_spoke_belong_to_the_report(self) -> None:
        assert reported("The council said the so-called “Iron Pier” was safe.") == [
            ("The council", "the so-called “Iron Pier” was safe")
        ]

    def test_what_it_knows_of_itself(self) -> None:
        article = read("The pier, Ann Lee said on Monday, would reopen.")
        (quote,) = article.mentioned(IndirectQuote)

        assert quote.cue == "said"
        assert quote.inserted is not None
        assert article[quote.inserted] == ", Ann Lee said on Monday, "
        assert article[quote.speaker_span] == "Ann Lee"
        assert quote.found_by == "inserted"


_SCRAPS = st.sampled_from(
    [
        "“", "”", "‘",
        "’", '"', "'", "``", "''", "«", "»", "said", "says", "Ada Quist", "she", "he", "who", ",", ".",
        "?", ":", "—", "-", "(", ")", "and",
        "that", "by", "the", "a", "words", "of", "according to", "in", "6", "…", "\n\n",
        "called", "saying", "that", "Mr.", "was", "QUIST:", "its", "statement", "We go", "is", "told", "per",
    ]
)  # fmt: skip


@given(st.lists(_SCRAPS, max_size=40), st.booleans())
def test_any_text_is_read(scraps: list[str], spaced: bool) -> None:
    article = annotate(parse("Words come first. " + (" " if spaced else "").join(scraps), "any.txt"))

    reached = 0
    for quote in article.mentioned(Quote):
        assert reached <= quote.span.start <= quote.content.start <= quote.content.end <= quote.span.end
        assert quote.span.end <= len(article.text)
        assert quote.speaker_span is None or article[quote.speaker_span].strip()
        assert (quote.speaker is None) == (quote.speaker_span is None)
        reached = quote.span.end
    reached = 0
    for report in article.mentioned(IndirectQuote):
        assert reached <= report.span.start < report.span.end <= len(article.text)
        assert all(article[part].strip() and part in report.span for part in report.parts)
        assert article[report.speaker_span].strip()
        assert report.speaker
        assert not any(
            quote.span.overlaps(report.span) for quote in article.mentioned(Quote) if quote.kind is not QuoteKind.SCARE
        )
        reached = report.span.end


class TestSize:
    """Long and broken texts take time in proportion to their length."""

    @pytest.mark.parametrize(
        "body",
        [
            "“We go to town,” said Ada Quist. “And stay,” she said.\n\n" * 500,
            '"we go ' * 5_000,
            'go" we ' * 5_000,
            "'we go' " * 5_000,
            "“We “go " * 5_000,
            'he said "we go" and ' * 3_000,
        ],
        ids=["many", "opened", "closed", "single", "nested", "one sentence"],
    )
    def test_no_blow_up(self, body: str) -> None:
        from checker.annotate import quotes as annotator

        article = read(body)
        begin = perf_counter()
        list(annotator.find(article))

        assert perf_counter() - begin < 5

    @pytest.mark.parametrize(
        "body",
        [
            "Ada Quist said the town was far. The town, she said, was far.\n\n" * 1000,
            "Ada Quist said the town was far. It was far, she said. " * 3000,
            "Ada Quist said the town was far and " * 5000,
            "said " * 50_000,
            "Quist, " * 50_000 + "said.",
            "according to Quist, " * 20_000,
        ],
        ids=["many", "one block", "one sentence", "verbs", "commas", "sources"],
    )
    def test_no_blow_up_of_reports(self, body: str) -> None:
        from checker.annotate.quotes import indirect

        article = read(body)
        begin = perf_counter()
        list(indirect.find(article))

        assert perf_counter() - begin < 5
