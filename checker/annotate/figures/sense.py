"""Whether an amount says how much or how many: not a year, a length of time, a name, “one” as a pronoun."""

from __future__ import annotations

from checker.annotate.figures.amounts import Amount
from checker.annotate.figures.counted import Counted
from checker.annotate.figures.labels import has_capital, is_label_in_words, is_make, is_product, is_year, named_numbers
from checker.annotate.figures.noun_phrases import CALENDAR, TIMES, singular
from checker.annotate.figures.numerals import HYPHENS
from checker.annotate.figures.reading import Reading
from checker.annotate.figures.units import SHARE
from checker.annotate.wordclass import FUNCTION, NOUN, PAST, VERB, word_class

_POINTING = frozenset("the these those top bottom core".split())

# Behind a year-like number without a hedge, only these show that it counts: 2000 people, but 2008 elections.
_HEADS_OF_YEARS = frozenset(
    "person people troop soldier man woman child job worker employee home house refugee tonne student passenger "
    "prisoner protester demonstrator voter seat police fan spectator".split()
)
# “One” counts only what is told one by one: one person, one officer, one other.
_ONE_BEARERS = frozenset(
    "person man woman child boy girl soldier officer policeman civilian worker passenger student pupil suspect "
    "gunman protester demonstrator driver pilot firefighter prisoner hostage guard marine teenager resident "
    "villager victim casualty fatality death attacker bomber militant rebel crewman sailor goal penalty vote "
    "killed dead injured wounded arrested missing hurt arrest injury other bystander journalist nurse doctor "
    "patient employee player abstention".split()
)


_LONE = 2  # tokens of a block that is only a number: of a page, a slide, a list


def touches_letters(reading: Reading, amount: Amount) -> bool:
    """Whether something touches the number on its right that is no unit: 3D, 150px, 4x4, the 1980s, Twenty20."""
    tokens, at = reading.tokens, amount.last
    if at >= reading.stop or tokens.starts[at] != tokens.ends[at - 1]:
        return False
    return tokens.texts[at][0].isalnum() and tokens.texts[at - 1][0].isalnum()


def is_nothing(reading: Reading, amount: Amount, counted: Counted | None, hedged: bool) -> bool:
    """Whether the amount, with what it seems to count, is no figure after all."""
    if amount.unit == SHARE:
        return (counted is not None and counted.head in TIMES) or _is_compound(reading, amount.last)
    if not amount.bare:
        return False
    if (
        is_time(reading, amount.last, counted)
        or _is_one_or_two(reading, amount)
        or (reading.stop - reading.start <= _LONE and not reading.cell)
    ):
        return True
    if amount.numeral.low == 0.5 and amount.numeral.in_words:
        return True  # half an hour, half a chance
    first = amount.first
    if is_year(reading.tokens.texts[first]):
        return counted is None or not (hedged or counted.head in _HEADS_OF_YEARS)
    if counted is None and not hedged and _is_compound(reading, amount.last):
        return True
    if counted is not None and counted.how == "hyphen":
        return counted.head in _NOT_COUNTED_SO or reading.tokens.lower[first] == "one"
    if reading.tokens.lower[first] == "one" and amount.last == first + 1:
        return counted is None or counted.head not in _ONE_BEARERS or counted.last > first + 3
    if amount.numeral.in_words:
        return _is_word_in_name(reading, amount, counted)
    return _is_number_in_name(reading, amount, counted)


# Behind the hyphen, these make a number word part of an adjective or a rank.
_NOT_COUNTED_SO = frozenset(
    "star time way fold step tier dimensional pronged stop tone speed piece sided ply love nil something "
    "somethings".split()
)


def _is_compound(reading: Reading, last: int) -> bool:
    """Whether a hyphen ties the number to a word that is no noun: two-on-one, 50-odd."""
    tokens = reading.tokens
    if last + 1 >= reading.stop or tokens.texts[last] not in HYPHENS or tokens.starts[last] != tokens.ends[last - 1]:
        return False
    word = tokens.lower[last + 1]
    return tokens.starts[last + 1] == tokens.ends[last] and word[0].isalpha() and word != "strong"


def is_time(reading: Reading, last: int, counted: Counted | None) -> bool:
    """Whether what follows the number that ends before `last` makes it a length of time: a five minute walk."""
    tokens = reading.tokens
    if counted is not None and counted.head in TIMES and (counted.how != "of" or counted.first == last + 1):
        return True
    behind = last + (last < reading.stop and tokens.texts[last] in HYPHENS)
    if behind >= reading.stop:
        return False
    word = tokens.lower[behind].removesuffix("'s").removesuffix("’s")
    return singular(word) in TIMES or word in ("o'clock", "o’clock")


def _is_one_or_two(reading: Reading, amount: Amount) -> bool:
    """A year or two, a delegate or two."""
    before = reading.tokens.lower[max(reading.start, amount.first - 3) : amount.first]
    return len(before) == 3 and before[2] == "or" and amount.low == 2 and before[0] in ("a", "an")


