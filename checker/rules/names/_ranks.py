"""Ranks before a name: “Sgt Marlow” and “Captain Marlow” are two people, or one of them is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from checker.annotate.names import Name
from checker.article import Article, Span

_RANKS = (
    "private pvt pte",
    "corporal cpl",
    "sergeant sgt",
    "lieutenant lt",
    "captain capt",
    "major maj",
    "colonel col",
    "brigadier brig",
    "general gen",
    "admiral adm",
    "constable pc",
    "inspector insp",
    "superintendent supt",
)


def rank_of(name: Name) -> int:
    """The number of the rank before a name; -1 without one. “Lt. Col.” is a colonel, as colonels are addressed."""
    return _ranks().get(_called(name).lower().rpartition(" ")[2].rstrip("."), -1)


def _called(name: Name) -> str:
    """The title, or the office that stands before the name."""
    return name.title or (name.role if name.role_span.end <= name.span.start else "")


def ranked(names: Sequence[Name]) -> Iterator[tuple[Name, Name | None]]:
    """Each later mention with a rank, and the first mention if that had another one."""
    first: Name | None = None
    for name in names:
        rank = rank_of(name)
        if rank < 0:
            continue
        if first is None:
            first = name
        else:
            differ = rank != rank_of(first) and not (name.first and first.first and name.first != first.first)
            yield name, first if differ else None


def rank_span(article: Article, name: Name) -> Span:
    """The rank before a name."""
    at = article.tokens.at(name.span.start) - 1
    if at > 0 and article.tokens.texts[at] == ".":
        at -= 1
    return Span(article.tokens.starts[max(0, at)], article.tokens.ends[max(0, at)])


@cache
def _ranks() -> dict[str, int]:
    return {word: number for number, line in enumerate(_RANKS) for word in line.split()}
