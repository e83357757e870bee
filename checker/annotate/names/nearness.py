"""Words that are one slip of the hand apart, or two ways to write one foreign name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

_FOREIGN = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"dj|zh|dzh"), "j"),
    (re.compile(r"sch|sh|tsch|tch|ch"), "s"),
    (re.compile(r"ts|tz|cz"), "z"),
    (re.compile(r"kh|gh|ck|q|c|g"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"(?<=[bdtrl])h"), ""),
    (re.compile(r"[iyj]+"), "i"),
    (re.compile(r"ou|oo|u"), "o"),
    (re.compile(r"e"), "a"),
)
_DOUBLED = re.compile(r"(.)\1")
_STARTS = ("gkq", "ijy")
_LONG = 6  # letters: shorter words that sound alike are different words too often


def one_edit_apart(one: str, other: str) -> bool:
    """Whether one letter added, left out or changed, or two neighbours swapped, makes one of the other."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(long) - len(short) > 1 or short == long:
        return False
    at = 0
    while at < len(short) and short[at] == long[at]:
        at += 1
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    return short[at + 1 :] == long[at + 1 :] or (
        short[at + 2 :] == long[at + 2 :] and short[at : at + 2] == long[at : at + 2][::-1]
    )


def sound(word: str) -> str:
    """What the ways to write a foreign name have in common: “zelenskyy” and “zelenski” come out alike."""
    for pattern, letter in _FOREIGN:
        word = pattern.sub(letter, word)
    return _DOUBLED.sub(r"\1", word)


class Shelves:
    """Words set out by what is left of them without one letter, so that near ones are found without comparing all."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_rest: dict[str, list[str]] = {}
        self._by_sound: dict[str, list[str]] = {}
        for word in words:
            for rest in _shortened(word):
                self._by_rest.setdefault(rest, []).append(word)
            if len(word) >= _LONG:
                self._by_sound.setdefault(sound(word), []).append(word)

    def near(self, word: str) -> list[str]:
        """The words that are one edit from `word` or, with nearly the same first letter, sound the same; sorted."""
        near = {other for rest in _shortened(word) for other in self._by_rest.get(rest, ())}
        found = {other for other in near if one_edit_apart(word, other)}
        if len(word) >= _LONG:
            alike = self._by_sound.get(sound(word), ())
            found.update(other for other in alike if other != word and _same_start(other[0], word[0]))
        return sorted(found)


def _same_start(one: str, other: str) -> bool:
    """Whether two first letters are one, or render one foreign letter: Gaddafi and Qadhafi."""
    return one == other or any(one in letters and other in letters for letters in _STARTS)


def near_pairs(words: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each of the words with each other that is near it."""
    shelves = Shelves(words)
    return ((word, other) for word in words for other in shelves.near(word))


def _shortened(word: str) -> set[str]:
    """The word, and the word without each of its letters."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
