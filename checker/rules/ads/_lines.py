"""Lines that stand by themselves: other stories' headlines, and what is left below the last paragraph."""

from __future__ import annotations

import re

from checker.article import Article, Block, BlockKind

_ENDED = re.compile(r"[.!?…:;,][\"”’')\]]*\s*\Z")
_LEADING = re.compile(r"\A[\W_]+")
_STOPPED = re.compile(r"[.:;,][\"”’')\]]*\s*\Z")
_WORD = re.compile(r"[^\W_]+(?:['.][^\W_]+)*")
_SAYING = re.compile(r"[\"”]\s?[-–—] |,[\"”] |[A-Z][a-z]+ \d{1,2}, \d{4}\Z")
_SMALL = frozenset("a an the of in on at to for from by with and or but as into over after amid is are vs via".split())
_IN_ANY_STYLE = _SMALL | frozenset(
    "january february march april june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday us uk eu un".split()
)
"""Words that tell nothing of the style of a headline."""
_CREDITS = frozenset(
    "photo photos image images picture pictures video graphic source sources credit credits caption copyright by "
    "written posted published updated filed additional compiled edited editing researched provided translated "
    "contact label labels tag tags share comment comments reply figure file view topic topics listen download "
    "press note notes contributing contributed contributors reporting categories category continue".split()
)
"""First words of lines that say who made what, or what the page can do."""
_CREDITS_WITHIN = (
    *("getty", "reuters", "afp", "shutterstock", "istock", "credit", "http:", "https:", "www.", "@", "rights reserved"),
    *(
        "associated press",
        "via ap",
        "photo by",
        "image:",
        "photo:",
        "courtesy of",
        "more information",
        "further information",
    ),
)
_ROLES = frozenset("president director manager editor professor reporter correspondent author officer".split())
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
    return text.count(" ") >= LEAST_PROSE - 1 and is_ended(text)


def words(text: str) -> list[str]:
    """The words of a short line in lower case."""
    return _WORD.findall(text.lower().replace("’", "'"))


def is_note(text: str) -> bool:
    """Whether a line gives credit, a source, a date or a saying: what is printed below stories for its own sake."""
    low, said = text.lower(), words(text)
    if text[0] == "(" or not said or said[0] in _CREDITS or any(mark in low for mark in _CREDITS_WITHIN):
        return True
    return _SAYING.search(text) is not None or ("," in text and not _ROLES.isdisjoint(said))


def is_ended(text: str) -> bool:
    return _ENDED.search(text, max(0, len(text) - 8)) is not None


def is_title(text: str) -> bool:
    """Whether most words are capitalised as in a headline of American style."""
    said = [word for word in _WORD.findall(text) if word[0].isalpha() and word.lower() not in _IN_ANY_STYLE]
    return len(said) > 2 and sum(word[0].isupper() for word in said) >= 0.8 * len(said)


def is_headline(text: str) -> bool:
    """Whether a line may be the headline of another story: a few words, no full stop, no credit."""
    line = bare(text)
    said = line.split()
    if not LEAST_HEADLINE <= len(said) <= MOST_HEADLINE or not (line[0].isupper() or line[0].isdigit()):
        return False
    if _STOPPED.search(text, max(0, len(text) - 8)) or is_note(text):
        return False
    return is_title(line) or (not line.isupper() and any(word.islower() for word in said))


def tail(article: Article) -> list[Block]:
    """The lines below the last paragraph; only titles where the whole article is made of loose lines."""
    blocks = [block for block in article.prose() if block.kind is not BlockKind.HEADLINE]
    last = next((at for at in range(len(blocks) - 1, -1, -1) if is_prose(article[blocks[at].span])), None)
    if last is None or last == len(blocks) - 1:
        return []
    loose = sum(not is_ended(article[block.span]) for block in blocks[: last + 1])
    below = blocks[last + 1 :]
    if not all(block.kind in _PLAIN for block in below):
        return []
    if loose <= MOST_LOOSE * (last + 1):
        return below
    return [block for block in below if is_title(text := article[block.span]) and text.count(" ") >= LEAST_TITLE - 1]
