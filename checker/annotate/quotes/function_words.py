"""The small words that tell where a noun phrase begins and ends."""

from __future__ import annotations

from checker.annotate.calendar_words import MONTHS, WEEKDAYS

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
AUXILIARIES = frozenset(
    "has had have having is was are were be been being would could did does do will to can may might must should not "
    "also then later now again still just even only already once ever never often always sometimes soon further "
    "too instead quickly went goes go going on that reportedly simply famously first repeatedly recently earlier "
    "yesterday today tonight afterward afterwards previously meanwhile however didn't didn’t don't don’t doesn't "
    "doesn’t himself herself themselves itself rather perhaps twice long hadn't hadn’t wasn't wasn’t".split()
)
DAYS = WEEKDAYS | MONTHS | frozenset("morning afternoon evening night week month year tonight yesterday".split())
"""Days and months, and the words for times that stand beside them."""
JOINING = frozenset("of for at from with in to on by against behind about near under".split())
PLACING = JOINING | frozenset("through over across outside inside during around along".split())
CONJUNCTIONS = frozenset(
    "and but or while when as after before because although though if since whereas so yet nor then until".split()
)
OPENING = frozenset(
    "in on at after during when while as for with by since if despite according although though before speaking asked "
    "from under following".split()
)


def is_capital(word: str) -> bool:
    """Whether a word is written as a name: a capital first, or inside as in “deGrasse”."""
    return word[:1].isupper() or (word[:1].islower() and any(char.isupper() for char in word[1:]))
