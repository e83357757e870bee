"""Shares: a part, its whole and the percentage that the text says the one is of the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from checker.annotate.figures import Figure, FigureKind
from checker.annotate.figures.units import PERCENT, SHARE
from checker.article import Article
from checker.rules.figures._shares_apart import apart
from checker.rules.figures._sheet import Entry, Statement, statements

_OF = (("of",), ("out", "of"))
_WHOSE = frozenset("the its their his her our all these those every".split())
_MARKS = frozenset("( , - – — or".split())  # what may stand between a share and the same share said otherwise
_NOUNS = 7  # tokens of a noun phrase between the two ways to say it
_OPENERS = frozenset("that this it the which".split())
_MEANING = frozenset(
    "is was are were works represents represented amounts equals makes means translates equates amounting".split()
)
_CHANGING = frozenset(
    "rise rose up increase increased fall fell drop dropped down decline jump growth gain higher lower more less fewer "
    "compared against from".split()
)


class Share(NamedTuple):
    """A part of a whole and the percentage it is said to be; without a part and a whole, a fraction in words."""

    part: Figure
    whole: Figure | None
    percent: Figure
    """Said in percent, or as a fraction in words."""


def shares(article: Article) -> Iterator[Share]:
    """The shares of the article that are said in two ways."""
    words, known = article.tokens.lower, statements(article)
    for statement in known:
        following = known[statement.number + 1] if statement.number + 1 < len(known) else None
        if statement.entries:
            found = list(_in_sentence(words, statement))
            if not found and (three := apart(words, statement)) is not None:
                found = [Share(*(entry.figure for entry in three))]
            yield from found
            yield from _in_next(words, statement, following)


def _in_sentence(words: list[str], statement: Statement) -> Iterator[Share]:
    entries = statement.entries
    for one, two in pairwise(entries):
        if one.figure.unit == SHARE and two.figure.unit == PERCENT and _same_again(words, one, two):
            yield Share(one.figure, None, two.figure)
        if two.figure.unit == SHARE and one.figure.unit == PERCENT and _same_again(words, one, two):
            yield Share(two.figure, None, one.figure)
    for at in range(len(entries) - 2):
        yield from _in_three(words, *entries[at : at + 3])


def _in_three(words: list[str], one: Entry, two: Entry, three: Entry) -> Iterator[Share]:
    """The share in three figures of which two say the same."""
    first, second = _same_again(words, one, two), _same_again(words, two, three)
    if _is_percent(three) and second and _part_of(words, one, two):
        yield Share(one.figure, two.figure, three.figure)
    elif _is_percent(one) and first and _part_of(words, two, three):
        yield Share(two.figure, three.figure, one.figure)
    elif _is_percent(two) and first and _counts(one) and _of_whole(words, two, three):
        yield Share(one.figure, three.figure, two.figure)
    elif (_is_percent(one) or one.figure.unit == SHARE) and second and _counts(three) and _of_whole(words, one, two):
        yield Share(three.figure, two.figure, one.figure)


def _in_next(words: list[str], statement: Statement, following: Statement | None) -> Iterator[Share]:
    """“… 12 of the 48 councillors. That is 40%.”"""
    if following is None or not following.entries or words[following.first] not in _OPENERS:
        return
    percent = following.entries[0]
    opening = words[following.first : percent.first]
    if not _is_percent(percent) or len(opening) > 8 or _MEANING.isdisjoint(opening):
        return
    if not _CHANGING.isdisjoint(words[following.first : percent.last + 2]):
        return
    pairs = [(one, two) for one, two in pairwise(statement.entries) if _part_of(words, one, two)]
    if len(pairs) == 1:
        yield Share(pairs[0][0].figure, pairs[0][1].figure, percent.figure)
    fractions = [entry.figure for entry in statement.entries if entry.figure.unit == SHARE]
    if not pairs and len(fractions) == 1:
        yield Share(fractions[0], None, percent.figure)


def _is_percent(entry: Entry) -> bool:
    return entry.figure.unit == PERCENT


def _counts(entry: Entry) -> bool:
    return entry.figure.kind in (FigureKind.COUNT, FigureKind.MONEY, FigureKind.MEASURE) and entry.figure.unit != SHARE


def _part_of(words: list[str], part: Entry, whole: Entry) -> bool:
    """Whether two figures read “12 of the 48”, “12 councillors out of 48”."""
    if not (_counts(part) and _counts(whole)) or part.figure.unit != whole.figure.unit:
        return False
    if words[part.first - 1] == "of" and part.first > 0 and words[part.first - 2] in ("one", "some", "most", "many"):
        return False
    gap = words[part.last : whole.first]
    while gap and gap[-1] in _WHOSE:
        gap = gap[:-1]
    noun = gap[:-2] if tuple(gap[-2:]) == _OF[1] else gap[:-1]
    if tuple(gap[-1:]) != _OF[0] or len(noun) > 3 or not all(word.isalpha() for word in noun):
        return False
    if part.figure.low is None or part.figure.low != part.figure.high or whole.figure.low != whole.figure.high:
        return False
    return 0 < part.figure.low <= (whole.figure.low or 0) and (not noun or "after" not in part.figure.found_by)


def _of_whole(words: list[str], percent: Entry, whole: Entry) -> bool:
    """Whether a percentage goes on with the number of the whole: “17% of its 530 staff”."""
    gap = words[percent.last : whole.first]
    return _counts(whole) and gap[:1] == ["of"] and len(gap) > 1 and all(word in _WHOSE for word in gap[1:])


def _same_again(words: list[str], one: Entry, two: Entry) -> bool:
    """Whether the second figure says the first again: “12 of 48 councillors (40%)”, “12 of 48, or 40%,”."""
    gap = words[one.last : two.first]
    marks = [at for at, word in enumerate(gap) if word in _MARKS]
    if not marks or marks[0] > _NOUNS or len(gap) - marks[-1] != 1 or marks[-1] - marks[0] > 1:
        return False
    if gap[-1] == "," or two.last >= len(words):
        return False
    behind = words[two.last]
    if gap[-1] == "or" and behind in ("more", "less", "fewer"):
        return False
    if gap[-1] in "-–—":
        return behind in "-–—,." or behind == "of"
    return True
