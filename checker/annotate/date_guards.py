"""Whether a bare year, month or weekday is one: only what stands around it tells."""

from __future__ import annotations

from collections.abc import Sequence

from checker.annotate.date_grammar import Phrase
from checker.annotate.date_setting import Setting

# A year may follow these; so may a number, unless a counted noun comes next.
_BEFORE = frozenset(
    "in since by until till from during before after around circa through throughout between of for to late early mid "
    "than on over against versus vs compared with and or year fiscal calendar election season summer spring autumn "
    "winter fall as only until, c between into is was ended ending ends begun".split()
)
# A noun phrase with the year inside it: the 2014 vote, its 2011 forecast, a 2012 study.
_DETERMINERS = frozenset("the a an his her its their our my your this that these those last next".split())
_EVENTS = frozenset(
    "conference cup games olympics festival awards summit euro election elections congress expo championship "
    "championships open tour wwdc ces eurovision forum convention paralympics biennale grammys oscars baftas world "
    "glastonbury agenda vision".split()
)
# What a plural after a year may be without being counted.
_UNCOUNTED = frozenset(
    "elections olympics games polls results talks accounts sales profits earnings figures levels prices was is has as "
    "this its his us less does plus versus perhaps series always news states terms crops losses across besides "
    "towards afterwards sees gets makes shows marks says whereas unless thus championships finals primaries awards "
    "attacks bombings riots protests hearings terrorist".split()
)
_COUNTED = frozenset(
    "people men women children police percent pct feet mph kph kg km cm mm m lb lbs ft per tonnes tons miles metres "
    "meters million billion mln bn thousand hundred dozen dlrs dollars pounds euros yen jobs votes seats homes troops "
    "soldiers gmt utc hours minutes seconds megawatts mw hp cc bhp rpm shares acres hectares barrels calories watts "
    "words pages passengers staff workers employees square cubic rupees francs marks lire yuan degrees or".split()
) - {"or"}
_AFTER = frozenset(
    ", . ; : ) ] ? ! - – — ” \" ' ’ / ( and or but to in at on by for from with when where which who as "
    "was is were are had has have will would could may might after before while because if than that the a "
    "an until since through during about under over amid into did does saw".split()
) | {""}
_VERBS = frozenset("was is saw will has had would marks marked brought began ended may could came proved".split())
_ROUND = 50


def is_year(phrase: Phrase, setting: Setting) -> bool:
    """Whether a bare number of four digits, 1600 to 2099, is a year."""
    before, after = setting.word(phrase.start - 1), setting.word(phrase.end)
    round_number = int(phrase.lower(0)) % _ROUND == 0
    if counted(after) or after[:1].isdigit() or (before == "of" and setting.word(phrase.start - 2) in _SUMS):
        return False
    if not before and phrase.start == setting.block[0]:
        return after in (":", "-", "–", "—", "") or after in _VERBS or (not round_number and after.isalpha())
    if before in _BEFORE:
        return not round_number or after in _AFTER
    if before in _DETERMINERS:
        return not round_number or int(phrase.lower(0)) == 2000
    if before.endswith(("'s", "’s", "s'", "s’")):
        return not round_number
    if before == "(" or before == "[":
        return not round_number or after in (")", "]", ",", "-", "–")
    if after in ("'s", "’s"):
        return not round_number
    if before in _EVENTS and phrase.tokens.texts[phrase.start - 1][:1].isupper():
        return True
    return before in (".", '"', "“", "”", ",", "") and (after in _VERBS or (before == "," and after in (",", ".", "")))


def closes_a_number(word: str) -> bool:
    """Whether a word after a number leaves nothing for it to count."""
    return word in _AFTER


def counted(word: str) -> bool:
    """Whether a word looks like a noun that a number before it counts."""
    if word in _COUNTED or word == "%":
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "'s", "’s")) and word not in _UNCOUNTED


def is_month(phrase: Phrase, setting: Setting) -> bool:
    """Whether the bare name of a month is one, and not Theresa May, June Smith or the March of the penguins."""
    name, before, after = phrase.lower(0), setting.word(phrase.start - 1), setting.word(phrase.end)
    texts = phrase.tokens.texts
    if before in _BEFORE_A_MONTH:
        return not (after and texts[phrase.end][:1].isupper() and name in _ALSO_NAMES and before in ("and", "of", "by"))
    if name in _ALSO_NAMES:
        return (
            before in ("the", "of", "by", "to", "from", "and")
            and name != "may"
            and not _capital(texts, phrase.end, after)
        )
    return not _capital(texts, phrase.start - 1, before) or before in ("the", "a")


def is_weekday(phrase: Phrase, setting: Setting) -> bool:
    """Whether the bare name of a weekday is one, and not Super Tuesday, the Sunday Times or Sheffield Wednesday."""
    before, after = setting.word(phrase.start - 1), setting.word(phrase.end)
    texts = phrase.tokens.texts
    if before in _FEASTS and _capital(texts, phrase.start - 1, before):
        return False
    return not (after in _TITLES and _capital(texts, phrase.end, after))


def _capital(texts: Sequence[str], at: int, word: str) -> bool:
    return bool(word) and texts[at][:1].isupper()


_SUMS = frozenset("total average crowd attendance audience population workforce sum number maximum minimum".split())
_BEFORE_A_MONTH = frozenset(
    "in since until till during early late mid last next this before after between through around end beginning".split()
)
_ALSO_NAMES = frozenset("may march april june august".split())
_FEASTS = frozenset(
    "black super good ash sheffield easter cyber bloody palm shrove maundy ruby man giving happy mega whit holy "
    "fat blue throwback taco".split()
)
_TITLES = frozenset(
    "times telegraph mirror mail express herald post sport star people night school mass league morning best "
    "independent tribune politics brunch massacre agreement accord world".split()
)
