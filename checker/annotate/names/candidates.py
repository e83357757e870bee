"""What may be a name: runs of capitals without sentence openings, peoples, titles and offices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from checker.annotate.frequency import EVERYDAY, frequency, is_plain_word
from checker.annotate.gazetteers import (
    demonyms,
    first_names,
    fold,
    office_words,
    offices,
    organisation_words,
    place_words,
    surnames,
)
from checker.annotate.names.adjacent import side_by_side
from checker.annotate.names.capitals import Run, is_second_syllable, is_sentence_word
from checker.annotate.names.joining import has_object, joined
from checker.annotate.names.kinds import is_acronym, opens_a_person, told_by_its_words
from checker.annotate.names.offices import OBJECTS, TITLES, Prefix, ends_with_object, is_office, is_title, prefix
from checker.annotate.names.words import SUFFIXES, Words

_OFFICE_AND_NAME = frozenset("dean earl marshal duke star baker butcher guy".split())
_DIRECTIONS = frozenset("north south east west northern southern eastern western central".split())


class Candidate(NamedTuple):
    """Tokens from `first` to before `last` that may be a name, and what stands before them."""

    first: int
    last: int
    before: Prefix
    opens: bool = False


def candidates(words: Words, runs: Iterable[Run], start: int) -> Iterator[Candidate]:
    """The candidates among the runs of a block that begins at token `start`."""
    for run in joined(words, list(runs)):
        yield from _cut(words, _without_opening(words, run), start)


def _without_opening(words: Words, run: Run) -> Run:
    """The run without the words at its front that are capitals only because a sentence opens."""
    if not run.opens:
        return run
    first = run.first
    if is_office(words.texts[first]) or is_title(words.texts[first]) or not _is_opening_word(words, run):
        return run
    first += 1
    if first < run.last and not words.texts[first][0].isupper():
        first += 1  # “-” or “.” behind it
    return run._replace(first=first)


def _is_opening_word(words: Words, run: Run) -> bool:
    """Whether the first word of a run says nothing, or stands before a first name: “Trust Donald Trump”."""
    if is_sentence_word(words, run.first, alone=run.last - run.first == 1):
        return True
    if run.last - run.first < 3 or fold(words.texts[run.first + 1]) not in first_names():
        return False
    word = words.texts[run.first]
    return is_plain_word(word) and fold(word) not in first_names() and words.gap(run.first) == 1


def _cut(words: Words, run: Run, start: int) -> Iterator[Candidate]:
    """The candidates in one run."""
    first, last = run.first, run.last
    if first < last and words.texts[first] == "The":
        first += 1
    if first >= last or _is_party_label(words, first) or _is_designation(words, first):
        return
    at = _person_start(words, first, last)
    if at:
        before = prefix(words, at, start)
        left = max(first, min(before.start, at))
        if left > first:
            yield from _cut(words, Run(first, _trimmed(words, first, left), run.opens), start)
        yield Candidate(at, last, before)
        return
    first = _without_people(words, first, last)
    if first >= last or _says_nothing(words, first, last):
        return
    if _only_offices(words, first, last):
        yield from _after_of(words, first, last)
        return
    last = _without_office(words, first, last)
    for begin, end in side_by_side(words, first, last):
        before = Prefix(begin)
        if begin == run.first or begin == first:
            before = _lower_case_prefix(words, begin, end, start)
        yield Candidate(begin, end, before, run.opens and begin == run.first)


def _is_designation(words: Words, first: int) -> bool:
    """Whether the run hangs on a number: the LR of “777-200LR”."""
    return first > 0 and words.texts[first - 1][-1].isdigit() and words.joined(first - 1)


def _is_party_label(words: Words, first: int) -> bool:
    """Whether the run is “R-Texas”, in brackets or between commas."""
    return (
        first > 0
        and words.texts[first - 1] in "([,"
        and words.texts[first] in ("R", "D", "I", "DFL")
        and words.joined(first)
        and words.texts[first + 1] in "-."
    )


def _trimmed(words: Words, first: int, last: int) -> int:
    """`last` moved before joining words and marks."""
    while last > first and not words.texts[last - 1][0].isupper() and not is_second_syllable(words, last - 1, last):
        last -= 1
    return last


def _person_start(words: Words, first: int, last: int) -> int:
    """Where the bearer's own name begins behind a title or an office in the run; 0 when there is none."""
    for at in range(last - 1, first, -1):
        if not words.texts[at][0].isupper() or words.lower[at - 1] in ("of", "the", "and", "-", "&"):
            if words.lower[at - 1] in ("of", "for") and not is_office(words.texts[first]):
                return 0
            continue
        previous = at - 2 if words.texts[at - 1] == "." and at - 2 >= first else at - 1
        word = words.lower[previous]
        if words.possessive(previous) or not (
            word in TITLES or is_office(word) or ends_with_object(words, previous, first) >= 0
        ):
            continue
        if word in _OFFICE_AND_NAME and previous == first and last - at == 1:
            continue
        return at if _can_be_borne(words, at, last, word) else 0
    return 0


