"""Markdown: CommonMark with tables, footnotes, strikethrough and task lists, positions exact to the character.

What is left out of the text: markup, comments, the tags of raw HTML (what stands between them is kept), footnote
references, list markers (but for “2014.”, which is a year), checkboxes and rules. Escapes lose their backslash;
character references stand for one character. Line breaks, hard and soft, are one space. Inline code is kept as it
stands; blocks of code are CODE. An image's alternative text and its title are captions.
"""

from __future__ import annotations

import re
from itertools import pairwise

from checker.article import Article, BlockKind, Metadata
from checker.parsers import front_matter
from checker.parsers.build import Builder
from checker.parsers.draft import Draft
from checker.parsers.markdown_events import Reader
from checker.parsers.titles import is_heading, is_headline
from checker.parsers.unmarked import same_words

_ABOVE_THE_STORY = frozenset(
    {BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.METADATA, BlockKind.BYLINE, BlockKind.CAPTION}
)
_LONE_CR = re.compile(r"\r(?!\n)")
_BOLD_LEVEL = 3  # of headings that are only bold: below those with markup


def parse(source: str, name: str, meta: Metadata) -> Article:
    """The article in a markdown text; the headline is its title, its first heading, or a first line like one."""
    import pyromark

    builder = Builder(source, meta)
    matter = front_matter.read(source)
    if matter:
        front_matter.add(builder, matter)
    body = matter.end if matter else source.startswith("\ufeff")
    options = pyromark.Options
    events = pyromark.events_with_range(
        _LONE_CR.sub("\n", source[body:]),  # which the library does not take for the end of a line everywhere
        options=options.ENABLE_TABLES
        | options.ENABLE_FOOTNOTES
        | options.ENABLE_STRIKETHROUGH
        | options.ENABLE_TASKLISTS
        | options.ENABLE_HEADING_ATTRIBUTES
        | options.ENABLE_GFM,
    )
    reader = Reader(builder, body)
    reader.read(events)
    _mark_headline(builder.drafts, reader.underlined, meta.title)
    _mark_bold_headings(builder.drafts)
    return builder.article(name)


def _mark_headline(drafts: list[Draft], underlined: set[int], title: str | None) -> None:
    """Make the headline of the first heading; without a heading, of a first paragraph that reads like one.

    `title` is the one known from outside. A title in front matter is a headline already: then the first heading is
    one too if it has the same words, or stands first and is the only one of its level.
    """
    titles = [draft for draft in drafts if draft.kind is BlockKind.HEADLINE]
    story = [at for at, draft in enumerate(drafts) if draft.kind not in _ABOVE_THE_STORY]
    first = _first_title(drafts, story, underlined)
    if first is not None and titles:
        only = story[0] == first and sum(draft.kind is BlockKind.HEADING and draft.level == 1 for draft in drafts) == 1
        if not (same_words(titles[0].text, drafts[first].text) or (only and drafts[first].level == 1)):
            return
    if first is None and not titles and story and _opens_with_headline(drafts, story[0], title):
        first = story[0]
    if first is not None:
        drafts[first].kind, drafts[first].level = BlockKind.HEADLINE, 0


def _first_title(drafts: list[Draft], story: list[int], underlined: set[int]) -> int | None:
    """The index of a heading that begins the article; a paragraph may stand before one that is marked as a title."""
    for at in story[:2]:
        if drafts[at].kind is BlockKind.HEADING and (at == story[0] or drafts[at].level == 1 or at in underlined):
            return at
    return None


def _opens_with_headline(drafts: list[Draft], first: int, title: str | None) -> bool:
    draft = drafts[first]
    if draft.kind is not BlockKind.PARAGRAPH:
        return False
    if title is not None and same_words(title, draft.text):
        return True
    below = next((later for later in drafts[first + 1 :] if later.kind not in _ABOVE_THE_STORY), None)
    furnished = below is not None and below is not drafts[first + 1]
    return below is not None and is_headline(draft.text, below.text, True, furnished)


def _mark_bold_headings(drafts: list[Draft]) -> None:
    """Make headings of bold paragraphs that read like one."""
    for draft, below in pairwise(drafts):
        bold = draft.kind is BlockKind.PARAGRAPH and draft.style == "bold"
        if bold and is_heading(draft.text, below.text, below.kind is BlockKind.LIST_ITEM):
            draft.kind, draft.level = BlockKind.HEADING, _BOLD_LEVEL
