"""Words that count the same thing in news: killed and dead, prisoners and detainees."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from checker.annotate.stems import stem


@cache
def _lines() -> tuple[tuple[str, ...], ...]:
    """The lines of `data/synonyms.txt`, each the words for one thing."""
    text = (files("checker") / "data" / "synonyms.txt").read_text(encoding="utf-8")
    lines = (tuple(line.partition("#")[0].split()) for line in text.splitlines())
    return tuple(words for words in lines if words)


@cache
def _classes() -> dict[str, str]:
    """Each word and the first word of its line."""
    return {word: words[0] for words in _lines() for word in words}


@cache
def _stems() -> dict[str, str]:
    """The stem of each word and that of the first word of its line."""
    return {stem(word): stem(words[0]) for words in _lines() for word in words}


def same_thing(head: str) -> str:
    """One word for all that count the same thing as `head`; `head` itself when it has no synonym."""
    return _classes().get(head, head)


def same_topic(stemmed: str) -> str:
    """One stem for the stems of all words of a kind: “wounding” and “injuries” are of one."""
    return _stems().get(stemmed, stemmed)
