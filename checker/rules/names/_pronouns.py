"""“He” and “she” at the opening of a sentence, with the only person whom they can take up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.annotate.cues import firm
from checker.annotate.names import Name, NameKind
from checker.annotate.names.gender import MAN, SUBJECTS, WOMAN, by_title_or_office
from checker.annotate.names.words import Words
from checker.annotate.quotes import Quote
from checker.article import Span

# Who may be meant where no name is given, by gender and for both.
_NAMELESS = {
    MAN: frozenset(
        "man men boy boys husband father son brother uncle widower king gentleman boyfriend nephew grandfather dad "
        "spokesman chairman".split()
    ),
    WOMAN: frozenset(
        "woman women girl girls wife mother daughter sister aunt widow queen lady girlfriend niece grandmother mum "
        "spokeswoman chairwoman actress".split()
    ),
}
_ANYBODY = frozenset(
    "mayor minister president chancellor judge doctor nurse teacher officer victim suspect player singer colleague "
    "friend partner rival spokesperson secretary lawyer solicitor attorney analyst economist author writer driver "
    "student patient resident witness couple".split()
)
_BEFORE = 2  # paragraphs before in which somebody else may be meant


def pronouns(words: Words, of: Mapping[int, Name]) -> Iterator[tuple[int, Name, bool]]:
    """The pronouns that open sentences with the only person whom they can take up, and whether the gender agrees.

    `of` has for each person a mention with a gender.
    """
    article = words.article
    for at, lower in enumerate(words.lower):
        gender = SUBJECTS.get(lower)
        if (
            gender is None
            or not (at in words.openings or _ends_a_quotation(words, at))
            or article.enclosing(Quote, words.starts[at])
        ):
            continue
        block = article.block_at(words.starts[at])
        people = [
            name for name in article.mentioned(Name, Span(block.span.start, words.starts[at])) if _is_person(name)
        ]
        if len({name.cluster for name in people}) != 1:
            continue
        if _has_any(words, block.span.start, at, _ANYBODY | _NAMELESS[gender]):
            continue
        name = next((of[name.cluster] for name in people if name.cluster in of), None)
        if name and (
            by_title_or_office(name) == gender or not _may_be_another(words, name, of, block.span.start, gender)
        ):
            yield at, name, by_title_or_office(name) == gender


def _is_person(name: Name) -> bool:
    return name.kind is NameKind.PERSON


def _ends_a_quotation(words: Words, at: int) -> bool:
    """Whether it is the “he” of “…,” he said."""
    return (
        at > 0
        and words.texts[at - 1] in ('"', "”", "'", "’")
        and (words.lower[at + 1] if at + 1 < words.size else "") in firm()
    )


def _has_any(words: Words, start: int, at: int, wanted: frozenset[str]) -> bool:
    """Whether one of the words stands between the offset `start` and token `at`."""
    return not wanted.isdisjoint(words.lower[words.article.tokens.at(start) : at])


def _may_be_another(words: Words, name: Name, of: Mapping[int, Name], start: int, gender: str) -> bool:
    """Whether somebody mentioned shortly before the paragraph that begins at `start` may be of that gender."""
    article = words.article
    first = start
    for _ in range(_BEFORE):
        first = article.block_at(max(0, first - 2)).span.start
    return _has_any(words, first, article.tokens.at(start), _NAMELESS[gender]) or any(
        _is_person(other)
        and other.cluster != name.cluster
        and (other.cluster not in of or by_title_or_office(of[other.cluster]) == gender)
        for other in article.mentioned(Name, Span(first, start))
    )
