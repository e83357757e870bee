"""Whether one spelling of a name is a slip for another, or the name of somebody else."""

from __future__ import annotations

from checker.annotate.frequency import frequency
from checker.annotate.gazetteers import first_names, places, same_first_name
from checker.annotate.names.nearness import sound
from checker.annotate.names.words import PARTICLES, Words
from checker.rules.names._display import DISPLAY
from checker.rules.names._forms import Form

_COMMON = 3.0  # Zipf: from here on a word is in daily use and its spelling is meant
_RARER = 1.5  # Zipf: what a rare word lies below the one it may be a slip for
_RARE = 2  # times: who errs more often does not err, unless the two sound alike
_SHORT = 4  # letters: so short a name beside another may be anybody's
_LONG = 6  # letters: two unknown words so long are not alike by chance
_WELL_KNOWN = 5  # times: the name of whom the article is about
_FOREIGN = PARTICLES | {"do", "des", "delle", "y"}
_TRANSLATION = 12  # tokens between a foreign name and its translation in brackets


def is_slip(words: Words, one: Form, other: Form) -> bool:
    """Whether `one`, which is near `other`, is the same name misspelt."""
    return (
        _is_rarer(one, other)
        and (one.mixed == other.mixed or other.key.startswith("mc"))  # MCall for McCall
        and not words.in_lower_case[one.key]
        and _long_enough(words, one, other)
        and _has_a_capital_by_right(words, one, other)
        and not _too_often(one, other)
        and not _of_two_people(one, other)
        and not _is_inflected(one, other)
        and (_stands_for(words, one, other) if _is_known(one, other) else _is_misspelt(words, one, other))
    )


def _is_rarer(one: Form, other: Form) -> bool:
    """Whether `one` is the spelling to point at: seen less, without a first name, the rarer word, or the later one."""
    if one.count != other.count:
        return one.count < other.count
    if bool(one.given) != bool(other.given) and (one.speaks or one.courtesy or other.speaks or other.courtesy):
        return not one.given
    if one.frequency != other.frequency:
        return one.frequency < other.frequency
    return one.tokens[0] > other.tokens[0]


def _long_enough(words: Words, one: Form, other: Form) -> bool:
    """Four letters; three if that is no word and the other name occurs more than once."""
    if len(other.key) < 4 and not _are_first_names(words, one, other):
        return False
    return len(one.key) >= 4 or _are_first_names(words, one, other) or (one.unknown and one.count == 1 < other.count)


def _are_first_names(words: Words, one: Form, other: Form) -> bool:
    """Whether they are the first names of one surname in the story, Jon and John Hale; N103 has the display type."""
    if one.after.isdisjoint(other.after) or not {one.key, other.key} <= first_names():
        return False
    blocks = (words.article.block_at(words.starts[form.tokens[0]]) for form in (one, other))
    return all(block.kind not in DISPLAY for block in blocks)


def _has_a_capital_by_right(words: Words, one: Form, other: Form) -> bool:
    """Whether it is a name, not two words that open sentences."""
    return (
        bool(one.firm or other.firm)
        or _are_first_names(words, one, other)
        or (one.unknown and other.listed and not other.plain)
    )


def _too_often(one: Form, other: Form) -> bool:
    if one.count <= _RARE:
        return one.count > 1 and other.count < one.count * 2 and one.listed
    return not (one.unknown and len(one.key) >= _LONG and sound(one.key) == sound(other.key))


def _of_two_people(one: Form, other: Form) -> bool:
    """Whether the first names before the two cannot be one person's."""
    if not one.given or not other.given:
        return False
    return not any(same_first_name(this, that) for this in one.given for that in other.given)


def _is_inflected(one: Form, other: Form) -> bool:
    """Whether the two differ by an ending: plural, people, “Iraqi”."""
    short, long = sorted((one, other), key=lambda form: len(form.key))
    if long.key[:-1] != short.key:
        return False
    last, before = long.key[-1], short.key[-1]
    if last == "s" and before != "s":
        cut_short = one.unknown and (other.listed or other.frequency >= _COMMON)
        return one is long or not (cut_short or other.given or other.courtesy)
    return one is long and (last == "i" or (last == "n" and before in "aeio"))


def _is_known(one: Form, other: Form) -> bool:
    """Whether `one` is a name or a word in its own right."""
    if one.listed or one.frequency >= _COMMON:
        return True
    return one.frequency > 0 and (other.frequency - one.frequency < _RARER or len(one.key) == 4)


def _stands_for(words: Words, one: Form, other: Form) -> bool:
    """Whether a known word can only be meant for `other`: same first name, same word behind it, or never introduced."""
    if one.given & other.given and not one.plain and not one.is_place:
        return True
    if one.after & other.after and _is_slip_before_same_word(one, other):
        return True
    if one.count > 1 or not one.alone or one.introduced or one.is_place or one.tokens[0] < other.tokens[0]:
        return False
    if other.given and (one.speaks or one.courtesy) and (one.listed or not one.plain):
        return True
    if other.given and other.count > _RARE and _with_mc(one.key) == _with_mc(other.key):
        return True
    if other.count < _WELL_KNOWN or _is_foreign(words, one):
        return False
    if one.plain:
        return one.possessive and not one.listed and one.frequency < _COMMON + 1
    return other.frequency - one.frequency >= 1 and (one.key not in first_names() or other.key in places())


def _with_mc(key: str) -> str:
    """The name with Mc where it has Mac, which is heard alike."""
    return "mc" + key[3:] if key.startswith("mac") else key


def _is_slip_before_same_word(one: Form, other: Form) -> bool:
    """Whether a known word before the same word is a slip: Hilary and Hillary Jones, but not Paul and Paula Jones."""
    if not one.listed:
        return one.key[:5] != other.key[:5]
    if one.key not in first_names() or other.key not in first_names():
        return False
    return one.key.rstrip("a") != other.key.rstrip("a") and one.alone == 0


def _is_misspelt(words: Words, one: Form, other: Form) -> bool:
    """Whether an unknown word is a slip for `other` rather than a name that we do not know."""
    shared = one.before & other.before or one.after & other.after
    if shared:
        return True
    if one.key[0] != other.key[0] and other.count <= _RARE:
        return False
    once_each = one.count == other.count and other.unknown and bool(one.given) == bool(other.given)
    if once_each and len(one.key) <= _LONG:
        return False
    if (len(one.key) <= _SHORT and other.count == 1 and not one.alone) or _is_translated(words, one, other):
        return False
    if not other.plain or other.given or other.courtesy:
        return True
    never_alone = not other.alone and one.alone and len(one.key) < _LONG  # Standard Life, and the exchange Liffe
    return not never_alone and not _is_foreign(words, one)


def _is_translated(words: Words, one: Form, other: Form) -> bool:
    """Whether `other` follows soon in brackets: “the Fondation (Foundation)”."""
    at = one.tokens[0]
    return any(0 < there - at < _TRANSLATION and "(" in words.texts[at:there] for there in other.tokens)


def _is_foreign(words: Words, one: Form) -> bool:
    """Whether a word beside it is none that we know, or a foreign particle."""
    at = one.tokens[0]
    beside = [words.texts[there] for there in (at - 1, at + 1) if 0 <= there < words.size]
    return any(word in _FOREIGN or (len(word) > 1 and word.isalpha() and not frequency(word)) for word in beside)
