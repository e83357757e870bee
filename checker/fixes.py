"""Applying fixes to the source of an article."""

from __future__ import annotations

from collections.abc import Iterable

from checker.article import Article
from checker.finding import Edit, Fix


def apply(article: Article, fixes: Iterable[Fix]) -> str:
    """The source with `fixes` applied, in order of place.

    A fix is left out as a whole when one of its edits overlaps an edit taken before, or does not
    fall in characters that stand in the source as they do in the text.
    """
    taken: list[Edit] = []
    for fix in fixes:
        if all(article.verbatim(edit.span) and not _touches(edit, taken) for edit in fix.edits):
            taken.extend(fix.edits)
    source = article.source
    for edit in sorted(taken, key=lambda edit: edit.span, reverse=True):
        place = article.locate(edit.span)
        source = source[: place.start] + edit.text + source[place.end :]
    return source


def _touches(edit: Edit, others: Iterable[Edit]) -> bool:
    return any(edit.span.overlaps(other.span) for other in others)
