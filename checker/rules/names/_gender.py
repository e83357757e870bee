"""Whether a person is a man or a woman by what the article calls them: “Mr Lee”, “a spokeswoman, Ann Lee”."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.annotate.cues import firm
from checker.annotate.names import Name, NameKind
from checker.annotate.names.words import Words
from checker.annotate.quotes import Quote
from checker.article import Span

MAN, WOMAN = "man", "woman"

_TITLES = {
    **dict.fromkeys(("mr", "sir", "lord", "king", "prince", "baron", "duke", "count", "brother"), MAN),
    **dict.fromkeys(("mrs", "ms", "miss", "dame", "lady", "madam", "mme", "queen", "princess", "baroness"), WOMAN),
}
_ROLES = {
    **dict.fromkeys("congressman spokesman chairman businessman policeman fireman actor king prince".split(), MAN),
    **dict.fromkeys(
        "congresswoman spokeswoman chairwoman businesswoman policewoman actress queen princess".split(), WOMAN
    ),
}
# “actor” and “chairman” are said of women too, by many papers.
_EITHER = frozenset("actor chairman".split())
_THROUGH = frozenset("through by via".split())  # Lee, through a spokeswoman, declined
_PRONOUNS = {"he": MAN, "she": WOMAN}
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


def told(name: Name) -> str:
    """MAN or WOMAN by a courtesy title or an office with a gender; empty when neither tells."""
    if gender := _TITLES.get(name.title.lower().rstrip(".")):
        return gender
    words = name.role.lower().split()
    return "" if not words or words[0] in _THROUGH or words[-1] in _EITHER else _ROLES.get(words[-1], "")


def pronouns(words: Words, of: Mapping[int, Name]) -> Iterator[tuple[int, Name, bool]]:
    """The pronouns that open sentences with the only person whom they can take up, and whether the gender agrees.

    `of` has for each person a mention with a gender.
    """
    article = words.article
    for at, lower in enumerate(words.lower):
        gender = _PRONOUNS.get(lower)
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
        if name and (told(name) == gender or not _may_be_another(words, name, of, block.span.start, gender)):
            yield at, name, told(name) == gender


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
        and (other.cluster not in of or told(of[other.cluster]) == gender)
        for other in article.mentioned(Name, Span(first, start))
    )
