"""Headlines and headings that no markup tells: a first paragraph that reads like one, short lines set in bold."""

from __future__ import annotations

from itertools import pairwise

from checker.article import BlockKind
from checker.parsers.draft import Draft
from checker.parsers.titles import is_heading, is_headline

_ABOVE_THE_STORY = frozenset(
    {BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.METADATA, BlockKind.BYLINE, BlockKind.CAPTION}
)
_PLAIN_LEVEL = 2
_BOLD_LEVEL = 3  # of headings that are only bold: below those with markup


def same_words(one: str, other: str) -> bool:
    """Whether two texts are the same but for white space and capitals."""
    return one.casefold().split() == other.casefold().split()


def mark_headline(drafts: list[Draft], title: str | None, *, by_looks: bool) -> None:
    """Make the headline of the first heading or of a first paragraph that says `title`, where there is none yet.

    With `by_looks`, of a first paragraph too that reads like a headline.
    """
    story = [at for at, draft in enumerate(drafts) if draft.kind not in _ABOVE_THE_STORY]
    if not story or any(draft.kind is BlockKind.HEADLINE for draft in drafts):
        return
    first = drafts[story[0]]
    titled = title is not None and same_words(title, first.text)
    plain = first.kind is BlockKind.PARAGRAPH and (titled or (by_looks and _looks_like_headline(drafts, story)))
    if plain or first.kind is BlockKind.HEADING:
        first.kind, first.level = BlockKind.HEADLINE, 0


def _looks_like_headline(drafts: list[Draft], story: list[int]) -> bool:
    """Whether the first paragraph reads as the headline of what follows."""
    if len(story) < 2:
        return False
    first, second = story[0], story[1]
    return is_headline(drafts[first].text, drafts[second].text, apart=True, furnished=second > first + 1)


def mark_bold_headings(drafts: list[Draft]) -> None:
    """Make headings of bold paragraphs that read like one."""
    for draft, below in pairwise(drafts):
        bold = draft.kind is BlockKind.PARAGRAPH and draft.style == "bold"
        if bold and is_heading(draft.text, below.text, below.kind is BlockKind.LIST_ITEM):
            draft.kind, draft.level = BlockKind.HEADING, _BOLD_LEVEL


def mark_plain_headings(drafts: list[Draft]) -> None:
    """Make headings of paragraphs that read like one, in an article that has no heading by its markup."""
    if any(draft.kind is BlockKind.HEADING for draft in drafts):
        return
    for draft, below in pairwise(drafts):
        plain = draft.kind is BlockKind.PARAGRAPH and below.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        if plain and is_heading(draft.text, below.text, below.kind is BlockKind.LIST_ITEM):
            draft.kind, draft.level = BlockKind.HEADING, _PLAIN_LEVEL
