"""Whether two mentions of one value in one article state one fact, or two things that happen to agree."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Set

from checker.annotate.dates import Date
from checker.annotate.figures import Figure, FigureKind
from checker.annotate.figures.units import PERCENT, SHARE
from checker.annotate.names import Name, NameKind
from checker.annotate.sentences import Sentence
from checker.annotate.stems import content, stem
from checker.annotate.synonyms import same_thing, same_topic
from checker.article import Article, BlockKind, Mention, Span

_RARITY = ((2, 1.0), (3, 0.8), (6, 0.5))  # in so many sentences at most, a word weighs so much
_COMMON = 0.25
_TITLES = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.HEADING, BlockKind.CAPTION})
_MORE = frozenset("another more further additional extra other others each per every second third also again".split())
_MOST_TELLING = 4  # digits of a number that stands for one thing in one story: 1,472; $2.451m
# By digits that tell: the weight and the number of words that the sentences of two equal numbers must share. Read off
# the numbers that stand twice in articles as published.
_WANTED = {1: (2.0, 3), 2: (0.75, 2), 3: (0.25, 1), 4: (0.0, 0)}
_ONE_THING = {1: (1.3, 3), 2: (0.25, 1), 3: (0.0, 0), 4: (0.0, 0)}  # where the same noun is counted
_OTHER_THINGS = {1: (9.0, 9), 2: (2.5, 4), 3: (0.75, 2), 4: (0.25, 1)}  # where the nouns differ
_LITTLE_TELLING = 2  # digits of a number that may well stand for two things
_NO_AMOUNTS = frozenset({PERCENT, SHARE, *"km mi nmi m ft yd in cm mm".split()})  # many places are 12 miles apart
_FIGURE_NOUNS = frozenset("figure total number sum amount toll tally count rate".split())
_BACK = frozenset("the those these all".split())
_THEIRS = frozenset("his her its their our my".split())
_ONE_DAY = (0.75, 2)  # the same for the sentences of two dates with month and day
_ONE_WEEKDAY = (0.6, 4)  # for other dates: the share of the shorter sentence, and the number of words
_ONE_YEAR = (0.75, 4)  # months and years: figures of all sorts are given for them
_TITLED = 2  # words, where one of the two is the headline


class Facts:
    """An article read for what its values are said of."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._sentences = article.mentioned(Sentence)
        self._starts = [sentence.span.start for sentence in self._sentences]
        self._stems: dict[int, frozenset[str]] = {}
        self._spread: Counter[str] | None = None

    def are_one(self, one: Mention, other: Mention) -> bool:
        """Whether two mentions of one kind are of one value and say it of one thing."""
        if isinstance(one, Figure) and isinstance(other, Figure):
            return same_value(one, other) and self._count_one_thing(one, other)
        if isinstance(one, Date) and isinstance(other, Date):
            return same_value(one, other) and self._date_one_event(one, other)
        return False

    def _count_one_thing(self, one: Figure, other: Figure) -> bool:
        if one.kind is FigureKind.AGE:
            return self._is_definite(one) or self._is_definite(other) or self._are_ages_of_one(one, other)
        if {one.scope, other.scope} == {"each", "total"} or self._is_more(one) != self._is_more(other):
            return False
        same = bool(one.head) and same_thing(one.head) == same_thing(other.head)
        if self._refers_back(one, other) and (same or self._fits_back(one, other)):
            return True
        if telling(one) <= _LITTLE_TELLING and self._are_apart(one, other, same):
            return False
        head = {same_topic(stem(one.head))} if same and telling(one) == 1 else frozenset()
        return self._share(one, other, *self._wanted(one, other, same)[telling(one)], besides=head)

    def _are_apart(self, one: Figure, other: Figure, same: bool) -> bool:
        """Whether two numbers are of two people, or of two sets of percentages."""
        if one.unit == PERCENT and not (self._is_title(one) or self._is_title(other)):
            return self._are_other_statistics(one, other)
        people = [self._people(figure) for figure in (one, other)]
        return not same and all(people) and people[0].isdisjoint(people[1])

    def _wanted(self, one: Figure, other: Figure, same: bool) -> dict[int, tuple[float, int]]:
        """What the sentences of two numbers must share, by what is known of the things that they count."""
        if same:
            return _ONE_THING
        apart = bool(one.head and other.head) and one.kind is not FigureKind.MONEY
        return _OTHER_THINGS if apart and not self._named_beside(one, other) else _WANTED

    def _refers_back(self, one: Figure, other: Figure) -> bool:
        """Whether the later of two numbers is one that was said before: the 12 factories."""
        later = max((one, other), key=lambda figure: figure.span)
        return self._is_definite(later, possessives=one.head == other.head)

    def _fits_back(self, one: Figure, other: Figure) -> bool:
        """Whether the later of two equal numbers speaks of what the earlier one counts, in another word or none."""
        later = max((one, other), key=lambda figure: figure.span)
        if telling(one) == 1:
            return False
        return not later.head or later.head in _FIGURE_NOUNS or self._named_beside(one, other)

    def _is_definite(self, figure: Figure, possessives: bool = False) -> bool:
        tokens = self.article.tokens
        at = tokens.within(figure.span.start, figure.span.end).start
        before = tokens.lower[at - 1] if at else ""
        return before in _BACK or (possessives and before in _THEIRS)

    def _named_beside(self, one: Figure, other: Figure) -> bool:
        """Whether what either of two numbers counts is named in the sentence of the other: 32 people were injured."""
        return any(same_topic(stem(a.head)) in self.topic(b) for a, b in ((one, other), (other, one)) if a.head)

    def _is_more(self, figure: Figure) -> bool:
        """Whether the number comes on top of others: another 30, 30 more."""
        tokens = self.article.tokens
        inside = tokens.within(figure.span.start, figure.span.end)
        near = tokens.lower[max(0, inside.start - 1) : inside.start] + tokens.lower[inside.stop : inside.stop + 1]
        return not _MORE.isdisjoint(near)

    def _are_ages_of_one(self, one: Figure, other: Figure) -> bool:
        """Whether the sentences of two ages name the same person, or nobody and have words in common."""
        named = [self._people(age) for age in (one, other)]
        return not named[0].isdisjoint(named[1]) or (not any(named) and self._share(one, other, *_WANTED[2]))

    def _people(self, figure: Figure) -> set[int]:
        sentence = self.article.enclosing(Sentence, figure.span.start)
        names = self.article.mentioned(Name, sentence.span) if sentence else []
        return {name.cluster for name in names if name.kind is NameKind.PERSON}

    def _date_one_event(self, one: Date, other: Date) -> bool:
        if one.day and other.day and one.month and other.month:
            return self._share(one, other, *_ONE_DAY)
        if one.weekday is None and self._are_other_statistics(one, other):
            return False
        share, least = _ONE_WEEKDAY if one.weekday is not None else _ONE_YEAR
        if self._is_title(one) or self._is_title(other):
            least = _TITLED
        topics = self.topic(one), self.topic(other)
        return len(topics[0] & topics[1]) >= max(least, share * min(map(len, topics)))

    def _are_other_statistics(self, one: Mention, other: Mention) -> bool:
        """Whether both sentences give more figures, and none in common: what was counted in January is many things."""
        values = [
            {(figure.unit, figure.low) for figure in self.article.mentioned(Figure, sentence.span) if figure != mention}
            for mention in (one, other)
            if (sentence := self.article.enclosing(Sentence, mention.span.start))
        ]
        return all(values) and values[0].isdisjoint(*values[1:])

    def _share(self, one: Mention, other: Mention, weight: float, least: int, besides: Set[str] = frozenset()) -> bool:
        """Whether the sentences of two mentions have so many words in common, and such telling ones."""
        if self._is_title(one) or self._is_title(other):
            weight, least = weight / 3, min(least, 1) if isinstance(one, Figure) else least
        shared = (self.topic(one) & self.topic(other)) - besides
        return len(shared) >= least and self._weight(shared) >= weight

    def _weight(self, shared: frozenset[str]) -> float:
        """How telling words are together: those that stand in few sentences most."""
        if self._spread is None:
            self._spread = Counter(word for number in range(len(self._sentences)) for word in self._of(number))
        return sum(_rarity(self._spread[word]) for word in shared)

    def topic(self, mention: Mention) -> frozenset[str]:
        """The stems of the words beside a mention in its sentence."""
        number = bisect_right(self._starts, mention.span.start) - 1
        return self._of(number) - _stems(self.article, mention.span) if number >= 0 else frozenset()

    def _of(self, number: int) -> frozenset[str]:
        if number not in self._stems:
            self._stems[number] = _stems(self.article, self._sentences[number].span)
        return self._stems[number]

    def _is_title(self, mention: Mention) -> bool:
        return self.article.block_at(mention.span.start).kind in _TITLES


