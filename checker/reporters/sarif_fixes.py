"""Fixes as SARIF has them: regions of the file, and what to put there; left out where that would not mend the file."""

from __future__ import annotations

from typing import Any

from checker.article import Article, Span
from checker.finding import Edit, Fix
from checker.parsers import ENDINGS
from checker.reporters.places import ending_of

Json = dict[str, Any]

_LINED = ("text", "markdown")
"""Formats in which a block that stands on lines of its own goes with these lines."""
_MARKED = (*_LINED, "html")
"""Formats whose files say what the article says, as characters: an editor can make the change."""


def region(where: Json) -> Json:
    """The place of a record of the report."""
    start, end = where["start"], where["end"]
    return {
        "startLine": start["line"],
        "startColumn": start["column"],
        "endLine": end["line"],
        "endColumn": end["column"],
        "charOffset": start["offset"],
        "charLength": end["offset"] - start["offset"],
    }


def replacements(article: Article, path: str, fix: Fix, edits: list[Json]) -> list[Json]:
    """A replacement for each edit of a fix, whose records are `edits`; none when one of them cannot be made."""
    form = ENDINGS.get(ending_of(path), "text")
    made = [_replacement(article, form, edit, row) for edit, row in zip(fix.edits, edits, strict=True)]
    return [one for one in made if one is not None] if all(made) else []


def _replacement(article: Article, form: str, edit: Edit, row: Json) -> Json | None:
    if not edit.text and article.block_at(edit.span.start).span == edit.span:
        gone = _lines(article, row) if form in _LINED else None
        return {"deletedRegion": gone, "insertedContent": {"text": ""}} if gone else None
    text = _written(article, form, edit)
    return {"deletedRegion": region(row), "insertedContent": {"text": text}} if text is not None else None


def _lines(article: Article, row: Json) -> Json | None:
    """The lines of a block with their breaks; None when anything else stands on them."""
    source = article.source
    start, end = row["start"]["offset"], row["end"]["offset"]
    first = start - row["start"]["column"] + 1
    last = source.find("\n", end)
    if source[first:start].strip() or source[end : last if last >= 0 else len(source)].strip():
        return None
    if last < 0:
        return {**region(row), "startColumn": 1, "charOffset": first, "charLength": end - first}
    return {
        "startLine": row["start"]["line"],
        "startColumn": 1,
        "endLine": row["end"]["line"] + 1,
        "endColumn": 1,
        "charOffset": first,
        "charLength": last + 1 - first,
    }


def _written(article: Article, form: str, edit: Edit) -> str | None:
    """What to put in place of characters that stand in the file as in the text; None when they do not."""
    there: Span = article.locate(edit.span)
    if form not in _MARKED or article.source[there.start : there.end].split() != article[edit.span].split():
        return None
    if not edit.text:
        return ""
    from checker.fixes.change import written  # few findings have one that writes anything

    return written(edit.text, form, "utf-8")
