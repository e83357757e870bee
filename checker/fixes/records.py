"""The text inside a JSON record that an article was read from, and the way of a change back into its strings."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.article import Article, Span
from checker.fixes.change import Change, written
from checker.parsers.json import thread_of
from checker.parsers.strings import Thread


@dataclass(frozen=True)
class Record:
    """The strings of a record as one text, with the article leading into it."""

    article: Article
    form: str
    parts: tuple[Span, ...]
    """Where in the text the strings stand; the last one is the body."""
    thread: Thread

    def outside(self, change: Change, encoding: str) -> Change:
        """A change of the text as one of the file."""
        return Change(self.thread.place(change.span), written(change.text, "json", encoding) or "")


def opened(article: Article) -> Record:
    """The record in the source of an article."""
    thread, headline, body, is_html = thread_of(article.source)
    inner = replace(article, source=thread.text, pieces=tuple(map(thread.unfolded, article.pieces)))
    return Record(inner, "html" if is_html else "text", (headline, body), thread)