def same_value(one: Mention, other: Mention) -> bool:
    """Whether two mentions say the same number or the same time, in whatever form."""
    if isinstance(one, Figure) and isinstance(other, Figure):
        ordinals = [figure.kind is FigureKind.ORDINAL for figure in (one, other)]
        return (one.low, one.high, one.unit) == (other.low, other.high, other.unit) and ordinals[0] == ordinals[1]
    if isinstance(one, Date) and isinstance(other, Date):
        if one.month and one.day and other.month and other.day and one.year is None and other.year is None:
            return (one.month, one.day, one.clock) == (other.month, other.day, other.clock)
        if is_bare_weekday(one) and is_bare_weekday(other):
            return (one.weekday, one.clock) == (other.weekday, other.clock)
        return bool(one.value) and one.value == other.value and one.clock == other.clock
    return False


def is_bare_weekday(date: Date) -> bool:
    """Whether a date is a weekday and no more."""
    return date.weekday is not None and date.month is None and date.day is None


def telling(figure: Figure) -> int:
    """How well a number is known again, 1 to 4: by its digits without trailing noughts; an amount, a range better."""
    digits = "".join(filter(str.isdigit, f"{figure.low or figure.high or 0:.10g}")).strip("0")
    amount = bool(figure.unit) and figure.unit not in _NO_AMOUNTS
    is_range = None not in (figure.low, figure.high) and figure.low != figure.high
    return min(_MOST_TELLING, max(1, len(digits)) + amount + is_range)


def _rarity(spread: int) -> float:
    return next((weight for most, weight in _RARITY if spread <= most), _COMMON)


def _stems(article: Article, span: Span) -> frozenset[str]:
    return frozenset(same_topic(word) for word in content(article, span) if word[0].isalpha() and len(word) > 2)
