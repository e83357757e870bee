"""People who are named in one sentence and counted in the next: “… were arrested. The three men …”."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from checker.article import Article
from checker.rules.figures._lists import Listing, announces, behind_noun, names_from, spans_of
from checker.rules.figures._sheet import Entry, Statement, statements
from checker.tokens import Tokens

_BEHIND_NAMES = frozenset("were are have".split())
_INTRODUCED = (["identified", "as"], ["named", "as"])
_COUNTED = frozenset("man woman boy girl victim suspect defendant brother sister student friend".split())
_WHICH = frozenset("with who from in on of at behind that whose".split())
_FULL_NAME = 2  # tokens
_FEWEST = 2


def recounts(article: Article) -> Iterator[Listing]:
    """The people of a sentence that the next one counts."""
    tokens = article.tokens
    for before, statement in pairwise(statements(article)):
        if before.block is not statement.block or (count := _count(tokens, statement)) is None:
            continue
        names = _people(tokens, before)
        if names is not None and len(names) >= _FEWEST:
            yield Listing(count.figure, spans_of(tokens, names), True)


def _count(tokens: Tokens, statement: Statement) -> Entry | None:
    """The number of “The three men …”, “All three …” at the head of a sentence."""
    entry = next(iter(statement.entries), None)
    if entry is None or entry.first != statement.first + 1 or (entry.figure.value or 0) < _FEWEST:
        return None
    opener, figure = tokens.lower[statement.first], entry.figure
    behind = behind_noun(tokens, statement, entry)
    if behind < statement.last and tokens.lower[behind] in _WHICH:
        return None  # the four men with them
    if opener == "the":
        return entry if announces(figure) and figure.head in _COUNTED else None
    bare = figure.value == figure.low and not figure.unit and not figure.approximate
    return entry if opener == "all" and bare and (not figure.head or figure.head in _COUNTED) else None


def _people(tokens: Tokens, statement: Statement) -> list[tuple[int, int]] | None:
    """The full names that a sentence begins with, or that it ends with behind “identified as”."""
    words = tokens.lower
    introduced = (at + 2 for at in range(statement.first, statement.last - 2) if words[at : at + 2] in _INTRODUCED)
    first = next(introduced, statement.first)
    names = names_from(tokens, first, statement.last)
    if names is None or any(end - first < _FULL_NAME for first, end in names):
        return None
    return names if first > statement.first or words[names[-1][1]] in _BEHIND_NAMES else None
