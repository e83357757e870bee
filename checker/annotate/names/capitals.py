"""Runs of capitalised words, and whether a capital only opens a sentence or belongs to a day or a month."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.annotate.calendar_words import ALSO_FIRST_NAMES, MONTHS, SHORT_MONTHS, WEEKDAYS
from checker.annotate.frequency import frequency, is_plain_word, may_be_plain_word
from checker.annotate.gazetteers import first_names
from checker.annotate.names.words import PARTICLES, Words, without_possessive
from checker.article import Block

LONGEST_RUN = 20  # tokens: what is longer is no name but a line in capitals
_SHORT = frozenset(
    "st mt ft jr sr inc corp co ltd bros dr mr mrs ms messrs prof rev hon gov sen rep sens reps gen lt col sgt cpl "
    "capt cmdr maj adm pres supt det insp".split()
)
_CALENDAR = (
    WEEKDAYS
    | MONTHS
    | SHORT_MONTHS
    | frozenset(
        "mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue tues wed thu thur thurs fri sat sun "
        "am pm a.m p.m gmt bst edt est pst utc et".split()
    )
)
_ALSO_NAMES = ALSO_FIRST_NAMES | frozenset("march jan mar sun sat wed".split())
_DATE_WORDS = frozenset(
    "in on of last next since until by early late mid this from to between before after through during".split()
)
_NEVER = frozenset("i i'm i'll i've i'd i’m i’ll i’ve i’d ok p.s".split())
_BEFORE_SYLLABLES = frozenset(
    "kim lee yi rhee park pak choi choe jung jeong chung kang cho jo yoon yun jang chang lim im rim han oh seo suh "
    "shin kwon hwang ahn an song ryu yoo yu ryoo hong roh noh moon mun ban pan yang bae baek paek nam koo ko ku na ra "
    "ri chun jeon chon son ha ho huh heo min sung seong cha chu joo ju woo u chin jin um eom won tang do to chen "
    "chiang tsai ma lien hsu hsieh lai su wang liu lu wu tung tsang tseng teng mao chou zhou sun hu soong hau".split()
)
"""Korean surnames, and Chinese ones of Taiwan: the first name behind them has a hyphen and no second capital."""
_NO_SYLLABLES = frozenset("based born bred led run backed built style owned bound area wide held made like era".split())
_SYLLABLE = 6  # letters
_FREQUENT = 4.8  # Zipf: so frequent a word opens sentences more often than names
_OWNERS = frozenset("king queen women men children people veterans workers".split())


class Run(NamedTuple):
    """Tokens from `first` to before `last` that stand together with capitals, and whether they open a sentence."""

    first: int
    last: int
    opens: bool


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
    if word in ALSO_FIRST_NAMES:
        person_before = before in first_names() or (
            before in (".", "mr", "mrs", "ms") and words.texts[at - 1] != before
        )
        return not (person_before or (after[:1].isupper() and word != "may" and word != "august"))
    return word == "march" and not after[:1].isupper()


def _run_end(words: Words, first: int, stop: int) -> int:
    """Where the run that begins at `first` ends."""
    at = first
    while at < first + LONGEST_RUN:
        following = _next_capital(words, at, stop)
        if following is None:
            return _with_stop(words, at) + 1
        at = following
    return at + 1


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
        return at + 2 if is_second_syllable(words, at + 2, stop) else _capital(words, at + 2, stop, 0, at + 1)
    if after == "&":
        return _capital(words, at + 2, stop, 1, at + 1)
    if after[0].isupper():
        return _capital(words, at + 1, stop, 1, at)
    if after in PARTICLES:
        return _after_particle(words, at, stop)
    return None


def is_second_syllable(words: Words, at: int, stop: int) -> bool:
    """Whether the token is the “moon” of “Ban Ki-moon”: short, behind a hyphen and a surname of that kind."""
    before = words.texts[at - 3] if at > 2 and words.gap(at - 3) == 1 else ""
    return (
        at < stop
        and before.istitle()
        and before.lower() in _BEFORE_SYLLABLES
        and words.texts[at].islower()
        and len(words.base(at)) <= _SYLLABLE
        and words.base(at) not in _NO_SYLLABLES
    )


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
    if base.lower() in _OWNERS or (at and words.lower[at - 1] in ("st", "saint")):
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
        and (frequency(word) >= _FREQUENT or word.lower().endswith(("ing", "ly", "ed")))
        and word.lower() not in first_names()
    )
