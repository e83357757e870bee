"""Titles and offices before a name: “Sgt Baker”, “Defence Minister Umerov”, “its prime minister, Ayad Allawi,”."""

from __future__ import annotations

from typing import NamedTuple

from checker.annotate.frequency import is_plain_word
from checker.annotate.gazetteers import COUNTRY_SHORT, demonyms, office_words, offices
from checker.annotate.names.words import Words, without_possessive
from checker.article import Span

TITLES = frozenset(
    "mr mrs ms miss mx messrs dr doctor prof professor sir dame lord lady baroness baron rev revd reverend fr sister "
    "brother sgt sergeant capt captain lt lieutenant col colonel gen general maj major cpl corporal pvt private adm "
    "admiral cmdr commander brig brigadier pc dc det insp inspector supt pte hon saint madam mme herr signor señor "
    "sheikh imam ayatollah rabbi cardinal father".split()
)
COURTESY = frozenset("mr mrs ms miss mx sir dame lord lady mme madam".split())
OBJECTS = frozenset(
    "state staff defense defence treasury exchequer education labor labour health energy homeland security national "
    "commerce agriculture transportation transport interior justice war finance trade industry foreign affairs "
    "intelligence commons house representatives communications operations policy".split()
)
"""What follows the “of” of an office: Secretary of State, chief of staff."""
_PLURALS = {"sens": "sen", "reps": "rep", "govs": "gov", "presidents": "president", "ministers": "minister"}
_ABBREVIATED = frozenset("sen sens rep reps gov govs pres supt det insp sgt capt col gen amb atty".split())
_RANK_FIRST = frozenset("lt maj brig rear vice det chief".split())
_CABINET = frozenset("minister secretary commissioner undersecretary".split())
_DEFINITE = frozenset("the his her its their our my".split())
_LONGEST = 7  # words of an office before a name


class Prefix(NamedTuple):
    """What stands before a name: where it begins, a title, and the tokens of an office."""

    start: int
    title: str = ""
    role: tuple[int, int] | None = None


def is_office(word: str) -> bool:
    """Whether a word is an office, in the singular or as in “Sens.”."""
    word = without_possessive(word).lower()
    return word in offices() or word in _PLURALS


def is_title(word: str) -> bool:
    """Whether a word is a courtesy title or a rank."""
    return word.lower() in TITLES


def prefix(words: Words, name: int, floor: int) -> Prefix:
    """The title and the office before the name that begins at token `name`, not reaching below token `floor`."""
    at, title = _title(words, name, floor)
    role = _office(words, at, floor)
    return Prefix(role[0] if role else at, title, role)


def _title(words: Words, name: int, floor: int) -> tuple[int, str]:
    """Where the title before a name begins, and the title; the name's own place without one."""
    at = name - 1
    if at > floor and words.texts[at] == ".":
        at -= 1
    if at < floor or words.lower[at] not in TITLES or not words.texts[at][0].isupper():
        return name, ""
    if at > floor and words.texts[at - 1] == "-":
        return name, ""  # Secretary-General
    title = words.texts[at]
    before = at - 2 if at - 2 >= floor and words.texts[at - 1] == "." else at - 1
    if before >= floor and words.lower[before] in _RANK_FIRST:
        return before, f"{words.texts[before]} {title}"
    return at, title


def _office(words: Words, name: int, floor: int) -> tuple[int, int] | None:
    """The tokens of the office that ends right before token `name`."""
    at = name - 1
    if at > floor and words.texts[at] == ",":
        return _definite_office(words, at, floor)
    if at > floor and words.texts[at] == "." and words.lower[at - 1] in _ABBREVIATED:
        at -= 1
    elif name in words.openings:
        return None
    if at >= floor and not is_office(words.texts[at]):
        at = ends_with_object(words, at, floor)
    if at < floor or words.possessive(at):
        return None
    return _office_start(words, at, floor), name


def _definite_office(words: Words, comma: int, floor: int) -> tuple[int, int] | None:
    """The office in “its prime minister, Ayad Allawi”: in reach of a word that says there is one such office."""
    at = comma - 1
    if not is_office(words.texts[at]) or words.possessive(at):
        return None
    start = _office_start(words, at, floor)
    if start == floor or not (words.lower[start - 1] in _DEFINITE or words.possessive(start - 1)):
        return None
    return start, comma


def _office_start(words: Words, at: int, floor: int) -> int:
    """Where the office begins whose last word is token `at`."""
    start = at
    while start > floor and at - start < _LONGEST and _belongs(words, start - 1):
        start -= 1
    while start < at and words.texts[start] in ("-", "/", "and", "&"):
        start += 1
    return start


def ends_with_object(words: Words, at: int, floor: int) -> int:
    """The office in “Secretary of State” when token `at` ends such a phrase; -1 otherwise."""
    last = at
    while at >= floor and words.lower[at] in OBJECTS and last - at < 4:
        at -= 1
    if at == last:
        return -1
    if at > floor and words.lower[at] == "the":
        at -= 1
    if at <= floor or words.lower[at] != "of":
        return -1
    return at - 1 if is_office(words.texts[at - 1]) else -1


def _belongs(words: Words, at: int) -> bool:
    """Whether the token can be part of the office that follows it."""
    text, lower = words.texts[at], words.lower[at]
    if lower in office_words() or lower in offices():
        return not words.possessive(at)
    if text in ("-", "/"):
        return at > 0 and words.joined(at) and words.joined(at - 1)
    if at + 1 < words.size and words.texts[at + 1] == "-" and words.joined(at) and words.joined(at + 1):
        return text.islower()  # “front-runner”
    if text in ("and", "&"):
        same_case = words.texts[at - 1][0].isupper() == words.texts[at + 1][0].isupper()
        return words.lower[at - 1] in office_words() and same_case
    if text[0].isupper() and words.lower[at + 1] in _CABINET and words.texts[at + 1][0].isupper():
        return is_plain_word(text) and not words.possessive(at)  # “Schools Minister”
    return text in demonyms() or text in COUNTRY_SHORT


def role_of(words: Words, found: tuple[int, int] | None) -> tuple[str, Span]:
    """The text and the span of an office's tokens."""
    if found is None:
        return "", Span(0, 0)
    first, last = found
    span = Span(words.starts[first], words.ends[last - 1])
    return words.article[span], span
