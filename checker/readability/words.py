"""What a word is to a readability formula, by the rules that the authors of the formulas gave for counting.

Flesch (How to Write Plain English, 1979): contractions, hyphenated words, abbreviations, figures and symbols are single
words, and abbreviations, figures and symbols have one syllable each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from checker.readability.familiar import is_familiar
from checker.readability.syllables import syllables
from checker.tokens import Tokens

_JOINERS = frozenset("-‐‑–/:&'’")
_PART = re.compile(r"\d[\d.,]*[^\W\d_]*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*")
_ABBREVIATION = 5  # letters at most; longer words in capitals are shouted words
_ALOUD = 3  # digits, from which on a figure takes three syllables to read: “390”, “2.5” with its point


class Reading(NamedTuple):
    """What one word adds to the counts of a text."""

    syllables: int
    letters: int
    """Letters and digits: the strokes of the ARI, the letters of Coleman and Liau."""
    many: bool
    """Three syllables or more, figures read aloud: what SMOG counts (McLaughlin 1969)."""
    complex: bool
    """The same without figures, hyphenated words and endings -ed and -es: what Gunning counts (1952), names apart."""
    familiar: bool
    """Whether a child of ten knows it, by the list of Dale and Chall (1948) and their rules for inflections."""


def words(tokens: Tokens, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The words among the tokens from `first` up to `last`, as half-open ranges of tokens.

    A word is a run without white space, cut at dashes, quotation marks and other marks that join nothing.
    """
    texts, starts, ends = tokens.texts, tokens.starts, tokens.ends
    at = first
    while at < last:
        opening = at
        at += 1
        text = texts[opening]
        if not text[0].isalnum():
            if text == "&":
                yield opening, at
            continue
        while at < last and starts[at] == ends[at - 1]:
            if texts[at][0].isalnum():
                at += 1
            elif texts[at] in _JOINERS and at + 1 < last and starts[at + 1] == ends[at] and texts[at + 1][0].isalnum():
                at += 2
            else:
                break
        yield opening, at


@lru_cache(maxsize=50_000)
def reading(word: str) -> Reading:
    """The reading of a word as it is written; “hard-won” is one word, and so are “$2.5m” and “U.S.-led”."""
    parts = _PART.findall(word) or [word]
    count = sum(1 if _is_short(part) else syllables(part) for part in parts)
    figure = word[0].isdigit()
    strokes = sum(map(str.isalnum, word))
    return Reading(
        syllables=count,
        letters=strokes,
        many=len(word) >= _ALOUD and word[-1].isdigit() if figure else count >= 3,
        complex=len(parts) == 1 and not figure and count - _ending(word) >= 3,
        familiar=all(part[0].isdigit() or is_familiar(part.lower().replace("’", "'")) for part in parts),
    )


def _is_short(part: str) -> bool:
    """Whether the part of a word is a figure or an abbreviation, which count as one syllable."""
    return part[0].isdigit() or part[-1] == "." or (1 < len(part) <= _ABBREVIATION and part.isupper())


def _ending(word: str) -> int:
    """1 if the word has an ending -ed or -es that is a syllable, as in “created” and “expanses”; else 0."""
    return int(word.endswith(("ted", "ded", "ses", "xes", "zes", "ches", "shes", "ces", "ges")))
