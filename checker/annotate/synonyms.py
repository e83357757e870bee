"""Words that count the same thing in news: killed and dead, prisoners and detainees."""

from __future__ import annotations

from functools import cache

from checker.data import read


@cache
def _classes() -> dict[str, str]:
    """Each word and the first word of its line in `data/synonyms.txt`."""
    classes: dict[str, str] = {}
    for line in read("synonyms.txt").splitlines():
        words = line.partition("#")[0].split()
        classes.update((word, words[0]) for word in words)
    return classes


def same_thing(head: str) -> str:
    """One word for all that count the same thing as `head`; `head` itself when it has no synonym."""
    return _classes().get(head, head)
