"""Codes and buttons of a shop: “use code SPRING20”, “Buy now”."""

from __future__ import annotations

import re
from functools import cache

_HINTS = ("code", "Code", "CODE", "oupon", "OUPON", "oucher:", "romo:")
_NO_CODES = frozenset("red blue pink orange green black qr html css icd iso zip pin uk us".split())
_BUY = frozenset("buy shop order book claim grab preorder pre-order".split())
_WHAT = frozenset("yours it them tickets online".split())
_WHEN = frozenset("now here today online".split())
_BUTTONS = frozenset(
    f"{verb} {article} {what}{here}"
    for verb in ("shop",)
    for article in ("the", "our")
    for what in ("sale", "range", "collection", "look", "edit")
    for here in ("", " now", " here")
) | {
    *("add to cart", "add to basket", "add to bag"),
    *(f"{press} here to {verb}" for press in ("click", "tap") for verb in ("buy", "order", "shop", "book")),
}
_BREAK = re.compile(r"[.!?:;–—|(\[>]\s*|\s-\s+")
_LONGEST = 40  # characters of a button and the marks around it


def promo_code(text: str) -> str | None:
    """The code that a sentence tells the reader to use, if it does."""
    if not any(hint in text for hint in _HINTS):
        return None
    named, used, bargain = _patterns()
    if match := named.search(text):
        return match["code"]
    match = used.search(text)
    if match and match["code"].lower() not in _NO_CODES and (bargain.search(text) or match.end() == len(text)):
        return match["code"]
    return None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A code with the name of its kind, a code that is used, and words of a bargain; compiled when first needed."""
    code = r"[\"“'‘]?(?P<code>(?-i:[A-Z][A-Z0-9]{2,15}|[A-Z0-9]*\d[A-Z0-9]*[A-Z][A-Z0-9]*|[A-Z][A-Za-z]*\d{1,3}))\b"
    return (
        re.compile(
            rf"\b(?:promo(?:tional|tion)?|coupon|discount|voucher|offer|referral|gift|checkout)\s+codes?\s*"
            rf"(?:is\s+)?[:=]?\s*{code}",
            re.I,
        ),
        re.compile(
            rf"(?:\b(?:use|using|with|enter|apply|quote|quoting|redeem|and|add)\s+(?:(?:the|our)\s+)?code\s*:?"
            rf"|\A\W*(?:code|coupon|voucher|promo)\s*:)\s*{code}",
            re.I,
        ),
        re.compile(
            r"%|\boff\b|\bfree\b|[$£€]\s?\d|\b(?:save|discount|checkout|order|deal|offer|shipping|delivery)\b", re.I
        ),
    )


def button(text: str) -> str | None:
    """The words of a shop's button, such as “Buy now”, where they end a line and are no part of a sentence."""
    end = text.rstrip(" .!)]>»→▶|")
    start = max((mark.end() for mark in _BREAK.finditer(end, max(0, len(end) - _LONGEST))), default=0)
    if len(end) - start > _LONGEST:
        return None
    pressed = end[start:]
    said = pressed.lower().split()
    if not 1 < len(said) < 6:
        return None
    if said[0] in _BUY and said[-1] in _WHEN and (len(said) == 2 or (len(said) == 3 and said[1] in _WHAT)):
        return pressed
    return pressed if " ".join(said) in _BUTTONS else None
