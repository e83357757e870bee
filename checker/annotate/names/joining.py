"""Runs of capitals that small words hold together: “Bank of England”, “Department for Education and Skills”."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checker.annotate.frequency import is_plain_word
from checker.annotate.gazetteers import demonyms, first_names, fold, organisation_words, place_words
from checker.annotate.names.capitals import LONGEST_RUN, Run
from checker.annotate.names.offices import is_office
from checker.annotate.names.words import Words

_OTHERS = frozenset(
    "lord lady duke duchess prince princess earl archbishop bishop count sultan emir gulf lords chamber friends "
    "doctors voice".split()
)


@cache
def _joining() -> frozenset[str]:
    """Words that take an “of” with a name behind it."""
    return organisation_words() | place_words() | _OTHERS


def joined(words: Words, found: list[Run]) -> Iterator[Run]:
    """The runs, those made one that “of”, “for” or “and” holds together."""
    at = 0
    while at < len(found):
        run = found[at]
        while at + 1 < len(found) and run.last - run.first < LONGEST_RUN and _holds_together(words, run, found[at + 1]):
            run = run._replace(last=found[at + 1].last)
            at += 1
        yield run
        at += 1


def _holds_together(words: Words, one: Run, other: Run) -> bool:
    between = words.lower[one.last : other.first]
    if not between or len(between) > 2 or words.possessive(one.last - 1):
        return False
    head = words.lower[one.last - 1]
    if between in (["of"], ["of", "the"], ["for"], ["for", "the"]):
        if between[0] == "for" and head in place_words():
            return False
        return head in _joining() or (between[0] == "of" and is_office(head) and words.texts[one.last - 1][0].isupper())
    if between == ["and"]:
        if has_object(words, one) and head not in place_words():
            return words.base(other.last - 1).lower() not in _joining() and _is_subject(words, one, other)
        return (
            one.last - one.first == 1
            and is_plain_word(head)
            and fold(head) not in first_names()
            and words.base(other.last - 1).lower() in organisation_words()
            and words.texts[one.first] not in demonyms()
        )
    return False


def has_object(words: Words, run: Run) -> bool:
    """Whether “of” or “for” stands inside the run."""
    return any(words.texts[at] in ("of", "for") for at in range(run.first, run.last))


def _is_subject(words: Words, one: Run, other: Run) -> bool:
    """“Ministry of Trade and Industry”: plain words on both sides of the “and”."""
    return (
        other.last - other.first == 1
        and is_plain_word(words.base(other.first))
        and is_plain_word(words.texts[one.last - 1])
    )