def _can_be_borne(words: Words, at: int, last: int, title: str) -> bool:
    """Whether the tokens behind a title can be a person's name."""
    word = words.base(at)
    final = words.base(last - 1).lower()
    if final in SUFFIXES or final == ".":
        return True
    if title in ("lord", "lady") and is_office(word):
        return False  # the Lord Chancellor
    if final not in surnames():
        if final in organisation_words() or final in place_words():
            return False
        if is_office(word) and last - at == 1:
            return False
    if fold(word) in first_names() or fold(word) in surnames() or not is_plain_word(word):
        return not (is_acronym(word) and last - at == 1 and title not in TITLES)
    return title in TITLES and title not in offices()


def _without_people(words: Words, first: int, last: int) -> int:
    """`first` moved behind demonyms that only describe: “Briton Tim Henman”."""
    at = first
    while at < last and (words.base(at) in demonyms() or _points_to_people(words, at, last)):
        at += 1
        while at < last and words.texts[at] in ("-", "&"):
            at += 1
    if at in (first, last):
        return at
    rest = last - at
    if rest == 1 and fold(words.base(at)) not in surnames():
        return first
    return at if opens_a_person(words, at, last) or (rest == 1 and not is_plain_word(words.base(at))) else first


def _says_nothing(words: Words, first: int, last: int) -> bool:
    """Whether it is one letter, a direction, or a word of every day with a stray capital."""
    if last - first > 1:
        return False
    word = words.base(first)
    if first > 1 and words.lower[first] in OBJECTS and ends_with_object(words, first, 0) >= 0:
        return True
    everyday = frequency(word) >= EVERYDAY and words.in_lower_case[word.lower()] > 0
    return len(word) == 1 or words.lower[first] in _DIRECTIONS or (everyday and not word.isupper())


def _points_to_people(words: Words, at: int, last: int) -> bool:
    """Whether it is the “South” of “South Korean”."""
    return words.lower[at] in _DIRECTIONS and at + 1 < last and words.base(at + 1) in demonyms()


def _only_offices(words: Words, first: int, last: int) -> bool:
    """Whether nothing but titles and offices stands in the run: “Prime Minister”, “President of the United States”."""
    if ends_with_object(words, last - 1, first) >= 0:
        return True
    office = False
    for at in range(first, last):
        text = words.base(at)
        if not text[0].isupper() or text in demonyms():
            continue
        if is_office(text) or text.lower() in TITLES:
            office = True
        elif text.lower() not in office_words() or at + 1 == last:
            return office and words.lower[at - 1] in ("of", "the") and has_object(words, Run(first, at, False))
    return office


def _without_office(words: Words, first: int, last: int) -> int:
    """`last` moved before an office that ends the run: “State Department Spokesperson”."""
    at = last
    while at - 1 > first and is_office(words.texts[at - 1]) and words.lower[at - 1] not in surnames():
        at -= 1
    return _trimmed(words, first, at)


def _after_of(words: Words, first: int, last: int) -> Iterator[Candidate]:
    """The name that an office ends with: “President of the United States”."""
    if ends_with_object(words, last - 1, first) >= 0:
        return
    for at in range(last - 1, first, -1):
        if words.lower[at] in ("of", "the"):
            yield Candidate(at + 1, last, Prefix(at + 1))
            return


def _lower_case_prefix(words: Words, first: int, last: int, start: int) -> Prefix:
    """The office in lower case before a person: “spokesman Don Stewart”."""
    if first in words.openings or told_by_its_words(words, first, last):
        return Prefix(first)
    if last - first == 1 and (is_acronym(words.texts[first]) or fold(words.base(first)) not in surnames()):
        return Prefix(first)
    found = prefix(words, first, start)
    if last - first > 1 and not opens_a_person(words, first, last) and is_plain_word(words.texts[first]):
        return Prefix(first)
    return found
