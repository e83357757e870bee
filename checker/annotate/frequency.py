"""How frequent a word is in English, and whether it is a word or only a name."""

from __future__ import annotations

from functools import cache, lru_cache

from checker.data import read

LEAST = 2.4  # of the words in the list; the scale is Zipf, the logarithm of how often in a thousand million words
EVERYDAY = 5.0  # and above: “was”, “new”, “state”
_STEP = 0.3


@lru_cache(maxsize=100_000)
def frequency(word: str) -> float:
    """How frequent `word` is on the Zipf scale, in steps of 0.3; 0 when it is rarer than 2.4."""
    entry = _entry(word.lower())
    return LEAST + _STEP * int(entry[-1]) if entry else 0.0


@lru_cache(maxsize=100_000)
def is_plain_word(word: str) -> bool:
    """Whether English surely has `word` in lower case: “baker” but not “reagan”."""
    return _entry(word.lower())[:1].islower()


def may_be_plain_word(word: str) -> bool:
    """Whether English has `word` in lower case or nobody knows."""
    entry = _entry(word.lower())
    return entry[:1].islower() or entry[1:2].isupper()


def _entry(word: str) -> str:
    """The line of the word list for a word in lower case; empty when it is not listed.

    The list is searched as it was read: cutting it up would take longer than a whole article does.
    """
    text = _list()
    low, high = 0, len(text)
    while low < high:
        middle = (low + high) // 2
        start = text.rfind("\n", 0, middle) + 1
        end = text.find("\n", middle)
        entry = text[start : end if end >= 0 else len(text)]
        listed = entry[:-1].lower()
        if listed == word:
            return entry
        if listed < word:
            low = start + len(entry) + 1
        else:
            high = start
    return ""


@cache
def _list() -> str:
    return read("words.txt")
