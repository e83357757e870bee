"""What reads like a headline or a heading where no markup says so."""

from __future__ import annotations

import re

from checker.parsers.furniture import TAIL_LINE, dateline, is_byline, is_caption, is_tail_heading
from checker.parsers.layout import ends_sentence
from checker.parsers.metadata import read_statement

_FULL_STOP = re.compile(r"(?<!\.)[.!][\"”’')]*$")
_INNER_STOP = re.compile(r"[a-z]{3}[.!?][\"”’')]*\s+[A-Z]")
_TOLD = frozenset(  # words of sentences, which headlines do without
    "the a an was were had has been said says he she they his her their its there".split()
)
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset("January February March April June July August September October November December".split())
_ASKS = re.compile(r"(?:What|Why|How|Who|When|Where|Which|Is|Are|Will|Can|Could|Should|Does|Do|Did|Has|Have|So)\b.*\?$")
_WORD = re.compile(r"[^\W\d_]+")

_HEADLINE_LIMIT = 200  # characters
_STOPPED_LIMIT = 110  # of a headline that ends in a full stop
_HEADING_LIMIT = 80
_HEADING_WORDS = 12
_TITLE_CASE_SHARE = 0.7  # of the long words, how many open with a capital


def is_headline(text: str, following: str, apart: bool, furnished: bool) -> bool:
    """Whether the first line of an article is its headline, with `following` as the first line of the story.

    `apart` tells whether a blank line stands between the two, `furnished` whether a date or a byline does.
    """
    if not following or len(text) > _HEADLINE_LIMIT or text[-1] in ",:":
        return False
    if is_furniture(text) or dateline(text) is not None:
        return False
    if _FULL_STOP.search(text) is None:
        return True
    if len(text) > _STOPPED_LIMIT or _INNER_STOP.search(text):
        return False
    return furnished or is_title_case(text) or (apart and _is_headlinese(text) and len(following) > len(text))


def is_heading(text: str, following: str, above_list: bool) -> bool:
    """Whether a line in the story is a heading: short, not a sentence, with copy or a list below it."""
    if not following or len(text) > _HEADING_LIMIT or len(text.split()) > _HEADING_WORDS:
        return False
    if not (text[0].isupper() or text[0].isdigit()) or '"' in text or _WORD.search(text) is None:
        return False
    if ends_sentence(text) and not (_ASKS.match(text) or is_shouted(text)):
        return False
    if (TAIL_LINE.match(text) and not is_tail_heading(text)) or is_furniture(text):
        return False
    return above_list or (len(following) > len(text) and ends_sentence(following))


def is_furniture(text: str) -> bool:
    """Whether a line is metadata, a byline or a caption."""
    return is_byline(text) or is_caption(text) or read_statement(text) is not None


def is_title_case(text: str) -> bool:
    """Whether most long words open with a capital; names of months tell nothing."""
    long_words = [word for word in _WORD.findall(text) if len(word) > 3 and word not in _MONTHS]
    capitals = sum(word[0].isupper() for word in long_words)
    return len(long_words) > 1 and capitals >= _TITLE_CASE_SHARE * len(long_words)


def is_shouted(text: str) -> bool:
    """Whether a line of several words is in capitals throughout."""
    return text.isupper() and len(_WORD.findall(text)) > 1


def _is_headlinese(text: str) -> bool:
    """Whether a sentence does without articles and past tenses, as headlines do."""
    words = [word.lower() for word in _WORD.findall(text)]
    return not any(word in _TOLD or word in _WEEKDAYS or (len(word) > 4 and word.endswith("ed")) for word in words)
