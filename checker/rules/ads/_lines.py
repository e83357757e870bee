"""Lines that stand by themselves: other stories' headlines, and what is left below the last paragraph."""

from __future__ import annotations

import re

from checker.article import Article, Block, BlockKind

_ENDED = re.compile(r"[.!?…:;,][\"”’')\]]*\s*\Z")
_LEADING = re.compile(r"\A[\W_]+")
_STOPPED = re.compile(r"[.:;,][\"”’')\]]*\s*\Z")
_SMALL = frozenset("a an the of in on at to for from by with and or but as into over after amid is are vs via".split())
_CREDIT = re.compile(
    r"\A(?:(?:photos?|images?|pictures?|video|graphic|sources?|credits?|caption|copyright|by|written|posted|published|updated"
    r"|filed|additional|compiled|edited|editing|researched|provided|translated|contact|labels?|tags?|share|comments?|reply"
    r"|figure|file|view|topics?|listen|download|press|(?:editor.s )?notes?)\b"
    r"|report(?:ed|ing) (?:by|from)|contribut|categor|(?:more|further) information"
    r"|continue reading)",
    re.I,
)
_CREDIT_WITHIN = re.compile(
    r"(?:\bgetty|reuters|afp|shutterstock|istock|credit|https?:|www\.|@|rights reserved"
    r"|associated press|via ap|photo by\b)",
    re.I,
)
_ROLE = re.compile(r"\b(?:president|director|manager|editor|professor|reporter|correspondent|author|officer)\b", re.I)
_SAYING = re.compile(r"[\"”]\s?[-–—] |,[\"”] |[A-Z][a-z]+ \d{1,2}, \d{4}\Z")
_PLAIN = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING)

LEAST_PROSE = 12  # words; a shorter last line may be furniture, even one with a full stop
LEAST_HEADLINE = 4  # words
LEAST_TITLE = 6  # words of a title among loose lines
MOST_HEADLINE = 24
MOST_LOOSE = 0.35  # of an article's blocks may lack an end mark; where more do, it is a list or a table


def bare(text: str) -> str:
    """A line without the marks around it: brackets, quotation marks, bullets, arrows."""
    return _LEADING.sub("", text).rstrip(" \t\xa0\"”’'[]()*_»→▶|–—-")


def is_prose(text: str) -> bool:
    """Whether a block is a paragraph of the story: some words, closed by a full stop."""
    return text.count(" ") >= LEAST_PROSE - 1 and _is_ended(text)


def is_note(text: str) -> bool:
    """Whether a line gives credit, a source, a date or a saying: what is printed below stories for its own sake."""
    line = bare(text)
    return (
        text[0] == "("
        or any(note.search(line) for note in (_CREDIT, _CREDIT_WITHIN, _SAYING))
        or (_ROLE.search(line) is not None and "," in line)
    )


def _is_ended(text: str) -> bool:
    return _ENDED.search(text, max(0, len(text) - 8)) is not None


def is_title(text: str) -> bool:
    """Whether most words are capitalised as in a headline of American style."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’]*", text) if word.lower() not in _SMALL]
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def is_headline(text: str) -> bool:
    """Whether a line may be the headline of another story: a few words, no full stop, no credit."""
    line = bare(text)
    words = line.split()
    if not LEAST_HEADLINE <= len(words) <= MOST_HEADLINE or not (line[0].isupper() or line[0].isdigit()):
        return False
    if _STOPPED.search(text, max(0, len(text) - 8)) or is_note(text):
        return False
    return is_title(line) or (not line.isupper() and any(word.islower() for word in words))


def tail(article: Article) -> list[Block]:
    """The lines below the last paragraph; only titles where the whole article is made of loose lines."""
    blocks = [block for block in article.prose() if block.kind is not BlockKind.HEADLINE]
    last = next((at for at in range(len(blocks) - 1, -1, -1) if is_prose(article[blocks[at].span])), None)
    if last is None or last == len(blocks) - 1:
        return []
    loose = sum(not _is_ended(article[block.span]) for block in blocks[: last + 1])
    below = blocks[last + 1 :]
    if not all(block.kind in _PLAIN for block in below):
        return []
    if loose <= MOST_LOOSE * (last + 1):
        return below
    return [block for block in below if is_title(text := article[block.span]) and text.count(" ") >= LEAST_TITLE - 1]
