"""What changes in a source: a span of it, and what stands there instead, written as its format wants it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from checker.article import Span

_MARKDOWN_MARKS = re.compile(r"[\\`*_\[\]<]")


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """Put `text` where `span` of a source stands."""

    span: Span
    text: str = ""


def changed(source: str, changes: Iterable[Change]) -> str:
    """A source with all changes made; they may not overlap."""
    parts: list[str] = []
    at = 0
    for change in sorted(changes):
        parts += (source[at : change.span.start], change.text)
        at = change.span.end
    return "".join((*parts, source[at:]))


def written(text: str, form: str, encoding: str) -> str | None:
    """`text` as a source of this format and encoding has it; None when it cannot be written there."""
    if not text or (form == "text" and text.isascii()):
        return text
    if form == "html":
        marked = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return marked.encode(encoding, "xmlcharrefreplace").decode(encoding)
    if form == "json":
        import json

        return json.dumps(text, ensure_ascii=not _fits(text, encoding))[1:-1]
    if not _fits(text, encoding):
        return None
    return _MARKDOWN_MARKS.sub(r"\\\g<0>", text) if form == "markdown" else text


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
