"""Notes of correction: where they stand, and which value they take back for which other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.annotate import annotate
from checker.annotate.dates import Date
from checker.annotate.figures import Figure
from checker.annotate.names import Name
from checker.annotate.sentences import Sentence
from checker.article import Article, Mention, Metadata, Span
from checker.parsers import parse

_OPENS = re.compile(
    r"[\W_]*(?:(?:corrections?|clarifications?|editor['’]?s['’]? note|amendment|erratum)\b(?! appended)"
    r"|(?:an?|the) (?:earlier|previous|original) version of this\b|(?:corrects|refiles|clarifies)\b"
    r"|this (?:article|story|post|piece|report|page|[\w ]{3,20} (?:article|story)) (?:was|has been|originally)\b)",
    re.I,
)
_LABEL = re.compile(r"[\W_]*(?:corrections?|clarifications?|amendment|erratum)\W*", re.I)
_NOT = re.compile(r"(?:,| and|;|\() ?not\b|\b(?:instead of|rather than)\b", re.I)
_FROM_TO = re.compile(r"\b(?:corrected|changed|amended|revised|updated|corrects [\w ]{1,60}?)\b.{0,40}?\bfrom\b", re.I)
_TO_FROM = re.compile(r"\bto\b[^.;]{1,40}?\bfrom\b", re.I)
_WRONGLY = re.compile(
    r"\b(?:(?:earlier|previous|original) version|originally (?:said|stated|gave|reported|read)"
    r"|(?:incorrectly|mistakenly|wrongly|erroneously|inaccurately)|misstated|misreported|misspel(?:led|t)|misidentified)\b",
    re.I,
)
_RIGHTLY = re.compile(
    r"\b(?:in fact|actually|in reality|should have|correct (?:figure|number|date|name|total)|when (?:it|he|she))\b",
    re.I,
)
_NAMED = re.compile(r"\bspel|\b(?:sur)?name\b|\bnamed\b|\bmisidentified\b|\bmisspel", re.I)
_REACH = 30  # characters from “not” to the value that it is said of
_LONGEST = 2_000  # characters of a note; more is a story that opens like one
_KINDS = (Figure, Date, Name)


class Note(NamedTuple):
    """A note of correction; one from the metadata is an article of its own."""

    article: Article
    span: Span


class TakenBack(NamedTuple):
    """A value that a note calls wrong, and the right one."""

    note: Note
    wrong: Mention
    right: Mention


def notes(article: Article) -> Iterator[Note]:
    """The notes below or above the story, and those of the metadata."""
    blocks = list(article.prose())
    for at, block in enumerate(blocks):
        if _LABEL.fullmatch(article[block.span]):
            if at + 1 < len(blocks):
                yield Note(article, blocks[at + 1].span)
        elif _OPENS.match(article.text, block.span.start, block.span.end):
            yield Note(article, block.span)
    for number, text in enumerate(article.meta.corrections, 1):
        if text in article.text or not any(map(str.isalnum, text)):
            continue
        read = annotate(parse(text, f"correction {number}", meta=Metadata(published=article.meta.published)))
        yield Note(read, Span(0, len(read.text)))


def taken_back(note: Note) -> Iterator[TakenBack]:
    """The values that the note calls wrong."""
    if len(note.span) > _LONGEST:
        return
    sentences = [sentence.span for sentence in note.article.mentioned(Sentence, note.span)]
    for sentence in sentences:
        contrasted = list(_contrasted(note, sentence))
        yield from contrasted
        if not contrasted and (cue := _WRONGLY.search(note.article[sentence])):
            others = [value for other in sentences if other != sentence for value in _values(note.article, other)]
            yield from _said_wrongly(note, sentence, sentence.start + cue.end(), others)


def _values(article: Article, span: Span) -> list[Mention]:
    """The figures, dates and names in a span, in order; of those that share words the first."""
    found: list[Mention] = []
    for value in sorted((each for kind in _KINDS for each in article.mentioned(kind, span)), key=lambda one: one.span):
        if not found or value.span.start >= found[-1].span.end:
            found.append(value)
    return found


def _contrasted(note: Note, sentence: Span) -> Iterator[TakenBack]:
    """14, not 12; 14 instead of 12; from 12 to 14; to 14 from 12."""
    text, values = note.article.text, _values(note.article, sentence)
    named = _NAMED.search(text, sentence.start, sentence.end) is not None
    for pattern, wrong_first in ((_NOT, False), (_TO_FROM, False), (_FROM_TO, True)):
        for cue in pattern.finditer(text, sentence.start, sentence.end):
            after = [value for value in values if value.span.start >= cue.end()]
            if not after or after[0].span.start > cue.end() + _REACH:
                continue
            wrong = after[0]
            rest = (
                after[1:]
                if wrong_first
                else [value for value in reversed(values) if value.span.end <= wrong.span.start]
            )
            right = next((value for value in rest if alike(value, wrong)), None)
            if right and not same(right, wrong) and (named or not isinstance(wrong, Name)):
                yield TakenBack(note, wrong, right)
                return


def _said_wrongly(note: Note, sentence: Span, start: int, others: list[Mention]) -> Iterator[TakenBack]:
    """An earlier version said that it was 12. It was 14."""
    article = note.article
    turn = _RIGHTLY.search(article.text, start, sentence.end)
    stop = turn.start() if turn else sentence.end
    inside = [value for value in _values(article, sentence) if not isinstance(value, Name)]
    said = [value for value in inside if start <= value.span.start < stop]
    right = [value for value in inside if value not in said] + others
    wrong = [value for value in said if not any(same(value, other) for other in right)]
    for value in wrong:
        rivals = [other for other in right if alike(other, value)]
        if len(rivals) == 1 and sum(alike(other, value) for other in wrong) == 1:
            yield TakenBack(note, value, rivals[0])


def alike(one: Mention, other: Mention) -> bool:
    """Whether the two are values of one sort."""
    if isinstance(one, Figure) and isinstance(other, Figure):
        return one.unit == other.unit
    if isinstance(one, Date) and isinstance(other, Date):
        return [part is None for part in _parts(one)] == [part is None for part in _parts(other)]
    return type(one) is type(other)


def same(one: Mention, other: Mention) -> bool:
    """Whether `other` says what `one` says, perhaps more exactly."""
    if isinstance(one, Figure) and isinstance(other, Figure):
        return (one.low, one.high, one.unit) == (other.low, other.high, other.unit)
    if isinstance(one, Date) and isinstance(other, Date):
        told = [(mine, theirs) for mine, theirs in zip(_parts(one), _parts(other), strict=True) if mine is not None]
        return bool(told) and all(mine == theirs for mine, theirs in told)
    return False


def _parts(date: Date) -> tuple[int | None, ...]:
    """What is written of a date."""
    return date.year, date.month, date.day, date.weekday
