"""Parts and their whole: sentences that say of what a total is made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.annotate.figures import Figure, FigureKind
from checker.article import Article
from checker.rules.figures._arithmetic import hedged
from checker.rules.figures._sheet import Entry, Statement, statements
from checker.rules.figures._splits import split


class Partition(NamedTuple):
    """A total and the parts that are named with it."""

    total: Figure
    parts: tuple[Figure, ...]
    complete: bool
    """Whether the parts claim to be all of it; otherwise they may only not exceed it."""


# Each line holds what one thing can be only once: parts that are called by words of one line do not overlap.
_EXCLUSIVE = [
    frozenset(line.split())
    for line in (
        "man woman boy girl child adult infant baby men women boys girls children adults",
        "male female males females",
        "killed dead died injured hurt wounded unhurt survived escaped missing rescued unharmed",
        "for against abstained abstaining abstention abstentions yes no favor favour opposed absent away",
        "won win wins lost loss losses drew drawn draw draws tied tie ties",
        "upheld dismissed rejected withdrawn pending granted denied accepted approved refused passed failed",
        "convicted acquitted cleared",
        "gold silver bronze golds silvers bronzes",
        "democrat republican independent democrats republicans independents democratic",
        "labour conservative conservatives tory tories liberal",
        "civilian soldier policeman military civilians soldiers policemen officers rebels troops",
        "open shut closed opened",
    )
]
# Parts may overlap or leave something out where one of these stands.
_LOOSE = frozenset(
    "including include includes included among whom which least excluding except plus also both either overlap".split()
)
_SOME = frozenset("include includes included".split())  # right behind the total: all parts, or some
_COPULAS = frozenset("are were comprise comprises comprised :".split())
_MADE_UP = (("made", "up", "of"), ("consist", "of"), ("consists", "of"), ("consisted", "of"), ("consisting", "of"),
            ("divided", "into"), ("split", "into"), ("broken", "down", "into"), ("composed", "of"))  # fmt: skip
_GIVEN = frozenset("went go goes going given awarded".split())
_REST = frozenset("remaining other rest".split())
_OPENERS = frozenset(", ; : and while with but only just the remaining other then - – — ( of".split())
_DETERMINERS = frozenset("the these those its their all her his our".split())
_BACKWARDS = frozenset("these those them".split())
_IN_ALL = (("in", "all"), ("in", "total"), ("altogether",), ("all", "told"))
_TOTALLING = frozenset("totalling totaling making".split())
_LONGEST_PART = 14  # tokens between two parts of one list
_LONGEST_NOUN = 8  # tokens of the total's noun phrase with what opens the list


def partitions(article: Article) -> Iterator[Partition]:
    """The totals of the article that are given with their parts."""
    words, known = article.tokens.lower, statements(article)
    for before, statement in pairwise([None, *known]):
        if statement is None or len(statement.entries) < 2:
            continue
        counts = [entry for entry in statement.entries if _counts(entry.figure)]
        after = known[statement.number + 1] if statement.number + 1 < len(known) else None
        found = (
            _of_those(words, before, statement, counts)
            or _of_total(words, statement, counts, after)
            or _is_total(words, statement, counts)
            or _adds_up_to(words, statement, counts)
        )
        if found is not None:
            yield found
        elif (other := split(words, statement, counts)) is not None:
            yield Partition(*other)


def _counts(figure: Figure) -> bool:
    return figure.kind in (FigureKind.COUNT, FigureKind.MONEY, FigureKind.MEASURE) and figure.unit != "share"


def _of_those(
    words: list[str], before: Statement | None, statement: Statement, parts: Sequence[Entry]
) -> Partition | None:
    """“The fire hurt 46 people. Of those, 14 were children and the other 32 adults”."""
    if before is None or len(before.entries) != 1 or words[statement.first] != "of" or len(parts) < 2:
        return None
    if words[statement.first + 1] not in _BACKWARDS or words[statement.first + 2] != ",":
        return None
    return _partition(words, statement, before.entries[0], parts, _names_the_rest(words, parts))


def _of_total(
    words: list[str], statement: Statement, counts: Sequence[Entry], after: Statement | None
) -> Partition | None:
    """“Of the 46 victims, 14 died and 32 were hurt”."""
    for at, total in enumerate(counts):
        parts = counts[at + 1 :]
        if not parts or not (_opens_with_of(words, statement, total) or _goes_on_with_of(words, total, parts[0])):
            continue
        if "," not in words[total.last : parts[0].first]:
            return None
        start = total.last if _opens_with_of(words, statement, total) else parts[0].first
        if after is not None and (rest := _opening_rest(words, after)) is not None:
            return _partition(words, statement, total, [*parts, rest], True, start)
        rest_named = _names_the_rest(words, parts)
        return _partition(words, statement, total, parts, rest_named, start) if len(parts) > 1 else None
    return None


def _goes_on_with_of(words: list[str], total: Entry, part: Entry) -> bool:
    """Whether the first part follows like “30 seats, of which 18”."""
    return words[part.first - 3 : part.first] in ([",", "of", "which"], [",", "of", "whom"]) and part.first > total.last


def _opening_rest(words: list[str], after: Statement) -> Entry | None:
    """The part in a next sentence that opens with “The other nine”, “The remaining nine”."""
    if not after.entries or not _counts(after.entries[0].figure):
        return None
    rest = after.entries[0]
    return rest if rest.first - after.first == 2 and words[rest.first - 1] in _REST else None


def _opens_with_of(words: list[str], statement: Statement, total: Entry) -> bool:
    at = total.first - 1
    while at > statement.first and words[at] in _DETERMINERS:
        at -= 1
    if at < statement.first or words[at] != "of":
        return False
    return at == statement.first or not words[at - 1][0].isalnum() or words[at - 1] in ("and", "but")


def _is_total(words: list[str], statement: Statement, counts: Sequence[Entry]) -> Partition | None:
    """“The 46 victims are 14 men and 32 women”, “46 victims: 14 men and 32 women”."""
    for at, total in enumerate(counts[:-2]):
        parts = counts[at + 1 :]
        gap = words[total.last : parts[0].first]
        if not gap or len(gap) > _LONGEST_NOUN:
            continue
        opened = gap[-1] in _COPULAS or any(tuple(gap[-len(form) :]) == form for form in _MADE_UP)
        some = gap[-1] in _SOME
        if (opened or some) and _listed(words, parts) and statement.last - parts[-1].last <= _LONGEST_PART:
            return _partition(words, statement, total, parts, not some, parts[0].first)
    return None


def _adds_up_to(words: list[str], statement: Statement, counts: Sequence[Entry]) -> Partition | None:
    """“14 men and 32 women, 46 in all”, “14 men and 32 women, a total of 46”."""
    if len(counts) < 3:
        return None
    total, parts = counts[-1], counts[:-1]
    behind = words[total.last : total.last + 4]
    after = any(tuple(behind[skip : skip + len(form)]) == form for form in _IN_ALL for skip in (0, 1, 2))
    before = words[total.first - 2 : total.first] == ["total", "of"] or words[total.first - 1] in _TOTALLING
    gap = words[parts[-1].last : total.first]
    if not (after or before) or not _listed(words, parts) or len(gap) > _LONGEST_PART:
        return None
    if not any(word in (",", "-", "–", "—", "(") for word in gap):
        return None
    return _partition(words, statement, total, parts, True)


def _listed(words: list[str], parts: Sequence[Entry]) -> bool:
    """Whether the parts follow each other in one list, the last joined by “and”."""
    gaps = [words[one.last : two.first] for one, two in pairwise(parts)]
    if not gaps or any(len(gap) > _LONGEST_PART or ("," not in gap and "and" not in gap) for gap in gaps):
        return False
    return "and" in gaps[-1]


def _names_the_rest(words: list[str], parts: Sequence[Entry]) -> bool:
    return words[parts[-1].first - 1] in _REST


def _partition(
    words: list[str], statement: Statement, total: Entry, parts: Sequence[Entry], complete: bool, start: int = 0
) -> Partition | None:
    """The partition, if nothing in the sentence makes its parts overlapping, open or of another kind."""
    figures = [entry.figure for entry in parts]
    if any(hedged(figure) or figure.value is None for figure in (total.figure, *figures)):
        return None
    if any(figure.unit != total.figure.unit or figure.scope for figure in figures):
        return None
    if any(words[entry.first - 1] not in _OPENERS for entry in parts[1:]):
        return None
    if not _LOOSE.isdisjoint(words[start or min(total.last, parts[0].first) : statement.last]):
        return None
    if not complete and not _exclusive(words, statement, parts):
        return None
    return Partition(total.figure, tuple(figures), complete)


def _exclusive(words: list[str], statement: Statement, parts: Sequence[Entry]) -> bool:
    """Whether the parts are called by words that exclude each other: killed, injured, unhurt."""
    ends = [*(entry.first for entry in parts[1:]), statement.last]
    called = [frozenset(words[entry.last : end]) for entry, end in zip(parts, ends, strict=True)]
    if not _GIVEN.isdisjoint(called[0]) and all("to" in words_of for words_of in called):
        return True  # 18 went to one party and 14 to the other
    return any(_all_differ(called, line) for line in _EXCLUSIVE)


def _all_differ(called: Sequence[frozenset[str]], line: frozenset[str]) -> bool:
    seen = [words & line for words in called]
    return all(seen) and len(frozenset[str]().union(*seen)) == sum(map(len, seen))
