"""What a figure counts: the noun phrase beside it, or what befell those it counts."""

from __future__ import annotations

from typing import NamedTuple

from checker.annotate.figures.noun_phrases import CALENDAR, TIMES, noun_head, singular
from checker.annotate.figures.numerals import HYPHENS, SMALL
from checker.annotate.wordclass import ADJECTIVE, ADVERB, NOUN, PLURAL, word_class
from checker.tokens import Tokens

_DETERMINERS = frozenset("the its their his her our my your these those this that all such".split())

# What befalls people: “14 were killed”, “32 injured”, “killing 14”.
FATES = {
    "killed": "killed", "kill": "killed", "kills": "killed", "killing": "killed", "dead": "dead", "died": "died",
    "die": "died", "dies": "died", "dying": "died", "injured": "injured", "injuring": "injured", "injure": "injured",
    "injures": "injured", "hurt": "hurt", "hurting": "hurt", "wounded": "wounded", "wounding": "wounded",
    "wounds": "wounded", "missing": "missing", "arrested": "arrested", "arresting": "arrested", "detained": "detained",
    "detaining": "detained", "rescued": "rescued", "evacuated": "evacuated", "displaced": "displaced",
    "hospitalised": "hospitalised", "hospitalized": "hospitalized", "drowned": "drowned", "survived": "survived",
    "unaccounted": "unaccounted", "homeless": "homeless", "kidnapped": "kidnapped", "executed": "executed",
    "convicted": "convicted", "sentenced": "sentenced", "charged": "charged", "infected": "infected",
    "stranded": "stranded", "trapped": "trapped", "leaving": "left", "murdered": "murdered", "shot": "shot",
    "perished": "perished", "freed": "freed", "released": "released", "slain": "slain", "escaped": "escaped",
    "unhurt": "unhurt", "expelled": "expelled", "suspended": "suspended",
}  # fmt: skip
_BEING = frozenset("were was are is be been being have has had more others other people of them still reported".split())
_OPENING_QUOTES = frozenset('“"‘')
_NO_PURPOSE = frozenset("period quarter half time case place part fact addition total return exchange court".split())
_BRACKET = 8  # tokens that a bracket between a figure and its noun may take

# Between a noun and the figure that tells how much it is: “the toll rose to 32”, “a loss of $6 billion”.
_LINKS = frozenset(
    "to at of by from a bit little is was were are be been being has had have will would could may might should "
    "can only now currently just still already also down up around yesterday today further another worth expected "
    "forecast set due rose rise rises rising risen fell fall falls fallen falling dropped drop drops dropping "
    "climbed climb climbs climbing jumped jump jumps grew grow grows grown growing increased increase increases "
    "increasing decreased decrease declined decline declines declining gained gain gains widened narrowed "
    "totalled totaled totalling reached reach reaches reaching hit hits hitting stood stands stand slipped slip "
    "dipped edged soared soar surged surge plunged plunge tumbled tumble slid slide slumped slump sank shrank "
    "rallied rebounded cut raised lowered slashed doubled tripled halved trebled came remained remain remains "
    "stayed estimated valued put averaged averaging swelled peaked trimmed cost costs costing priced quoted "
    "closed ended opened finished rated running lost losing ranged ranges ranging varied shed eased firmed "
    "advanced retreated contracted expanded".split()
)
_NO_SUBJECT = frozenset(
    "more other others than them it one ones number total end rise fall low high cent cents pct percent cts mln "
    "bln dlrs someone anyone everyone something anything everything nobody nothing going being having doing".split()
)
_HAVING = frozenset(
    "have has had having lost losing raised cut set put".split()
)  # the noun before these owns the figure
_CHANGES = frozenset(
    "rise increase decrease fall drop decline climb jump gain slip surge plunge tumble slide slump cost cut "
    "forecast".split()
)  # verbs above, nouns before “of”
_LINK_REACH = 5
_NAMED_LENGTH = 4  # words that a noun before a figure may have


class Counted(NamedTuple):
    """A counted phrase in tokens `first` up to `last`, its head in the singular, and how it was found."""

    first: int
    last: int
    head: str
    how: str = ""


def counted_after(
    tokens: Tokens, at: int, stop: int, *, plural: bool, parts: frozenset[str], start: int
) -> Counted | None:
    """What the number that ends before the token `at` counts.

    `plural` says that a noun should show that the number is not one. `parts` are the words that may lead to
    the noun: of the voters, in aid. A bracket in between is skipped: “$28.5m (£15.2m) bid”.
    """
    low = tokens.lower
    if at < stop and tokens.texts[at] in "()":
        at = _behind_bracket(tokens, at, stop, start)
    if at >= stop:
        return None
    if tokens.texts[at] in HYPHENS:
        return _hyphened(tokens, at, stop)
    first, how = at, ""
    if low[at] in parts:
        how, plural = low[at], False
        first += 2 if low[at : at + 2] == ["worth", "of"] else 1
        while first < stop and (low[first] in _DETERMINERS or low[first][0].isdecimal() or low[first] in SMALL):
            first += 1
    first += first < stop and tokens.texts[first] in _OPENING_QUOTES
    if first >= stop:
        return None
    found = noun_head(tokens, first, stop, plural)
    if found is None:
        return _fate(tokens, first, "fate") if low[first] in FATES else None
    if how == "in" and found[1] in _NO_PURPOSE:
        return None
    return Counted(first, found[0] + 1, singular(found[1]) if how else found[1], how)


