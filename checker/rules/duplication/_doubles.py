"""Words that may stand twice in a row, and runs of words that may not."""

from __future__ import annotations

from collections.abc import Sequence

DOUBLED = frozenset(
    "had that is was do did it her you very really so too much far many more most long never ever again always "
    "only no yes oh ah ha he ho hey hi hello bye knock tut blah yada yeah la na rah boo ding dong tick tock chop "
    "tweet please wait go come run stop help sorry thank now there well look listen big old little deep poor dear "
    "quite just who what where beep buzz bang boom aye hear night half fifty win lose bora couscous pooh "
    "tsk gaga agar beri duty".split()
)
"""Words said twice with reason: “all he had had”, “who is who is plain”, “again and again again”, “hear hear”."""

SMALL = frozenset("the a an of to and in at for with".split())
"""Words that are never said three times over for the sake of it."""

ARTICLES = frozenset(("the", "a", "an"))
SUBJECTS = frozenset("it he she there this".split())
CLAUSES = frozenset("what where how who why whatever all that as".split())
REACH = 5  # words before “is is” in which a clause may have begun: “what it really is is a tax”

NOUNS = frozenset("will can may might must".split())
PARTICLES = frozenset("about around by down in off on out over through up".split())
PHRASAL = frozenset(
    "carried carries carry carrying came come comes coming drop dropped gave give given gives get gets getting go goes "
    "going gone got held hold kept keep keeps lived lives living log logged logs move moved moves moving passed pass "
    "pressed press ran run running sat set sign signed sits stay stayed took take taken takes taking turn turned turns "
    "went".split()
)
"""Verbs before “on on”, “in in” and their like: “she moved in in May”, “the show went on on Monday”."""

OPENERS = frozenset("the a an to of in on at for with from by into about over".split())
"""Words that begin a run such as “to the to the”; one that begins with another (“more and more and”) may be meant."""

LONGEST_RUN = 4  # words
_JOINING = frozenset("and or by after upon to".split())  # “from time to time to time”, “by and by and”


def run_on(lower: Sequence[str], at: int) -> int:
    """How many words from a token on stand twice in a row, such as two in “on the on the”; 0 when none do."""
    if lower[at] not in lower[at + 2 : at + LONGEST_RUN + 1]:
        return 0
    for size in range(2, LONGEST_RUN + 1):
        first = lower[at : at + size]
        if first == lower[at + size : at + 2 * size] and all(map(str.isalpha, first)):
            before = lower[at - 1] if at else ""
            meant = before == first[-1] or (first[0] in ARTICLES and before in OPENERS)  # “in the end the end came”
            return size if not meant and _JOINING.isdisjoint(first[1:]) and len(set(first)) > 1 else 0
    return 0


def may_be_doubled(lower: Sequence[str], at: int) -> bool:
    """Whether a word that stands twice in a row may be meant to: “had had”, “no no no”."""
    word = lower[at]
    if (word in DOUBLED and not _is_slip(lower, at)) or (at and lower[at - 1] == word):
        return True
    return lower[at + 2 : at + 3] == [word] and word not in SMALL


def is_doubtful(word: str, verb: str) -> bool:
    """Whether a doubled word may be right: “it went on on Monday”, “the will will be read”."""
    return word in NOUNS or (word in PARTICLES and verb in PHRASAL)


def _is_slip(lower: Sequence[str], at: int) -> bool:
    """Whether a word that may be doubled is doubled for no reason: “that that the board regrets”, “it is is clear”."""
    before, behind = lower[max(0, at - REACH) : at], lower[at + 2 : at + 3]
    if lower[at] == "that":
        return not ARTICLES.isdisjoint(behind)
    return lower[at] in ("is", "was") and not SUBJECTS.isdisjoint(before[-1:]) and CLAUSES.isdisjoint(before)
