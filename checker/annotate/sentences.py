"""Sentences: every block is cut at its full stops, question and exclamation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.article import Article, Mention, Span


@dataclass(frozen=True, slots=True)
class Sentence(Mention):
    """One sentence, closing quotation marks and brackets included."""


_END = re.compile(
    # a word from its start and a mark from its start, lest a long run of either be tried at every character
    r"(?<![^\s.!?…])(?P<word>[^\s.!?…]*+)(?<![.!?…])(?P<mark>[.!?…]++)(?P<close>[\"”’'»)\]]*)"
    r"(?=\s+(?P<next>[\"“‘'«(\[]*\S+))"
)
_OPENERS = "\"“‘'«(["

# Titles and the like: a capital after them goes on.
_NEVER_LAST = frozenset(
    "mr mrs ms messrs dr prof rev hon gov lt col gen sgt cpl capt cmdr maj adm sen rep reps sens pres st mt ft fr "
    "vs v cf viz al no nos fig figs vol pp art eq ca approx est dept univ supt insp det pte bros mme mlle sr "
    "jan feb mar apr jun jul aug sept sep oct nov dec e.g i.e".split()
)
# Abbreviations that may end a sentence: they do when an unmistakable opening word follows.
_MAYBE_LAST = frozenset("corp inc ltd co plc llc jr sr etc ave blvd bldg assn bhd cie gmbh a.m p.m ph.d".split())
_OPENING_WORDS = frozenset(
    "the this that these those it its he she they his her their we our i you a an in on of at by for from with as "
    "but and or if when while after before since because although though however meanwhile there here what who "
    "why how where mr mrs ms dr last under both all some many most one two no not now then also still earlier "
    "later yet another each about according asked".split()
)
_INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]")


def find(article: Article) -> Iterator[Sentence]:
    """The sentences of every block of prose, in order, without the space between them."""
    for block in article.prose():
        start = block.span.start
        for end in _ends(article.text, block.span):
            yield from _sentence(article.text, start, end)
            start = end
        yield from _sentence(article.text, start, block.span.end)


def sentence_before(article: Article, offset: int) -> Sentence | None:
    """The last sentence before `offset`, in the block that has it or the one before."""
    at = offset - 1
    while at > 0 and article.text[at].isspace():
        at -= 1
    return article.enclosing(Sentence, at) if at >= 0 else None


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Sentence(Span(start, end), "end mark")


def _ends(text: str, block: Span) -> Iterator[int]:
    for match in _END.finditer(text, block.start, block.end):
        if _ends_a_sentence(match):
            yield match.end()


def _ends_a_sentence(match: re.Match[str]) -> bool:
    word, mark, close, following = match["word"], match["mark"], match["close"], match["next"]
    opening = following.lstrip(_OPENERS)
    first = opening[:1]
    if not (first.isupper() or first.isdigit() or first in "$£€¥" or following[0] in _OPENERS):
        return False
    if mark != ".":
        return not close or first.isupper()  # “Stop!” she said
    if close:
        return True
    bare = word.lstrip(_OPENERS).lower()
    if _before(match) == ".":  # the last letter of U.S. or a.m.
        return opening.rstrip(",.;:’'\"”").lower() in _OPENING_WORDS
    if bare in _NEVER_LAST:
        return False
    if bare in _MAYBE_LAST or _is_initial(word.lstrip(_OPENERS)):
        return opening.rstrip(",.;:’'\"”").lower() in _OPENING_WORDS
    return True


def _before(match: re.Match[str]) -> str:
    """The character before the last word, when the word is a single letter."""
    at = match.start("word")
    return match.string[at - 1] if at and len(match["word"]) == 1 else ""


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper() and _INITIALS.fullmatch(word) is not None and word != "I"
