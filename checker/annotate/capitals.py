"""Runs of capitalised words, and what the article itself tells about each word: is it a name or does it open a sentence?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from checker.annotate.frequency import frequency, is_plain_word, may_be_plain_word
from checker.annotate.gazetteers import first_names
from checker.annotate.sentences import Sentence
from checker.article import Article, Block, BlockKind, Role

OPENERS = frozenset("“\"‘'«([:—–-•*…|>")
_QUOTES = frozenset("“\"‘'«([")
PARTICLES = frozenset("de la del van von der den bin ibn al el du di da dos du le ter ten af".split())
_SHORT = frozenset(
    "st mt ft jr sr inc corp co ltd bros dr mr mrs ms messrs prof rev hon gov sen rep sens reps gen lt col sgt cpl capt cmdr maj adm pres supt det insp".split()
)
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sept sep oct nov dec "
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue tues wed thu thur thurs fri sat sun am pm a.m p.m gmt bst edt est pst utc et".split()
)
_ALSO_NAMES = frozenset("may april june august march jan mar sun sat wed".split())
_DATE_WORDS = frozenset(
    "in on of last next since until by early late mid this from to between before after through during".split()
)
_NEVER = frozenset("i i'm i'll i've i'd i’m i’ll i’ve i’d ok p.s".split())
SAID = frozenset(
    "said says say told tells added adds asked replied insisted argued warned noted explained claimed admitted announced "
    "believes thinks wrote writes recalled tweeted joked continued concluded stated declared remarked acknowledged "
    "suggested confirmed denied predicted complained testified responded quipped commented observed".split()
)
_TITLE_CASE = 0.75  # of the longer words of a line have a capital when it is set as a title


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens from `first` to before `last` that stand together with capitals, and whether they open a sentence."""

    first: int
    last: int
    opens: bool


class Words:
    """The tokens of an article with what is asked of them again and again."""

    def __init__(self, article: Article) -> None:
        self.article = article
        tokens = article.tokens
        self.texts, self.lower = tokens.texts, tokens.lower
        self.starts, self.ends = tokens.starts, tokens.ends
        self.size = len(tokens)

    @cached_property
    def openings(self) -> set[int]:
        """The tokens that open a sentence, opening marks passed over."""
        found = set()
        for sentence in self.article.mentioned(Sentence):
            at = self.article.tokens.at(sentence.span.start)
            while at < self.size and self.texts[at] in OPENERS:
                at += 1
            found.add(at)
        return found

    def opens(self, at: int) -> bool:
        """Whether a capital at this token may be owed to its place."""
        if at in self.openings or at == 0:
            return True
        before = self.texts[at - 1]
        if before in _QUOTES:
            return self.ends[at - 1] == self.starts[at]
        return before in OPENERS and before != "-"

    def base(self, at: int) -> str:
        """The token without a possessive ending."""
        return without_possessive(self.texts[at])

    def possessive(self, at: int) -> bool:
        """Whether the token ends in ’s, or an apostrophe follows it."""
        text = self.texts[at]
        return text[-2:] in ("’s", "'s", "’S", "'S") or (
            text[-1] in "sS"
            and at + 1 < self.size
            and self.texts[at + 1] in ("’", "'")
            and self.ends[at] == self.starts[at + 1]
        )

    def joined(self, at: int) -> bool:
        """Whether nothing stands between this token and the next."""
        return at + 1 < self.size and self.ends[at] == self.starts[at + 1]

    def gap(self, at: int) -> int:
        """How many characters stand between this token and the next."""
        return self.starts[at + 1] - self.ends[at] if at + 1 < self.size else 99

    @cached_property
    def in_lower_case(self) -> Counter[str]:
        """How often the article has each word in lower case, headlines apart: some desks write those without capitals."""
        first = 0
        for block in self.article.blocks:
            if block.kind is not BlockKind.HEADLINE:
                break
            first = self.article.tokens.within(block.span.start, block.span.end).stop
        return Counter(text for text in self.texts[first:] if text.islower())

    @cached_property
    def capitalised(self) -> Counter[str]:
        """How often each word has a capital that it does not owe to its place."""
        return Counter(self.base(at) for at, text in enumerate(self.texts) if text[0].isupper() and not self.opens(at))

    @cached_property
    def unhyphenated(self) -> frozenset[str]:
        """The capitalised words that stand somewhere without a hyphen at either side."""
        return frozenset(
            self.base(at)
            for at, text in enumerate(self.texts)
            if text[0].isupper()
            and not (self.joined(at) and self.texts[at + 1] == "-")
            and not (at and self.texts[at - 1] == "-" and self.joined(at - 1))
        )

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """The words that stand alone behind “Mr” or before “said”, as surnames do."""
        found = set()
        for at in range(1, self.size):
            if self.texts[at][0].isupper() and not self.texts[at - 1][0].isupper():
                before = self.lower[at - 1] if self.texts[at - 1] != "." else self.lower[max(0, at - 2)]
                if (at + 1 < self.size and self.lower[at + 1] in SAID) or before in ("mr", "mrs", "ms"):
                    found.add(self.base(at))
            elif self.lower[at - 1] in ("mr", "mrs", "ms") and self.texts[at][0].isupper():
                found.add(self.base(at))
        return frozenset(found)


def without_possessive(text: str) -> str:
    """A word without its ’s."""
    return text[:-2] if text[-2:] in ("’s", "'s", "’S", "'S") else text


