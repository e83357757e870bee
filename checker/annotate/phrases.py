"""Who stands beside a verb of speech: the noun phrase before it or behind it."""

from __future__ import annotations

from dataclasses import dataclass

from checker.annotate.narration import QUOTATION, Narration
from checker.annotate.wordclass import FUNCTION, GERUND, PAST, VERB, word_class

PERSONAL = frozenset("he she they i we it you".split())
CONTRACTIONS = {
    person + mark + ending: person
    for person in PERSONAL
    for mark in "'’"
    for ending in ("s", "re", "d", "ve", "ll", "m")
}
"""“he’s” and the like, and who is meant."""
PRONOUNS = PERSONAL | frozenset(
    "one who someone somebody everyone everybody another others many some most few both all none neither this these "
    "those that".split()
)
DETERMINERS = frozenset(
    "the a an his her its their our my your this these that those some any many several one two three four five six "
    "seven eight nine ten another other both all each every no most few certain".split()
)
_AUXILIARIES = frozenset(
    "has had have having is was are were be been being would could did does do will to can may might must should not "
    "also then later now again still just even only already once ever never often always sometimes soon further "
    "too instead quickly went goes go going on that reportedly simply famously first repeatedly recently earlier "
    "yesterday today tonight afterward afterwards previously meanwhile however didn't didn’t don't don’t doesn't "
    "doesn’t himself herself themselves itself rather perhaps twice hadn't hadn’t wasn't wasn’t".split()
)
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december morning afternoon evening night week month year tonight yesterday".split()
)
_TIME_WORDS = frozenset("on late early last this in of the that earlier same next late-night".split())
_JOINING = frozenset("of for at from with in to on by against behind about near under".split())
_PLACING = _JOINING | frozenset("through over across outside inside during after before around along".split())
_CONJUNCTIONS = frozenset(
    "and but or while when as after before because although though if since whereas so yet nor then until".split()
)
_OPENING = frozenset(
    "in on at after during when while as for with by since if despite according although though before speaking asked "
    "from under following".split()
)
_PARTICLES = frozenset("de la del van von der den bin ibn al el di da dos du le ter ten".split())
_LONGEST = 30  # words between a comma and the one that began the parenthesis
_FURTHEST = 60  # words that are looked at, however long a sentence is
_ADVERB = "ly"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words `first` up to `last` of a narration."""

    first: int
    last: int


def is_capital(word: str) -> bool:
    """Whether a word is written as a name: a capital first, or inside as in “deGrasse”."""
    return word[:1].isupper() or (word[:1].islower() and any(char.isupper() for char in word[1:]))


def subject_before(told: Narration, verb: int, floor: int) -> Phrase | None:
    """The subject of the verb at `verb`, not reaching before `floor`."""
    floor = max(floor, verb - _FURTHEST)
    at = _to_subject(told, verb, floor)
    if at < floor:
        return None
    word = told.lower[at]
    if word in ("who", "which", "that") and at > floor:
        before = at - 1 - (told.words[at - 1] == ",")
        if before >= floor and told.words[before] not in (",", QUOTATION):
            return phrase_ending(told, before, floor) or Phrase(at, at + 1)
    return phrase_ending(told, at, floor)


def _to_subject(told: Narration, verb: int, floor: int) -> int:
    """The last word of the subject: auxiliaries, adverbs and parentheses before the verb passed over."""
    at = verb - 1
    jumps = 0
    while at >= floor:
        word, lower = told.words[at], told.lower[at]
        if lower in _AUXILIARIES or (lower.endswith(_ADVERB) and word.islower() and len(word) > 4):
            at -= 1
        elif lower in _DAYS and at > floor and not _is_name_part(told, at, floor):
            at = _before_time(told, at, floor)
        elif word == ")":
            at = _before_mark(told, at, floor, "(")
        elif word in ("—", "–", "-", "--") and (there := _before_mark(told, at, floor, word)) >= floor:
            at = there
        elif word == "," and jumps < 4:
            at = _before_parenthesis(told, at, floor)
            jumps += 1
        else:
            break
    return at


def _is_name_part(told: Narration, at: int, floor: int) -> bool:
    """Whether “May” stands behind a first name or a title."""
    return at > floor and is_capital(told.words[at - 1]) and told.lower[at - 1] not in _DAYS and at - 1 > floor


def _before_time(told: Narration, at: int, floor: int) -> int:
    """The word before “on Monday”, “late last week”."""
    at -= 1
    while at > floor and (told.lower[at] in _TIME_WORDS or told.lower[at] in _DAYS or told.words[at].isdigit()):
        at -= 1
    return at


def _before_mark(told: Narration, at: int, floor: int, mark: str) -> int:
    for before in range(at - 1, max(floor, at - _LONGEST) - 1, -1):
        if told.words[before] == mark:
            return before - 1
    return floor - 1


def _before_parenthesis(told: Narration, comma: int, floor: int) -> int:
    """The end of the phrase that the parenthesis before `comma` belongs to: Jane Smith, 54, of Leeds, said."""
    at = comma
    for _ in range(4):
        opening = _before_comma(told, at, floor)
        if opening < floor:
            return comma - 1 if at == comma else at - 1
        at = opening
        if at - 1 >= floor and _may_head(told, at, floor):
            return at - 1
    return at - 1


def _before_comma(told: Narration, at: int, floor: int) -> int:
    for before in range(at - 1, max(floor, at - _LONGEST) - 1, -1):
        if told.words[before] in (",", QUOTATION):
            return before if told.words[before] == "," else floor - 1
    return floor - 1


def _may_head(told: Narration, comma: int, floor: int) -> bool:
    """Whether the phrase before `comma` can be what is explained: not “54”, “of Leeds”, “who ran”."""
    last = told.words[comma - 1]
    if last.isdigit() or last in (")",):
        return last == ")"
    before = _before_comma(told, comma, floor)
    first = told.lower[before + 1] if before >= floor else ""
    return not (
        before >= floor and (first in _JOINING or first in ("who", "which", "whose", "aged") or first.endswith("ing"))
    )


def phrase_ending(told: Narration, last: int, floor: int) -> Phrase | None:
    """The noun phrase whose last word is at `last`."""
    floor = max(floor, last - _FURTHEST)
    word, lower = told.words[last], told.lower[last]
    if word == QUOTATION or not (word[0].isalnum() or word in ("%", ".")):
        return None
    if lower in PRONOUNS or lower in CONTRACTIONS:
        return Phrase(last, last + 1)
    if last == floor and (lower in _AUXILIARIES or lower in _OPENING):
        return None
    if word == ".":  # “Smith Jr.”
        if last - 1 < floor or told.ends[last - 1] != told.starts[last]:
            return None
        last -= 1
    if is_capital(told.words[last]):
        return _with_head(told, _run_start(told, last, floor), last + 1, floor)
    first = _nominal_start(told, last, floor)
    return _with_head(told, first, last + 1, floor) if first is not None else None


def _run_start(told: Narration, last: int, floor: int) -> int:
    """Where the run of capitalised words that ends at `last` begins."""
    at = last
    while at > floor:
        before = at - 1
        if _is_in_name(told, before, floor):
            at = before
        elif before > floor and _joins_names(told, before) and is_capital(told.words[before - 1]):
            at = before - 1
        else:
            break
    return at


def _is_in_name(told: Narration, at: int, floor: int) -> bool:
    """Whether the capitalised word at `at` belongs to the name behind it: not “But”, “Monday”, an opening “In”."""
    lower = told.lower[at]
    if not is_capital(told.words[at]) or lower in _CONJUNCTIONS or lower in _DAYS:
        return False
    return not (at == floor and (lower in _JOINING or lower in _AUXILIARIES))


def _joins_names(told: Narration, at: int) -> bool:
    """Whether the word at `at` stands inside names: a particle, a hyphen, the full stop of “Mr.”."""
    word = told.words[at]
    if word == ".":
        return told.ends[at - 1] == told.starts[at]
    return word in ("-", "&", "'", "’") or told.lower[at] in _PARTICLES


def _nominal_start(told: Narration, last: int, floor: int) -> int | None:
    """Where the phrase of common nouns that ends at `last` begins: the determiner if there is one."""
    if word_class(told.lower[last]) in (FUNCTION, VERB, PAST, GERUND) and told.lower[last] not in DETERMINERS:
        return None
    at = last
    while at > floor:
        lower, word = told.lower[at - 1], told.words[at - 1]
        if lower in DETERMINERS:
            return at - 1
        if word in ("-", "&") or (word == "." and is_capital(told.words[at - 2])):
            at -= 1
            continue
        if not word[0].isalnum() or lower in _JOINING or lower in _CONJUNCTIONS or lower in PRONOUNS:
            break
        if not is_capital(word) and word_class(lower) in (FUNCTION, VERB, PAST):
            break
        at -= 1
    return at


def _with_head(told: Narration, first: int, last: int, floor: int) -> Phrase:
    """The phrase with what it hangs on: “Coastal” in “a lawyer for Coastal” gives the lawyer."""
    start = _with_determiner(told, first, floor)
    for _ in range(3):
        before = start - 1
        if before <= floor or told.lower[before] not in _PLACING:
            break
        noun = before - 1
        if word_class(told.lower[noun]) == GERUND and noun > floor and not is_capital(told.words[noun]):
            noun -= 1  # protesters marching through the streets
        if told.lower[noun] in PERSONAL:
            return Phrase(noun, noun + 1)  # “he on Tuesday”
        if not told.words[noun][0].isalnum() or told.lower[noun] in PRONOUNS:
            break
        found = _run_start(told, noun, floor) if is_capital(told.words[noun]) else _nominal_start(told, noun, floor)
        if found is None:
            break
        start = _with_determiner(told, found, floor)
    return Phrase(start, last)


def _with_determiner(told: Narration, first: int, floor: int) -> int:
    return first - 1 if first > floor and told.lower[first - 1] in DETERMINERS - {"that"} else first


def phrase_from(told: Narration, first: int, stop: int) -> Phrase | None:
    """The noun phrase that begins at `first`, as after an inverted verb: “said Grant Dean, chair of …”."""
    at, stop = first, min(stop, first + _FURTHEST)
    while at < stop and told.lower[at] in ("also", "then", "later", "again", "again,", "yesterday"):
        at += 1
    if at >= stop:
        return None
    word, lower = told.words[at], told.lower[at]
    if lower in PERSONAL or lower in CONTRACTIONS:
        return Phrase(at, at + 1)
    if lower in PRONOUNS and (lower not in DETERMINERS or at + 1 == stop or not told.words[at + 1][0].isalnum()):
        return Phrase(at, at + 1) if lower not in ("that", "this", "these", "those") else None
    if lower in _DAYS or not word[0].isalnum() or lower in _JOINING or lower in _CONJUNCTIONS or lower == "that":
        return None
    last = at
    while last < stop and _goes_on(told, last, at):
        last += 1
    if last == at or not (is_capital(word) or lower in DETERMINERS or _is_noun(told, last - 1)):
        return None
    return Phrase(at, last)


def _goes_on(told: Narration, at: int, first: int) -> bool:
    """Whether the word at `at` still belongs to the phrase that began at `first`."""
    word, lower = told.words[at], told.lower[at]
    if word == ".":
        return (
            told.starts[at] == told.ends[at - 1]
            and at + 1 < len(told)
            and is_capital(told.words[at + 1])
            and (len(told.words[at - 1]) <= 4 and is_capital(told.words[at - 1]))
        )
    if word in ("-", "&", "'", "’", "/"):
        return at > first
    if not word[0].isalnum() or word == QUOTATION:
        return False
    if lower in ("of", "for") or word in _PARTICLES:
        return at > first
    if lower in _DAYS and is_capital(word):
        return False
    if lower in DETERMINERS:
        return at == first or told.lower[at - 1] in ("of", "for")
    if lower in _JOINING or lower in _CONJUNCTIONS or lower in ("who", "which", "that", "during", "told", "said", "to"):
        return (
            lower == "and" and at + 1 < len(told) and is_capital(told.words[at + 1]) and is_capital(told.words[at - 1])
        )
    return is_capital(word) or word_class(lower) not in (FUNCTION, VERB, PAST)


def _is_noun(told: Narration, at: int) -> bool:
    return is_capital(told.words[at]) or word_class(told.lower[at]) not in (FUNCTION, VERB, PAST, GERUND)


def opening_subject(told: Narration, start: int, stop: int) -> Phrase | None:
    """The first pronoun or phrase that can be the subject of a sentence, opening adverbials passed over."""
    at, stop = start, min(stop, start + _FURTHEST)
    while at < stop:
        word, lower = told.words[at], told.lower[at]
        if lower in PERSONAL or lower in CONTRACTIONS:
            return Phrase(at, at + 1)
        if at == start and lower in _AUXILIARIES and at + 1 < stop and told.words[at + 1] != ",":
            at = start = at + 1  # “Once in my twenties, I …”
            continue
        if at == start or told.words[at - 1] == ",":
            if lower in ("but", "and", "yet", "so"):
                at += 1
                continue
            if lower in _OPENING or lower in _AUXILIARIES:
                at = behind_comma(told, at, stop)
                continue
        if (is_capital(word) or lower in DETERMINERS) and (phrase := phrase_from(told, at, stop)):
            return phrase
        at += 1
    return None


def behind_comma(told: Narration, at: int, stop: int) -> int:
    """The place behind the next comma, or behind a quotation that may have it inside."""
    for index in range(at, min(stop, at + _FURTHEST)):
        if told.words[index] == "," or (told.words[index] == QUOTATION and index > at):
            return index + 1
    return stop
