"""What part each block plays: lead, background, timeline, conclusion, tail."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.article import BlockKind, Role
from checker.parsers.draft import Draft
from checker.parsers.furniture import TAIL_LINE
from checker.parsers.layout import ends_sentence
from checker.parsers.titles import is_title_case

# What a heading opens with; the first list that has it decides.
_BY_OPENING = (
    (
        Role.CONCLUSION,
        "conclusion; conclusions; in conclusion; closing; summary; in summary; final thoughts; bottom line; "
        "the bottom line; outlook; the outlook; looking ahead; next steps; the road ahead; the way forward; "
        "what next; whats next; what is next; what happens next; what comes next".split("; "),
    ),
    (
        Role.TAIL,
        "related; read more; read next; read also; more on; more from; more stories; more news; see also; "
        "further reading; about the author; about the authors; about author; recommended; sponsored; references; "
        "sources; notes to editors; most read; most popular; trending; you may also like; you might also like".split(
            "; "
        ),
    ),
)
# What a heading may have anywhere.
_BY_PHRASE = (
    (
        Role.TIMELINE,
        "timeline; timelines; chronology; key dates; key moments; how it unfolded; how events unfolded; "
        "what happened when".split("; "),
    ),
    (
        Role.BACKGROUND,
        "background; context; history; explainer; what we know; story so far; how we got here; backstory".split("; "),
    ),
)
_TAIL_HEADINGS = frozenset("correction corrections clarification footnotes comments tags topics contact".split())

_TAIL_OPENINGS = tuple(
    "reporting by ;additional reporting;reporting and writing by ;with reporting by ;editing by ;edited by ;"
    "writing by ;compiled by ;follow us ;like us ;sign up for ;sign up to ;subscribe to ;download the ;"
    "download our ;get our ;get the app;copyright;©;all rights reserved;click here;correction:;corrections:;"
    "clarification:;for more information;have a tip;###;-30-;—30—;this article was ;this article has been ;"
    "this article is ;this article originally ;this article first ;this story was ;this story has been ;"
    "this story is ;this story originally ;this story first ;an earlier version of ;a previous version of ".split(";")
)
_WORD = re.compile(r"\w+")
_PROMO_LINE = re.compile(r"(?P<thing>[A-Z0-9][^.!?:,\"“”]{2,50} [^.!?:,\"“”]{2,50}) [–—-] (?P<said>[A-Z].{10,})")
_LINE_LIMIT = 200  # characters
_TITLE_WORDS = 4
_SIGN_OFFS = ("in conclusion,", "in summary,", "in closing,", "to conclude,", "to sum up,", "all in all,")
_SIGN_OFF_LEAST = 4  # paragraphs: a shorter piece has no conclusion


def assign_roles(drafts: Sequence[Draft]) -> list[Role]:
    """One role a block, told by the heading above it and by its place."""
    roles: list[Role] = []
    current, level, led = Role.BODY, 0, False
    half = drafts[-1].end / 2 if drafts else 0
    for draft in drafts:
        if draft.kind in (BlockKind.HEADLINE, BlockKind.STANDFIRST):
            roles.append(Role.HEADLINE)
            continue
        if draft.kind is BlockKind.HEADING:
            current, level = _under(draft, current, level)
            if current is Role.TAIL and draft.start < half:  # so much below it is no tail
                current = Role.BODY
        if draft.kind is BlockKind.TIMELINE_ENTRY:
            roles.append(Role.TIMELINE)
        elif draft.kind is BlockKind.PARAGRAPH and current is Role.BODY and not led:
            led = True
            roles.append(Role.LEAD)
        else:
            roles.append(current)
    start = _tail_start(drafts)
    roles[start:] = [Role.TAIL] * (len(drafts) - start)
    _mark_sign_off(drafts[:start], roles)
    return roles


def _under(heading: Draft, current: Role, level: int) -> tuple[Role, int]:
    """The role of what follows a heading, and the level of the heading that gave it; sub-headings keep the role."""
    told = _told_by(heading.text)
    if told is None and current is not Role.BODY and heading.level > level:
        return current, level
    return told or Role.BODY, heading.level


def _told_by(heading: str) -> Role | None:
    words = " ".join(_WORD.findall(heading.lower().replace("’", "").replace("'", "")))
    for role, phrases in _BY_OPENING:
        if any(f"{words} ".startswith(f"{phrase} ") for phrase in phrases):
            return role
    for role, phrases in _BY_PHRASE:
        if any(f" {phrase} " in f" {words} " for phrase in phrases):
            return role
    return Role.TAIL if words in _TAIL_HEADINGS else None


def _tail_start(drafts: Sequence[Draft]) -> int:
    """The index of the first block of the run of links, promotions and small print at the end."""
    start = len(drafts)
    lead = next((at for at, draft in enumerate(drafts) if draft.kind is BlockKind.PARAGRAPH), 0)
    for at in range(len(drafts) - 1, lead, -1):
        draft = drafts[at]
        if draft.kind not in _MAY_BE_TAIL or not _is_tail(draft.text):
            break
        start = at
    return start


_MAY_BE_TAIL = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.BYLINE, BlockKind.CAPTION}
)


def _is_tail(text: str) -> bool:
    if TAIL_LINE.match(text) or text[:40].lower().lstrip("([").startswith(_TAIL_OPENINGS):
        return True
    if len(text) > _LINE_LIMIT:
        return False
    if not ends_sentence(text) and len(text.split()) >= _TITLE_WORDS and is_title_case(text):
        return True  # the headline of another story
    promo = _PROMO_LINE.fullmatch(text)
    return promo is not None and all(word[0].isupper() or len(word) < 4 for word in promo["thing"].split())


def _mark_sign_off(drafts: Sequence[Draft], roles: list[Role]) -> None:
    """Make a conclusion of a last paragraph that says it is one."""
    told = [at for at, draft in enumerate(drafts) if draft.kind is BlockKind.PARAGRAPH]
    if (
        len(told) >= _SIGN_OFF_LEAST
        and roles[told[-1]] is Role.BODY
        and drafts[told[-1]].text.lower().startswith(_SIGN_OFFS)
    ):
        roles[told[-1]] = Role.CONCLUSION
