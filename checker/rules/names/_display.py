"""The names in display type, headlines, captions and pull quotes, and the people of the story that they may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from checker.annotate.frequency import is_plain_word
from checker.annotate.gazetteers import demonyms, first_names, fold, places, same_first_name
from checker.annotate.names import Name, NameKind
from checker.annotate.names.nearness import Shelves
from checker.annotate.names.offices import is_office, is_title
from checker.annotate.names.words import Words
from checker.article import BlockKind, Role

DISPLAY = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.CAPTION, BlockKind.PULL_QUOTE})
_LEAST = 3  # letters
_OFTEN = 2  # mentions of somebody whom a surname alone can mean


@dataclass(frozen=True, slots=True)
class Shown:
    """A capitalised word in display type with the capitalised words beside it."""

    key: str
    token: int
    place: str
    """Headline, caption and so on."""
    before: str
    after: str
    """Folded; empty without a capital."""


def shown(words: Words) -> Iterator[Shown]:
    """The words of display type that may be part of a name."""
    for block in words.article.blocks:
        if block.kind not in DISPLAY:
            continue
        inside = words.article.tokens.within(block.span.start, block.span.end)
        for at in inside:
            text = words.base(at)
            if text[0].isupper() and len(text) >= _LEAST and not text.isupper() and text.isalpha():
                before = _capital(words, at - 1, at - 1) if at > inside.start else ""
                after = _capital(words, at + 1, at) if at + 1 < inside.stop and not words.possessive(at) else ""
                yield Shown(fold(text), at, block.kind.value, before, after)


def _capital(words: Words, at: int, gap: int) -> str:
    """The capitalised word at a token, folded, when a single blank lies between."""
    return fold(words.base(at)) if words.texts[at][0].isupper() and words.gap(gap) == 1 else ""


def _is_pet_name(one: str, other: str) -> bool:
    """Whether two first names are Bill and Will or Rick and Ricky, which one person may have, not Jon and John."""
    if not same_first_name(one, other):
        return False
    short, long = sorted((one, other), key=len)
    return short[0] != long[0] or (long[-1] in "yi" and long[:-1] == short) or long == short[:-1] + "ie"


class Story:
    """The words of the story and the people whom it names in full."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._given: dict[str, set[str]] = defaultdict(set)
        """The first names with which each surname stands."""
        self._families: dict[str, set[str]] = defaultdict(set)
        """The surnames with which each first name stands."""
        self._token: dict[str, int] = {}
        self._mentions: dict[str, int] = defaultdict(int)
        self._keys: set[str] = set()
        for block in words.article.prose():
            if block.kind in DISPLAY or block.role is Role.TAIL:
                continue
            inside = words.article.tokens.within(block.span.start, block.span.end)
            self._keys.update(fold(words.base(at)) for at in inside)
            for name in words.article.mentioned(Name, block.span):
                if name.kind is NameKind.PERSON and name.last:
                    self._add(name)
        self._shelves = Shelves(self._token)

    def _add(self, name: Name) -> None:
        tokens = self.words.article.tokens
        first, last = tokens.at(name.span.start), tokens.at(name.span.end - 1)
        family = self.key(last)
        self._mentions[family] += 1
        self._token.setdefault(family, last)
        if name.first and first < last:
            given = self.key(first)
            self._token.setdefault(given, first)
            self._given[family].add(given)
            self._families[given].add(family)

    def key(self, at: int) -> str:
        """A token as its word is compared."""
        return fold(self.words.base(at))

    def has(self, key: str) -> bool:
        """Whether the story has the word, capital or not, or its plural."""
        return key in self._keys or key + "s" in self._keys or key.removesuffix("s") in self._keys

    def counterpart(self, line: Shown) -> int:
        """The token of the story that spells what is shown in another way; -1 without one."""
        found = [key for key in self._shelves.near(line.key) if self._is_meant(line, key)]
        return self._token[found[0]] if len(found) == 1 else -1

    def _is_meant(self, line: Shown, key: str) -> bool:
        if line.after in self._families.get(key, ()):  # Jon Halvorsen, and John Halvorsen in the story
            others = self._given[line.after] - {key}
            return not _is_pet_name(line.key, key) and not any(same_first_name(line.key, other) for other in others)
        given = self._given.get(key)
        if not given:
            return False
        if line.before and (line.before in first_names() or line.before in given):
            return any(same_first_name(line.before, other) for other in given)
        plural = line.key[-1] == "s" and key[-1] != "s"
        return not plural and self._may_stand_alone(line) and self._mentions[key] >= _OFTEN

    def _may_stand_alone(self, line: Shown) -> bool:
        """Whether it can be a surname by itself: no word of the language, no place, no people."""
        before, after = line.before, line.after
        if (before and not (is_title(before) or is_office(before))) or after:
            return False
        text = self.words.base(line.token)
        return not is_plain_word(text) and line.key not in places() and text not in demonyms()
