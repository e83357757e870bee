"""Which sentences belong to a more telling rule than that on promotions, so that each line is reported once."""

from __future__ import annotations

from checker.article import Article, Span
from checker.rules.ads._asks import ask
from checker.rules.ads._codes import button, promo_code
from checker.rules.ads._markers import is_marker
from checker.rules.ads._pointers import pointer


def claimed(article: Article, span: Span) -> bool:
    """Whether a code, a button, a request, a marker or a pointer to another story makes up the span."""
    text = article[span]
    return bool(promo_code(text) or button(text) or ask(article, span) or is_marker(text) or pointer(text))
