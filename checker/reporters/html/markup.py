"""Text made safe for a page, and the few words that every part of the page writes in the same way."""

from __future__ import annotations

import re
from html import escape as _escaped

# Steer the reading of what follows them, mean nothing to a reader, or cannot be written as UTF-8.
_UNSAFE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_WEB = ("http://", "https://")


def escape(text: str) -> str:
    """`text` as it may stand between tags and in quoted attributes."""
    return _escaped(_UNSAFE.sub("�", text).replace("\r", " "))


def shortened(text: str, limit: int) -> str:
    """`text` up to its last whole word within `limit` characters."""
    if len(text) <= limit:
        return text
    cut = text[:limit].rpartition(" ")[0]
    return f"{(cut if len(cut) > limit / 2 else text[:limit]).rstrip(' ,;:–—-')}…"


def is_web(url: str) -> bool:
    """Whether a link leads to a page of the web; all else, `javascript:` above all, is only shown."""
    return url.strip().lower().startswith(_WEB)
