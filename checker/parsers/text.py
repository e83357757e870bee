"""Plain text as people write it: headline first, headings without markup, bullets, wrapped or one line a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from checker.article import Article, BlockKind, Metadata
from checker.parsers.build import Builder, headline_of
from checker.parsers.metadata import METADATA_LINE, fold_in
from checker.parsers.roles import TAIL_LINE, is_tail_heading

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_BULLET = re.compile(r"\s*(?:[-•*‣▪●◦–—]|\(?\d{1,2}[.)])\s+(?=\S)")
_BYLINE = re.compile(r"\s*By(?:line:)?\s+[A-Z][\w.'’-]+(?:\s+(?:and\s+)?[A-Z][\w.'’-]+){1,6}(?:\s*[,|–—-].{0,60})?\s*")
_DATELINE = re.compile(
    r"\s*(?=[A-Z]{3})[A-Z][A-Z .'’/-]+(?:,\s+[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)?"  # KYIV, Ukraine
    r"(?:,?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:,\s+\d{4})?)?"
    r"(?:\s+\([A-Z][\w .&]+\))?\s+(?:[–—]|--?)\s+(?=\S)"
)
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"[12]\d{3}\b"
_POINT = (
    rf"(?:(?:(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?[.,]{{0,2}}\s+)?"
    rf"(?:{_DAY}(?:\s?[-–]\s?{_DAY})?\s+{_MONTH}|{_MONTH}(?:\s+{_DAY}\b(?:\s?[-–]\s?{_DAY}\b)?)?)(?:,?\s+{_YEAR})?"
    rf"|{_YEAR}(?:-\d\d(?:-\d\d)?\b)?|[12]\d{{2}}0s|(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|Q[1-4])(?:\s+of)?\s+{_YEAR})"
)
_TIMELINE_LEAD = re.compile(
    rf"(?:(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[- ]|[Ii]n\s+|c\.\s?)?{_POINT}"
    rf"(?:\s*(?:[-–—]|to)\s*(?:{_POINT}|\d\d\b|[Pp]resent|[Nn]ow|[Tt]oday))?(?:\s\([A-Z][a-z]+\.?\))?"
    r"|Ongoing|Present|Today|Now)\s*(?::|\s[-–—]|—)\s*(?=\S)"
)
_SENTENCE_END = re.compile(r"[.!?…:;,][\"”’')\]]*\s*$")
_FULL_STOP = re.compile(r"[^.]\.[\"”’')\]]*\s*$")

_HEADLINE_LIMIT = 200  # characters
_HEADING_LIMIT = 80
_HEADING_WORDS = 12
_WRAP_WIDTH = 40  # the least median width of wrapped lines
_WRAP_LIMIT = 120  # the greatest width of any


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source without its break, and where it stands."""

    start: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether it has nothing but white space."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Group:
    """The lines that make one block."""

    lines: tuple[Line, ...]
    dated: bool = False
    """Whether it opens with a date as the entries of a timeline do."""

    @property
    def bullet(self) -> int:
        """How many characters the list marker takes with the space around it; 0 without one."""
        marker = _BULLET.match(self.lines[0].text)
        return marker.end() if marker else 0

    @property
    def text(self) -> str:
        """The lines joined by spaces."""
        return " ".join(line.text.strip() for line in self.lines)


def parse(source: str, name: str, meta: Metadata) -> Article:
    """The article in a plain text; its first line is the headline when it can be one."""
    lines = [Line(match.start(), match[0].rstrip("\r\n")) for match in _LINE.finditer(source)]
    builder = Builder(source)
    groups = _mark_timelines(list(_groups(lines)))
    seen_body = False
    for at, group in enumerate(groups):
        following = groups[at + 1] if at + 1 < len(groups) else None
        stated = None if seen_body or len(group.lines) > 1 else METADATA_LINE.fullmatch(group.text)
        if at == 0 and _is_headline(group, following):
            _copy(builder, group)
            builder.close(BlockKind.HEADLINE)
        elif stated:
            meta = fold_in(meta, stated["key"], stated["value"])
            _copy(builder, group)
            builder.close(BlockKind.METADATA)
        elif not seen_body and _BYLINE.fullmatch(group.text):
            _copy(builder, group)
            builder.close(BlockKind.BYLINE)
        else:
            seen_body |= _body(builder, group, following, seen_body)
    article = builder.article(name, meta)
    return replace(article, meta=replace(meta, title=meta.title or headline_of(article)))


