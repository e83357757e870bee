"""Titles before a name and offices beside it: “Sgt Baker”, “Defence Minister Umerov”, “Baker, the producer,”."""

from __future__ import annotations

from dataclasses import dataclass

from checker.annotate.capitals import Words, without_possessive
from checker.annotate.frequency import is_plain_word
from checker.annotate.gazetteers import COUNTRY_SHORT, demonyms, office_words, offices
from checker.article import Span

TITLES = frozenset(
    "mr mrs ms miss mx messrs dr doctor prof professor sir dame lord lady baroness baron rev revd reverend fr sister brother "
    "sgt sergeant capt captain lt lieutenant col colonel gen general maj major cpl corporal pvt private adm admiral "
    "cmdr commander brig brigadier pc dc det insp inspector supt pte hon saint madam mme herr signor señor sheikh "
    "imam ayatollah rabbi cardinal father".split()
)
COURTESY = frozenset("mr mrs ms miss mx sir dame lord lady mme madam".split())
_OFFICE_SHORT = {"sens": "sen", "reps": "rep", "govs": "gov", "presidents": "president", "ministers": "minister"}
_OBJECTS = frozenset(
    "state staff defense defence treasury exchequer education labor labour health energy homeland security national "
    "commerce agriculture transportation transport interior justice war finance trade industry foreign affairs "
    "intelligence commons house representatives communications operations policy".split()
)
_CABINET = frozenset("minister secretary commissioner undersecretary".split())
_DEFINITE = frozenset("the his her its their our my".split())
_LONGEST = 7  # words of a role before a name
_APPOSITION = 9  # words between the comma and the office
_STOPS = frozenset(
    "who whom whose which that and or but said says say is was are were be been has have had will would can could may "
    "might must not to in on at by with from after before while when where if as than he she it they we i you there "
    "told added since because also during until into about".split()
)
_AFTER_OFFICE = frozenset(
    ", . ; : ) ] — – - ” \" ’ ' of at for in with and who said told from on to whose has is was".split()
)


@dataclass(frozen=True, slots=True)
class Prefix:
    """What stands before a name: where it begins, a title, and the tokens of an office."""

    start: int
    title: str = ""
    role: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """An office or an age that follows a name."""

    role: tuple[int, int] | None = None
    age: int | None = None


def is_office(word: str) -> bool:
    """Whether a word is an office, in the singular or “Sens.”."""
    word = without_possessive(word).lower()
    return word in offices() or word in _OFFICE_SHORT


def is_title(word: str) -> bool:
    """Whether a word is a courtesy title or a rank."""
    return word.lower() in TITLES


def prefix(words: Words, name: int, floor: int) -> Prefix:
    """The title and the office before the name that begins at token `name`, not reaching below token `floor`."""
    at, title = _title(words, name, floor)
    role = _office(words, at, floor)
    if title and role is None and title.lower().rstrip(".") not in COURTESY and is_office(title.rstrip(".")):
        pass
    return Prefix(role[0] if role else at, title, role)


def _title(words: Words, name: int, floor: int) -> tuple[int, str]:
    """Where the title before a name begins, and the title; the name's own place without one."""
    at = name - 1
    if at >= floor and words.texts[at] == "." and at - 1 >= floor:
        at -= 1
    if at < floor or words.lower[at] not in TITLES or not words.texts[at][0].isupper():
        return name, ""
    title = words.texts[at]
    if at - 1 >= floor and words.lower[at - 1] in ("lt", "maj", "brig", "rear", "vice", "det", "chief"):
        return at - 1, f"{words.texts[at - 1]} {title}"
    if at - 2 >= floor and words.texts[at - 1] == "." and words.lower[at - 2] in ("lt", "maj", "brig", "det"):
        return at - 2, f"{words.texts[at - 2]}. {title}"
    return at, title


def _office(words: Words, name: int, floor: int) -> tuple[int, int] | None:
    """The tokens of the office that ends right before token `name`."""
    at = name - 1
    if at > floor and words.texts[at] == ",":
        return _definite_office(words, at, floor)
    if at >= floor and words.texts[at] == "." and at > floor and words.ends[at - 1] == words.starts[at]:
        at -= 1  # “Sen.”
    if at < floor:
        return None
    if not is_office(words.texts[at]):
        at = ends_with_object(words, at, floor)
        if at < 0:
            return None
    if words.possessive(at) or (name in words.openings and not _abbreviated(words, at)):
        return None
    start, steps = at, 0
    while start - 1 >= floor and steps < _LONGEST and _belongs(words, start - 1):
        start -= 1
        steps += 1
    while start < at and words.texts[start] in ("-", "/", "and", "&"):
        start += 1
    return start, name


def _definite_office(words: Words, comma: int, floor: int) -> tuple[int, int] | None:
    """The office in “its prime minister, Ayad Allawi”: in reach of a word that says there is one such office."""
    at = comma - 1
    if not is_office(words.texts[at]) or words.possessive(at):
        return None
    start = at
    while start - 1 >= floor and at - start < _LONGEST and _belongs(words, start - 1):
        start -= 1
    if start == floor or not (words.lower[start - 1] in _DEFINITE or words.possessive(start - 1)):
        return None
    return start, comma


def _abbreviated(words: Words, at: int) -> bool:
    return at + 1 < words.size and words.texts[at + 1] == "."


