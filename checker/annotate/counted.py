"""What a figure counts: the noun phrase beside it, read with a list of words and a few rules."""

from __future__ import annotations

from dataclasses import dataclass

from checker.annotate.numerals import HYPHENS
from checker.annotate.wordclass import (
    ADJECTIVE,
    ADVERB,
    FUNCTION,
    GERUND,
    NOUN,
    PARTICIPLE,
    PAST,
    PLURAL,
    VERB,
    word_class,
)
from checker.tokens import Tokens

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow".split())
TIMES = frozenset(
    "second minute hour day week month year decade century night weekend fortnight morning evening afternoon "
    "millennium weekday midnight".split()
)
"""What a duration is measured in; such numbers are dates' business."""

_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life", "wives": "wife",
    "knives": "knife", "leaves": "leaf", "halves": "half", "wolves": "wolf", "thieves": "thief", "feet": "foot",
    "teeth": "tooth", "mice": "mouse", "geese": "goose", "oxen": "ox", "criteria": "criterion", "media": "media",
    "phenomena": "phenomenon", "crises": "crisis", "bases": "base", "analyses": "analysis", "buses": "bus",
    "gases": "gas", "viruses": "virus", "series": "series", "species": "species", "news": "news", "means": "means",
    "calves": "calf", "shelves": "shelf", "loaves": "loaf", "lenses": "lens", "millennia": "millennium",
    "aircraft": "aircraft", "movies": "movie", "cookies": "cookie", "ties": "tie", "zombies": "zombie",
    "calories": "calorie", "selfies": "selfie", "rookies": "rookie", "lies": "lie", "pies": "pie", "statuses": "status",
    "bonuses": "bonus", "campuses": "campus", "censuses": "census", "surpluses": "surplus", "choruses": "chorus",
    "houses": "house", "headquarters": "headquarters", "barracks": "barracks", "crossroads": "crossroads",
}  # fmt: skip
_SINGULAR_S = ("ss", "us", "is", "ics")

# Nouns that a number above one may stand before without a plural ending.
_INVARIABLE = frozenset(
    "aircraft spacecraft staff police personnel sheep fish crew cattle deer offspring youth dead wounded injured missing "
    "homeless unemployed poor troops people species series infantry cavalry horsepower faithful elderly salmon "
    "clergy kin livestock rank bail hovercraft aboard".split()
)
# A plural that goes on as a modifier: two sports cars, five sales managers.
_MODIFYING_PLURALS = frozenset(
    "sports sales arms news customs savings goods systems operations communications affairs services securities "
    "human women men resources weapons drugs rights games".split()
)
_PEOPLE = frozenset("people men women children persons troops".split())
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

_REACH = 8  # tokens that a counted phrase may take


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted phrase in tokens `first` up to `last`, its head in the singular, and how it was found."""

    first: int
    last: int
    head: str
    how: str = ""


def singular(word: str) -> str:
    """The singular of a noun in lower case."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 3 or not word.endswith("s") or word.endswith(_SINGULAR_S):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("oes") and word not in ("shoes", "toes", "foes"):
        return word[:-2]
    return word[:-1]


def counted_after(tokens: Tokens, at: int, stop: int, plural: bool, loose: bool) -> Counted | None:
    """What the number that ends before the token `at` counts.

    `plural` says that the number is not one, so that a noun should show it; `loose` that a singular
    noun will do as well, as behind money and percentages.
    """
    if at >= stop:
        return None
    low = tokens.lower
    if tokens.texts[at] in HYPHENS:
        return _hyphened(tokens, at, stop)
    if low[at] == "of" or (loose and low[at] in ("in", "worth")):
        behind = at + 1 + (low[at + 1 : at + 2] == ["of"] and low[at] == "worth")
        while behind < stop and low[behind] in _DETERMINERS:
            behind += 1
        return _phrase(tokens, behind, stop, False, low[at])
    return _phrase(tokens, at, stop, plural and not loose, "")


def _hyphened(tokens: Tokens, at: int, stop: int) -> Counted | None:
    """“60-seat”, “nine-member”."""
    behind = at + 1
    if behind >= stop or tokens.starts[at] != tokens.ends[at - 1] or tokens.starts[behind] != tokens.ends[at]:
        return None
    word = tokens.lower[behind]
    if not word.isalpha() or word_class(word) in (FUNCTION, ADVERB):
        return None
    return Counted(behind, behind + 1, singular(word), "hyphen")


def _phrase(tokens: Tokens, at: int, stop: int, plural: bool, how: str) -> Counted | None:
    """The noun phrase that begins at `at`; with `plural` its head must be one."""
    head, last = -1, min(stop, at + _REACH)
    current = at
    while current < last:
        text, word = tokens.texts[current], tokens.lower[current]
        if not text[0].isalpha():
            if not _is_inside(tokens, at, current, last):
                break
            current += 1
            continue
        kind = word_class(word) if len(text) == 1 or not text.isupper() else NOUN
        if kind == VERB and head < 0 and plural and word[-1] == "s":
            kind = PLURAL  # 19 runs, three wins
        if text[0].isupper() and kind in (VERB, PAST) and head < 0:
            kind = NOUN  # a name
        if kind == PLURAL:
            head = current
            if not _goes_on(tokens, current, last):
                break
        elif kind == NOUN:
            if head >= 0 and tokens.lower[head] in _PEOPLE:
                break
            if word[-2:] not in ("'s", "’s"):
                head = head if head >= 0 and word_class(tokens.lower[head]) == PLURAL and not plural else current
                if word in _INVARIABLE:
                    break
        elif not _modifies(tokens, current, last, kind, head):
            break
        current += 1
    return _settle(tokens, at, head, current, plural, how)


