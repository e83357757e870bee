"""Names whose two words stand the other way round elsewhere: “Jinping Xi” and “Xi Jinping”."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checker.annotate.gazetteers import first_names, fold
from checker.annotate.names import Name, NameKind
from checker.article import Article

_PERSONAL = frozenset({NameKind.PERSON, NameKind.OTHER})


def turned(article: Article) -> Iterator[tuple[Name, Name, int]]:
    """The mentions to point at, each with one of the other order and how often that one occurs."""
    found: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    for name in article.mentioned(Name):
        if name.kind in _PERSONAL and (two := _two_words(article[name.span])):
            found[two].append(name)
    for two, names in found.items():
        others = found.get(two[::-1], [])
        if others and two[0] != two[1] and not first_names().issuperset(two[:2]) and _is_odd(names, others):
            yield names[0], others[0], len(others)


def _two_words(text: str) -> tuple[str, ...]:
    """The two words of a name, or the two halves of its last one."""
    words = fold(text).split()
    halves = tuple(words[-1].split("-")) if words else ()
    if len(halves) == 2 and text[-len(halves[1]) :].istitle():
        return halves
    return tuple(words) if len(words) == 2 and len(halves) == 1 and min(map(len, words)) > 1 else ()


def _is_odd(names: list[Name], others: list[Name]) -> bool:
    """Whether it is seen less than the other order, or only later."""
    if len(names) != len(others):
        return len(names) < len(others)
    return names[0].span > others[0].span
