"""Names: people, organisations and places, gathered into clusters that are one bearer each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from checker.article import Article, Mention, Span


class NameKind(StrEnum):
    """What bears a name."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name(Mention):
    """A name as written; `span` leaves out title, possessive and article."""

    kind: NameKind
    name: str
    """The fullest form of its cluster: “Volodymyr Zelenskyy” for “Zelenskyy”."""
    cluster: int
    """Equal for all mentions of one bearer in an article."""
    first: str = ""
    """Of a person as written here: the first name, if any."""
    last: str = ""
    """Of a person as written here: the surname, if any."""
    title: str = ""
    """A courtesy title or rank before it: “Mr”, “Dr”, “Sgt”."""
    role: str = ""
    """An office or trade beside it, as printed: “Defence Minister”, “the producer”."""
    role_span: Span = Span(0, 0)
    age: int | None = None


def find(article: Article) -> Iterator[Name]:
    """The names of every block of prose, in order."""
    yield from ()
