"""What advertisements leave behind where they stood: “Advertisement”, “Story continues below”, code of ad slots."""

from __future__ import annotations

import re

from checker.rules.ads._lines import bare

_AD = r"(?:ad(?:vert(?:s|isements?|ising|orials?)?|s)?)"
_NETWORK = r"(?:taboola|outbrain|zergnet|revcontent|mgid|connatix|dianomi)"
_GOES_ON = r"(?:(?:the|this)\ )?(?:story|article|text|report|content|post)\ continues?"
_LINE = re.compile(
    rf"""(?: (?:paid\ )? {_AD} (?:\ +{_AD})* (?:\ (?:feedback|closed|loading|ends|break|slot\ ?\w{{0,10}}))?
        (?:\s*[-–—:.|]\s*(?:{_GOES_ON}|scroll).{{0,40}})?
    | {_GOES_ON} (?:\ (?:below|after|under))? (?:\ (?:the|this|our))?
        (?:\ (?:{_AD}|video|promo(?:tion)?|banner|gallery))?
    | (?:continue|keep)\ (?:reading|scrolling)\ (?:below|after)\b.{{0,30}}
    | scroll (?:\ down)? \ (?:to|for)\ (?:continue|read|more|the\ rest|keep)\b.{{0,40}}
    | (?:skip|close|hide|report|remove|loading)\ (?:past\ )?(?:(?:this|the)\ )?(?:{_AD}|(?:newsletter\ )?promotion)
    | why\ (?:am\ i\ seeing\ )?this\ ad
    | (?:sponsored|promoted|paid|partner)\ (?:links?|stories|content|posts?|results?|messages?)
        (?:\ (?:by|from)\b.{{0,40}})?
    | sponsored | promoted | (?:\w+\ ){{0,3}}(?:sponsored|promoted|presented|powered)\ by
    | (?:{_AD}|content|links?|stories|promoted|sponsored|powered)\ by\ {_NETWORK}.{{0,20}}
    | {_NETWORK}(?:\ {_NETWORK})*
    )[.:]?""",
    re.I | re.X,
)
_SPONSOR = re.compile(
    r"(?:\A|[.!?]\s*)(?:(?i:sponsored|promoted|paid for) (?i:by)|(?i:sponsored content))\s+[A-Z][^.!?]{1,60}\Z"
)
"""Somebody's name behind “Sponsored by”, with nothing else or behind the headline of an advertisement."""
_TAG = re.compile(r"</?[a-z][^<>]{0,80}>", re.I)
_LABEL = re.compile(r"(?:sponsored|promoted|paid|partner|advertorial|advertisement feature)\b", re.I)
_SHOUT = re.compile(r"\b(?:ADVERTISEMENT|ADVERTISMENT|STORY CONTINUES BELOW)\b")
_SLOT = re.compile(
    r"\[ad(?:s|rotate|sense|inserter|[_ -]?slot|_\d+)?\b[^\]\n]{0,80}\]|\{\{\s*ad\b[^}\n]{0,80}\}\}"
    r"|<!--\s*/?(?:ad|dfp|gpt)\b[^>\n]{0,80}-->"
    r"|\b(?:adsbygoogle|googletag\.\w+|div-gpt-ad|data-ad-slot|ad-slot-\w+|google_ad_\w+)\b",
    re.I,
)
_HINTS = ("ADVERT", "STORY CONT", "[ad", "{{", "<!--", "adsby", "googletag", "gpt-ad", "ad-slot", "google_ad")
_MOST = 120  # characters of a line that is nothing but a marker


def is_marker(text: str) -> bool:
    """Whether a line or sentence is nothing but the trace of an advertisement."""
    if len(text) > _MOST:
        return False
    line = bare(_TAG.sub("", text)) if "<" in text else bare(text)
    return _LINE.fullmatch(line) is not None or _SPONSOR.search(line) is not None


def is_label(text: str) -> bool:
    """Whether a marker may as well be the label of the whole article: “Sponsored content”."""
    return _LABEL.match(bare(text)) is not None


def traces(text: str) -> list[tuple[int, int]]:
    """Where a marker or the code of an ad slot stands inside a paragraph."""
    if not any(hint in text for hint in _HINTS):
        return []
    found = [match.span() for match in _SLOT.finditer(text)]
    if not text.isupper():
        found += [match.span() for match in _SHOUT.finditer(text)]
    return sorted(found)
