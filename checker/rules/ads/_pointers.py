"""Labels that point to another story: “Related:”, “Read more:”, “Most popular”."""

from __future__ import annotations

import re
from enum import Enum

from checker.rules.ads._lines import bare, is_headline, is_title, words
from checker.rules.ads._phrasebook import is_phrase, opening, trie

BOOK = "_pointers.txt"
LONGEST_LABEL = 60  # characters
MOST_WORDS = 16  # of a line such as “Read the rest of the story at …”

_MARK = re.compile(r"\s*[:|»→]\s*|\s+[-–—]{1,2}\s+")
_GLUED = re.compile(
    r"(?:Related|Trending|Popular|Top|Latest|More) (?:Stories|Articles|Posts|Links|News|Videos)(?=[A-Z][a-z])"
)
_NEEDING_MARK = frozenset(("related", "recommended"))


class Pointer(Enum):
    """How a line points to another story."""

    LABEL = "label before a link"
    GLUED = "label and links run together"
    LIST = "label above links"
    OPEN = "label above links, if links follow"
    SENTENCE = "sentence about another page"

    def told(self, text: str) -> str:
        """What a finding says of the line."""
        if self is Pointer.SENTENCE:
            return "sends the reader to another page"
        line = bare(text)
        glued = _GLUED.match(line)
        label = glued[0] if glued else _split(line)[0]
        return f"“{label}” is a label for {'a link' if self is Pointer.LABEL else 'links'} to other pages"


def pointer(text: str) -> Pointer | None:
    """How a line or sentence points to another story, if it does."""
    line = bare(text)
    label, rest = _split(line)
    said = words(label) if len(label) <= LONGEST_LABEL else []
    if rest:
        headline = label.isupper() or is_title(rest) or is_headline(rest)
        known = is_phrase(trie(BOOK, "label"), said) or (headline and is_phrase(trie(BOOK, "word"), said))
        if known or (label.isupper() and is_phrase(trie(BOOK, "shout"), said)):
            return Pointer.LABEL
    elif is_phrase(trie(BOOK, "label"), said):
        return _alone(label, said, text)
    if _GLUED.match(line):
        return Pointer.GLUED
    if line.count(" ") < MOST_WORDS and opening(trie(BOOK, "sentence"), words(line)):
        return Pointer.SENTENCE
    return None


def is_certain(text: str) -> bool:
    """Whether a line that points elsewhere can be nothing else: its label stands in no story, or shouts."""
    label, _ = _split(bare(text))
    return label.isupper() or is_phrase(trie(BOOK, "label"), words(label))


def _split(line: str) -> tuple[str, str]:
    """What stands before the first mark of a line near its beginning, and what stands behind it."""
    mark = _MARK.search(line, 0, LONGEST_LABEL)
    return (line[: mark.start()], line[mark.end() :]) if mark else (line, "")


def _alone(label: str, said: list[str], text: str) -> Pointer | None:
    """What a label says that has the line to itself."""
    announces = text.rstrip(" \"”'*_)]").endswith(":")
    if label.lower() in _NEEDING_MARK and not announces:
        return None
    return Pointer.LIST if announces or is_phrase(trie(BOOK, "heading"), said) else Pointer.OPEN
