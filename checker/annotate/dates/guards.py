"""Whether a bare year, month or weekday is one: only what stands around it tells."""

from __future__ import annotations

from collections.abc import Sequence

from checker.annotate import calendar_words
from checker.annotate.dates.calendar import MONTHS
from checker.annotate.dates.grammar import Phrase
from checker.annotate.dates.setting import Setting

# A year may follow these; so may a number, unless a counted noun comes next.
_BEFORE = frozenset(
    "in since by until till from during before after around circa through throughout between for to late early mid "
    "than on over against versus vs compared with and or year fiscal calendar election season summer spring autumn "
    "winter fall as c into is was ended ending ends begun about due including both not base end most least "
    "born like".split()
)
# Only times do: a number after them goes with the noun that follows, as in “in 2004 73% agreed”.
_BEFORE_A_TIME = frozenset("in since by during until".split())
# A noun phrase with the year inside it: the 2014 vote, its 2011 forecast, a 2012 study.
_DETERMINERS = frozenset(
    "the a an his her its their our my your this that these those last next same comparable first both".split()
)
_EVENTS = frozenset(
    "conference cup games olympics festival awards summit euro election elections congress expo championship "
    "championships open tour wwdc ces eurovision forum convention paralympics biennale grammys oscars baftas world "
    "glastonbury agenda vision act bill edition".split()
)
# Words that end in “s” and are not what a number before them counts.
_UNCOUNTED = frozenset(
    "elections olympics games polls results talks accounts sales profits earnings figures levels prices was has as "
    "does plus versus perhaps always news states terms crops losses across besides towards afterwards sees gets makes "
    "shows marks says whereas unless championships finals primaries awards attacks bombings riots protests hearings "
    "seems means remains shootings conventions amendments imports exports revenues bonds ranges his its this "
    "takes looks comes goes ends begins starts happens".split()
)
_COUNTED = frozenset(
    "people men women children schoolchildren police percent pct feet mph kph kg km cm mm m lb lbs ft per tonnes tons "
    "miles metres meters million billion mln bn thousand hundred dozen dlrs dollars pounds euros yen jobs votes seats "
    "homes troops soldiers gmt utc hours minutes seconds megawatts mw hp cc bhp rpm shares acres hectares barrels "
    "calories watts words pages passengers staff workers employees square cubic rupees francs lire yuan degrees "
    "new more additional extra different other such".split()
)
_AFTER = frozenset(
    ", . ; : ) ] ? ! - – — ” \" ' ’ / ( and or but to in at on by for from with when where which who as "
    "was is were are had has have will would could may might after before while because if than that the a "
    "an until since through during about under over amid into did does saw".split()
) | {""}
_VERBS = frozenset("was is saw will has had would marks marked brought began ended may could came proved".split())
_RISES = frozenset(
    "rose rise rises fell fall falls increased increases decreased climbed dropped grew jumped slid edged raised "
    "lowered up down".split()
)
# What numbers are names of: page 2019, flight 1999, section 12.
LABELS = frozenset(
    "page pages table room flight route section chapter figure number no line lot bus highway unit box channel level "
    "model type class clause article paragraph psalm verse serial platform gate item track".split()
)
_SUMS = frozenset("total average crowd attendance audience population workforce sum number maximum minimum".split())
# “Survey of 1709 voters”: after “of” a bare noun is counted, unless a stretch or an edge of time comes before it.
_OF_A_YEAR = calendar_words.MONTHS | frozenset(
    "end start beginning close middle half quarter spring summer autumn winter fall part months weeks days year rest "
    "whole most class cup".split()
)
_ROUND = 50
_FIRST_PLAUSIBLE, _LAST_PLAUSIBLE = 1900, 2040
_RECENT = 10  # years: “Aero India 2005” is an event if it is near, a type of aircraft if not


def is_year(phrase: Phrase, setting: Setting) -> bool:
    """Whether a bare number of four digits, 1600 to 2099, is a year."""
    year, before, after = int(phrase.lower(0)), setting.word(phrase.start - 1), setting.word(phrase.end)
    round_number = year % _ROUND == 0
    if before in LABELS or _is_end_of_figures(phrase, setting):
        return False
    if not before and phrase.start == setting.block[0]:
        return _opens_block(year, after)
    if before in _DETERMINERS or before[-2:] in ("'s", "’s") or _is_plural_possessive(before, setting, phrase.start):
        return after not in _COUNTED and not after[:1].isdigit() and (not round_number or _modifies(year, after))
    if after[:1].isdigit():
        return before in _BEFORE_A_TIME and not round_number
    if counted(after):
        return before in ("and", "or", "at") and setting.word(phrase.start - 2).isdigit() and after not in _COUNTED
    if before == "at":
        return after in ("prices", "levels", "rates", "constant")
    if before in _BEFORE:
        return not round_number or after in _AFTER
    if before == "of":
        return _is_year_of(phrase, setting, after, round_number)
    if before in ("(", "["):
        return not round_number or after in (")", "]", ",", "-", "–")
    if after in ("'", "’") and setting.word(phrase.end + 1) == "s":
        return not round_number
    if before in _EVENTS and _capital(phrase.tokens.texts, phrase.start - 1, before):
        return True
    return _is_plausible(phrase, setting, year, before, after)


