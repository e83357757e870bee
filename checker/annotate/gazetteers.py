"""What is known of names beforehand: places, first names, surnames, peoples, offices, short forms."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from checker.data import lines, read

COUNTRY_SHORT = frozenset("US U.S. U.S U.s. UK U.K. U.K U.k. USA U.S.A. UAE".split())
"""Countries by their letters; only so written, for “us” is a word."""


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """`text` in lower case and without accents, to compare names by."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).lower().translate(_LETTERS)
    return "".join(char for char in plain if not unicodedata.combining(char))


_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})


@cache
def places() -> frozenset[str]:
    """Countries, states, cities and parts of the world, folded."""
    return frozenset(filter(None, read("places.txt").split("\n"))) | _regions()


@cache
def well_known_places() -> frozenset[str]:
    """The countries, states, capitals and great cities among the places."""
    return frozenset(read("places.txt").partition("\n\n")[0].split("\n")) | _regions()


@cache
def first_names() -> frozenset[str]:
    """First names in lower case."""
    return frozenset(read("first_names.txt").split()) | _words("given_names.txt")


@cache
def surnames() -> frozenset[str]:
    """Frequent surnames of the United States in lower case."""
    return frozenset(read("surnames.txt").split())


@cache
def demonyms() -> frozenset[str]:
    """Words such as “Ukrainian” and “Democrats”, which name nobody by themselves."""
    return _words("demonyms.txt")


@cache
def peoples() -> frozenset[str]:
    """The demonyms in lower case, for words that have lost their capital."""
    return frozenset(people.lower() for people in demonyms())


@cache
def offices() -> frozenset[str]:
    """Offices, ranks and trades in lower case: “minister”, “analyst”."""
    return _words("offices.txt")


@cache
def office_words() -> frozenset[str]:
    """What may stand before an office and belong to it, in lower case: “prime”, “deputy”."""
    return _words("office_words.txt")


@cache
def _name_words() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in lines("name_words.txt"):
        kind, *words = line.split()
        found.setdefault(kind, set()).update(words)
    return {kind: frozenset(words) for kind, words in found.items()}


def organisation_words() -> frozenset[str]:
    """Words that make a name an organisation's: “ministry”, “inc”."""
    return _name_words()["organisation"]


def place_words() -> frozenset[str]:
    """Words that make a name a place's: “river”, “street”."""
    return _name_words()["place"]


def event_words() -> frozenset[str]:
    """Words that make a name that of an event, a law, a work: “olympics”, “treaty”."""
    return _name_words()["event"]


def same_first_name(one: str, other: str) -> bool:
    """Whether two folded first names may be one person's: equal, an initial, cut short, or a known short form."""
    if one == other or not one or not other:
        return True
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    if long.startswith(short) and (len(short) == 1 or len(short) >= 3):
        return True
    families = _nicknames()
    return not families.get(one, frozenset()).isdisjoint(families.get(other, frozenset()))


@cache
def _nicknames() -> dict[str, frozenset[int]]:
    """Each first name and the numbers of the families of names that it belongs to."""
    families: dict[str, set[int]] = {}
    for number, line in enumerate(lines("nicknames.txt")):
        for name in line.split():
            families.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in families.items()}


@cache
def _regions() -> frozenset[str]:
    return frozenset(line.lower() for line in lines("regions.txt"))


def _words(name: str) -> frozenset[str]:
    return frozenset(word for line in lines(name) for word in line.split())
