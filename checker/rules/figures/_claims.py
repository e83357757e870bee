"""Claims: every number that says how much of what, ready to be compared with the others of its unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from checker.annotate.figures import Figure, FigureKind
from checker.annotate.figures.units import SHARE
from checker.annotate.synonyms import same_thing
from checker.article import Article, BlockKind, Role
from checker.rules.figures._arithmetic import place, printed
from checker.rules.figures._sheet import Entry, Statement, remembered, statements

_KINDS = frozenset({FigureKind.COUNT, FigureKind.MONEY, FigureKind.PERCENT, FigureKind.MEASURE})
_MAGNITUDES = (1e12, 1e9, 1e6)
_SAME = 0.006  # of the value: 1.5 million and 1,503,000 are one number to the reader
_SMALL = 20.0  # up to here a number is worth comparing only with the same noun
_DEFINITE = frozenset("the this these those its his her their both all our whose".split())
_POSSESSIVE = frozenset("its his her their our my".split())
_VAGUE_HEADS = frozenset("time point part figure number total more other rest".split())
_PEOPLED = dict.fromkeys(("population", "inhabitant"), "person")  # who is counted when these are
_WINDOW = 24  # claims of one key that each is compared with: more of them make a series


class Slip(StrEnum):
    """What turns one number into another."""

    DIGIT = "one digit"
    DROP = "a digit more"
    SWAP = "two digits swapped"
    POWER = "a power of ten"
    SMALL = "a small number"  # any other number up to twenty


class Claim(NamedTuple):
    """A number, its thing and where it stands."""

    entry: Entry
    statement: Statement
    value: float
    magnitude: float
    """What the printed number is multiplied with: a million for “1.5 million”, 1 without."""
    numeral: str
    """The number as printed, in plain digits: “1.5”, “12” for twelve."""
    thing: str
    """The counted noun, one word for all its synonyms; empty when there is none."""
    definite: bool
    """Whether it speaks of something that was said before: the 12 factories."""

    @property
    def figure(self) -> Figure:
        """The figure itself."""
        return self.entry.figure

    @property
    def small(self) -> bool:
        """Whether it is a whole number up to twenty."""
        return self.value <= _SMALL and self.value == int(self.value)

    @property
    def in_words(self) -> bool:
        """Whether it is spelt out."""
        return not self.figure.digits[:1].isdecimal()

    @property
    def in_headline(self) -> bool:
        """Whether it stands in the headline or the standfirst."""
        return self.statement.block.kind in (BlockKind.HEADLINE, BlockKind.STANDFIRST)

    @property
    def in_caption(self) -> bool:
        """Whether it stands below a picture."""
        return self.statement.block.kind is BlockKind.CAPTION


@remembered
def claims(article: Article) -> list[Claim]:
    """The claims of the article in order."""
    words = article.tokens.lower
    return [
        claim
        for statement in statements(article)
        if statement.block.role is not Role.TAIL and statement.block.kind is not BlockKind.CELL
        for entry in statement.entries
        if (claim := _claim(words, statement, entry)) is not None
    ]


def _claim(words: list[str], statement: Statement, entry: Entry) -> Claim | None:
    figure, value = entry.figure, printed(entry.figure)
    if figure.kind not in _KINDS or value is None or figure.unit == SHARE or value <= 0:
        return None
    if (value == 1 and not figure.unit) or _is_vague(figure):
        return None
    scaled = place(figure) > 1 or "," not in figure.digits  # with the magnitude's word, not in full
    magnitude = next((unit for unit in _MAGNITUDES if scaled and value >= unit), 1.0)
    thing = "" if figure.head in _VAGUE_HEADS else same_thing(_PEOPLED.get(figure.head, figure.head))
    definite = _is_definite(words[max(statement.first, entry.first - 2) : entry.first])
    return Claim(entry, statement, value, magnitude, _numeral(figure, value / magnitude), thing, definite)


def _is_vague(figure: Figure) -> bool:
    """Whether the number is no more than its magnitude: dozens, hundreds of thousands."""
    return figure.approximate and figure.high is None and not figure.digits[:1].isdecimal()


def _is_definite(before: list[str]) -> bool:
    """Whether the words before a number say that it is known: the 12 factories; but not: nine of their 12 matches."""
    if not before or (before == ["of", before[-1]] and before[-1] in _POSSESSIVE):
        return False
    return before[-1] in _DEFINITE or before[-1].endswith(("'s", "’s"))


def _numeral(figure: Figure, value: float) -> str:
    digits = figure.digits.replace(",", "")
    return digits if digits.replace(".", "", 1).isdecimal() else f"{value:.10g}"


def same_value(one: Claim, two: Claim) -> bool:
    """Whether two claims give one value, as far as a reader sees."""
    if one.figure.unit != two.figure.unit:
        return False
    if one.value == two.value:
        return True
    return min(one.value, two.value) > _SMALL and abs(one.value - two.value) <= _SAME * max(one.value, two.value)


def near_pairs(known: list[Claim]) -> Iterator[tuple[Claim, Claim, Slip]]:
    """Pairs of claims of one unit whose numbers are a slip of the keyboard apart, and the slip."""
    buckets: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in known:
        seen: set[int] = set()
        for key in _keys(claim):
            bucket = buckets[key]
            for other in islice(reversed(bucket), _WINDOW):
                if id(other) in seen or other.statement is claim.statement:
                    continue
                if (slip := slip_between(other, claim)) is not None:
                    seen.add(id(other))
                    yield other, claim, slip
            bucket.append(claim)


def _keys(claim: Claim) -> Iterator[tuple[object, ...]]:
    """Where claims meet that may be a slip apart."""
    unit, numeral, magnitude = claim.figure.unit, claim.numeral, claim.magnitude
    yield unit, "power", numeral.replace(".", "").strip("0"), claim.thing if not unit else ""
    if len(numeral) < 2 or claim.value <= _SMALL:
        yield unit, "small", "" if unit else claim.thing, magnitude
    if len(numeral) > 1:
        yield unit, "drop", numeral, magnitude
        yield unit, "swap", "".join(sorted(numeral)), magnitude
        for at in range(len(numeral)):
            yield unit, magnitude, numeral[:at] + "*" + numeral[at + 1 :]
            if len(numeral) > 2:
                yield unit, "drop", numeral[:at] + numeral[at + 1 :], magnitude


def slip_between(one: Claim, two: Claim) -> Slip | None:
    """What turns one number into the other; None when they are equal or too far apart for a slip."""
    if same_value(one, two) or one.figure.unit != two.figure.unit:
        return None
    ratio = max(one.value, two.value) / min(one.value, two.value)
    if any(abs(ratio / 10.0**power - 1) < 1e-9 for power in range(1, 10)):
        return None if one.in_words or two.in_words else Slip.POWER
    if one.magnitude != two.magnitude:
        return None
    first, second = one.numeral, two.numeral
    if len(first) == len(second):
        apart = [at for at in range(len(first)) if first[at] != second[at]]
        if len(apart) == 1 and "." not in (first[apart[0]], second[apart[0]]):
            return Slip.DIGIT if len(first) > 1 else Slip.SMALL
        if len(apart) == 2 and first[apart[0]] == second[apart[1]] and first[apart[1]] == second[apart[0]]:
            return Slip.SWAP
    if _lost_a_digit(first, second) or _lost_a_digit(second, first):
        return Slip.DROP
    return Slip.SMALL if one.small and two.small and (one.in_words or two.in_words) else None


def _lost_a_digit(longer: str, shorter: str) -> bool:
    if len(longer) != len(shorter) + 1 or len(shorter) < 2:
        return False
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)) if longer[at] != ".")