def _settle(tokens: Tokens, at: int, head: int, current: int, plural: bool, how: str) -> Counted | None:
    if head < 0:
        if at < current and tokens.lower[at] in FATES and at < len(tokens):
            return Counted(at, at + 1, FATES[tokens.lower[at]], "fate")
        return None
    word = tokens.lower[head].removesuffix("'").removesuffix("’")
    if plural and word_class(word) != PLURAL and word not in _INVARIABLE and word not in _IRREGULAR:
        return None
    return Counted(at, head + 1, singular(word), how)


def _is_inside(tokens: Tokens, at: int, current: int, last: int) -> bool:
    """Whether a mark or number does not end the phrase: the hyphen of mid-size, the 787 of a make."""
    if tokens.texts[current] in HYPHENS:
        return current + 1 < last and _joined(tokens, current)
    return current > at and tokens.texts[current].isdecimal() and tokens.texts[current - 1][0].isupper()


def _joined(tokens: Tokens, at: int) -> bool:
    return tokens.starts[at] == tokens.ends[at - 1] and tokens.starts[at + 1] == tokens.ends[at]


def _goes_on(tokens: Tokens, at: int, last: int) -> bool:
    """Whether the plural at `at` is a modifier of what follows."""
    if at + 1 >= last or tokens.lower[at] in _PEOPLE:
        return False
    following = tokens.texts[at + 1]
    if not following[0].isalpha():
        return False
    kind = word_class(following.lower())
    if tokens.texts[at][0].isupper() and tokens.lower[at] not in _IRREGULAR:
        return kind in (PLURAL, NOUN, ADJECTIVE) and following[0].islower() and kind == PLURAL
    return tokens.lower[at] in _MODIFYING_PLURALS and kind in (PLURAL, NOUN)


def _modifies(tokens: Tokens, at: int, last: int, kind: str, head: int) -> bool:
    """Whether an adjective, participle or adverb at `at` belongs to a noun still to come."""
    if kind == FUNCTION or kind in (VERB, PAST):
        return False
    if head >= 0 and (word_class(tokens.lower[head]) == PLURAL or kind in (PARTICIPLE, GERUND, ADVERB)):
        return False
    if kind == ADVERB:
        return at + 1 < last and word_class(tokens.lower[at + 1]) in (ADJECTIVE, PARTICIPLE)
    return True


def fate_after(tokens: Tokens, at: int, stop: int) -> Counted | None:
    """What befell those counted: “14 were killed”, “32 others injured”."""
    for near in range(at, min(stop, at + 4)):
        word = tokens.lower[near]
        if word in FATES:
            return Counted(near, near + 1, FATES[word], "fate")
        if word not in _BEING:
            return None
    return None


def fate_before(tokens: Tokens, at: int, start: int) -> Counted | None:
    """What befell those counted when the verb stands before the number: “killing 14”."""
    if at > start and tokens.lower[at - 1] in FATES and tokens.lower[at - 1] not in ("dead", "missing"):
        return Counted(at - 1, at, FATES[tokens.lower[at - 1]], "verb before")
    return None


# Between a noun and the figure that tells how much it is: “the toll rose to 32”, “a loss of $6 billion”.
_LINKS = frozenset(
    "to at of by from is was were are be been being has had have will would could may might should can rose rise rises rising "
    "risen fell fall falls fallen falling dropped drop drops dropping climbed climb climbs climbing jumped jump jumps grew grow "
    "grows grown growing increased increase increases increasing decreased decline declined declines declining gained gain gains "
    "widened narrowed totalled totaled totalling reached reach reaches reaching hit hits hitting stood stands stand slipped slip "
    "dipped edged soared soar surged surge plunged plunge tumbled tumble slid slide slumped slump sank shrank rallied rebounded "
    "cut raised lowered slashed doubled tripled halved trebled came remained remain remains stayed estimated valued put set "
    "expected only now currently just still already also down up around averaged averaging climbing swelled peaked trimmed "
    "worth cost costs costing priced quoted closed ended opened finished rated running yesterday today further another "
    "lost losing shed eased firmed advanced retreated contracted expanded".split()
)
_NO_SUBJECT = frozenset(
    "more other others than them it one ones number total end rise fall low high cent cents".split()
)
_LINK_REACH = 5


def noun_before(tokens: Tokens, at: int, start: int, previous: tuple[int, int]) -> Counted | None:
    """The noun that a figure without one behind it belongs to: “interest rates to 5%”, “the toll rose to 32”.

    `previous` are the first token of the figure before and the token behind it: “shares fell 25 cents to $17.65”.
    """
    near, steps = at - 1, 0
    while near >= start and steps < _LINK_REACH:
        if near == previous[1] - 1 and previous[0] > start:
            near = previous[0] - 1
        elif tokens.lower[near] not in _LINKS:
            break
        else:
            near -= 1
        steps += 1
    if steps == 0 or near < start:
        return None
    return _noun_ending(tokens, near, start)


def _noun_ending(tokens: Tokens, near: int, start: int) -> Counted | None:
    word = tokens.lower[near]
    if not word[0].isalpha() or word in _NO_SUBJECT or word_class(word) not in (NOUN, PLURAL, GERUND):
        return None
    if (tokens.texts[near][0].isupper() and near > start) or singular(word) in TIMES or word in _DAYS:
        return None  # a name is what has the amount, not what is counted
    first = near
    while first > start and near - first < 4 and tokens.texts[first - 1][0].isalpha():
        if word_class(tokens.lower[first - 1]) not in (NOUN, PLURAL, ADJECTIVE):
            break
        first -= 1
    return Counted(first, near + 1, singular(word), "noun before")
