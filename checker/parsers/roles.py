"""What part each block plays: lead, background, timeline, conclusion, tail."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.article import Block, BlockKind, Role

_BY_HEADING = (
    (Role.TIMELINE, re.compile(r"\b(?:timeline|chronology|key dates|how it unfolded|what happened when)\b", re.I)),
    (Role.CONCLUSION, re.compile(r"^\W*(?:in )?(?:conclusions?|closing|summary|final thoughts|bottom line|outlook)\b", re.I)),
    (Role.BACKGROUND, re.compile(r"\b(?:background|context|history|explainer|what we know|the story so far)\b", re.I)),
    (Role.TAIL, re.compile(r"^\W*(?:related|read more|more (?:on|from)|further reading|about (?:the )?author|recommended|sponsored|references|sources)\b", re.I)),
)
TAIL_LINE = re.compile(
    r"^(?:related(?: (?:stories|articles|coverage|links))?|read (?:more|also|next)|see also|more on this|watch|also read|next article"
    r"|advertisement|sponsored|about the author|follow us|sign up|subscribe)\b\s*(?::|$|[-–—])",
    re.I,
)
_PROMO_LINE = re.compile(r"^[A-Z][^.!?:]{2,50} [–—-] .{10,}")


def is_tail_heading(text: str) -> bool:
    """Whether a line is a heading over links, such as “Related stories”, rather than one of them."""
    return TAIL_LINE.match(text) is not None and ":" not in text.rstrip(": ") and len(text.split()) <= 3


def assign_roles(text: str, blocks: Sequence[Block]) -> list[Role]:
    """One role a block, told by the heading above it and by its place."""
    roles: list[Role] = []
    current, led = Role.BODY, False
    for block in blocks:
        words = text[block.span.start : block.span.end]
        if block.kind in (BlockKind.HEADLINE, BlockKind.STANDFIRST):
            roles.append(Role.HEADLINE)
            continue
        if block.kind is BlockKind.HEADING:
            current = next((role for role, heading in _BY_HEADING if heading.search(words)), Role.BODY)
        if block.kind is BlockKind.PARAGRAPH and not led and current is Role.BODY:
            led = True
            roles.append(Role.LEAD)
        elif block.kind is BlockKind.TIMELINE_ENTRY:
            roles.append(Role.TIMELINE)
        else:
            roles.append(current)
    for at in range(_tail_start(text, blocks), len(blocks)):
        roles[at] = Role.TAIL
    return roles


def _tail_start(text: str, blocks: Sequence[Block]) -> int:
    """The index of the first block of the run of links and promotions at the end."""
    start = len(blocks)
    for at in range(len(blocks) - 1, 0, -1):
        words = text[blocks[at].span.start : blocks[at].span.end]
        if blocks[at].kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING):
            break
        if not (TAIL_LINE.match(words) or (len(words) < 160 and _PROMO_LINE.match(words))):
            break
        start = at
    return start
