"""Events by their words: what a year, a month or a weekday dates, and whether two of them date one event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations, takewhile
from typing import NamedTuple

from checker.annotate.dates import Date, Grain
from checker.annotate.names import Name
from checker.annotate.sentences import Sentence
from checker.annotate.stems import content, stem
from checker.annotate.wordclass import PAST, word_class
from checker.article import Article, BlockKind, Span
from checker.rules.dates._agreement import agree, near
from checker.rules.dates._statements import Statement, Statements, tokens_of

# What happens to one bearer once, or hardly ever twice: a line holds the words for one event.
_ONCE = (
    "founded founding foundation established established created formed formation incorporated",
    "born birth", "died death", "married marriage wedding", "divorced divorce", "retired retirement",
    "built erected constructed construction completed completion", "demolished demolition",
    "opened opening inaugurated inauguration", "closed closure shut",
    "bought acquired acquisition takeover purchase purchased", "merged merger", "privatised privatized privatisation",
    "killed kill killing murdered murder shot shooting slain assassinated assassination",
    "arrested arrest", "convicted conviction", "acquitted acquittal", "indicted indictment", "extradited extradition",
    "sentenced jailed imprisoned", "resigned resignation quit", "sacked fired dismissed dismissal",
    "bankrupt bankruptcy collapsed collapse", "sank sunk sinking", "crashed crash derailed",
    "exploded explosion blast bombing", "debut", "joined", "graduated", "independence", "abolished abolition",
    "discovered discovery", "invented invention", "earthquake quake", "independent", "destroyed destruction",
    "disappeared disappearance vanished", "kidnapped abducted kidnapping abduction", "widowed",
)  # fmt: skip
# What comes again: the words around it have to say that one and the same is meant.
_AGAIN = (
    "won win victory title", "elected election elections", "signed signing treaty accord", "hosted games olympics",
    "fire blaze burned", "flood floods flooded", "strike", "riot riots", "war", "coup", "siege", "massacre", "ambush",
    "attack attacked raid", "invaded invasion", "appointed appointment", "launched launch", "released release",
    "published publication", "hurricane storm", "scandal", "trial", "recall recalled", "marched march",
    "inquest inquiry", "vote referendum", "tour", "fight bout", "ruling ruled", "purge", "famine", "eruption erupted",
)  # fmt: skip
# Events of two words, by the first one; the second names the family.
_PAIRS = {
    ("taken", "over"): "bought", ("took", "over"): "bought", ("set", "up"): "founded", ("shut", "down"): "closed",
    ("blew", "up"): "exploded", ("broke", "out"): "fire", ("went", "down"): "sank",
}  # fmt: skip
_FAMILY = {word: line.split()[0] for line in (*_ONCE, *_AGAIN) for word in line.split()}
_REPEATS = frozenset(line.split()[0] for line in _AGAIN)
_BEFORE_EVENTS = frozenset("the its his her their this that our".split())
_LEADS = frozenset("in on since of during from".split())
_STOPS = frozenset("; : — – - and but or".split())
# Another one of the kind, or a change of plan, is meant where one of these stands near.
_OTHERWISE = frozenset(
    "again another other second third next previous previously earlier later then subsequent subsequently former "
    "compared unlike whereas while re-elected reopened instead originally postponed moved delayed rescheduled "
    "annual every each respectively brother sister son daughter father mother wife husband twin "
    "also would could if planned expected due plans will".split()
)
# These say which end of an event is dated; other verbs between an event and its date say something else.
_PHASES = {
    "began": "start", "begun": "start", "started": "start", "ended": "end", "finished": "end", "concluded": "end",
    "happened": "", "occurred": "", "came": "", "took": "", "was": "", "were": "", "struck": "", "made": "",
}  # fmt: skip
_BACK = 9  # tokens before a date in which its event is named
_AHEAD = 14  # tokens behind a date that opens its sentence
_NOUNS = 3  # tokens between “the 1989” and the event
_WINDOW = 12  # tokens on each side of a date that tell what it dates
_CONTRAST = 7  # tokens behind a date in which a word of contrast counts
_CLAUSE_ENDS = frozenset(",;—–")
_OPENING = 2  # tokens before a date that opens its sentence
_GENITIVE = ("'s", "’s")
_WANTED = 0.5  # weight of the telling words that two events have in common
_CLOSE = 3  # years, months or days: a slip is near what was meant
_MOST = 24  # events of one family that are compared
_NOT_TOLD = frozenset({BlockKind.TIMELINE_ENTRY, BlockKind.CELL})


class Event(NamedTuple):
    """A date with the event that it dates."""

    date: Date
    families: frozenset[str]
    phase: str
    """Which end of the event it is: “start”, “end” or nothing."""
    statement: Statement
    theme: frozenset[str]
    names: frozenset[int]
    contrasted: bool


def same_events(article: Article, statements: Statements) -> Iterator[tuple[Event, Event, bool]]:
    """The pairs of events told in one family of words whose dates differ, and whether they are one event."""
    dates = [date for date in article.mentioned(Date) if _is_compared(date)]
    if len(dates) < 2:
        return
    families: dict[str, list[Event]] = defaultdict(list)
    for date in dates:
        event = _event(article, statements, date)
        for family in event.families if event else ():
            if event and len(families[family]) < _MOST:
                families[family].append(event)
    years, told = _years(article), set[tuple[Span, Span]]()
    for events in families.values():
        for one, other in combinations(events, 2):
            pair = one.date.span, other.date.span
            if pair in told or one.statement.number == other.statement.number or one.phase != other.phase:
                continue
            if differ_by_a_slip(one.date, other.date, years):
                told.add(pair)
                yield one, other, _is_one(statements, one, other)


def _is_compared(date: Date) -> bool:
    """Whether a date is a year, a month, a day or a weekday."""
    return date.grain in (Grain.DAY, Grain.YEAR, Grain.MONTH) and bool(date.value) and not date.part


def _years(article: Article) -> dict[int, int]:
    """How many dates of the article name each year."""
    return Counter(date.year for date in article.mentioned(Date) if date.year is not None)


def differ_by_a_slip(one: Date, other: Date, years: Mapping[int, int]) -> bool:
    """Whether two dates cannot be one, and differ in no more than a slip may change: a year, a month, a day."""
    if agree(one, other):
        return False
    if one.year is not None and other.year is not None and one.year != other.year:
        return near(one, other) and min(years[one.year], years[other.year]) == 1 and _years_alike(one.year, other.year)
    if one.month is not None and other.month is not None:
        if one.day is None or other.day is None or one.day == other.day:
            return one.month != other.month
        days = abs((one.first - other.first).days) if one.first and other.first else 0
        return one.month == other.month or days <= _CLOSE
    bare = one.month is None and other.month is None and one.day is None and other.day is None
    return bare and None not in (one.weekday, other.weekday) and one.weekday != other.weekday


def _years_alike(one: int, other: int) -> bool:
    """Whether one year may be a slip for the other: near it, a digit off, or digits swapped."""
    first, second = str(one), str(other)
    apart = [at for at in range(4) if first[at] != second[at]]
    swapped = len(apart) == 2 and first[apart[0]] == second[apart[1]] and first[apart[1]] == second[apart[0]]
    return len(apart) == 1 or swapped or abs(one - other) <= _CLOSE


def _event(article: Article, statements: Statements, date: Date) -> Event | None:
    """What a date dates, if the words right beside it are those of an event."""
    if article.block_at(date.span.start).kind in _NOT_TOLD:
        return None
    within, tokens = article.enclosing(Sentence, date.span.start), article.tokens
    if within is None or date.span.end > within.span.end:
        return None
    inside = tokens_of(article, date.span)
    sentence = tokens.within(within.span.start, within.span.end)
    anchor = _anchor(tokens.lower, inside, sentence)
    statement = statements.of(date) if anchor.tokens else None
    if statement is None:
        return None
    first, last = max(sentence.start, inside.start - _WINDOW), min(sentence.stop, inside.stop + _WINDOW)
    own = {stem(tokens.lower[at]) for at in anchor.tokens} | content(article, date.span)
    span = Span(tokens.starts[first], tokens.ends[last - 1])
    theme = frozenset(word for word in content(article, span) - own if word[0].isalpha())
    names = frozenset(name.cluster for name in article.mentioned(Name, span))
    beside = tokens.lower[first : inside.stop]
    beside += takewhile(
        lambda word: word not in _CLAUSE_ENDS, tokens.lower[inside.stop : min(last, inside.stop + _CONTRAST)]
    )
    families = frozenset(_family(tokens.lower, at) for at in anchor.tokens)
    return Event(date, families, anchor.phase, statement, theme, names, not _OTHERWISE.isdisjoint(beside))


class _Anchor(NamedTuple):
    """The tokens beside a date that name its event."""

    tokens: tuple[int, ...] = ()
    phase: str = ""


def names_an_event(words: list[str], at: int) -> bool:
    """Whether a word is one for an event that a date can be given for."""
    return bool(_family(words, at))


def _family(words: list[str], at: int) -> str:
    """The family of the event that a word names; nothing when it names none."""
    found = _FAMILY.get(words[at], "")
    return found or (_PAIRS.get((words[at], words[at + 1]), "") if at + 1 < len(words) else "")


def _anchor(words: list[str], inside: range, sentence: range) -> _Anchor:
    """The event beside a date: “the 1989 fire”, “closed in 1989”, “In 1989 she joined”."""
    before = words[inside.start - 1] if inside.start > sentence.start else ""
    if before in _BEFORE_EVENTS or before.endswith(_GENITIVE) or words[inside.stop - 1].endswith(_GENITIVE):
        for at in range(inside.stop, min(sentence.stop, inside.stop + _NOUNS)):
            if _family(words, at):
                return _Anchor((at,))
            if not words[at].isalpha():
                break
    if inside.start - sentence.start <= _OPENING:
        return _search(words, range(inside.stop, min(sentence.stop, inside.stop + _AHEAD)))
    if before not in _LEADS and not words[inside.start].endswith("day"):
        return _Anchor()
    return _search(words, range(inside.start - 1, max(sentence.start, inside.start - _BACK) - 1, -1))


def _search(words: list[str], places: range) -> _Anchor:
    """The events among the words at `places`, up to a verb that tells of something else."""
    found: list[int] = []
    phase = ""
    for at in places:
        if _family(words, at):
            found.append(at)
        elif words[at] in _PHASES:
            phase = phase or _PHASES[words[at]]
        elif words[at] in _STOPS or words[at].isdigit() or word_class(words[at]) == PAST:
            break
    return _Anchor(tuple(found), phase)


def _is_one(statements: Statements, one: Event, other: Event) -> bool:
    """Whether two events of one family are one by the names and the words around them."""
    if one.contrasted or other.contrasted:
        return False
    if one.names and other.names and one.names.isdisjoint(other.names):
        return False
    repeats = one.families & other.families <= _REPEATS
    if repeats and one.date.year and other.date.year and abs(one.date.year - other.date.year) > _CLOSE:
        return False  # elections and games come every four years
    both_more = bool(one.names - other.names) and bool(other.names - one.names)
    wanted = _WANTED + both_more * 1.0 + repeats * 0.5
    return statements.weight(one.theme & other.theme) >= wanted
