"""Which offices one person cannot hold at once, and which words name one office."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from checker.annotate.gazetteers import peoples

_EXCLUSIVE = (
    # One of each line at a time; the words in brackets are one office.
    "(sen senator) (rep representative congressman congresswoman) (gov governor) (mayor)",
    "(president) (prime-minister premier taoiseach) (vice-president) (chancellor) (king queen)",
    "(judge justice) (sheriff) (prosecutor district-attorney) (attorney-general) (police-chief)",
    "(captain) (manager coach boss)",
    "(bishop) (archbishop) (cardinal) (pope) (rabbi) (imam)",
)
_BORNE = (
    "senator representative governor mayor president prime-minister chancellor king judge sheriff bishop pope".split()
)
"""Offices by which people are called: nobody is called Chancellor Marsh and Senator Marsh."""
_SAME = (
    # Different words that papers use for one and the same office or trade.
    "chairman chair chairwoman chairperson",
    "chief-executive ceo boss chief head executive director chief-executive-officer",
    "manager coach boss trainer",
    "president leader head",
    "prime-minister premier leader",
    "minister secretary",
    "leader chairman president head chief",
    "lawyer attorney solicitor barrister counsel advocate",
    "spokesman spokeswoman spokesperson adviser aide",
    "analyst economist strategist researcher expert",
    "actor actress star performer comedian",
    "singer musician star artist rapper guitarist",
    "writer author novelist journalist columnist poet playwright",
    "journalist reporter correspondent editor columnist presenter host anchor broadcaster commentator",
    "player striker defender midfielder goalkeeper winger captain skipper forward footballer champion star",
    "scientist researcher professor lecturer physicist chemist biologist expert academic historian economist doctor",
    "teacher professor lecturer headteacher headmaster principal",
    "doctor surgeon physician",
    "founder co-founder chairman owner chief-executive entrepreneur businessman",
    "billionaire businessman tycoon magnate mogul entrepreneur investor owner",
    "senator sen lawmaker legislator candidate nominee front-runner politician",
    "governor gov candidate nominee front-runner",
    "candidate nominee front-runner",
    "detective inspector sergeant officer superintendent constable",
    "general colonel commander officer",
    "director film-maker filmmaker producer-director",
)
_CABINET = frozenset({"minister", "secretary", "undersecretary"})
_NO_PORTFOLIO = frozenset(
    "a an the his her its their our deputy junior senior former ex then now acting interim new state cabinet shadow "
    "us u.s uk u.k eu un u.n of and for party press company general private permanent assistant under parliamentary "
    "first second republican democratic conservative labour liberal".split()
)
_SPELLINGS = {"defense": "defence", "labor": "labour", "transportation": "transport"}
_WORD = re.compile(r"[A-Za-z][\w.’'-]*")


@dataclass(frozen=True, slots=True)
class Office:
    """An office taken apart: its head, and for a minister the portfolio."""

    head: str
    portfolio: frozenset[str] = frozenset()


@lru_cache(maxsize=10_000)
def office_of(role: str) -> Office:
    """The office that a role names: “the U.S. Defense Secretary” is a secretary for defence."""
    found = [word.rstrip(".").lower() for word in _WORD.findall(role.replace(" - ", "-"))]
    found = [_SPELLINGS.get(word, word) for word in found if word]
    if "of" in found:
        cut = found.index("of")
        head, rest = found[cut - 1] if cut else "", found[:cut][:-1] + found[cut + 1 :]
    else:
        head, rest = (found[-1], found[:-1]) if found else ("", [])
    if head in _CABINET and "prime" not in rest:
        return Office(head, frozenset(word for word in rest if word not in _NO_PORTFOLIO and word not in peoples()))
    return Office(_compound(head, rest))


def _compound(head: str, rest: list[str]) -> str:
    """The head with the word before it where the two are one office: “prime minister”, “chief executive”."""
    for whole in ("prime-minister", "vice-president", "chief-executive", "attorney-general", "district-attorney"):
        first, _, second = whole.partition("-")
        if (head == second and first in rest) or (head == "officer" and second == "executive" and "chief" in rest):
            return whole
    return head


def may_be_one(one: Office, other: Office) -> bool:
    """Whether two roles can be two names for what one person is."""
    if one.head == other.head:
        return not one.portfolio or not other.portfolio or not one.portfolio.isdisjoint(other.portfolio)
    return not _same().get(one.head, frozenset()).isdisjoint(_same().get(other.head, frozenset()))


def exclude_each_other(one: Office, other: Office) -> bool:
    """Whether nobody holds both at once: senator and governor, minister of this and of that."""
    if one.head in _CABINET and other.head in _CABINET:
        return bool(one.portfolio and other.portfolio) and one.portfolio.isdisjoint(other.portfolio)
    mine, theirs = _exclusive().get(one.head), _exclusive().get(other.head)
    return mine is not None and theirs is not None and mine[0] == theirs[0] and mine[1] != theirs[1]


def are_borne_apart(one: Office, other: Office) -> bool:
    """Whether they are two of the offices by which one person is called one only: Chancellor Marsh, Senator Marsh."""
    mine, theirs = (_exclusive().get(office.head) for office in (one, other))
    return mine != theirs and {one.head, other.head} <= _borne()


@cache
def _borne() -> frozenset[str]:
    """The offices of which one person bears one, in all their forms."""
    groups = {_exclusive().get(word, (-1, -1)) for word in _BORNE}
    return frozenset(word for word, place in _exclusive().items() if place in groups)


@cache
def _exclusive() -> dict[str, tuple[int, int]]:
    """Each office, the line it stands in and its place in the line."""
    return {
        word: (number, place)
        for number, line in enumerate(_EXCLUSIVE)
        for place, group in enumerate(re.findall(r"\(([^)]*)\)", line))
        for word in group.split()
    }


@cache
def _same() -> dict[str, frozenset[int]]:
    lines: dict[str, set[int]] = {}
    for number, line in enumerate(_SAME):
        for word in line.split():
            lines.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in lines.items()}
