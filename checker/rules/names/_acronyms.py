"""Acronyms and what they stand for: “World Health Organization (WHO)”, “the WHO (World Health Organization)”."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from checker.annotate.gazetteers import fold
from checker.annotate.names.words import Words
from checker.data import lines

SMALL = frozenset("of and the for in on to a an at by with from de la du des et der und di e".split())
"""Words that an acronym may leave out."""
_MARKS = frozenset("-‑–&,’'")
_SHORTEST, _LONGEST = 2, 7  # letters
_REACH = 14  # tokens in which an expansion is looked for
_SPELLINGS = (("isation", "ization"), ("centre", "center"), ("defence", "defense"), ("programme", "program"))


@dataclass(frozen=True, slots=True)
class Definition:
    """An acronym beside the words that should be its expansion."""

    letters: str
    acronym: int
    """Its token."""
    words: tuple[int, ...]
    """The tokens of the words beside it, small ones included."""
    capitals: bool
    """Whether the words have capitals: they are a name and end where the capitals end."""
    whole: bool
    """Whether the words are all that stands in the brackets."""


def letters_of(text: str) -> str:
    """The letters of an acronym, without stops and the s of its plural; empty when it is none."""
    letters = text.replace(".", "")
    if letters[-1:] == "s":
        letters = letters[:-1]
    if not letters.isupper() or not letters.isalpha() or not letters.isascii():
        return ""
    return letters if _SHORTEST <= len(letters) <= _LONGEST else ""


def acronyms(words: Words) -> dict[str, list[int]]:
    """The acronyms of the article by their letters, each with its tokens."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(words.texts):
        if text[1:2].isupper() or text[1:2] == ".":
            found[letters_of(words.base(at))].append(at)
    found.pop("", None)
    return found


def definitions(words: Words) -> Iterator[Definition]:
    """The places where an acronym and words stand beside each other, one of them in brackets or behind “or”."""
    for at, text in enumerate(words.texts):
        if text == "(" and 0 < at < words.size - 2:
            yield from _in_brackets(words, at)
        elif text == "," and words.texts[at + 1 : at + 2] == ["or"] and at + 3 < words.size:
            letters = letters_of(words.base(at + 2))
            if letters and words.texts[at + 3] in (",", ".", ";"):
                yield from _behind(words, at, at + 2, letters)


def _in_brackets(words: Words, bracket: int) -> Iterator[Definition]:
    letters = letters_of(words.base(bracket + 1))
    if letters:
        if words.texts[bracket + 2] in (")", ",", ";"):
            yield from _behind(words, bracket, bracket + 1, letters)
    elif (letters := letters_of(words.base(bracket - 1))) and words.texts[bracket + 1][0].isupper():
        inside = _until_closed(words, bracket + 1)
        if inside:
            yield Definition(letters, bracket - 1, inside, True, True)


def _behind(words: Words, end: int, acronym: int, letters: str) -> Iterator[Definition]:
    """The definition of an acronym that stands behind its words, which end before token `end`."""
    if end and words.texts[end - 1] in ("”", '"', "’", "'"):
        end -= 1
    if not end or not words.texts[end - 1][0].isalpha():
        return
    capitals = words.texts[end - 1][0].isupper()
    found: list[int] = []
    for at in range(end - 1, max(-1, end - 1 - _REACH), -1):
        text = words.texts[at]
        if text[0].isalpha():
            if capitals and not text[0].isupper() and text not in SMALL:
                break
            found.append(at)
        elif text not in _MARKS or (text == "," and not capitals):
            break
        if at in words.openings:
            break
    found.reverse()
    while found and words.lower[found[0]] in SMALL:
        del found[0]
    if found:
        yield Definition(letters, acronym, tuple(found), capitals, False)


def _until_closed(words: Words, first: int) -> tuple[int, ...]:
    """The words from token `first` to the closing bracket; none when something else stands between."""
    found: list[int] = []
    for at in range(first, min(words.size, first + _REACH)):
        text = words.texts[at]
        if text == ")":
            return tuple(found)
        if text[0].isalpha() and (text[0].isupper() or text in SMALL):
            found.append(at)
        elif text not in _MARKS:
            return ()
    return ()


def content(words: Words, tokens: Sequence[int]) -> list[int]:
    """The tokens without small words and the s of a possessive."""
    return [at for at in tokens if words.lower[at] not in SMALL]


def initials(words: Words, tokens: Sequence[int]) -> str:
    """The first letters, as capitals."""
    return "".join(fold(words.texts[at])[0].upper() for at in tokens)


def fits(words: Words, definition: Definition) -> bool:
    """Whether each of the letters opens one of the words, in order, with words left out."""
    at = 0
    for letter in initials(words, definition.words):
        at += at < len(definition.letters) and letter == definition.letters[at]
    return at == len(definition.letters)


def normal(text: str) -> str:
    """A word as it is compared in two expansions: folded, one spelling, no plural."""
    text = fold(text)
    for british, american in _SPELLINGS:
        text = text.replace(british, american)
    return text.removesuffix("s")


@cache
def known() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Well known acronyms and their expansions, as normal words without the small ones."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for line in lines(Path(__file__).with_name("_expansions.txt")):
        letters, _, expansion = line.partition(" ")
        texts = tuple(normal(text) for text in expansion.replace("-", " ").split() if text not in SMALL)
        found[letters] = (*found.get(letters, ()), texts)
    return found
