"""Plain text as people write it: headline first, headings without markup, bullets, wrapped or one line a paragraph.

Front matter is read as in markdown where it says something that we know, and is text where it does not.
A quotation on a line of its own with a name right below it is a pull quote: two blocks, the words and the name.
Rules (“=====”, “* * *”), list markers and the hashes of headings are left out; all else is in one block.
"""

from __future__ import annotations

import re

from checker.article import Article, BlockKind, Metadata
from checker.errors import InputError
from checker.parsers import front_matter
from checker.parsers.build import Builder
from checker.parsers.draft import Draft
from checker.parsers.layout import Group, groups
from checker.parsers.metadata import is_known
from checker.parsers.titles import is_furniture, is_heading, is_headline

_NOT_A_BREAK = re.compile(r"[^\r\n]")
_HASHES = re.compile(r"#{1,6}\s+(?=\S)")
_NAME_LINE = re.compile(
    r"(?:[–—-]{1,2}\s*)?[A-Z][\w.'’-]*(?:\s+(?:[A-Z][\w.'’-]*|de|la|van|von|der|bin|al|of|the)){1,6}(?:,\s.{2,50})?"
)
_QUOTE_MARKS = {"“": "”", '"': '"', "‘": "’"}

_PULL_QUOTE_LIMIT = 400  # characters
_NAME_LIMIT = 80


def parse(source: str, name: str, meta: Metadata) -> Article:
    """The article in a plain text; its first line is the headline when it can be one."""
    builder = Builder(source, meta)
    matter = _front_matter(source)
    if matter:
        front_matter.add(builder, matter)
    stated = next((draft for draft in builder.drafts if draft.kind is BlockKind.HEADLINE), None)
    found = groups(_NOT_A_BREAK.sub(" ", source[: matter.end]) + source[matter.end :] if matter else source)
    headed = False
    promised: BlockKind | None = None  # what the group before says that this one is
    for at, group in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        kind, promised = promised, None
        if kind is None and _is_pull_quote(group, following):
            kind = promised = BlockKind.PULL_QUOTE
        if kind is None and not headed and not builder.told and _is_title(group, found[at + 1 :], stated, meta.title):
            kind, headed = BlockKind.HEADLINE, True
            if group.text.endswith(";"):  # “Council backs budget; / Libraries to close”
                promised = BlockKind.STANDFIRST
        _file(builder, group, following, kind)
    return builder.article(name)


def _front_matter(source: str) -> front_matter.FrontMatter | None:
    """The front matter of a plain text: it says something that we know, for a text may begin with lines, too."""
    try:
        matter = front_matter.read(source)
    except InputError:
        return None
    return matter if matter and any(is_known(entry.key) for entry in matter.entries) else None


def _file(builder: Builder, group: Group, following: Group | None, kind: BlockKind | None) -> None:
    """Add a group as a block of `kind`, or of the kind that it looks like."""
    hashes = _HASHES.match(group.text) if group.text[0] == "#" else None
    _copy(builder, group, hashes.end() if hashes else 0)
    if kind is not None:
        builder.close(kind)
    elif group.bullet:
        builder.close(BlockKind.LIST_ITEM, level=group.level)
    elif hashes or _is_heading(group, following):
        builder.close(BlockKind.HEADING, level=2)
    else:
        builder.paragraph()


def _copy(builder: Builder, group: Group, skip: int = 0) -> None:
    """Add the group's lines, joined by spaces, without list marker and the next `skip` characters."""
    skip += len(group.bullet)
    before = -1
    for line in group.lines:
        start, end = line.start + skip, line.start + len(line.text)
        if before >= 0:
            builder.space(before, start)
        builder.copy(start, end)
        before, skip = end, 0


def _is_title(group: Group, below: list[Group], stated: Draft | None, title: str | None) -> bool:
    """Whether a group is the headline: it says the title of the front matter or, without one, reads like a headline."""
    return _same_words(stated.text, group.text) if stated else _is_headline(group, below, title)


def _is_headline(group: Group, below: list[Group], title: str | None) -> bool:
    if title is not None and _same_words(title, group.text):
        return True
    if group.bullet or len(group.lines) > 3:
        return False
    if group.text[0] == "#":
        return _HASHES.match(group.text) is not None
    story = next((later for later in below if not is_furniture(later.text)), None)
    if story is None:
        return False
    furnished = story is not below[0] and below[0].gap
    return group.underlined or is_headline(group.text, story.text, story.gap, furnished)


def _is_heading(group: Group, following: Group | None) -> bool:
    if following is None or len(group.lines) > 1:
        return False
    return is_heading(group.text, following.text, bool(following.bullet))


def _is_pull_quote(group: Group, following: Group | None) -> bool:
    """Whether a group is a quotation and nothing else, with a line right below it that is a name."""
    text = group.text
    closing = _QUOTE_MARKS.get(text[0])
    if closing is None or following is None or following.gap or len(text) > _PULL_QUOTE_LIMIT:
        return False
    if text[-1] != closing or text.count(closing, 1) > 1:
        return False
    name = following.bullet + following.text
    return len(name) <= _NAME_LIMIT and _NAME_LINE.fullmatch(name) is not None


def _same_words(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()