def _body(builder: Builder, group: Group, following: Group | None, seen_body: bool) -> bool:
    """Add a group of the story itself; True once a real paragraph has been seen."""
    first = group.lines[0]
    if group.bullet:
        kind = BlockKind.TIMELINE_ENTRY if _TIMELINE_LEAD.match(first.text, group.bullet) else BlockKind.LIST_ITEM
        _copy(builder, group, skip=group.bullet)
        builder.close(kind, level=1)
        return True
    if _is_heading(group, following):
        _copy(builder, group)
        builder.close(BlockKind.HEADING, level=2)
        return False
    skip = 0
    if not seen_body and (dateline := _DATELINE.match(first.text)):
        skip = dateline.end()
        builder.copy(first.start, first.start + len(dateline[0].rstrip(" –—-")))
        builder.close(BlockKind.DATELINE)
    kind = BlockKind.TIMELINE_ENTRY if group.dated else BlockKind.PARAGRAPH
    _copy(builder, group, skip=skip)
    builder.close(kind)
    return True


def _copy(builder: Builder, group: Group, skip: int = 0) -> None:
    """Add the group's lines, joined by spaces, without the first `skip` characters and outer white space."""
    before = None
    for line in group.lines:
        text = line.text[skip:]
        start = line.start + skip + len(text) - len(text.lstrip())
        end = line.start + len(line.text.rstrip())
        if before is not None and start < end:
            builder.space(before, start)
        builder.copy(start, end)
        before, skip = end, 0


def _groups(lines: Sequence[Line]) -> Iterator[Group]:
    """The lines that make one block each: single lines, or runs of them where the text is hard-wrapped."""
    wrapped = _is_wrapped(lines)
    run: list[Line] = []
    for line in lines:
        bullet = _BULLET.match(line.text)
        if run and (line.blank or bullet or not wrapped):
            yield Group(tuple(run))
            run = []
        if not line.blank:
            run.append(line)
    if run:
        yield Group(tuple(run))


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether paragraphs are broken into lines of about equal width, as editors of code and mail do."""
    inner = [
        line for line, after in pairwise(lines) if not line.blank and not after.blank and not _BULLET.match(after.text)
    ]
    if len(inner) < 2 or max(len(line.text) for line in lines) > _WRAP_LIMIT:
        return False
    open_ended = sum(not _SENTENCE_END.search(line.text) for line in inner)
    return median(len(line.text) for line in inner) >= _WRAP_WIDTH and open_ended >= len(inner) / 2


def _mark_timelines(groups: Sequence[Group]) -> list[Group]:
    """The groups, those marked that stand in a run of at least two paragraphs that open with a date."""
    dated = [group.bullet == 0 and _TIMELINE_LEAD.match(group.lines[0].text) is not None for group in groups]
    padded = [False, *dated, False]
    return [
        replace(group, dated=True) if padded[at] and (padded[at - 1] or padded[at + 1]) else group
        for at, group in enumerate(groups, 1)
    ]


def _is_headline(group: Group, following: Group | None) -> bool:
    text = group.text
    if following is None or len(text) > _HEADLINE_LIMIT or group.bullet or len(group.lines) > 3:
        return False
    if METADATA_LINE.fullmatch(text) or _DATELINE.match(text):
        return False
    if _FULL_STOP.search(text):
        return len(text) <= _HEADLINE_LIMIT / 2 and _is_title_case(text)
    return not text.rstrip().endswith((",", ";"))


def _is_heading(group: Group, following: Group | None) -> bool:
    text = group.text
    if following is None or len(group.lines) > 1 or len(text) > _HEADING_LIMIT or len(text.split()) > _HEADING_WORDS:
        return False
    if _SENTENCE_END.search(text) or text.count('"') or not (text[0].isupper() or text[0].isdigit()):
        return False
    if TAIL_LINE.match(text) and not is_tail_heading(text):
        return False
    return following.bullet > 0 or (
        len(following.text) > len(text) and _SENTENCE_END.search(following.text) is not None
    )


def _is_title_case(text: str) -> bool:
    long_words = [word for word in re.findall(r"[^\W\d_]{4,}", text)]
    return len(long_words) > 1 and sum(word[0].isupper() for word in long_words) >= 0.7 * len(long_words)
