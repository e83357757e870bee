"""Fixes that take a line or a sentence out of the copy."""

from __future__ import annotations

from checker.article import Article, Span
from checker.finding import Edit, Fix

_PAIRS = {"(": ")", "[": "]"}


def removal(article: Article, span: Span, what: str, *, safe: bool = False) -> Fix:
    """The fix that deletes a block, or words inside one with the brackets and one of the spaces around them."""
    return Fix(f"delete the {what}", (Edit(_gone(article, span), ""),), safe)


def _gone(article: Article, span: Span) -> Span:
    block = article.block_at(span.start).span
    text, start, end = article.text, span.start, span.end
    if start > block.start and end < block.end and _PAIRS.get(text[start - 1]) == text[end]:
        start, end = start - 1, end + 1
    if end < block.end and text[end] == " ":
        return Span(start, end + 1)
    return Span(start - (start > block.start and text[start - 1] == " "), end)
