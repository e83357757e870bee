"""Lists: a number of things that is announced, and the things that are named right after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.annotate.figures import Figure, FigureKind
from checker.annotate.figures.numerals import SMALL, TENS
from checker.annotate.wordclass import ADVERB, FUNCTION, PAST, VERB, word_class
from checker.article import Article, Span
from checker.rules.figures._arithmetic import hedged
from checker.rules.figures._sheet import Entry, Statement, statements
from checker.tokens import Tokens

_DASHES = frozenset("- – — --".split())
_CLOSING = {"(": ")", "[": "]"}
_CONJUNCTIONS = frozenset({"and", "or", "&"})
# Small words inside names: Bank of England, Tom de la Mare, the Netherlands.
_IN_NAMES = frozenset("of the de la le du da di del van von der den el al bin ben ' ’ . & - / y".split())
# Names with “and” in them, by the words on both sides.
_JOINED = frozenset(
    {
        ("trinidad", "tobago"), ("bosnia", "herzegovina"), ("antigua", "barbuda"), ("kitts", "nevis"),
        ("turks", "caicos"),
        ("johnson", "johnson"), ("procter", "gamble"), ("marks", "spencer"), ("black", "decker"), ("ernst", "young"),
        ("tyne", "wear"), ("brighton", "hove"), ("food", "drug"), ("simon", "garfunkel"), ("hammersmith", "fulham"),
        ("kensington", "chelsea"), ("telegraph", "telephone"), ("legal", "general"), ("country", "western"),
    }
)  # fmt: skip
_CLAUSE = frozenset(
    "who which that is are was were be been has have had will would can could may said says say to but if when while "
    "because as where why how what not he she it they we i you".split()
)
_PEOPLE = frozenset("person man woman boy girl brother sister child player student winner friend".split())
_WERE = frozenset({"are", "were"})
_NAMED = (["named", "as"], ["identified", "as"], ["listed", "as"])
_PHRASES = frozenset("for of behind to".split())
_LONGEST_PHRASE = 6  # tokens between the noun and its colon
_LONGEST_NAME = 8  # tokens
_LONGEST_ITEM = 6
_GREATEST = 20.0  # nobody lists more than that in a sentence


@dataclass(frozen=True, slots=True)
class Listing:
    """A number that is announced and the items that follow it; `named` when they are names."""

    count: Figure
    items: tuple[Span, ...]
    named: bool


def listings(article: Article) -> Iterator[Listing]:
    """The lists in sentences of the article that a number announces."""
    for statement in statements(article):
        for at, entry in enumerate(statement.entries):
            if not announces(entry.figure):
                continue
            others = (one.first for one in statement.entries[at + 1 :] if one.figure.kind is not FigureKind.AGE)
            later = next(others, statement.last)
            found = _listing(article.tokens, statement, entry, later)
            if found is not None and not _lists_part(article.tokens, statement, at, len(found.items)):
                yield found


def _lists_part(tokens: Tokens, statement: Statement, at: int, listed: int) -> bool:
    """Whether the list names the part of “two of the five cities: Lyon and Nice”."""
    if at == 0:
        return False
    part, whole = statement.entries[at - 1], statement.entries[at]
    gap = tokens.lower[part.last : whole.first]
    return gap[:1] == ["of"] and len(gap) < 3 and part.figure.value == listed


def line_ups(article: Article) -> Iterator[Listing]:
    """The names behind “from left” and the people whom the same caption or paragraph counts."""
    tokens = article.tokens
    for statement in statements(article):
        words = tokens.lower[statement.first : statement.last]
        if "left" not in words or (at := words.index("left")) == 0 or words[at - 1] != "from":
            continue
        counts = [entry.figure for entry in statement.entries if _counts_people(tokens, statement, entry)]
        first = statement.first + at + 1 + (words[at + 1 : at + 2] in ([","], [":"]))
        names = names_from(tokens, first, statement.last) if len(counts) == 1 else None
        if names is not None:
            yield Listing(counts[0], spans_of(tokens, names), True)


def _counts_people(tokens: Tokens, statement: Statement, entry: Entry) -> bool:
    before = tokens.lower[entry.first - 1] if entry.first > statement.first else ""
    return announces(entry.figure) and before in ("the", "all", "these", "(") and entry.figure.head in _PEOPLE


def announces(figure: Figure) -> bool:
    """Whether a number may announce a list: a plain count from two to twenty."""
    if figure.kind is not FigureKind.COUNT or figure.unit or hedged(figure) or not figure.head or figure.value is None:
        return False
    return 2 <= figure.value <= _GREATEST and figure.value == int(figure.value) and "before" not in figure.found_by


def behind_noun(tokens: Tokens, statement: Statement, entry: Entry) -> int:
    """The token behind the noun of a figure."""
    at = entry.last
    while at < statement.last and tokens.starts[at] < entry.figure.noun_span.end:
        at += 1
    return at


def _listing(tokens: Tokens, statement: Statement, entry: Entry, later: int) -> Listing | None:
    opener = behind_noun(tokens, statement, entry)
    if opener + 2 >= statement.last or opener >= later:
        return None
    opener = _behind_phrase(tokens.lower, opener, statement.last)
    word, first = tokens.lower[opener], opener + 1
    if word == "," and tokens.lower[first] == "namely":
        word, first = ":", first + 1
    if word in _WERE and tokens.lower[first : first + 2] in _NAMED:
        first += 2  # were named as
    names = None
    if word in (":", ",", "(", "are", "were") or word in _DASHES:
        names = names_from(tokens, first, statement.last)
    if names is not None and later >= names[-1][1] and _fits(tokens, statement, entry, word, names[-1][1]):
        return Listing(entry.figure, spans_of(tokens, names), True)
    if word not in (":", "(") and word not in _DASHES:
        return None
    last = _closing(tokens, word, first, statement.last)
    nouns = _nouns(tokens, first, last) if last <= later or later == statement.last else None
    return Listing(entry.figure, spans_of(tokens, nouns), False) if nouns else None


def _behind_phrase(words: list[str], at: int, stop: int) -> int:
    """The colon behind “reasons for the delay:”; `at` itself when no such phrase stands there."""
    if words[at] not in _PHRASES:
        return at
    for end in range(at + 1, min(stop - 2, at + _LONGEST_PHRASE)):
        if words[end] == ":":
            return end
        if not words[end].isalpha():
            break
    return at


def _fits(tokens: Tokens, statement: Statement, entry: Entry, opener: str, end: int) -> bool:
    """Whether what stands before and behind leaves no doubt that the names are the things that are counted."""
    before = tokens.lower[entry.first - 1] if entry.first > statement.first else ""
    if opener == ",":
        return before not in ("in", "after", "for", "over", "during", "within") and entry.figure.head in _BEARERS
    if opener in ("are", "were"):
        return end >= statement.last - 1
    return True


_BEARERS = frozenset(
    "scientist researcher author writer actor actress teacher doctor nurse student pupil judge finalist nominee runner "
    "swimmer athlete pilot tourist hostage prisoner activist protester journalist reporter musician singer artist "
    "engineer architect professor "
    "man woman boy girl brother sister son daughter child suspect official officer minister lawmaker senator "
    "candidate player driver worker employee friend colleague rival lawyer barrister analyst manager director "
    "executive developer objector defendant victim soldier country state city town village nation company firm bank "
    "airline carrier agency network union party team club department ministry newspaper university school hospital "
    "factory plant island".split()
)


def names_from(tokens: Tokens, first: int, stop: int) -> list[tuple[int, int]] | None:
    """The names of a list “A, B and C” that begins at `first`, in tokens; None when it is none."""
    items: list[tuple[int, int]] = []
    at, closed = first, False
    while at < stop:
        end = _name_end(tokens, at, stop)
        if end == at or end - at > _LONGEST_NAME:
            return None
        items.append((at, end))
        end = _behind_age(tokens, end, stop)
        word = tokens.lower[end] if end < stop else "."
        if closed:
            return items if _ends_list(tokens, end, stop) else None
        if word == "," and end + 1 < stop:
            at = end + 2 if tokens.lower[end + 1] in _CONJUNCTIONS else end + 1
            closed = at == end + 2
        elif word in _CONJUNCTIONS:
            joined = end + 1 < stop and (tokens.lower[end - 1], tokens.lower[end + 1]) in _JOINED
            if joined:
                return None
            at, closed = end + 1, True
        else:
            return None
    return None


def _behind_age(tokens: Tokens, end: int, stop: int) -> int:
    """The token behind the age in “Ann Smith, 54, and”; `end` when there is none."""
    aged = end + 1 < stop and tokens.texts[end] == "," and len(tokens.texts[end + 1]) == 2
    return end + 2 if aged and tokens.texts[end + 1].isdigit() else end


def _name_end(tokens: Tokens, at: int, stop: int) -> int:
    """The token behind the name that begins at `at`; `at` when none does."""
    end, capital = at, False
    while end < stop:
        text = tokens.texts[end]
        capital |= text[0].isupper()
        if not text[0].isupper() and not _links_names(tokens, end, stop):
            break
        end += 1
    return end if capital else at


def _links_names(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether a small word or a mark may stand inside a name: of, de la, the hyphen of Rolls-Royce."""
    text = tokens.texts[at]
    if text == "." and at + 1 == stop:
        return False
    return tokens.lower[at] in _IN_NAMES and not (text == "-" and tokens.starts[at] > tokens.ends[at - 1])


