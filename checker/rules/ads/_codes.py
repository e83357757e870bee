"""Codes and buttons of a shop: “use code SPRING20”, “Buy now”."""

from __future__ import annotations

import re

_CODE = r"(?-i:[A-Z][A-Z0-9]{2,15}|[A-Z0-9]*\d[A-Z0-9]*[A-Z][A-Z0-9]*|[A-Z][A-Za-z]*\d{1,3})"
_NAMED = re.compile(
    rf"\b(?:promo(?:tional|tion)?|coupon|discount|voucher|offer|referral|gift|checkout)\s+codes?\s*(?:is\s+)?[:=]?\s*[\"“'‘]?(?P<code>{_CODE})\b",
    re.I,
)
_USED = re.compile(
    rf"\b(?:use|using|with|enter|apply|quote|quoting|redeem|and|add)\s+(?:the\s+|our\s+)?code\s*:?\s*[\"“'‘]?(?P<code>{_CODE})\b",
    re.I,
)
_BARE = re.compile(rf"\A\W*(?:code|coupon|voucher|promo)\s*:\s*[\"“'‘]?(?P<code>{_CODE})\b", re.I)
_BARGAIN = re.compile(
    r"%|\boff\b|\bfree\b|[$£€]\s?\d|\b(?:save|discount|checkout|order|deal|offer|shipping|delivery)\b", re.I
)
_HINTS = ("ode", "ODE", "oupon", "OUPON", "oucher", "romo")
_NO_CODES = re.compile(r"\b(?:Red|RED|BLUE|Blue|PINK|Pink|ORANGE|Orange|QR|HTML|CSS|ICD|ISO|ZIP|PIN|UK|US)\b")
_BUTTON = re.compile(
    r"(?:(?:buy|shop|order|book|claim|grab|pre-?order)\s+(?:(?:yours?|it|them|tickets|online)\s+)?(?:now|here|today|online)"
    r"|shop\s+(?:the|our)\s+(?:sale|range|collection|look|edit)(?:\s+(?:now|here))?|(?:click|tap)\s+here\s+to\s+(?:buy|order|shop|book)"
    r"|add\s+to\s+(?:basket|cart|bag))",
    re.I,
)
_PRESSED = re.compile(rf"(?:\A|[.!?:;–—|([>]\s*|\s-\s+)(?P<button>{_BUTTON.pattern})(?=\s*(?:[.!|)\]>»→▶]|\Z))", re.I)


def promo_code(text: str) -> str | None:
    """The code that a sentence tells the reader to use, if it does."""
    if not any(hint in text for hint in _HINTS):
        return None
    if named := _NAMED.search(text):
        return named["code"]
    used = _USED.search(text) or _BARE.match(text)
    if used and not _NO_CODES.fullmatch(used["code"]) and (_BARGAIN.search(text) or used.end() == len(text)):
        return used["code"]
    return None


def button(text: str) -> tuple[int, int] | None:
    """Where the words of a shop's button stand, such as “Buy now”, if they are not part of a sentence."""
    pressed = _PRESSED.search(text)
    return pressed.span("button") if pressed else None
