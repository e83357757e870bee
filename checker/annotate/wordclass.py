"""What a word mostly is: noun, adjective, verb, function word, by a list of exceptions and by its ending."""

from __future__ import annotations

from functools import cache

from checker import data

FILE = "wordclass.txt"

NOUN, PLURAL, ADJECTIVE, PARTICIPLE, GERUND, PAST, VERB, ADVERB, FUNCTION = "NSJEGDVRF"

_ADJECTIVE_ENDINGS = tuple("ous ful ive able ible ic less ish al ary ian ese ent ant".split())


def guess(word: str) -> str:
    """The class of a lower-case word as its ending suggests it."""
    if word.endswith("ing"):
        return GERUND
    if word.endswith("ed"):
        return PARTICIPLE
    if word.endswith("ly"):
        return ADVERB
    if word.endswith(_ADJECTIVE_ENDINGS):
        return ADJECTIVE
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return PLURAL
    return NOUN


def word_class(word: str) -> str:
    """The class of a lower-case word; a noun when nothing is known."""
    if len(word) == 1:
        return FUNCTION
    return _exceptions().get(word) or guess(word)


def is_known(word: str) -> bool:
    """Whether the class of the word was looked up, not guessed."""
    return word in _exceptions()


@cache
def _exceptions() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in data.read(FILE).splitlines():
        letter, *words = line.split()
        found.update(dict.fromkeys(words, letter))
    return found
