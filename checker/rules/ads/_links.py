"""The links of an article, and what their addresses tell: who is paid, who follows the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import SplitResult, parse_qsl, urlsplit

from checker.article import Article, Link, Span
from checker.rules.ads._phrasebook import single_words

BOOK = "_addresses.txt"
_SHOPS_WITH_TAGS = re.compile(r"(?:\A|\.)amazon\.[a-z.]{2,6}\Z")
_REL = re.compile(r"\brel=[\"']?([^\"'>]*)", re.I)
_LONGEST_TAG = 2000  # characters
_PAID_MEDIUM = re.compile(r"affiliates?|paid.*|cpc|sponsored|advertorial")
_DISCLOSED = re.compile(
    r"\baffiliate|\bsponsored links?\b|\bpaid (?:links?|post|partnership|promotion)\b|\bas an amazon associate\b|#ad\b"
    r"|\b(?:may|might|will|can|we|which) (?:earn|receive|get|make)s?\b.{0,40}"
    r"\b(?:commission|share of|percentage|small fee)",
    re.I,
)


def links(article: Article) -> Iterator[Link]:
    """The links, those too whose HTML was left in the text of another format."""
    for link in article.mentioned(Link):
        tag = _tag(article.text, link.span.start) if link.found_by == "address" else ""
        rel = _REL.search(tag)
        yield replace(link, found_by="tag", rel=rel[1] if rel else "") if tag else link


def _tag(text: str, at: int) -> str:
    """The HTML tag of a link that was left in a text, around the address at an offset; empty when there is none."""
    start = text.rfind("<a ", max(0, at - _LONGEST_TAG), at)
    if start < 0 or ">" in text[start:at]:
        return ""
    end = text.find(">", at, at + _LONGEST_TAG)
    return text[start:end] if end >= 0 else ""


def host(url: str) -> str:
    """The site of an address, without www."""
    parts = _split(url)
    return (parts.hostname or "").lower().removeprefix("www.") if parts else ""


def is_affiliate(url: str) -> bool:
    """Whether the address earns somebody a commission."""
    parts = _split(url)
    if parts is None:
        return False
    if any(site in single_words(BOOK, "affiliate sites") for site in _sites(host(url))):
        return True
    named = dict(_parameters(parts))
    if _SHOPS_WITH_TAGS.search(host(url)):
        return "tag" in named
    paid = _PAID_MEDIUM.fullmatch(named.get("utm_medium", "")) is not None
    return paid or bool(named.keys() & single_words(BOOK, "affiliate parameters"))


def trackers(url: str) -> list[str]:
    """The parameters of an address that follow the reader and not the page."""
    parts = _split(url)
    known = single_words(BOOK, "tracking parameters")
    return [name for name, _ in _parameters(parts) if name.startswith("utm_") or name in known] if parts else []


def tracked(url: str) -> list[tuple[int, int]]:
    """Where the parameters that follow the reader stand in an address, each with the mark that parts it from others."""
    query, end = url.find("?") + 1, len(url.partition("#")[0])
    follow = set(trackers(url))
    places: list[tuple[int, int]] = []
    at = query
    for part in url[query:end].split("&") if query else ():
        if part.partition("=")[0].lower() in follow:
            places.append((at, at + len(part)))
        at += len(part) + 1
    if sum(stop - first + 1 for first, stop in places) == end - query + 1:  # nothing else is asked for
        return [(query - 1, end)] if places else []
    first_kept = not any(first == query for first, _ in places)
    return [(first - 1, stop) if first_kept or first > query else (first, stop + 1) for first, stop in places]


def disclosure(article: Article) -> Span | None:
    """The first words that tell the reader of commissions, if there are any."""
    told = _DISCLOSED.search(article.text)
    return Span(*told.span()) if told else None


def is_html(article: Article, link: Link) -> bool:
    """Whether the link was written as an element that could carry a `rel`."""
    if link.found_by == "tag":
        return True
    at = article.locate(link.span).start
    before = article.source[max(0, at - _LONGEST_TAG) : at].lower()
    return link.found_by == "markup" and before.rfind("<a ") > before.rfind("</a")


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
    except ValueError:  # an address with half a bracket
        return None
    return parts if parts.scheme in ("http", "https", "") and parts.netloc else None


def _sites(host: str) -> Iterator[str]:
    """A host and the domains above it."""
    labels = host.split(".")
    for at in range(len(labels) - 1):
        yield ".".join(labels[at:])


def _parameters(parts: SplitResult) -> list[tuple[str, str]]:
    return [(name.lower(), value.lower()) for name, value in parse_qsl(parts.query, keep_blank_values=True)]