def _is_end_of_figures(phrase: Phrase, setting: Setting) -> bool:
    """Whether a number is one end of a pair of figures: “rose from 1985 to 2010”, “between 1700 and 1900 jobs”."""
    word, start, end = setting.word, phrase.start, phrase.end
    if word(start - 1) in ("from", "between") and word(end) in ("to", "and") and _has_four_digits(word(end + 1)):
        return word(start - 2) in _RISES or counted(word(end + 2))
    if word(start - 1) in ("to", "and") and _has_four_digits(word(start - 2)) and word(start - 3) == "from":
        return word(start - 4) in _RISES
    return False


def _has_four_digits(word: str) -> bool:
    return len(word) == 4 and word.isdigit()


def _is_plural_possessive(before: str, setting: Setting, start: int) -> bool:
    """Whether “Democrats'” stands before a token."""
    return before in ("'", "’") and setting.word(start - 2)[-1:] == "s"


def _opens_block(year: int, after: str) -> bool:
    """Whether a number that a block opens with is a year: “2014: …”, “2014 was …”, “1987 soybean loan …”."""
    if after in (":", "-", "–", "—", "") or after in _VERBS:
        return True
    return bool(year % _ROUND) and not counted(after) and after[:1].isalpha()


def _modifies(year: int, after: str) -> bool:
    """Whether a round number before a noun is a year all the same: “Gore's 2000 campaign”."""
    return year == 2000 and not counted(after)


def _is_year_of(phrase: Phrase, setting: Setting, after: str, round_number: bool) -> bool:
    noun = setting.word(phrase.start - 2)
    if noun in _SUMS:
        return False
    if noun in _OF_A_YEAR or after in _AFTER:
        return True
    return not round_number and _capital(phrase.tokens.texts, phrase.end, after)


def _is_plausible(phrase: Phrase, setting: Setting, year: int, before: str, after: str) -> bool:
    """Whether a number with no preposition before it is a year: “low 1986 prices”, “he said 1987 would be …”."""
    if not _FIRST_PLAUSIBLE <= year <= _LAST_PLAUSIBLE or year % _ROUND == 0:
        return False
    texts = phrase.tokens.texts
    if after in _VERBS or (
        before in ("-", "–") and setting.word(phrase.start - 2) in ("end", "year-end", "pre", "post")
    ):
        return True
    if _capital(texts, phrase.start - 1, before) and phrase.start - 1 > setting.bounds[0]:
        near = setting.anchor is not None and abs(year - setting.anchor.year) <= _RECENT
        return near and (after in _AFTER or after[:1].isalpha())
    if before in (".", '"', "“", "”", ",", ""):
        return before == "," and after in (",", ".", "")
    return before.isalpha() and after[:1].isalpha() and after not in _AFTER


def closes_a_number(word: str) -> bool:
    """Whether a word after a number leaves nothing for it to count."""
    return word in _AFTER


def counted(word: str) -> bool:
    """Whether a word looks like a noun that a number before it counts."""
    if word in _COUNTED or word == "%":
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and word[-2:] not in ("ss", "us", "is", "'s", "’s")
        and word not in _UNCOUNTED
    )


_BEFORE_A_MONTH = frozenset(
    "in since until till during early late mid last next this before after between through around end beginning a an "
    "ended ending latest earlier - ( / each every".split()
)
_ALSO_NAMES = frozenset("may march april june august".split())
_SAYS = frozenset("said says told added asked replied wrote who himself herself has had".split())
_FEASTS = frozenset(
    "black super good ash sheffield easter cyber bloody palm shrove maundy ruby man giving happy mega whit holy "
    "fat blue throwback taco".split()
)
_TITLES = frozenset(
    "times telegraph mirror mail express herald post sport star people night school mass league morning best "
    "independent tribune politics brunch massacre agreement accord world".split()
)


def is_month(phrase: Phrase, setting: Setting) -> bool:
    """Whether the bare name of a month is one, and not Theresa May, June Smith or the March of the penguins."""
    name, before, after = phrase.lower(0), setting.word(phrase.start - 1), setting.word(phrase.end)
    texts = phrase.tokens.texts
    if before in _BEFORE_A_MONTH:
        return True
    if before in ("and", "or", "to", "-", "through") and setting.word(phrase.start - 2) in MONTHS:
        return True
    if name == "may":
        return before == "the" and not _capital(texts, phrase.end, after)
    named = before and phrase.start - 1 > setting.bounds[0] and _capital(texts, phrase.start - 1, before)
    if name not in _ALSO_NAMES:
        return not named
    if before in ("the", "of", "by", "to", "from", "and", "for"):
        return before == "the" or not _capital(texts, phrase.end, after)
    if named or not after.isalpha() or after in _AFTER or after in _SAYS:
        return False
    return texts[phrase.end][0].islower()  # “April orders rose”


def is_weekday(phrase: Phrase, setting: Setting) -> bool:
    """Whether the bare name of a weekday is one, and not Super Tuesday, the Sunday Times or Sheffield Wednesday."""
    before, after = setting.word(phrase.start - 1), setting.word(phrase.end)
    texts = phrase.tokens.texts
    if before in _FEASTS and _capital(texts, phrase.start - 1, before):
        return False
    if len(phrase.letters) > 1 and texts[phrase.end - 1].istitle():
        return False  # Saturday Night Live
    if after in ("school", "roast"):
        return False
    return not (after in _TITLES and _capital(texts, phrase.end, after))


def _capital(texts: Sequence[str], at: int, word: str) -> bool:
    return bool(word) and texts[at][:1].isupper()