def _ends_list(tokens: Tokens, end: int, stop: int) -> bool:
    """Whether nothing behind the last name goes on with the list."""
    return end >= stop or tokens.lower[end] not in _CONJUNCTIONS


def _closing(tokens: Tokens, opener: str, first: int, stop: int) -> int:
    """Where a list ends that a colon, a dash or a bracket has opened."""
    closing = _CLOSING.get(opener)
    for at in range(first, stop):
        text = tokens.texts[at]
        spaced = tokens.starts[at] > tokens.ends[at - 1]
        if text == closing or (opener in _DASHES and text in _DASHES and spaced):
            return at
    return stop - 1 if tokens.texts[stop - 1] in ".!?" else stop


def _nouns(tokens: Tokens, first: int, last: int) -> list[tuple[int, int]] | None:
    """The items of a plain list “cost, time and noise” that takes the tokens `first` up to `last`."""
    semicolons = ";" in tokens.texts[first:last]
    last = last if semicolons else _before_clause(tokens, first, last)
    items: list[tuple[int, int]] = []
    start, conjunctions = first, 0
    for at in range(first, last + 1):
        word = tokens.lower[at] if at < last else ","
        mark = ";" if semicolons else ","
        if at < last and word != mark and not (word in ("and", "or") and not semicolons):
            continue
        conjunctions += word in ("and", "or")
        if at > start:
            items.append((start, at))
        start = at + 1
    if semicolons:
        return [_bare(tokens, item) for item in items] if len(items) > 1 else None
    words = [[tokens.lower[at] for at in range(*item)] for item in items]
    single = all(len(item) == 1 for item in words)
    if conjunctions != 1 or len(items) < 2 or not all(_is_item(item, single) for item in words):
        return None
    return items


def _before_clause(tokens: Tokens, first: int, last: int) -> int:
    """Where a list ends when a clause hangs on its last item: “gaming, hotels and films, which …”."""
    closed = False
    for at in range(first, last - 1):
        closed |= tokens.lower[at] in ("and", "or")
        if closed and tokens.lower[at] == "," and tokens.lower[at + 1] in _CLAUSE:
            return at
    return last


def _bare(tokens: Tokens, item: tuple[int, int]) -> tuple[int, int]:
    return (item[0] + 1, item[1]) if tokens.lower[item[0]] in _CONJUNCTIONS else item


def _is_item(words: Sequence[str], single: bool) -> bool:
    """Whether the words are one plain item: a noun phrase, or any word among single ones."""
    if not 0 < len(words) <= _LONGEST_ITEM or not all(word.isalpha() or word in "-'’" for word in words):
        return False
    if any(word in _CLAUSE or word in SMALL or word in TENS for word in words):
        return False
    return single or word_class(words[-1]) not in (VERB, PAST, ADVERB, FUNCTION, "J")


def spans_of(tokens: Tokens, items: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(tokens.starts[first], tokens.ends[last - 1]) for first, last in items)
