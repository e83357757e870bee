"""Words that count the same thing in news: killed and dead, prisoners and detainees."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _classes() -> dict[str, str]:
    """Each word and the first word of its line in `data/synonyms.txt`."""
    text = (files("checker") / "data" / "synonyms.txt").read_text(encoding="utf-8")
    classes: dict[str, str] = {}
    for line in text.splitlines():
        words = line.partition("#")[0].split()
        classes.update((word, words[0]) for word in words)
    return classes


def same_thing(head: str) -> str:
    """One word for all that count the same thing as `head`; `head` itself when it has no synonym."""
    return _classes().get(head, head)