def _is_word_in_name(reading: Reading, amount: Amount, counted: Counted | None) -> bool:
    """Whether a number word is part of a name (Six Nations), or only points back (the two said)."""
    tokens, at = reading.tokens, amount.first
    before = tokens.lower[at - 1] if at > reading.start else ""
    if is_label_in_words(tokens, at - 1, reading.start, counted is None):
        return True
    if counted is None and amount.low < 1000 and before in _POINTING:
        return True
    if at - 2 >= reading.start and before in HYPHENS and tokens.texts[at - 2][0].isalpha():
        return tokens.starts[at] == tokens.ends[at - 1]  # Slaughterhouse-Five
    return tokens.texts[at][0].isupper() and not (reading.opens_sentence(at) or reading.is_title_case())


def is_named_number(reading: Reading, at: int) -> bool:
    """Whether the capitalised number word at `at` is part of a well-known name, such as Six Nations."""
    tokens = reading.tokens
    if not tokens.texts[at][0].isupper():
        return False
    for name in named_numbers().get(tokens.lower[at], ()):
        place = name.index(tokens.lower[at])
        if tuple(tokens.lower[max(0, at - place) : at - place + len(name)]) == name:
            return True
    return False


def _is_number_in_name(reading: Reading, amount: Amount, counted: Counted | None) -> bool:
    """Whether a capital beside the digits makes them part of a name: Boeing 737, Maroon 5, 50 Cent."""
    tokens, at, last = reading.tokens, amount.first, amount.last
    if is_product(tokens, at, reading.start) or _is_version(reading, at):
        return True
    if counted is None and (tokens.texts[at] in _EMERGENCY or _is_ranked(reading, at, last)):
        return True
    if tokens.lower[max(reading.start, at - 2) : at] == ["group", "of"] and tokens.texts[at - 2][0].isupper():
        return True
    if counted is not None or "," in tokens.texts[at] or "." in tokens.texts[at]:
        return False
    if at > reading.start and has_capital(tokens.texts[at - 1]) and tokens.lower[at - 1] not in CALENDAR:
        if reading.opens_sentence(at - 1):
            return (
                word_class(tokens.lower[at - 1]) == NOUN and not reading.is_title_case()
            )  # Maroon 5, not Altogether 5
        return True
    if last >= reading.stop or not tokens.texts[last][0].isupper() or reading.is_title_case():
        return False
    if is_make(tokens, last):
        return False
    return tokens.lower[last] not in CALENDAR and len(tokens.texts[last]) > 1


def _is_ranked(reading: Reading, at: int, last: int) -> bool:
    """Whether the number gives a place in a list: the top 50, Rivaldo (2), Kasich (8.)."""
    tokens = reading.tokens
    before = tokens.lower[at - 1] if at > reading.start else ""
    if before in ("top", "bottom"):
        return True
    bracketed = before == "(" and at - 2 >= reading.start and tokens.texts[last : last + 1] in ([")"], ["."])
    return bracketed and has_capital(tokens.texts[at - 2]) and len(tokens.texts[at]) < 3


_EMERGENCY = frozenset(("911", "999", "112"))


def _is_version(reading: Reading, at: int) -> bool:
    """Web 2.0, OS X 10.4: a small number with one decimal right behind a name."""
    text = reading.tokens.texts[at]
    whole, dot, rest = text.partition(".")
    if not dot or len(rest) != 1 or len(whole) > 2 or at == reading.start:
        return False
    before = reading.tokens.texts[at - 1]
    return has_capital(before) and word_class(before.lower()) == NOUN and before.lower() not in CALENDAR


_LINKED = frozenset(("and", "or", "to", ",", "&", "-", "–"))


def continues_label(reading: Reading, labelled: int, first: int, last: int) -> bool:
    """Whether the number in tokens `first` to `last` goes on a list of labels: Flights 11 and 175, June 24 and 25."""
    between = reading.tokens.texts[labelled:first]
    if not 1 <= len(between) <= 2 or not _LINKED.issuperset(between) or last != first + 1:
        return False
    behind = reading.tokens.texts[last] if last < reading.stop else "."
    counts = behind == "of" or (behind[0].isalpha() and word_class(behind.lower()) not in (FUNCTION, VERB, PAST))
    return reading.tokens.texts[first].isdecimal() and not counts


def scope_of(reading: Reading, first: int, last: int) -> str:
    """“each” for a number per item, “total” for one all in all, by the words around tokens `first` to `last`."""
    low = reading.tokens.lower
    behind = [word for word in low[last : min(reading.stop, last + 4)] if word not in HYPHENS]  # $15-an-hour
    rate = behind[:1] in (["a"], ["an"]) and not _RATES.isdisjoint(behind[1:2]) and _AGO.isdisjoint(behind[2:3])
    if rate or behind[:1] in (["each"], ["apiece"], ["per"]):
        return "each"
    if behind and (behind[0] == "altogether" or tuple(behind[:2]) in _IN_ALL):
        return "total"
    before = tuple(low[max(reading.start, first - 2) : first])
    return "total" if before[-2:] in _TOTAL_OF or before[-1:] in _TOTALLING else ""


_AGO = frozenset(("earlier", "ago", "before", "later"))
_IN_ALL = frozenset((("in", "all"), ("in", "total"), ("all", "told")))
_TOTAL_OF = frozenset((("total", "of"), ("totalled", "by"), ("altogether", ",")))
_TOTALLING = frozenset((("totalling",), ("totaling",), ("totalled",), ("totaled",), ("altogether",)))
_RATES = TIMES | frozenset(
    "share head person piece barrel tonne ton ounce litre gallon pound kilo kg mile unit copy item".split()
)
