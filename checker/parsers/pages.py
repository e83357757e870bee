"""Where in an HTML text the story stands, and what there is no part of it: navigation, forms, slots for advertisements.

In a fragment, as an editor's CMS hands it over, everything but that is copy. In a whole page the story is looked for,
and boxes that the page puts into it (related links, newsletters, sharing, comments) are left out too.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from checker.parsers.elements import BLOCKS, Document, Element, Step, Weights, weigh
from checker.parsers.unmarked import same_words

_UNSEEN = frozenset(
    "head script style template noscript iframe svg object embed audio video canvas select option datalist textarea "
    "button input label nav dialog menu del s strike".split()
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_HIDDEN_CLASSES = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screenreader-only screen-reader-only".split()
)
_FURNITURE_ROLES = frozenset("navigation search banner contentinfo complementary menu menubar toolbar dialog".split())
_PAGE_BOXES = frozenset(
    "ad ads advert adverts advertisement advertisements related recirc recirculation recommended recommendations "
    "newsletter signup subscribe subscription share sharing social comments comment disqus outbrain taboola breadcrumb "
    "breadcrumbs pagination promo promoted promotion teaser teasers trending popular toolbar sidebar cookie consent "
    "paywall navigation".split()
)
_AD_WORDS = frozenset("ad ads adslot adunit adbox advert adverts advertisement adsbygoogle dfp gpt".split())
_AD_ATTRIBUTES = ("data-ad-slot", "data-ad-client", "data-ad-unit", "data-adunit", "data-google-query-id")
_AD_CODE = re.compile(
    r"adsbygoogle|googletag|googlesyndication|doubleclick\.net|amazon-adsystem|\btaboola\b|\boutbrain\b", re.I
)
_CLASS_WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z0-9]+")
_PULL_QUOTE = re.compile(r"pull-?_?quote", re.I)

_MOST_OF_THE_STORY = 0.3  # of its prose; a box with more is no box, whatever its class says
_ENOUGH_OF_THE_PAGE = 0.4  # of the page's prose; an <article> with less is one of many
_MOST_OF_AN_ELEMENT = 0.7  # of its prose; a child with that much is where the story stands
_MOST_OF_WHAT_IS_AROUND = 0.9  # of the prose around story and headline; with less there are other stories
_LINKED = 0.6  # of a list's or a box's characters; with more it is made of links
_LOOSE_LIMIT = 60  # characters of text in no paragraph; longer text is copy

_LINK_BOXES = frozenset("aside footer section div ul ol dl".split())
_BOXES = frozenset(
    "address article aside body center details div fieldset figure footer form header main section".split()
)
_SENTENCE_ENDS = frozenset(".!?…:;,”’\"')")


@dataclass(frozen=True)
class Page:
    """An HTML text, and where its story stands."""

    document: Document
    weights: Weights
    whole: bool
    """Whether it is a whole page and no fragment."""
    story: Element
    headline: Element | None
    """The element that is the headline, wherever it stands; None when none is."""

    def words(self, element: Element) -> frozenset[str]:
        """The words of an element's class and id, “AdSlot” and “ad-slot” both being “ad” and “slot”."""
        given = self.document.attributes(element)
        named = f"{given.get('class', '')} {given.get('id', '')}"
        return frozenset(word.lower() for word in _CLASS_WORD.findall(named))

    def is_pull_quote(self, element: Element) -> bool:
        """Whether an element says that it repeats words of the story."""
        return _PULL_QUOTE.search(self.document.attributes(element).get("class", "")) is not None

    def is_ad(self, element: Element) -> bool:
        """Whether an element is a slot for advertisements, or the code of one."""
        if element.tag in ("script", "iframe"):
            content = self.document.steps[element.first : element.last + 1]
            return _AD_CODE.search(self.document.source, content[0][1], content[-1][1]) is not None
        if element.end - element.start <= len(element.tag) + 2:
            return False
        given = self.document.attributes(element)
        return any(name in given for name in _AD_ATTRIBUTES) or not _AD_WORDS.isdisjoint(self.words(element))

    def leaves_out(self, element: Element) -> bool:
        """Whether an element is no part of the story."""
        tag = element.tag
        if tag in _UNSEEN:
            return True
        bare = element.end - element.start == len(tag) + 2
        if not bare and self._is_hidden(element):
            return True
        if tag not in BLOCKS:
            return False
        if tag == "form":
            return not self._holds_story(element)
        if tag == "aside" and self.is_pull_quote(element):
            return False
        if tag in ("aside", "footer") and self._is_links(element):
            return True
        if not self.whole or self._holds_story(element):
            return False
        if tag in _LINK_BOXES and self._is_links(element):
            return True
        return not bare and not _PAGE_BOXES.isdisjoint(self.words(element))

    def is_loose(self, text: str, around: str) -> bool:
        """Whether text right in a box of this tag is a label of the page (“5 min read”, “Share”) and no copy."""
        return self.whole and around in _BOXES and len(text) < _LOOSE_LIMIT and text[-1] not in _SENTENCE_ENDS

    @cached_property
    def _prose(self) -> int:
        return self.weights.prose_of(self.story)

    def _holds_story(self, element: Element) -> bool:
        """Whether an element has a good part of the story in it, or its headline."""
        if self.headline is not None and element.first <= self.headline.first <= element.last:
            return True
        return self.weights.prose_of(element) > _MOST_OF_THE_STORY * self._prose

    def _is_links(self, element: Element) -> bool:
        """Whether nearly all in an element is links, and none of it a text of its own as “By” is before a name."""
        text = self.weights.text_of(element)
        linked = self.weights.linked_of(element)
        return text > 0 and linked > _LINKED * text and element.first not in self.weights.holders

    def _is_hidden(self, element: Element) -> bool:
        given = self.document.attributes(element)
        if "hidden" in given or given.get("role") in _FURNITURE_ROLES:
            return True
        classes = given.get("class", "").lower().split()
        return _HIDDEN.search(given.get("style", "")) is not None or not _HIDDEN_CLASSES.isdisjoint(classes)