def is_title_case(words: Words, block: Block) -> bool:
    """Whether a block is set like a headline, so that capitals in it tell nothing."""
    inside = words.article.tokens.within(block.span.start, block.span.end)
    if len(inside) > 40:
        return False
    long = [words.texts[at] for at in inside if len(words.texts[at]) > 3 and words.texts[at][0].isalpha()]
    if len(long) < 3 and block.kind not in (BlockKind.HEADLINE, BlockKind.HEADING):
        return False
    plain = [text for text in long if is_plain_word(text)]
    capital = sum(text[0].isupper() for text in long)
    return (
        bool(plain) and capital >= _TITLE_CASE * len(long) and sum(text[0].isupper() for text in plain) * 2 > len(plain)
    )


def prose_blocks(words: Words) -> Iterator[tuple[Block, bool]]:
    """The blocks to read, each with whether it is set in title case."""
    for block in words.article.prose():
        lines = block.kind in (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.STANDFIRST, BlockKind.LIST_ITEM)
        yield block, (lines or block.role is Role.TAIL or len(block.span) < 160) and is_title_case(words, block)


def runs(words: Words, block: Block) -> Iterator[Run]:
    """The runs of capitalised words in a block."""
    inside = words.article.tokens.within(block.span.start, block.span.end)
    texts = words.texts
    at = inside.start
    while at < inside.stop:
        if not texts[at][0].isupper() or not _may_begin(words, at):
            at += 1
            continue
        end = _run_end(words, at, inside.stop)
        yield Run(at, end, words.opens(at))
        at = end


def _may_begin(words: Words, at: int) -> bool:
    return words.lower[at] not in _NEVER and not is_calendar(words, at)


def is_calendar(words: Words, at: int) -> bool:
    """Whether the token is a day or a month here; “May” and “April” may be people."""
    word = without_possessive(words.lower[at])
    if word not in _CALENDAR:
        return False
    if word not in _ALSO_NAMES:
        return True
    after = words.texts[at + 1] if at + 1 < words.size else ""
    before = words.lower[at - 1] if at else ""
    if after[:1].isdigit() or before in _DATE_WORDS or before[:1].isdigit():
        return True
    if word in ("may", "april", "june", "august"):
        person_before = before in first_names() or (
            before in (".", "mr", "mrs", "ms") and words.texts[at - 1] != before
        )
        return not (person_before or (after[:1].isupper() and word != "may" and word != "august"))
    return word == "march" and not after[:1].isupper()


def _run_end(words: Words, first: int, stop: int) -> int:
    """Where the run that begins at `first` ends."""
    at = first
    while True:
        following = _next_capital(words, at, stop)
        if following is None:
            return _with_stop(words, at) + 1
        at = following


def _with_stop(words: Words, at: int) -> int:
    """The full stop of an abbreviation that the run ends with, or the token itself."""
    if words.lower[at] in ("jr", "sr") and words.joined(at) and words.texts[at + 1] == ".":
        return at + 1
    return at


def _next_capital(words: Words, at: int, stop: int) -> int | None:
    """The token that continues a run after the one at `at`."""
    texts = words.texts
    if at + 1 >= stop or words.possessive(at):
        return _after_possessive(words, at, stop)
    after = texts[at + 1]
    if after == "." and words.joined(at) and (len(texts[at]) == 1 or words.lower[at] in _SHORT):
        return _capital(words, at + 2, stop, 1, at + 1)
    if after in ("-", "‑") and words.joined(at) and words.joined(at + 1):
        return _capital(words, at + 2, stop, 0, at + 1)
    if after == "&":
        return _capital(words, at + 2, stop, 1, at + 1)
    if after[0].isupper():
        return _capital(words, at + 1, stop, 1, at)
    if after in PARTICLES:
        return _after_particle(words, at, stop)
    return None


def _capital(words: Words, at: int, stop: int, gap: int, before: int) -> int | None:
    """`at` if a capitalised word stands there close enough and opens no sentence."""
    if at >= stop or not words.texts[at][0].isupper() or words.gap(before) > gap:
        return None
    if at in words.openings or not _may_begin(words, at):
        return None
    return at


def _after_particle(words: Words, at: int, stop: int) -> int | None:
    """The capitalised word after one or two particles: “van der Bellen”, “al-Assad”."""
    following = at + 1
    while following < stop and words.lower[following] in PARTICLES and following < at + 3:
        following += 1
    if following < stop and words.texts[following] == "-" and words.joined(following):
        following += 1
    return _capital(words, following, stop, 1, following - 1)


def _after_possessive(words: Words, at: int, stop: int) -> int | None:
    """“King's College”: a plain word in the possessive before a capital belongs to one name."""
    if at + 1 >= stop or words.texts[at][-1] not in "sS" or not words.texts[at + 1][0].isupper():
        return None
    base = words.base(at)
    if base.lower() in ("king", "queen", "women", "men", "children", "people", "veterans", "workers") or (
        at and words.lower[at - 1] in ("st", "saint")
    ):
        return _capital(words, at + 1, stop, 1, at)
    return None


def is_sentence_word(words: Words, at: int, alone: bool) -> bool:
    """Whether a capital at the opening of a sentence says nothing: “However”, “Police”."""
    word = words.base(at)
    as_name, as_word = words.capitalised[word], words.in_lower_case[word.lower()]
    if as_name or as_word:
        return as_word > as_name
    if len(word) > 1 and word.isupper():
        return False
    if alone:
        return may_be_plain_word(word) or not word.isalpha()
    return (
        is_plain_word(word)
        and (frequency(word) >= 4.8 or word.lower().endswith(("ing", "ly", "ed")))
        and word.lower() not in first_names()
    )
