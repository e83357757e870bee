"""Applying fixes to the source of an article: exactly where they point, as the format wants it, and nothing else.

An edit that deletes a block takes what held it along: its line, its element, its place in a list. Any other edit must
fall in characters that stand in the source as they do in the text, but for a line break that is deleted with a word,
and may not change a figure, a date, a name or a quotation; a deletion may have one inside.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.annotate.dates import Date
from checker.annotate.figures import Figure
from checker.annotate.names import Name
from checker.annotate.quotes import Quote, QuoteKind
from checker.article import Article, Span
from checker.finding import Edit, Fix
from checker.fixes.change import Change, changed, written
from checker.fixes.lines import Cut
from checker.fixes.lines import cut as cut_lines

if TYPE_CHECKING:
    from checker.fixes.records import Record


@dataclass(frozen=True, slots=True)
class Applied:
    """A source with fixes applied."""

    source: str
    fixes: tuple[Fix, ...]
    """Those that were applied."""
    words: tuple[str, ...]
    """What the article must say when the source is read again, word for word."""


def apply(article: Article, fixes: Iterable[Fix], form: str = "text", encoding: str = "utf-8") -> Applied:
    """The source of an article with as many fixes as can be applied; `form` is a key of `checker.parsers.PARSERS`.

    A fix is left out as a whole when one of its edits overlaps an edit taken before, or cannot be made.
    """
    surface = _surface(article, form, encoding)
    taken = _taken(article, surface, fixes)
    while True:
        edits = [edit for fix in taken for edit in fix.edits]
        blocks = sorted(edit.span for edit in edits if _is_block(article, edit))
        gone = surface.cut(blocks) if blocks else Cut([], [])
        if not gone.left:
            break
        taken = [fix for fix in taken if not any(edit.span in gone.left for edit in fix.edits)]
    changes = [surface.change(edit) for edit in edits if not _is_block(article, edit)]
    source = changed(article.source, map(surface.outside, [*changes, *map(Change, gone.spans)]))
    words = changed(article.text, [Change(edit.span, edit.text) for edit in edits]).split()
    return Applied(source, tuple(taken), tuple(words))


@dataclass(frozen=True)
class _Surface:
    """What edits fall on: the source, or where it is a record the text in its strings."""

    article: Article
    form: str
    encoding: str
    parts: tuple[Span, ...]
    record: Record | None = None

    def cut(self, blocks: Sequence[Span]) -> Cut:
        if self.form != "html":
            return cut_lines(self.article, blocks, self.form, self.parts)
        from checker.fixes.elements import cut

        return cut(self.article, blocks, self.parts[-1])

    def change(self, edit: Edit) -> Change:
        text = written(edit.text, self.form, self.encoding)
        assert text is not None  # or it had not been taken
        return Change(self.article.locate(edit.span), text)

    def takes(self, edit: Edit) -> bool:
        """Whether an edit can be made in place: over the same characters, or to delete them and a break of the line."""
        article, there = self.article, self.article.locate(edit.span)
        if self.form == "markdown" and article.source[there.start - 1 : there.start] == "\\":
            return False
        if not edit.text:
            return article.source[there.start : there.end].split() == article[edit.span].split()
        return article.verbatim(edit.span) and written(edit.text, self.form, self.encoding) is not None

    def outside(self, change: Change) -> Change:
        return self.record.outside(change, self.encoding) if self.record else change


def _surface(article: Article, form: str, encoding: str) -> _Surface:
    if form != "json":
        return _Surface(article, form, encoding, (Span(0, len(article.source)),))
    from checker.fixes.records import opened

    record = opened(article)
    return _Surface(record.article, record.form, "utf-8", record.parts, record)


def _taken(article: Article, surface: _Surface, fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes that can be made together, the earlier of two that overlap."""
    facts, names = _facts(article), [name.span for name in article.mentioned(Name)]
    spans: list[Span] = []
    taken: list[Fix] = []

    def spares(edit: Edit) -> bool:
        return _spares(facts, edit) and _spares(names, edit, openings=True)  # “ADVERTISEMENT They” is read as a name

    for fix in fixes:
        if any(_overlaps(edit.span, spans) for edit in fix.edits):
            continue
        if all(_is_block(article, edit) or (surface.takes(edit) and spares(edit)) for edit in fix.edits):
            taken.append(fix)
            for edit in fix.edits:
                spans.insert(bisect_left(spans, edit.span), edit.span)
    return taken


def _overlaps(span: Span, sorted_spans: Sequence[Span]) -> bool:
    """Whether a span has a character or its place in common with one of several that do not overlap each other."""
    at = bisect_left(sorted_spans, span)
    beside = sorted_spans[max(0, at - 1) : at + 1]
    return any(span.overlaps(other) or span == other for other in beside)


def _is_block(article: Article, edit: Edit) -> bool:
    return not edit.text and article.block_at(edit.span.start).span == edit.span


def _facts(article: Article) -> list[Span]:
    """Where figures, dates and quotations stand, those that overlap as one."""
    spans = [mention.span for kind in (Figure, Date) for mention in article.mentioned(kind)]
    spans += [quote.span for quote in article.mentioned(Quote) if quote.kind is not QuoteKind.INDIRECT]
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _spares(facts: Sequence[Span], edit: Edit, *, openings: bool = False) -> bool:
    """Whether an edit changes none of these; a deletion may take whole ones along, or only their `openings`."""
    first = max(0, bisect_right(facts, edit.span) - 1)
    for fact in facts[first:]:
        if fact.start >= edit.span.end:
            break
        gone = not edit.text and (fact in edit.span or (openings and edit.span.start <= fact.start))
        if fact.overlaps(edit.span) and not gone:
            return False
    return True