def noun_at(tokens: Tokens, at: int, stop: int) -> Counted | None:
    """The noun at `at`, by itself: the prisoners of a “1,000-for-1,000 prisoner swap”."""
    if at >= stop or word_class(tokens.lower[at]) not in (NOUN, PLURAL):
        return None
    return Counted(at, at + 1, singular(tokens.lower[at]))


def _behind_bracket(tokens: Tokens, at: int, stop: int, start: int) -> int:
    """The token behind the bracket that begins or ends at `at`; `stop` when there is no whole one."""
    texts = tokens.texts
    if texts[at] == ")":
        opened = "(" in texts[max(start, at - _BRACKET) : at]
        return at + 1 if opened else stop
    for near in range(at + 1, min(stop, at + _BRACKET)):
        if texts[near] == ")":
            return near + 1
    return stop


def _hyphened(tokens: Tokens, at: int, stop: int) -> Counted | None:
    """“60-seat”, “nine-member”."""
    behind = at + 1
    if behind >= stop or tokens.starts[at] != tokens.ends[at - 1] or tokens.starts[behind] != tokens.ends[at]:
        return None
    word = tokens.lower[behind]
    if not word.isalpha() or word_class(word) not in (NOUN, PLURAL, ADJECTIVE) or word == "strong":
        return None
    return Counted(behind, behind + 1, singular(word), "hyphen")


def _fate(tokens: Tokens, at: int, how: str) -> Counted:
    return Counted(at, at + 1, FATES[tokens.lower[at]], how)


def fate_after(tokens: Tokens, at: int, stop: int) -> Counted | None:
    """What befell those counted: “14 were killed”, “32 others injured”."""
    for near in range(at, min(stop, at + 4)):
        if tokens.lower[near] in FATES:
            return _fate(tokens, near, "fate")
        if near == at + 1 and tokens.lower[at] in ("are", "were"):
            found = noun_head(tokens, near, stop, True)
            if found is not None and found[0] <= near + 1:
                return Counted(near, found[0] + 1, found[1], "predicate")
        if tokens.lower[near] not in _BEING:
            return None
    return None


def fate_before(tokens: Tokens, at: int, start: int) -> Counted | None:
    """What befell those counted when the verb stands before the number: “killing 14”."""
    word = tokens.lower[at - 1] if at > start else ""
    return _fate(tokens, at - 1, "verb before") if word in FATES and word not in ("dead", "missing") else None


class Place(NamedTuple):
    """Where the figure before stands, and the noun before that one if it has it from there."""

    first: int
    last: int
    counted: Counted | None


def noun_before(tokens: Tokens, at: int, start: int, previous: Place | None) -> Counted | None:
    """The noun that a figure without one behind it belongs to: “interest rates to 5%”, “the toll rose to 32”.

    `previous` is the figure before, which may stand between: “shares fell 25 cents to $17.65”.
    """
    near, steps, linked = at - 1, 0, False
    if near >= start and tokens.lower[near] in _HAVING:
        return None
    while near >= start and steps < _LINK_REACH:
        if previous is not None and near == previous.last - 1 and previous.first > start:
            if previous.counted is not None:
                return previous.counted
            near = previous.first - 1
        elif tokens.lower[near] in _LINKS or word_class(tokens.lower[near]) == ADVERB:
            linked |= tokens.lower[near] in _LINKS
            near -= 1
            if linked and tokens.lower[near + 1] == "of" and near >= start and tokens.lower[near] in _CHANGES:
                break  # a tax rise of
        else:
            break
        steps += 1
    if not linked or near < start:
        return None
    return _noun_ending(tokens, near, start)


def _noun_ending(tokens: Tokens, near: int, start: int) -> Counted | None:
    """The noun phrase that ends with the token `near`: “oil prices”, “the price of oil”."""
    word = tokens.lower[near]
    change = word in _CHANGES and tokens.lower[near + 1] == "of"
    if not change and (not word[0].isalpha() or word in _NO_SUBJECT or word_class(word) not in (NOUN, PLURAL)):
        return None
    if (tokens.texts[near][0].isupper() and near > start) or singular(word) in TIMES or word in CALENDAR:
        return None  # a name is what has the amount, not what is counted
    first = near
    while first > start and near - first < _NAMED_LENGTH and tokens.texts[first - 1][0].isalpha():
        if word_class(tokens.lower[first - 1]) not in (NOUN, PLURAL, ADJECTIVE):
            break
        first -= 1
    before = first - 1
    while before > start and tokens.lower[before] in _DETERMINERS:
        before -= 1
    if before > start and tokens.lower[before] == "of":
        outer = _noun_ending(tokens, before - 1, start)
        return outer and Counted(outer.first, near + 1, outer.head, outer.how)
    if before >= start and tokens.lower[before] in _PREPOSITIONS:
        return None
    return Counted(first, near + 1, singular(word), "noun before")


_PREPOSITIONS = frozenset("in on at since for with by to from after before under over against during".split())
