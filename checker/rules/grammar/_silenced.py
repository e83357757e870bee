"""Which of the server's matches concern a copy desk: `_silenced.txt` says which do not, and why."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import NamedTuple

from checker.annotate.grammar import GrammarMatch
from checker.annotate.names import Name
from checker.article import Article, Span
from checker.rules.grammar._surroundings import PLACES, beside, in_quotation

_SPELLING = frozenset({"TYPOS", "MULTITOKEN_SPELLING", "PROPER_NOUNS"})
_STYLE = frozenset(
    "STYLE REDUNDANCY REPETITIONS_STYLE PLAIN_ENGLISH NONSTANDARD_PHRASES WIKIPEDIA CREATIVE_WRITING TON_ACADEMIC "
    "GENDER_NEUTRALITY COLLOQUIALISMS BRE_STYLE_OXFORD_SPELLING AMERICAN_ENGLISH_STYLE BRITISH_ENGLISH_STYLE".split()
)
"""Categories that are silent in quotations even for those who enable them: people speak as they speak."""

_POSSESSIVE = re.compile(r"['’]s?(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")
_CODE_OPENS = re.compile(r"(?:`|<(?:code|kbd|samp|tt)\b[^<>]*>)$", re.I)
_LONGEST_TAG = 80  # characters


class Silence(NamedTuple):
    """A line of the table."""

    pattern: str
    """`CATEGORY/RULE`, with `*` for anything."""
    where: str
    """One of PLACES."""
    why: str

    def covers(self, article: Article, match: GrammarMatch) -> bool:
        """Whether a match is one of those that it silences."""
        return fnmatchcase(f"{match.category}/{match.rule}", self.pattern) and PLACES[self.where](article, match.span)


def concerns_the_desk(
    article: Article, match: GrammarMatch, enable: Collection[str] = (), disable: Collection[str] = ()
) -> bool:
    """Whether an editor is to hear of a match: not in code, not of a name, not where the table silences its rule."""
    known = {match.rule, match.category, f"{match.category}/{match.rule}"}
    if known.intersection(disable) or _is_code(article, match.span) or _is_of_a_name(article, match):
        return False
    if match.category in _STYLE and in_quotation(article, match.span):
        return False
    return bool(known.intersection(enable)) or not any(silence.covers(article, match) for silence in table())


@cache
def table() -> tuple[Silence, ...]:
    """The lines of `_silenced.txt`."""
    text = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    lines = (line.split(" | ") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(Silence(pattern, where, why) for pattern, where, why in lines)


def _is_of_a_name(article: Article, match: GrammarMatch) -> bool:
    """Whether all that is found fault with is a name, or, where it is spelling, whether anything of it is."""
    named = beside(article, Name, match.span)
    if match.category in _SPELLING:
        return bool(named) or not _words_of_names(article).isdisjoint(_WORD.findall(article[match.span]))
    return any(match.span in Span(name.span.start, _end(article, name.span)) for name in named)


def _end(article: Article, span: Span) -> int:
    """Where a name ends, its possessive included."""
    possessive = _POSSESSIVE.match(article.text, span.end)
    return possessive.end() if possessive else span.end


def _words_of_names(article: Article) -> set[str]:
    """Every word of the article's names, which may also stand where they were not seen as names."""
    return {word for name in article.mentioned(Name) for word in _WORD.findall(article[name.span])}


def _is_code(article: Article, span: Span) -> bool:
    """Whether the source sets a span apart as code inside a sentence."""
    at = bisect_right(article.pieces, span.start, key=lambda piece: piece.text.start) - 1
    before = article.pieces[at].source.start if at >= 0 else 0
    return _CODE_OPENS.search(article.source, max(0, before - _LONGEST_TAG), before) is not None