def open_page(document: Document, titles: Collection[str]) -> Page:
    """The page of a document, its story found; its headline is one of `titles` if it has one of these."""
    weights = weigh(document)
    whole = any(element.tag in ("html", "body") for element in document.elements())
    story = _story(document, weights) if whole else document.root
    headline = _headline(document, story, titles)
    if headline is not None and headline.first < story.first:
        story = _around_both(weights, story, headline)
    return Page(document, weights, whole, story, headline)


def _around_both(weights: Weights, story: Element, headline: Element) -> Element:
    """The element that has the headline too, and so what stands between the two, if there is little else in it."""
    around = story
    while around.parent is not None and headline.first < around.first:
        around = around.parent
    little = weights.prose_of(story) > _MOST_OF_WHAT_IS_AROUND * weights.prose_of(around)
    return around if little and around.tag not in ("", "html", "body") else story


def _headline(document: Document, story: Element, titles: Collection[str]) -> Element | None:
    """The first heading that says one of `titles`, else the first in the story, else the last before it."""
    before = within = None
    for element in document.elements():
        if element.tag != "h1" and not _is_marked_headline(document, element):
            continue
        text = document.text(element)
        if any(same_words(text, title) for title in titles):
            return element
        if text and element.first < story.first:
            before = element
        elif text and within is None and element.first <= story.last:
            within = element
    return within or before


def _is_marked_headline(document: Document, element: Element) -> bool:
    if element.end - element.start < len("<p itemprop=headline>"):
        return False
    return element.tag in BLOCKS and "headline" in document.attributes(element).get("itemprop", "").split()


def _story(document: Document, weights: Weights) -> Element:
    """The element that holds the story: an <article>, what is marked as its body, <main>, or where most prose is."""
    prose = weights.prose_of(document.root)
    candidates: dict[str, Element] = {}
    for element in document.elements():
        mark = _mark(document, element)
        if mark and (mark not in candidates or weights.prose_of(element) > weights.prose_of(candidates[mark])):
            candidates[mark] = element
    for mark in ("article", "body", "main"):
        found = candidates.get(mark)
        if found is not None and weights.prose_of(found) > _ENOUGH_OF_THE_PAGE * prose:
            return found
    return _densest(document, weights)


def _mark(document: Document, element: Element) -> str:
    if element.tag in ("article", "main"):
        return element.tag
    if element.end - element.start < 15:  # too short for an attribute that says so
        return ""
    given = document.attributes(element)
    if "articleBody" in given.get("itemprop", "").split():
        return "body"
    return {"article": "article", "main": "main"}.get(given.get("role", ""), "")


def _densest(document: Document, weights: Weights) -> Element:
    """The innermost element that has most of the prose of the one around it, down from the page as a whole."""
    found = document.root
    while True:
        inner = next(
            (
                child
                for child in _children(document, found)
                if weights.prose_of(child) > _MOST_OF_AN_ELEMENT * weights.prose_of(found)
            ),
            None,
        )
        if inner is None or inner.tag == "p":
            return found
        found = inner


def _children(document: Document, element: Element) -> list[Element]:
    children: list[Element] = []
    at = element.first + 1
    while at < element.last:
        step, _, _, inner = document.steps[at]
        if step is Step.OPEN:
            children.append(inner)
            at = inner.last
        at += 1
    return children
