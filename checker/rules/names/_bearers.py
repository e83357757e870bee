"""The full names of an article, and what tells two bearers of one surname apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from checker.annotate.frequency import is_plain_word
from checker.annotate.gazetteers import first_names, fold, organisation_words, place_words, same_first_name
from checker.annotate.names import Name, NameKind
from checker.annotate.names.capitals import is_calendar
from checker.annotate.names.nearness import one_edit_apart, sound
from checker.annotate.names.offices import is_office, is_title
from checker.annotate.names.words import Words
from checker.article import Span
from checker.data import lines

_REACH = 12  # tokens: so far from a name a word of kinship may speak of it
_KIN = frozenset(
    "wife wives husband son sons daughter daughters brother brothers sister sisters father mother parents uncle aunt "
    "cousin cousins nephew niece widow widower family families couple married marriage twin twins sibling siblings "
    "grandson granddaughter grandfather grandmother grandparents stepson "
    "stepdaughter children child baby dad mum mom".split()
)
_OTHER_NAME = frozenset("born née nee formerly alias".split())
_INTRODUCING = frozenset("a an the his her their its".split())


@dataclass(frozen=True, slots=True)
class Bearer:
    """One mention of a person by first name and surname."""

    given: str
    """The first name, folded."""
    first: int
    last: int
    """The tokens of the whole name."""
    name: Name


def by_family(words: Words) -> dict[str, list[Bearer]]:
    """The full names of the article by their folded surname."""
    found: dict[str, list[Bearer]] = defaultdict(list)
    for name in words.article.mentioned(Name):
        first = words.article.tokens.at(name.span.start)
        last = words.article.tokens.at(name.span.end - 1)
        if _surname_at(words, first, last) != last or words.texts[first].isupper():
            continue
        given, family = fold(words.texts[first]), fold(words.base(last))
        if _is_first_name(given, name) and family not in organisation_words() and family not in place_words():
            found[family].append(Bearer(given, first, last + 1, name))
    return found


def _surname_at(words: Words, first: int, last: int) -> int:
    """The token behind a first name and at most one initial."""
    at = first + 1
    if at < last and len(words.texts[at]) == 1 and words.texts[at].isupper():
        at += 1 + (words.texts[at + 1] == ".")
    return at if words.gap(first) == 1 else -1


def _is_first_name(given: str, name: Name) -> bool:
    if len(given) < 2 or is_office(given) or is_title(given):
        return False
    if given in first_names():
        return name.kind in (NameKind.PERSON, NameKind.OTHER)
    return name.kind is NameKind.PERSON and not is_plain_word(given)


def may_be_one_name(one: str, other: str) -> bool:
    """Whether two first names are short and long form, or two spellings of one, which is not this rule's matter."""
    if one_edit_apart(one, other):
        return True
    return not are_spellings(one, other) and (same_first_name(one, other) or sound(one) == sound(other))


def are_spellings(one: str, other: str) -> bool:
    """Whether two first names are one name in two spellings, of which a person has one: Stephen and Steven."""
    return any(one in line and other in line for line in _spellings())


def are_apart(words: Words, odd: Bearer, others: Sequence[Bearer]) -> bool:
    """Whether the article tells the bearer from the others of that surname."""
    return (
        (odd.given not in first_names() and others[0].given in first_names())
        or _is_another_name(words, odd.first)
        or is_near_kin(words, odd.first, odd.last)
        or _in_a_pair(words, odd)
        or (_is_introduced(words, odd) and _roles_differ(odd, others) and _others_are_known(words, odd, others))
    )


def is_near_kin(words: Words, first: int, last: int) -> bool:
    """Whether a word of kinship stands near the name that has the tokens from `first` to before `last`."""
    return not _KIN.isdisjoint(words.lower[max(0, first - _REACH) : last + _REACH])


def _is_another_name(words: Words, at: int) -> bool:
    """Whether “born” or “known as” stands before token `at`."""
    return words.lower[at - 1] in _OTHER_NAME or words.lower[max(0, at - 2) : at] == ["known", "as"]


def _others_are_known(words: Words, odd: Bearer, others: Sequence[Bearer]) -> bool:
    """Whether the others were introduced too, or stood there before somebody came who was."""
    return any(_is_introduced(words, other) or other.first < odd.first for other in others)


def _in_a_pair(words: Words, odd: Bearer) -> bool:
    """“Bill and Hillary Clinton”."""
    return odd.first > 1 and words.texts[odd.first - 1] in ("and", "&") and words.texts[odd.first - 2][0].isupper()


def lone_names(words: Words) -> frozenset[str]:
    """The capitalised words, folded, that stand somewhere without another beside them."""
    return frozenset(
        fold(words.base(at))
        for at, text in enumerate(words.texts)
        if text[0].isupper()
        and not (at and _has_capital(words, at - 1, words.gap(at - 1)))
        and not _has_capital(words, at + 1, words.gap(at))
    )


def _has_capital(words: Words, at: int, gap: int) -> bool:
    """Whether a word that may belong to a name stands at `at`, right beside."""
    return gap == 1 and words.texts[at][0].isupper() and not is_calendar(words, at)


def _is_introduced(words: Words, bearer: Bearer) -> bool:
    """Whether it is said who that is: by an office, an age, an apposition, a place."""
    if bearer.name.role or bearer.name.age or bearer.name.title:
        return True
    at = bearer.last
    if at + 1 >= words.size:
        return False
    after = words.lower[at]
    if after in (",", "is", "was"):
        return words.lower[at + 1] in _INTRODUCING or (after != "," and is_office(words.texts[at + 1]))
    return after in ("(", "of", "from")


def _roles_differ(odd: Bearer, others: Sequence[Bearer]) -> bool:
    """Whether the bearer has another office than the rest, or one of them has none."""
    role = _office(odd.name.role)
    return not role or all(_office(other.name.role) != role for other in others)


def _office(role: str) -> str:
    return role.lower().rpartition(" ")[2].rstrip(".")


@cache
def _spellings() -> list[frozenset[str]]:
    return [frozenset(line.split()) for line in lines(Path(__file__).with_name("_spellings.txt"))]


@cache
def _families() -> dict[str, frozenset[str]]:
    listed = [line.split() for line in lines("bearers.txt")]
    return {family: frozenset(given) for family, *given in listed}


def is_public(family: str, given: str) -> bool:
    """Whether a well known person bears the name."""
    return given in _families().get(family, frozenset())


def has_public_bearers(family: str) -> bool:
    """Whether several well known people bear the surname."""
    return family in _families()


def span_of(words: Words, bearer: Bearer) -> Span:
    """The first name and the surname."""
    end = words.starts[bearer.last - 1] + len(words.base(bearer.last - 1))
    return Span(words.starts[bearer.first], end)
