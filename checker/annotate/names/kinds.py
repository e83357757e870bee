"""What bears a name, told by its words and its neighbours: an “Inc” is an organisation, a “River” a place."""

from __future__ import annotations

from checker.annotate.cues import firm
from checker.annotate.frequency import is_plain_word
from checker.annotate.gazetteers import (
    COUNTRY_SHORT,
    event_words,
    first_names,
    fold,
    organisation_words,
    place_words,
    places,
    surnames,
    well_known_places,
)
from checker.annotate.names.capitals import is_second_syllable
from checker.annotate.names.words import Words

_PLACE_FIRST = frozenset("mount lake cape port fort gulf isle river bay".split())
_ORGANISATION_FIRST = frozenset("university bank ministry department house".split())
_POWERS = frozenset("congress senate parliament treasury pentagon kremlin commons labour".split())
"""Organisations that one plain word names."""
_OFFICERS = frozenset("ceo cfo coo shares stock stocks shareholders executives employees staff plc".split())
_PERSONAL = frozenset({"van", "von", "der", "bin", "ibn", "ter", "ten"})  # particles of people's names only
_PLACE_BEFORE = frozenset("in near at outside across throughout around into towards toward".split())


def told_by_its_words(words: Words, first: int, last: int) -> str:
    """“place”, “organisation” or “other” when a word of the name says so, else nothing."""
    if (
        fold(words.article.text[words.starts[first] : words.starts[last - 1]] + words.base(last - 1))
        in well_known_places()
    ):
        return "place"
    head = head_of(words, first, last)
    word = words.base(head).lower()
    if last - first == 1:
        return _told_by_one_word(words, first)
    if word in organisation_words() or words.lower[first] in _ORGANISATION_FIRST:
        return "organisation"
    if word in place_words() or (words.lower[first] in _PLACE_FIRST and head != first):
        return "place"
    return "other" if word in event_words() else ""


def _told_by_one_word(words: Words, at: int) -> str:
    text = words.base(at)
    lower = text.lower()
    if text in COUNTRY_SHORT:
        return "place"
    if lower in _POWERS:
        return "organisation"
    return "other" if lower in event_words() else ""


def head_of(words: Words, first: int, last: int) -> int:
    """The last word before “of” or “for”: the Bank of England is a bank."""
    for at in range(first + 1, last):
        if words.texts[at] in ("of", "for"):
            return at - 1
    return last - 2 if words.texts[last - 1] == "." and last - 2 >= first else last - 1


def is_acronym(text: str) -> bool:
    """Whether a word is made of capitals: “NATO”, “U.S.”."""
    letters = text.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isupper() and letters.isalpha()


def opens_a_person(words: Words, first: int, last: int) -> bool:
    """Whether the tokens read like first name and surname."""
    texts = [words.base(at) for at in range(first, last) if words.texts[at][0].isalpha()]
    if not 2 <= len(texts) <= 5 or "of" in texts or "and" in texts:
        return False
    if is_second_syllable(words, last - 1, last):
        return True
    given, family = fold(texts[0]), fold(texts[-1])
    if given in first_names() and texts[0] not in COUNTRY_SHORT:
        return not is_acronym(texts[-1]) and (
            not is_plain_word(family) or family in surnames() or given not in places()
        )
    if not _PERSONAL.isdisjoint(words.texts[first:last]):
        return True
    if len(given) == 1 and "&" not in words.texts[first:last]:
        return True
    if is_acronym(texts[0]):
        return False
    return (
        len(texts) <= 3
        and family in surnames()
        and family not in well_known_places()
        and not is_plain_word(texts[0])
        and fold(texts[0]) not in places()
    )


def has_surname_shape(text: str) -> bool:
    """Whether a word is built as only surnames are: “McLenney”, “O’Brien”."""
    return (text[:2] == "Mc" and text[2:3].isupper()) or (text[:1] == "O" and text[1:2] in "’'" and text[2:3].isupper())


def speaks(words: Words, first: int, last: int) -> bool:
    """Whether a verb of speech stands right beside the name, as it does beside people."""
    after = words.lower[last] if last < words.size else ""
    before = words.lower[first - 1] if first else ""
    return after in firm() or after in ("who", "whose") or before in ("said", "says", "added")


def has_officers(words: Words, last: int) -> bool:
    """Whether an officer or a share of it follows the name: “Apple CEO Tim Cook”, “Apple's chairman”."""
    return last < words.size and words.lower[last] in _OFFICERS


def is_located(words: Words, first: int) -> bool:
    """Whether a preposition of place stands before the name."""
    return first > 0 and words.lower[first - 1] in _PLACE_BEFORE