def ends_with_object(words: Words, at: int, floor: int) -> int:
    """The office in “Secretary of State”, when token `at` ends such a phrase; -1 otherwise."""
    steps = 0
    while at >= floor and words.lower[at] in _OBJECTS and steps < 4:
        at -= 1
        steps += 1
    if steps and at >= floor and words.lower[at] == "the":
        at -= 1
    if (
        steps
        and at - 1 >= floor
        and words.lower[at] == "of"
        and (is_office(words.texts[at - 1]) or words.lower[at - 1] in ("chief", "director"))
    ):
        return at - 1
    return -1


def _belongs(words: Words, at: int) -> bool:
    """Whether the token can be part of the office that follows it."""
    text, lower = words.texts[at], words.lower[at]
    if lower in office_words() or lower in offices():
        return not words.possessive(at)
    if text in ("-", "/"):
        return (
            at > 0
            and words.joined(at)
            and words.joined(at - 1)
            and (words.lower[at - 1] in office_words() or words.lower[at - 1] in offices())
        )
    if text in ("and", "&"):
        return (
            words.lower[at - 1] in office_words()
            and words.texts[at - 1][0].isupper() == words.texts[at + 1][0].isupper()
        )
    if text[0].isupper() and words.lower[at + 1] in _CABINET and words.texts[at + 1][0].isupper():
        return is_plain_word(text) and not words.possessive(at)  # “Schools Minister”
    return text in demonyms() or text in COUNTRY_SHORT


def beside(words: Words, end: int, stop: int) -> Beside:
    """The age and the office that follow the name which ends before token `end`."""
    if end >= stop or words.texts[end] not in (",", "(", "—", "–"):
        return Beside()
    at = end + 1
    age = _age(words, at, stop)
    if age is not None:
        at += 1 + (words.lower[at] == "aged")
        if at < stop and words.texts[at] in (",", ")"):
            at += 1
        else:
            return Beside(age=age)
    return Beside(_apposition(words, at, stop), age)


def _age(words: Words, at: int, stop: int) -> int | None:
    if at < stop and words.lower[at] == "aged":
        at += 1
    if (
        at + 1 < stop
        and words.texts[at].isdigit()
        and len(words.texts[at]) <= 3
        and words.texts[at + 1] in (",", ")", ".")
    ):
        value = int(words.texts[at])
        return value if 0 < value < 120 else None
    return None


def _apposition(words: Words, at: int, stop: int) -> tuple[int, int] | None:
    """The tokens of the office in an apposition that begins at token `at`."""
    start = at
    if at < stop and words.lower[at] in (
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "our",
        "now",
        "then",
        "formerly",
    ):
        at += 1
    limit = min(stop, at + _APPOSITION)
    while at < limit:
        text, lower = words.texts[at], words.lower[at]
        if is_office(text) and not words.possessive(at):
            end = _compound_end(words, at, limit)
            whole = _with_object(words, end, stop)
            if whole > end or (_may_follow(words, end, stop) and not _object_of_another(words, end, stop)):
                return start, whole
        if lower in _STOPS or not (text[0].isalpha() or text in ("-", "’", "'", "&") or text[0].isdigit()):
            return None
        if lower.endswith("ed") and lower not in office_words() and start == at:
            return None
        at += 1
    return None


def _compound_end(words: Words, at: int, limit: int) -> int:
    """Behind the last word of the office whose first head is at `at`: “executive director”, “secretary-general”."""
    end = at + 1
    while end < limit:
        if is_office(words.texts[end]) or words.lower[end] in ("general", "elect", "designate"):
            end += 1
        elif words.texts[end] in ("-", "/") and end + 1 < limit and words.joined(end) and words.joined(end - 1):
            end += 2
        elif words.texts[end] == "and" and end + 1 < limit and _office_within(words, end + 1, min(limit, end + 5)):
            end = _office_within(words, end + 1, min(limit, end + 5))
        else:
            break
    return end


def _office_within(words: Words, at: int, limit: int) -> int:
    """Behind the office that begins at `at` after words that belong to offices; 0 without one."""
    while at < limit and words.lower[at] in office_words() and not is_office(words.texts[at]):
        at += 1
    if at < limit and is_office(words.texts[at]):
        return at + 1
    return 0


def _object_of_another(words: Words, at: int, stop: int) -> bool:
    """Whether “of State” and a name follow, so that the office is that of the next person."""
    at += 1
    if at >= stop or words.lower[at - 1] != "of" or words.lower[at] not in _OBJECTS:
        return False
    while at < stop and words.lower[at] in _OBJECTS:
        at += 1
    return at < stop and words.texts[at][0].isupper()


def _may_follow(words: Words, at: int, stop: int) -> bool:
    return at >= stop or words.lower[at] in _AFTER_OFFICE


def _with_object(words: Words, end: int, stop: int) -> int:
    """Behind “of state”, “of the exchequer”, “of operations”."""
    if end < stop and words.lower[end] == "of":
        at = end + 1
        if at < stop and words.lower[at] == "the":
            at += 1
        begin = at
        while at < stop and words.lower[at] in _OBJECTS:
            at += 1
        if at > begin and _may_follow(words, at, stop):
            return at
    return end


def role_of(words: Words, found: tuple[int, int] | None) -> tuple[str, Span]:
    """The text and the span of an office's tokens."""
    if found is None:
        return "", Span(0, 0)
    first, last = found
    span = Span(words.starts[first], words.ends[last - 1])
    return words.article[span], span
