"""Units that are ordinary words or letters as well: metres or millions, money or mass, won, mark and real."""

from __future__ import annotations

from checker.annotate.figures.noun_phrases import noun_head
from checker.annotate.figures.numerals import HYPHENS
from checker.annotate.figures.units import Form
from checker.annotate.wordclass import NOUN, word_class
from checker.tokens import Tokens

# Behind “100m”, these say that the m is for metres; so do the distances that are run and swum.
_METRES = frozenset(
    "race races sprint hurdles final freestyle butterfly backstroke breaststroke relay champion title record tall "
    "high long wide deep away above below from north south east west off short radius depth height swell waves "
    "world olympic individual medley steeplechase run walk free wall pool fence wave statue tower boat yacht tree "
    "hole trench tunnel barrier cliff shark snake putt pole dash".split()
)
_MEASURED = frozenset("threw thrown throw jumped jump leapt leap cleared clear swam vaulted height depth stood".split())
_TRACK = frozenset({50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000})
_LONGEST = 10000  # metres; whoever means more writes km
_LEAST_OF_MILLIONS = 1000  # nobody writes 1,500m for 1.5 billion

_WEIGHED = frozenset(
    "weigh weighs weighed weighing weight lost lose losing gained bomb bombs explosives cocaine marijuana heroin "
    "cannabis meat beef butter cheese food fish sugar coffee copper flesh lift lifted overweight tnt dynamite rice "
    "flour".split()
)

# Currencies whose names are English words: money when a great number stands before them.
_LEAST_OF_MONEY = {
    "won": 1000, "mark": 1e6, "real": 1e6, "marks": 20, "reals": 20, "crown": 1000, "crowns": 20, "rand": 20,
    "dong": 1000, "punt": 1e6, "punts": 20, "austral": 1000, "australs": 20,
}  # fmt: skip
_MOST_PENCE = 1000  # 1080p is a picture


def means_metres(tokens: Tokens, value: float, at: int, stop: int, metric: bool) -> bool:
    """Whether the “m” at `at` is for metres: a distance that is run, or a word of length behind it."""
    after = tokens.lower[at + 1] if at + 1 < stop else ""
    before = tokens.lower[at - 2] if at > 1 else ""
    if after in _METRES or before in _MEASURED or (after in HYPHENS and tokens.starts[at + 1] == tokens.ends[at]):
        return True
    if noun_head(tokens, at + 1, stop, True) is not None:
        return False
    return (metric or value in _TRACK or value >= _LEAST_OF_MILLIONS) and value <= _LONGEST


def pounds_are_money(tokens: Tokens, first: int, last: int, stop: int, likely: bool) -> bool:
    """Whether the pounds of the amount in tokens `first` to `last` are money, by the words around them."""
    around = {*tokens.lower[max(0, first - 4) : first], *tokens.lower[last : min(stop, last + 4)]}
    return "sterling" in around or (likely and not around & _WEIGHED)


def means_unit(tokens: Tokens, form: Form, first: int, at: int, value: float) -> bool:
    """Whether the word at `at` is a unit here, behind the amount that begins at `first`: not Insat 1C, he won."""
    word, glued = form.words[0], tokens.starts[at] == tokens.ends[at - 1]
    if word in _LEAST_OF_MONEY:
        return value >= _LEAST_OF_MONEY[word]
    if form.unit == "cent" and tokens.texts[at][0].isupper():
        return False  # 50 Cent
    if form.glued and len(word) == 1 and first > 0 and tokens.texts[first - 1][0].isupper():
        return word_class(tokens.lower[first - 1]) != NOUN  # Insat 1C, but At 5C
    if word == "p":
        return value < _MOST_PENCE
    return glued or word not in ("ha", "gig") or tokens.texts[at - 1][0].isdecimal()
