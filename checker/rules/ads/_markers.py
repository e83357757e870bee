"""What advertisements leave behind where they stood: “Advertisement”, “Story continues below”, code of ad slots."""

from __future__ import annotations

import re
from functools import cache

from checker.rules.ads._lines import bare, words
from checker.rules.ads._phrasebook import is_phrase, trie

BOOK = "_markers.txt"
MOST = 120  # characters of a line that is nothing but a marker
OPEN_ENDED = frozenset("sponsored promoted presented".split())  # before a “by” that nothing follows
LABELS = frozenset("sponsored promoted paid partner advertorial".split())
_DISCLOSING = LABELS | frozenset("presented powered recommended content".split())
_HINTS = ("ADVERT", "STORY CONT", "[ad", "{{", "<!--", "adsby", "googletag", "gpt-ad", "ad-slot", "google_ad")
_NAMED = (" by ", " By ", " BY ", "ontent ", "ONTENT ")


def is_marker(text: str) -> bool:
    """Whether a line or sentence is nothing but the trace of an advertisement."""
    if len(text) > MOST:
        return False
    line = bare(_tag().sub("", text) if "<" in text else text)
    said = words(line)
    if is_phrase(trie(BOOK, "line"), said) or (said[-1:] == ["by"] and said[-2:-1] and said[-2] in OPEN_ENDED):
        return True
    return any(mark in line for mark in _NAMED) and _sponsor().search(line) is not None


def is_label(text: str) -> bool:
    """Whether a marker may as well be the label of the whole article: “Sponsored content”."""
    said = words(text)
    return said[:1] != [] and (said[0] in LABELS or said == ["advertisement", "feature"])


def discloses(text: str) -> bool:
    """Whether a marker may tell the reader who paid for what stands beside it."""
    return is_label(text) or not _DISCLOSING.isdisjoint(words(text)) or " by " in text.lower()


def traces(text: str) -> list[tuple[int, int]]:
    """Where a marker or the code of an ad slot stands inside a paragraph."""
    if not any(hint in text for hint in _HINTS):
        return []
    found = [match.span() for match in _slot().finditer(text)]
    if not text.isupper():
        found += [match.span() for match in re.finditer(r"\b(?:ADVERTISEMENT|STORY CONTINUES BELOW)\b", text)]
    return sorted(found)


# Most articles need none of these patterns, so each is compiled when the first one does.


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(r"</?[a-z][^<>]{0,80}>", re.I)


@cache
def _sponsor() -> re.Pattern[str]:
    """Somebody's name behind “Sponsored by”, with nothing else or behind the headline of an advertisement."""
    return re.compile(
        r"(?:\A|[.!?]\s*)(?:(?i:sponsored|promoted|paid for) (?i:by)|(?i:sponsored content))\s+[A-Z][^.!?]{1,60}\Z"
    )


@cache
def _slot() -> re.Pattern[str]:
    return re.compile(
        r"\[ad(?:s|rotate|sense|inserter|[_ -]?slot|_\d+)?\b[^\]\n]{0,80}\]|\{\{\s*ad\b[^}\n]{0,80}\}\}"
        r"|<!--\s*/?(?:ad|dfp|gpt)\b[^>\n]{0,80}-->"
        r"|\b(?:adsbygoogle|googletag\.\w+|div-gpt-ad|data-ad-slot|ad-slot-\w+|google_ad_\w+)\b",
        re.I,
    )
