"""Which rule a line belongs to, so that each line is reported once."""

from __future__ import annotations

from checker.article import Article, Span
from checker.rules.ads._asks import ask
from checker.rules.ads._codes import button, promo_code
from checker.rules.ads._markers import is_marker
from checker.rules.ads._pitch import LINE, Listener
from checker.rules.ads._pointers import pointer


def claimed(article: Article, span: Span) -> bool:
    """Whether a code, a button, a request, a marker or a pointer makes up the span, and it is no mere promotion."""
    return _is_furniture(article, span) or pointer(article[span]) is not None


def unclaimed(article: Article, spans: list[Span]) -> list[Span]:
    """The lines that no rule but that on pointers to other stories may claim."""
    listener = Listener(article)
    return [span for span in spans if not _is_furniture(article, span) and not listener.hear(span).reaches(LINE)]


def _is_furniture(article: Article, span: Span) -> bool:
    text = article[span]
    return bool(promo_code(text) or button(text) or ask(article, span) or is_marker(text))
