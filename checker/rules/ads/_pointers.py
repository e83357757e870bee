"""Labels that point to another story: “Related:”, “Read more:”, “Most popular”."""

from __future__ import annotations

import re
from enum import Enum

from checker.rules.ads._lines import bare, is_headline, is_title

_THING = r"(?:stor(?:y|ies)|articles?|coverage|content|links?|reading|posts?|news|videos?|headlines|reports?)"
_READ = r"(?:read|watch|see|view|listen|hear|explore|discover)"
_LABEL = re.compile(
    rf"""(?:
    related(?:\ {_THING})? | further\ reading | recommended(?:\ {_THING}|\ for\ you)? | previous\ {_THING} | icymi
    | (?:other|more|top|latest|trending|popular|most\ (?:read|popular|viewed|shared))(?:\ {_THING}|\ now)
    | most\ (?:read|popular|viewed|shared) | up\ next | next(?:\ {_THING})? | what\ to\ (?:read|watch)\ next
    | {_READ}(?:\ (?:more|next|also|now|this|this\ next|further))?(?:\ {_THING}|\ here)? | also(?:\ {_READ})?
    | also\ on\ \S+
    | more\ (?:on|from|about)(?:\ [\w'’&.-]+){{1,7}}? | you\ (?:might|may|could)\ (?:also\ )?(?:like|enjoy)
    | you\ (?:might|may)\ (?:also\ )?be\ interested\ in | (?:also\ )?in\ (?:the|other)\ news
    | from\ (?:the|our)\ archives? | (?:most\ )?popular\ (?:in|on)\ \w+ | more
    | (?-i:VIDEOS?|PHOTOS|GALLERY|QUIZ|PODCAST|IN\ PICTURES)
    | in\ case\ you\ missed\ it | don['’]t\ miss | editors?['’]?s?['’]?\ picks | (?:keep|continue)\ reading
    | explore\ further | (?:other\ )?people\ (?:are|also)\ read(?:ing)?
    )(?P<after>\s*(?:[:|»→]|[-–—]{{1,2}}\s|\Z)\s*)""",
    re.I | re.X,
)
_WEAK = re.compile(
    rf"(?:{_READ}|next|also|don['’]t miss|more|more (?:on|from|about)\b.*)",
    re.I,
)
"""Labels that are ordinary words as well: what they announce must look like a headline."""
_GLUED = re.compile(
    r"(?:Related|Trending|Popular|Top|Latest|More) (?:Stories|Articles|Posts|Links|News|Videos)(?=[A-Z][a-z])"
)
_ALONE = re.compile(
    rf"(?:{_READ}|next|also|more|related|recommended|more about)\s*",
    re.I,
)
"""Words that announce nothing when a line has nothing else and no colon."""
_STORIES = re.compile(rf"\b(?:{_THING}|read|viewed|shared|explore further)\Z", re.I)
"""How a label ends that is a heading over links whatever follows."""
_FULL_STORY = re.compile(
    rf"""(?:click\ here\ (?:to\ read|for)\ |{_READ}\ )(?:the\ |our\ |my\ )?
    (?:rest\ of|(?:next|previous|first|last)\ (?:part|instal\w+|chapter|story|article)\b
    |(?:full|entire|whole|original|latest)\ {_THING}
    |it\ all|more\ (?:about|on|of|from|at)\ .*\bhere\b)""",
    re.I | re.X,
)
_MOST_WORDS = 16  # of a line such as “Read the rest of the story at …”


class Pointer(Enum):
    """How a line points to another story."""

    LABEL = "label before a link"
    GLUED = "label and links run together"
    LIST = "label above links"
    OPEN = "label above links, if links follow"
    SENTENCE = "sentence about another page"

    def told(self, text: str) -> str:
        """What a finding says of the line."""
        if self is Pointer.SENTENCE:
            return "sends the reader to another page"
        line = bare(text)
        glued, match = _GLUED.match(line), _LABEL.match(line)
        label = glued[0] if glued else line[: match.start("after") if match else None].rstrip()
        return f"“{label}” is a label for {'a link' if self is Pointer.LABEL else 'links'} to other pages"


def pointer(text: str) -> Pointer | None:
    """How a line or sentence points to another story, if it does."""
    line = bare(text)
    if _GLUED.match(line):
        return Pointer.GLUED
    if match := _LABEL.match(line):
        label, rest = line[: match.start("after")], line[match.end("after") :]
        if not rest:
            return _alone(label, text)
        if not _WEAK.fullmatch(label) or label.isupper() or is_title(rest) or is_headline(rest):
            return Pointer.LABEL
    if _FULL_STORY.match(line) and line.count(" ") < _MOST_WORDS:
        return Pointer.SENTENCE
    return None


def _alone(label: str, text: str) -> Pointer | None:
    """What a label says that has the line to itself."""
    announces = text.rstrip(" \"”'*_)]").endswith(":")
    if _ALONE.fullmatch(label) and not announces:
        return None
    return Pointer.LIST if announces or _STORIES.search(label) else Pointer.OPEN
