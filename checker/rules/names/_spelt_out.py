"""Where the expansion of an acronym may stand, and which words in capitals are no acronyms."""

from __future__ import annotations

from checker.annotate.frequency import is_plain_word
from checker.annotate.gazetteers import first_names, office_words, organisation_words, places, surnames
from checker.annotate.names.offices import is_office
from checker.annotate.names.title_case import prose_blocks
from checker.annotate.names.words import Words
from checker.article import Block, BlockKind, Role
from checker.rules.names._acronyms import SMALL, definitions, known

_OUTSIDE = frozenset(
    {BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CAPTION, BlockKind.CELL}
)
_EXPLAINING = frozenset(
    "channel broadcaster network airline newspaper regulator watchdog charity firm maker retailer carrier lender body "
    "insurer daily magazine rebels militia movement called named codenamed dubbed website drug virus gene protein "
    "index exchange company group bank label brand radio station format algorithm program programme network games "
    "console".split()
)
_SHARES = frozenset("nasdaq nyse lse amex".split())


def story(words: Words) -> list[range]:
    """The tokens of the blocks that a reader reads one after the other, lines in capitals left out."""
    return [
        words.article.tokens.within(block.span.start, block.span.end)
        for block, is_title in prose_blocks(words)
        if not is_title and not _is_outside(block)
    ]


def _is_outside(block: Block) -> bool:
    return block.kind in _OUTSIDE or block.role is Role.TAIL


def told(words: Words) -> set[str]:
    """The acronyms that stand beside words which may be their expansion."""
    return {definition.letters for definition in definitions(words)}


def runs_of_initials(words: Words) -> str:
    """The first letters of the capitalised words, a blank where something else stands; small words both ways."""
    short: list[str] = []
    full: list[str] = []
    for text in words.texts:
        if text[0].isupper() and not (len(text) > 1 and text.isupper()):
            short.append(text[0])
            full.append(text[0])
        elif text in SMALL:
            full.append(text[0].upper())
        elif text not in ("-", "‑", "&", "'", "’", ","):
            short.append(" ")
            full.append(" ")
    return "".join((*short, " ", *full))


def is_explained(words: Words, at: int) -> bool:
    """Whether a word beside it says what bears the letters: “the rail union NRDA”, “WKRP radio”, “NRDA, the union”."""
    before, after = at - 1, words.lower[at + 1 : at + 3]
    if before > 0 and words.texts[before] in (",", "“", '"', "'", "‘"):
        before -= 1
    if _explains(words, before) or (at + 1 < words.size and _explains(words, at + 1)) or after[:1] == ["["]:
        return True
    if words.lower[max(0, at - 2) : at] == ["known", "as"] or (after[:1] == [","] and after[1:] in (["the"], ["a"])):
        return True
    return before == at - 2 and words.texts[before][0].isupper() and after[:1] == [","]  # the Coffee Institute, IBC,


def _explains(words: Words, at: int) -> bool:
    word = words.base(at) if at >= 0 else ""
    return word in _EXPLAINING or word.lower() in organisation_words()


def is_no_acronym(words: Words, at: int) -> bool:
    """Whether capitals say something else here: a shout, a part of a name or of a type, shares, a speaker."""
    text = words.base(at)
    if _is_shouted(words, at, text) or _is_beside_figure(words, at) or _opens_a_name(words, at):
        return True
    before, after = words.texts[at - 1] if at else "", words.texts[at + 1] if at + 1 < words.size else ""
    if before in ("-", "/", "@", "#", "&", ".", "_", "$") and words.joined(at - 1):
        return True
    if after in ("-", "/", ":", "&", "@", "_", "%", "=") and words.joined(at):
        return True
    return (before in ("(", "[") and after in (")", "]", "/")) or (before == ":" and words.lower[at - 2] in _SHARES)


def _is_shouted(words: Words, at: int, text: str) -> bool:
    """Whether it is a word of the language, a name, a number or a syllable set in capitals, or others are beside it."""
    lower = text.lower()
    if lower in first_names() or lower in surnames() or lower in places() or set(text) <= set("IVXLCDM"):
        return True
    if is_plain_word(text) and text not in known():
        return True
    beside = [words.texts[there] for there in (at - 1, at + 1) if 0 <= there < words.size]
    return any(len(word) > 1 and word.isupper() and word.isalpha() for word in beside)


def _opens_a_name(words: Words, at: int) -> bool:
    """Whether the name goes on behind the letters: “RMJ Holdings”, but not “NRDA Secretary Jane Holt”."""
    if words.possessive(at) or words.gap(at) != 1 or at + 1 in words.openings:
        return False
    after = words.base(at + 1)
    return after[0].isupper() and not is_office(after) and after.lower() not in office_words()


def _is_beside_figure(words: Words, at: int) -> bool:
    """Whether a number is joined to it, or stands before it: “777-200LR”, “132 MLN”."""
    return any(words.texts[there][0].isdigit() for there in (at - 1, at + 1) if 0 <= there < words.size)
