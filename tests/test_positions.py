"""Positions: every character of an article leads back to its place in the source, whatever the markup."""

from __future__ import annotations

import re
from bisect import bisect_right
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.article import Article, BlockKind, Span
from checker.errors import InputError
from checker.parsers import parse
from checker.source import decode

# Parts of words: plain, composed and decomposed accents, emoji of one and of several code points, other scripts.
STEMS = ["bridge", "Zoë", "ne\u0301e", "😀", "👩\u200d🚒", "🇬🇧", "Київ", "橋", "Sole’s", "£5m", "a\u0323\u0302"]
ENDS = ["\n", "\r\n", "\r"]

words = st.lists(st.sampled_from(STEMS), min_size=1, max_size=2).map("".join)


class Numbered:
    """Gives each word of a generated source a number, so that it can be found again."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def __call__(self, word: str) -> str:
        self.seen.append(f"{word}x{len(self.seen)}z")
        return self.seen[-1]


INLINE = [
    *("{}", "*{}*", "**{}**", "***{}***", "_{}_", "~~{}~~", "`{}`", "\\*{}\\*", "&amp;{}&#8217;", "{}&nbsp;", "{}[^1]"),
    *("[{}](http://example.org/a_b*c)", "[*{}*][1]", "**[{}](x)**", "![{}](a.jpg)"),
    *("<b>{}</b>", "<!-- *note* -->{}", '<a href="x">{}</a>'),
]
BLOCKS = [
    *("{}", "{}", "# {}", "## {} ##", "{}\n===", "> {}", "> > {}", "- {}", "* - {}", "1. {}", "- [ ] {}", "    - {}"),
    *("```\n{}\n```", "| {} |\n|---|\n| a |", "<div>{}</div>", "<p>\n{}\n</p>", "[^1]: {}"),
    *("**{}**", "*{}*", "By {}", "KYIV, May 2 — {}"),
]
OPENINGS = ["", "", "- ", "• ", "2. ", "   ", "## ", "“", "By "]


@st.composite
def markdown_articles(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A markdown source, and its words that a reader sees."""
    number = Numbered()
    parts: list[str] = []
    if draw(st.booleans()):
        quote = draw(st.sampled_from(["", '"', "'"]))
        parts.append(f"---\ntitle: {quote}{number(draw(words))} {number(draw(words))}{quote}\nauthor: É\n---")
    for block in draw(st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=5)):
        inside = [
            draw(st.sampled_from(["{}"] if "```" in block or "<" in block else INLINE)).format(number(word))
            for word in draw(st.lists(words, min_size=1, max_size=4))
        ]
        gap = draw(st.sampled_from([" ", "  ", "\n", "  \n", "\\\n"])) if block == "{}" else " "
        parts.append(block.format(gap.join(inside)))
    source = "\n\n".join(parts) + "\n\n[1]: http://example.org/d\n"
    return source.replace("\n", draw(st.sampled_from(ENDS))), number.seen


