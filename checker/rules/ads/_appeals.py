"""How an advertisement opens: a label, a product and its use, an order or a question to the reader."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.annotate.wordclass import VERB, word_class
from checker.rules.ads._phrasebook import opening, single_words, trie

BOOK = "_pitch.txt"
APPEALS = frozenset(("order", "ask", "opener", "question"))
AUXILIARY = frozenset(
    "is are was were has have had will would can could may might must should does did said says rose fell rises "
    "falls".split()
)
_SOFTENERS = frozenset("please now just so why not simply and then".split())
_AT_ONCE = frozenset("now today tonight online".split())
_NOUN_REACH = 8  # words after an opener in which a finite verb makes it a noun
_CLAUSES = frozenset("you that if what who which when where".split())  # their verb is another
_MARKS = (":", "|", "–", "—", "- ")  # one of them ends a label or a product's name
_LONGEST_NAME = 80  # characters
_LEAST_USE = 3  # words that say what a product is for
_LEAST_NAME = 3  # letters of the last word of a product's name

_SMALL = frozenset("of the and for in to a".split())
_PRODUCT = re.compile(r"(?P<name>[A-Z][^\s.!?:;,]*(?:\s[^\s.!?:;,]+){0,6}?)(?P<mark>\s+[–—-]{1,2}|:)\s+(?=\S)")
_LABEL = re.compile(
    r"(?:sponsored(?: by \w+)?|promoted|promotion|advert(?:orial|isement(?: feature)?)?|ad|deal alert"
    r"|(?:partner(?:ed)?|advertiser|paid|promoted|branded|commercial)"
    r" (?:content|post|message|partnership|feature|offer)"
    r"|(?:(?:a message|a word) )?from our (?:sponsor|partner)s?"
    r"|(?:special|reader|exclusive|limited|limited[- ]time|subscriber|member) (?:offer|deal|discount)s?"
    r"|shop [\w ’']{1,30})\s*(?:[:|]|[–—-]\s)",
    re.I,
)


def opens_with(text: str) -> tuple[dict[str, str], int]:
    """The cues of a label or a product's name at the beginning, and how many characters it takes."""
    if not any(mark in text[:_LONGEST_NAME] for mark in _MARKS):
        return {}, 0
    if label := _LABEL.match(text):
        return {"label": label[0].strip(" :|–—-")}, label.end()
    product = _PRODUCT.match(text)
    if product is None:
        return {}, 0
    name, use = product["name"].split(), text[product.end() :].split()
    if product["mark"] == ":":
        named = len(name) > 1 and all(word[0].isupper() or word in _SMALL for word in name)
        return ({"name": product["name"]}, product.end()) if named else ({}, 0)
    if not _is_product(name):
        return {}, 0
    if any(word.endswith(":") for word in use):
        return {}, 0
    cues = {"product": product["name"]}
    if len(name) > 1 and len(use) >= _LEAST_USE and _is_plain(use):
        cues["use"] = product["name"]
    return cues, product.end()


def _is_product(words: Sequence[str]) -> bool:
    """Whether most words are capitalised, as in the name of a product: “Portable Toilets”."""
    return len(words[-1]) >= _LEAST_NAME and sum(not word[0].islower() for word in words) >= 0.6 * len(words)


def _is_plain(use: Sequence[str]) -> bool:
    """Whether words are no names, no figures of a table and no sentence of their own."""
    return not any(
        (word[0].isupper() and not word.isupper()) or word[0] in '"“(' or word.lower() in AUXILIARY for word in use[1:]
    )


def appeal(words: Sequence[str], text: str) -> dict[str, str]:
    """The cues of an order or a question to the reader at the beginning of `words`."""
    first = next((at for at, word in enumerate(words) if word not in _SOFTENERS), len(words))
    rest = words[first:]
    if not rest:
        return {}
    cues = {}
    if opening(trie(BOOK, "opener"), rest):
        cues["opener"] = " ".join(rest[:2])
    elif _is_subject(rest):
        return {}
    elif rest[0] in single_words(BOOK, "order"):
        cues["order"] = rest[0]
    elif rest[0] in single_words(BOOK, "ask") or (word_class(rest[0]) == VERB and not rest[0].endswith("s")):
        cues["ask"] = rest[0]
    elif rest[0] in single_words(BOOK, "want") and text.endswith("?"):
        cues["question"] = rest[0]
    if cues and rest[-1] in _AT_ONCE:
        cues["haste"] = rest[-1]
    return cues


def _is_subject(words: Sequence[str]) -> bool:
    """Whether a verb soon makes the first word a noun: “Shop workers in two towns will strike”."""
    before = words[: _NOUN_REACH - 1]
    return any(
        verb in AUXILIARY and word not in _CLAUSES for word, verb in zip(before, words[1:_NOUN_REACH], strict=False)
    )
