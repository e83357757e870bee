"""Names in lines that are set in title case: those that the rest of the article names, and the unmistakable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.annotate.frequency import is_plain_word
from checker.annotate.gazetteers import first_names, fold, well_known_places
from checker.annotate.names.drafts import Draft
from checker.annotate.names.words import Words
from checker.article import Block

_LONGEST = 6  # words of a name that is looked for

Known = dict[str, Draft]
"""Names of the article by their folded words, joined by blanks."""


def known_names(drafts: Iterable[Draft]) -> Known:
    """The names of the body; a surname stands for its bearer."""
    known: Known = {}
    for draft in drafts:
        known.setdefault(fold(draft.text), draft)
        if draft.kind == "person" and draft.family:
            known.setdefault(fold(draft.family), draft)
    return known


def in_title_case(words: Words, block: Block, known: Known) -> Iterator[Draft]:
    """The names in a block that is set in title case."""
    inside = words.article.tokens.within(block.span.start, block.span.end)
    at = inside.start
    while at < inside.stop:
        draft = _known_at(words, at, inside.stop, known) if words.texts[at][0].isupper() else None
        if draft:
            yield draft
            at = draft.last
        else:
            at += 1


def _known_at(words: Words, at: int, stop: int, known: Known) -> Draft | None:
    for end in range(min(stop, at + _LONGEST), at, -1):
        text = words.article.text[words.starts[at] : words.starts[end - 1]] + words.base(end - 1)
        key = fold(text)
        if key in well_known_places() and (key not in known or known[key].kind != "person"):
            return Draft(at, end, text, "place", True, found_by="gazetteer")
        if key in known:
            return _like(known[key], at, end, text)
    return _unknown_person(words, at, stop)


def _like(known: Draft, at: int, end: int, text: str) -> Draft:
    parts = text.split()
    given, family = (parts[0], parts[-1]) if known.kind == "person" and len(parts) > 1 else ("", "")
    if known.kind == "person" and not family:
        family = text
    return Draft(at, end, text, known.kind, known.firm, given, family, found_by="named in the story")


def _unknown_person(words: Words, at: int, stop: int) -> Draft | None:
    """A first name and a word that is none in lower case."""
    if at + 1 >= stop or fold(words.texts[at]) not in first_names() or is_plain_word(words.texts[at]):
        return None
    family = words.base(at + 1)
    if not family[0].isupper() or is_plain_word(family) or words.gap(at) != 1 or not family.isalpha():
        return None
    text = f"{words.texts[at]} {family}"
    return Draft(at, at + 2, text, "person", False, words.texts[at], family, found_by="first name")
