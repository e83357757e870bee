"""The capitalised words of an article: each spelling with its places, its neighbours and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.annotate import cues
from checker.annotate.calendar_words import ALSO_FIRST_NAMES
from checker.annotate.frequency import frequency, is_plain_word
from checker.annotate.gazetteers import first_names, fold, peoples, places, surnames
from checker.annotate.names.offices import COURTESY, is_office, is_title
from checker.annotate.names.title_case import prose_blocks
from checker.annotate.names.words import PARTICLES, Words
from checker.article import Span

_SHORTEST = 3  # letters
_SURNAME_STARTS = ("Mc", "Mac", "O'", "O’", "D'", "D’", "De", "Di", "Du", "Le", "La", "Fitz")


@dataclass(slots=True)
class Form:
    """One spelling of a capitalised word."""

    key: str
    """The word folded."""
    tokens: list[int] = field(default_factory=list)
    firm: int = 0
    """How many of the tokens have a capital that they do not owe to their place."""
    before: set[str] = field(default_factory=set)
    after: set[str] = field(default_factory=set)
    """The capitalised words right beside it, folded, titles left out."""
    alone: int = 0
    """How many of the tokens have no such word beside them."""
    speaks: bool = False
    """Whether it stands before a verb of speech by itself."""
    courtesy: bool = False
    """Whether “Mr” or the like stands before it."""
    introduced: bool = False
    """Whether an office or a rank stands before it."""
    possessive: bool = False
    mixed: bool = False
    """Whether it has capitals inside, as brands have: “SpaceX”, but not as “McLennan” has."""

    @property
    def count(self) -> int:
        """How often the spelling occurs."""
        return len(self.tokens)

    @property
    def given(self) -> set[str]:
        """The first names and initials that stand before it."""
        return {
            word for word in self.before if len(word) == 1 or (word in first_names() and word not in ALSO_FIRST_NAMES)
        }

    @property
    def is_place(self) -> bool:
        """Whether it is a place or a people."""
        return self.key in places() or self.key in peoples()

    @property
    def listed(self) -> bool:
        """Whether some list of names has it."""
        return self.key in first_names() or self.key in surnames() or self.is_place

    @property
    def frequency(self) -> float:
        """How frequent the word is in English."""
        return frequency(self.key)

    @property
    def unknown(self) -> bool:
        """Whether neither the word list nor a list of names has it."""
        return not self.frequency and not self.listed

    @property
    def plain(self) -> bool:
        """Whether English has the word in lower case."""
        return is_plain_word(self.key)


def forms(words: Words) -> dict[str, Form]:
    """The spellings of the article by their folded text; words in capitals throughout are left out."""
    found: dict[str, Form] = {}
    for block, title_case in prose_blocks(words):
        for at in words.article.tokens.within(block.span.start, block.span.end):
            text = words.texts[at]
            if text[0].isupper() and len(text) >= _SHORTEST and not text.isupper():
                _note(words, found, at, firm=not title_case and not words.opens(at))
    return found


def span_of(words: Words, at: int) -> Span:
    """Where a token stands, without its possessive ending."""
    return Span(words.starts[at], words.starts[at] + len(words.base(at)))


def elsewhere(count: int) -> str:
    """How often something stands in other places, as a message says it."""
    times = {1: "", 2: "twice "}
    return times.get(count, f"{count} times ") + "elsewhere"


def _note(words: Words, found: dict[str, Form], at: int, firm: bool) -> None:
    key = fold(words.base(at))
    if len(key) < _SHORTEST or _is_contraction(key):
        return
    form = found.get(key)
    if form is None:
        form = found[key] = Form(key, mixed=_is_mixed(words.base(at)))
    form.tokens.append(at)
    form.firm += firm
    form.possessive |= words.possessive(at)
    before, after = _before(words, at), _after(words, at)
    if before and (is_title(before) or is_office(before)):
        form.courtesy |= before in COURTESY
        form.introduced |= before not in COURTESY
        before = ""
    elif before:
        form.before.add(before)
    elif at and is_office(words.texts[at - 1]):
        form.introduced = True
    if after:
        form.after.add(after)
    form.alone += not before and not after
    if not before or before in first_names():
        form.speaks |= at + 1 < words.size and words.lower[at + 1] in cues.firm()


def _is_mixed(text: str) -> bool:
    """Whether there are capitals inside, other than behind the Mc of a surname."""
    for start in _SURNAME_STARTS:
        if text.startswith(start) and text[len(start) :].istitle():
            return False
    return not text[1:].islower()


def _is_contraction(key: str) -> bool:
    """Whether it is “they’re” rather than “O’Brien”."""
    head, mark, _ = key.replace("’", "'").partition("'")
    return bool(mark) and len(head) > 1


def _before(words: Words, at: int) -> str:
    """The capitalised word before a token, folded; the full stop of an initial or a title is passed over."""
    if not at or words.gap(at - 1) > 1 or at in words.openings:
        return ""
    at -= 1
    if words.texts[at] == "." and at and words.joined(at - 1):
        at -= 1
    if len(words.texts[at]) == 1 and at and at not in words.openings and fold(words.texts[at - 1]) in first_names():
        at -= 1  # Loretta E. Lynch
    return fold(words.texts[at]) if words.texts[at][0].isupper() and not words.possessive(at) else ""


def _after(words: Words, at: int) -> str:
    """The capitalised word or the particle (“bin”) after a token, folded."""
    if words.gap(at) > 1 or words.possessive(at):
        return ""
    after = words.texts[at + 1]
    return fold(words.base(at + 1)) if after[0].isupper() or after in PARTICLES else ""
