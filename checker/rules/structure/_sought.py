"""Names of a headline sought in the story: as written, cut short, in letters, under another name of the land."""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path

from checker.annotate.frequency import is_plain_word
from checker.annotate.gazetteers import fold, same_first_name
from checker.article import Article, Span
from checker.data import lines

_WORD = re.compile(r"[^\W\d_]+")
_INITIALS = re.compile(r"(?:[A-Za-z]\.){2,}")
_CUT = 4  # letters that two forms of one name share from the start: Calabria, Calabrian
_SHARE_CUT = 0.6  # of the shorter one
_LIKE = 75  # of 100: below it two spellings are two names
_LEAST_LIKE = 5  # letters; a letter more or less makes another name of a shorter one
_SHORT_FORM = 3.5  # times as long as its short form may a word be: Utd for United, Intl for International
_LEAST_LETTERS = 3


def words_of(text: str) -> list[str]:
    """The folded words of a text in order, possessives cut off."""
    return _WORD.findall(re.sub(r"['’]s\b", "", fold(text)))


def telling(name: str, of_person: bool) -> list[str]:
    """The words by which a name is known: all of a person’s, of others the unusual ones, if any."""
    words = [word for word in words_of(name) if len(word) > 1]
    return words if of_person else [word for word in words if not is_ordinary(word)] or words


def is_ordinary(word: str) -> bool:
    """Whether English has the folded word, in the singular or the plural."""
    return is_plain_word(word) or (word.endswith("s") and is_plain_word(word[:-1]))


class Story:
    """All that is printed but the headline, ready to be searched for names."""

    def __init__(self, article: Article, headline: Span) -> None:
        self.article = article
        inside = article.tokens.within(headline.start, headline.end)
        self._places = [*range(inside.start), *range(inside.stop, len(article.tokens))]

    def has(self, name: str, of_person: bool) -> bool:
        """Whether the story names `name` in any form that a reader would take for it."""
        words = telling(name, of_person)
        if not words or any(word in self.words for word in words):
            return True
        if any(self._has_like(word) for word in words):
            return True
        letters = "".join(words_of(name))
        return self._spells(letters) or self._abbreviates(name) or self._names_land(words_of(name))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word in lower case, without accents and possessives."""
        found: set[str] = set()
        for text in {self.article.tokens.texts[at] for at in self._places}:
            found.update(words_of(text))
        return frozenset(found)

    @cached_property
    def _names(self) -> frozenset[str]:
        """Every word that stands with a capital."""
        texts = {self.article.tokens.texts[at] for at in self._places}
        return frozenset(word for text in texts if text[0].isupper() for word in words_of(text))

    @cached_property
    def _runs(self) -> str:
        """The words in their order, blanks between, to look for several in a row."""
        return f" {' '.join(fold(self.article.tokens.texts[at]) for at in self._places)} "

    @cached_property
    def _first_letters(self) -> str:
        """The first letters of all words in their order, small words such as “of” left out."""
        texts = self.article.tokens.texts
        words = [texts[at] for at in self._places if texts[at][0].isalpha()]
        return "".join(fold(word)[:1] for word in words if word.lower() not in _SMALL)

    def _has_like(self, word: str) -> bool:
        """Whether some name of the story is another form of `word`: longer, shorter, misspelt, a nickname."""
        from rapidfuzz.fuzz import ratio  # only for the few names that are not there as written

        return any(
            _begins_alike(word, other) or _is_short_for(word, other) or _is_short_for(other, word)
            or (len(word) >= _LEAST_LIKE and ratio(word, other) >= _LIKE) or _is_nickname(word, other)
            for other in self._names
        )  # fmt: skip

    def _spells(self, letters: str) -> bool:
        """Whether the letters are the first ones of words in a row: SEIU."""
        return _LEAST_LETTERS <= len(letters) <= 8 and letters in self._first_letters

    def _abbreviates(self, name: str) -> bool:
        """Whether the name is made of the beginnings of words in a row (Amex), or its initials stand in the story."""
        words = words_of(name)
        initials = "".join(word[0] for word in words)
        if len(words) > 1 and (initials in self.words or ".".join(initials) + "." in self._runs):
            return True
        return len(words) == 1 and len(words[0]) >= _CUT and _blend(words[0]).search(self._runs) is not None

    def _names_land(self, words: list[str]) -> bool:
        """Whether the story has another name of the land, its people or its capital."""
        name = " ".join(words)
        return any(f" {other} " in self._runs for line in _lands() if name in line for other in line)


_SMALL = frozenset("a an and at de for in of on the to".split())


def _begins_alike(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    least = max(_CUT, _SHARE_CUT * shorter)
    return shorter >= least and one[: int(least + 0.999)] == other[: int(least + 0.999)]


def _is_short_for(short: str, long: str) -> bool:
    """Whether the letters of `short` stand in `long` in their order, the first and the last of all alike: Utd."""
    if not _LEAST_LETTERS <= len(short) < len(long) <= _SHORT_FORM * len(short):
        return False
    if short[0] != long[0] or (short[-1] != long[-1] and not long.startswith(short)):
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)


def _is_nickname(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _LEAST_LETTERS and same_first_name(one, other)


@cache
def _blend(word: str) -> re.Pattern[str]:
    """A pattern for two words in a row whose beginnings make up `word`."""
    cuts = (rf" {word[:at]}\S* {word[at:]}\S* " for at in range(2, len(word) - 1))
    return re.compile("|".join(cuts))


@cache
def _lands() -> tuple[frozenset[str], ...]:
    """The names of each land."""
    listed = lines(Path(__file__).with_name("_lands.txt"))
    return tuple(frozenset(word.replace("_", " ") for word in line.split()) for line in listed)
