"""What follows a name between commas or in brackets: an office, an age."""

from __future__ import annotations

from typing import NamedTuple

from checker.annotate.gazetteers import office_words
from checker.annotate.names.offices import OBJECTS, is_office
from checker.annotate.names.words import Words

_LONGEST = 9  # words between the comma and the office
_OPENING = frozenset("the a an his her its their our now then formerly".split())
_STOPS = frozenset(
    "who whom whose which that and or but said says say is was are were be been has have had will would can could may "
    "might must not to in on at by with from after before while when where if as than he she it they we i you there "
    "told added since because also during until into about through via under over against among between despite "
    "without unlike like citing quoting including per according".split()
)
_AFTER_OFFICE = frozenset(
    ", . ; : ) ] — – - ” \" ’ ' of at for in with and who said told from on to whose has is was".split()
)
_NEVER_LAST = frozenset("sen sens rep reps gov govs".split())  # these stand before names only
_OLDEST = 120


class Beside(NamedTuple):
    """An office, as its tokens, and an age."""

    role: tuple[int, int] | None = None
    age: int | None = None


def beside(words: Words, end: int, stop: int) -> Beside:
    """The age and the office that follow the name which ends before token `end`, up to token `stop`."""
    if end >= stop or words.texts[end] not in (",", "(", "—", "–"):
        return Beside()
    at = end + 1
    age = _age(words, at, stop)
    if age is None:
        return Beside(_apposition(words, at, stop))
    at += 1 + (words.lower[at] == "aged")
    if at < stop and words.texts[at] in (",", ")"):
        return Beside(_apposition(words, at + 1, stop), age)
    return Beside(age=age)


def _age(words: Words, at: int, stop: int) -> int | None:
    if at < stop and words.lower[at] == "aged":
        at += 1
    if at + 1 < stop and words.texts[at].isdigit() and len(words.texts[at]) <= 3 and words.texts[at + 1] in ",).":
        value = int(words.texts[at])
        return value if 0 < value < _OLDEST else None
    return None


def age_before(words: Words, first: int) -> int | None:
    """The age in “62-year-old Brenda Marsh”, whose name and office begin at token `first`."""
    at = first - 5
    if at < 0 or words.lower[at + 2 : first] != ["year", "-", "old"] or not words.texts[at].isdigit():
        return None
    value = int(words.texts[at])
    return value if 0 < value < _OLDEST else None


def _apposition(words: Words, start: int, stop: int) -> tuple[int, int] | None:
    """The tokens of the office in an apposition that begins at token `start`."""
    at = start + (start < stop and words.lower[start] in _OPENING)
    for here in range(at, min(stop, at + _LONGEST)):
        text = words.texts[here]
        if is_office(text) and not words.possessive(here) and words.lower[here] not in _NEVER_LAST:
            end = _compound_end(words, here, min(stop, at + _LONGEST))
            whole = _with_object(words, end, stop)
            if whole > end or (_may_follow(words, end, stop) and not _object_of_another(words, end, stop)):
                return start, whole
        if not _may_describe(words, here, opens=here == start):
            return None
    return None


def _may_describe(words: Words, at: int, opens: bool) -> bool:
    """Whether a token may stand before the office in an apposition."""
    text, lower = words.texts[at], words.lower[at]
    if lower.partition("’")[0].partition("'")[0] in _STOPS:
        return False
    if opens and lower.endswith("ed") and lower not in office_words():
        return False
    return text[0].isalnum() or text in ("-", "’", "'", "&")


def _compound_end(words: Words, at: int, limit: int) -> int:
    """Behind the last word of the office that has its first at `at`: “secretary-general”, “chairman and owner”."""
    end = at + 1
    while end < limit:
        if is_office(words.texts[end]) or words.lower[end] in ("general", "elect", "designate"):
            end += 1
        elif words.texts[end] in ("-", "/") and end + 1 < limit and words.joined(end) and words.joined(end - 1):
            end += 2
        elif words.texts[end] == "and" and (second := _office_within(words, end + 1, min(limit, end + 5))):
            end = second
        else:
            break
    return end


def _office_within(words: Words, at: int, limit: int) -> int:
    """Behind the office that begins at `at` after words that belong to offices; 0 without one."""
    while at < limit and words.lower[at] in office_words() and not is_office(words.texts[at]):
        at += 1
    return at + 1 if at < limit and is_office(words.texts[at]) else 0


def _with_object(words: Words, end: int, stop: int) -> int:
    """Behind “of state”, “of the exchequer”, “of operations”."""
    last = _object_end(words, end, stop)
    return last if last > end and _may_follow(words, last, stop) else end


def _object_end(words: Words, at: int, stop: int) -> int:
    """Behind an “of” and its object that begin at token `at`; `at` itself without them."""
    if at >= stop or words.lower[at] != "of":
        return at
    begin = at + 1 + (at + 1 < stop and words.lower[at + 1] == "the")
    end = begin
    while end < stop and words.lower[end] in OBJECTS:
        end += 1
    return end if end > begin else at


def _object_of_another(words: Words, at: int, stop: int) -> bool:
    """Whether “of State” and a name follow, so that the office is the next person's."""
    end = _object_end(words, at, stop)
    return at < end < stop and words.texts[end][0].isupper()


def _may_follow(words: Words, at: int, stop: int) -> bool:
    return at >= stop or words.lower[at] in _AFTER_OFFICE