@st.composite
def plain_articles(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A plain text, and its words."""
    number = Numbered()
    lines: list[str] = []
    for opening in draw(st.lists(st.sampled_from(OPENINGS), min_size=1, max_size=8)):
        line = [number(word) for word in draw(st.lists(words, min_size=1, max_size=6))]
        lines.append(opening + draw(st.sampled_from([" ", "  ", "\u2028", "\u00ad "])).join(line))
        lines[-1] += draw(st.sampled_from(["", ".", "  "]))
        lines += [""] * draw(st.integers(0, 2))
    return draw(st.sampled_from(["", "\ufeff"])) + draw(st.sampled_from(ENDS)).join(lines), number.seen


def check_pieces(article: Article) -> None:
    """What must hold for the way back of every article."""
    text, source = article.text, article.source
    assert "\n" not in "".join(article[block.span] for block in article.blocks)
    assert [block.span.start for block in article.blocks[1:]] == [block.span.end + 1 for block in article.blocks[:-1]]
    assert article.blocks[-1].span.end == len(text)

    covered = [at for piece in article.pieces for at in range(piece.text.start, piece.text.end)]
    assert covered == [at for at, char in enumerate(text) if char != "\n"]

    taken = sorted((piece.source for piece in article.pieces), key=lambda span: (span.start, span.end))
    assert all(before.end <= after.start for before, after in pairwise(taken))
    assert all(0 <= span.start < span.end <= len(source) for span in taken)

    for piece in article.pieces:
        if len(piece.text) == len(piece.source) and not article[piece.text].isspace():
            assert source[piece.source.start : piece.source.end] == article[piece.text]
    for at, char in enumerate(text):
        place = article.locate(Span(at, at + 1))
        assert char == "\n" or len(place) > 0
        if article.verbatim(Span(at, at + 1)):
            assert source[place.start : place.end] == char


def check_words(article: Article, seen: list[str]) -> None:
    """Every word is in the text once, and at its place in the source."""
    for word in seen:
        assert article.text.count(word) == 1, word
        start = article.text.index(word)
        span = Span(start, start + len(word))
        assert article.locate(span) == Span(article.source.index(word), article.source.index(word) + len(word))
        assert article.verbatim(span)


@given(markdown_articles())
@settings(max_examples=300, deadline=None)
def test_markdown(generated: tuple[str, list[str]]) -> None:
    source, seen = generated
    article = parse(source, "a.md")

    check_pieces(article)
    check_words(article, seen)


@given(plain_articles())
@settings(max_examples=300, deadline=None)
def test_plain_text(generated: tuple[str, list[str]]) -> None:
    source, seen = generated
    article = parse(source, "a.txt")

    check_pieces(article)
    check_words(article, seen)


@given(plain_articles())
@settings(max_examples=200, deadline=None)
def test_nothing_of_a_plain_text_is_lost(generated: tuple[str, list[str]]) -> None:
    """What is in no piece is white space, a list marker, a hash, a rule or a dash, or nothing that is seen."""
    source, _ = generated
    article = parse(source, "a.txt")
    kept = {at for piece in article.pieces for at in range(piece.source.start, piece.source.end)}

    lost = "".join(char if at not in kept else "·" for at, char in enumerate(source))
    assert re.fullmatch(r"(?:[\s·\ufeff\u00ad]|[-•#]|2\.)*", lost), lost


SOUP = st.text(alphabet="ab*_`[]()<>!&;#|~\\-=+:.\"'^{}/ \n\r\t\u2028\u00ad\u00a0é😀0129", max_size=80)


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@given(st.one_of(SOUP, st.text(max_size=60), SOUP.map(lambda soup: f"---\na: {soup}\n---\n{soup}")))
@settings(max_examples=500, deadline=None)
def test_any_characters_are_an_article_or_an_input_error(name: str, source: str) -> None:
    with suppress(InputError):
        check_pieces(parse(source, name))


@given(
    st.lists(st.tuples(st.sampled_from(STEMS), st.sampled_from([" ", "\n", "&amp;", "\\*"])), min_size=1, max_size=30)
)
@settings(max_examples=100, deadline=None)
def test_a_character_is_verbatim_or_one_of_a_reference_or_a_fold(parts: list[tuple[str, str]]) -> None:
    source = "".join(word + gap for word, gap in parts)
    article = parse(source, "a.md")
    starts = [piece.text.start for piece in article.pieces]

    for at, char in enumerate(article.text):
        place = article.locate(Span(at, at + 1))
        written = source[place.start : place.end]
        assert written == char or (written, char) in {("&amp;", "&"), ("\n", " ")}
        assert article.pieces[bisect_right(starts, at) - 1].text.start <= at


class TestFiles:
    """From the bytes of a file on: marks and line ends shift nothing."""

    SOURCE = "# Zoë’s 😀 bridge\n\nThe council met; *Zoë* &amp; Ann paid £5m.\n\n> “Enough,” said Zoë.\n"

    @pytest.mark.parametrize("end", ENDS)
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
    def test_places_count_from_the_first_character_behind_the_mark(self, encoding: str, end: str) -> None:
        source = self.SOURCE.replace("\n", end)
        article = parse(decode(source.encode(encoding)).text, "a.md")

        check_pieces(article)
        for found in re.finditer("Zoë|😀|£5m|Enough", article.text):
            place = article.locate(Span(*found.span()))
            assert source[place.start : place.end] == found[0]
        assert [block.kind for block in article.blocks] == [
            BlockKind.HEADLINE,
            BlockKind.PARAGRAPH,
            BlockKind.BLOCKQUOTE,
        ]

    def test_windows_1252(self) -> None:
        source = "Zoë’s bridge\r\n\r\nThe council paid £5m – at last."
        article = parse(decode(source.encode("cp1252")).text, "a.txt")

        assert article.source == source
        check_pieces(article)


def test_a_span_over_a_reference_is_not_verbatim_and_covers_it() -> None:
    article = parse("Marks &amp; Sons *rose*.", "a.md")

    def located(words: str) -> str:
        start = article.text.index(words)
        place = article.locate(Span(start, start + len(words)))
        return article.source[place.start : place.end]

    assert located("Marks & Sons") == "Marks &amp; Sons"
    assert located("& Sons rose") == "&amp; Sons *rose"
    assert located("&") == "&amp;"
    assert article.verbatim(Span(0, 5))
    assert not article.verbatim(Span(0, 7))


def test_a_span_over_two_blocks_covers_what_is_between_them() -> None:
    article = parse("# One\n\nTwo ends.\n", "a.md")
    place = article.locate(Span(0, len(article.text)))

    assert article.source[place.start : place.end] == "One\n\nTwo ends."
