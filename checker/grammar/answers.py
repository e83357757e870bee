"""The server's answers, taken apart with care: any server may be named, and not every one is a LanguageTool."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


class Nonsense(ValueError):
    """An answer that no LanguageTool gives."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One match; `start` and `end` count UTF-16 units of the text that was sent."""

    start: int
    end: int
    rule: str
    category: str
    message: str
    suggestions: tuple[str, ...]


_MOST_SUGGESTIONS = 5


def answers(document: Any, units: int) -> list[Answer]:
    """The matches of a response to a text of `units` UTF-16 units; raises Nonsense when it is not one."""
    try:
        if document.get("warnings", {}).get("incompleteResults"):
            raise Nonsense("it gave up before the end of the text")
        return [_answer(match, units) for match in document["matches"]]
    except (KeyError, TypeError, AttributeError) as error:
        raise Nonsense(f"its answer has no {error}" if isinstance(error, KeyError) else str(error)) from None


def _answer(match: Any, units: int) -> Answer:
    start, length, rule = match["offset"], match["length"], match["rule"]
    if not (isinstance(start, int) and isinstance(length, int) and 0 <= start <= start + length <= units):
        raise Nonsense(f"a match at {start!r}, {length!r} long, in a text of {units}")
    return Answer(
        start,
        start + length,
        _text(rule["id"]),
        _text(rule["category"]["id"]),
        _text(match["message"]),
        tuple(_text(each["value"]) for each in match["replacements"][:_MOST_SUGGESTIONS]),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise Nonsense(f"{value!r} where a text belongs")
    return value
