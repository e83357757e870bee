"""Numbers that are no figures: names, codes, telephone numbers, addresses, clock times, dates, list markers."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from checker import data
from checker.annotate import calendar_words
from checker.annotate.figures.numerals import DASHES, HYPHENS, SMALL, TENS
from checker.tokens import Tokens

MONTHS = calendar_words.MONTHS | calendar_words.SHORT_MONTHS
_CLOCK = frozenset(
    "a.m. p.m. am pm gmt utc est edt cst cdt mst mdt pst pdt bst cet cest ist et o'clock o’clock".split()
)
_CODES = frozenset("#@_&=\\^~*|")
_INSIDE_NAMES = frozenset("x×_@&=\\^~#")

FIRST_YEAR, LAST_YEAR = 1600, 2099


def is_year(digits: str) -> bool:
    """Whether bare digits read as a year."""
    return len(digits) == 4 and digits.isdecimal() and FIRST_YEAR <= int(digits) <= LAST_YEAR


def behind_label(tokens: Tokens, at: int, start: int, stop: int) -> int:
    """The token behind what the digits at `at` are part of when it is no figure; `at` itself when it may be one.

    `start` and `stop` bound the block.
    """
    if at > start and tokens.starts[at] == tokens.ends[at - 1] and _glued_to_name(tokens, at, start):
        return _chain(tokens, at, stop)
    if (last := _telephone(tokens, at, start, stop)) > at:
        return last
    if at + 1 < stop and tokens.starts[at + 1] == tokens.ends[at] and (last := _run(tokens, at, stop)) > at:
        return last
    digits = tokens.texts[at]
    if digits[0] == "0" and len(digits) > 1 and digits[1] not in ".,":
        return _digit_groups(tokens, at, stop)
    if _is_clock(tokens, at, stop) or _is_day(tokens, at, start, stop) or _is_marker(tokens, at, start, stop):
        return at + 1
    if at > start and _is_named(tokens, at, start, stop):
        return _chain(tokens, at, stop)
    return at


def _glued_to_name(tokens: Tokens, at: int, start: int) -> bool:
    """Whether the number touches something on its left that makes it a name or a code: A330, Covid-19, #5."""
    before = tokens.texts[at - 1]
    touching = at - 2 >= start and tokens.starts[at - 1] == tokens.ends[at - 2]
    if before[-1].isalpha():
        return True
    if before in DASHES:
        return touching and before != "—" and (tokens.texts[at - 2][-1].isalpha() or tokens.texts[at - 2][0].isdigit())
    if before == "." and touching and tokens.texts[at - 2] == "Rs":
        return False
    if before in "/.:":
        return touching and tokens.texts[at - 2][-1].isalnum()
    if before in "'’":
        return not touching and len(tokens.texts[at]) == 2
    return before in _CODES


def _run(tokens: Tokens, at: int, stop: int) -> int:
    """The token behind the code or time that begins with the number at `at`; `at` when none does."""
    after = tokens.texts[at + 1]
    if after in ":/" or after in _INSIDE_NAMES:
        return _chain(tokens, at, stop) if _touches(tokens, at + 2, stop) else at
    if after in HYPHENS and at + 2 < stop and tokens.texts[at + 2][0].isupper() and _touches(tokens, at + 2, stop):
        return _chain(tokens, at, stop) if tokens.lower[at + 2] in SMALL else at  # 7-Eleven
    if after in HYPHENS or after == ".":
        groups = _groups(tokens, at, stop)
        phone = len(groups) == 2 and len(groups[0]) == 3 and len(groups[1]) == 4 and groups[1].isdecimal()
        if len(groups) > 2 or phone or (len(groups) == 2 and _are_years(*groups)):
            return _chain(tokens, at, stop)
    elif after in DASHES:
        groups = _groups(tokens, at, stop)
        if len(groups) > 2 or (len(groups) == 2 and _are_years(*groups)):
            return _chain(tokens, at, stop)
    elif after == "(" and _touches(tokens, at + 2, stop) and len(tokens.texts[at + 2]) == 1:
        return _behind_subsections(tokens, at, stop)
    elif after == "]":
        return at + 1
    return at


def _are_years(first: str, second: str) -> bool:
    return is_year(first) and (is_year(second) or (len(second) == 2 and second.isdecimal()))


def _touches(tokens: Tokens, at: int, stop: int) -> bool:
    return at < stop and tokens.starts[at] == tokens.ends[at - 1] and tokens.texts[at][0].isalnum()


def _groups(tokens: Tokens, at: int, stop: int) -> list[str]:
    """The groups of digits joined by single hyphens, dashes or full stops from `at` on."""
    groups = [tokens.texts[at]]
    while at + 2 < stop and tokens.texts[at + 1] in "-‐‑–." and tokens.texts[at + 2][0].isdigit():
        if tokens.starts[at + 2] != tokens.ends[at + 1] or tokens.starts[at + 1] != tokens.ends[at]:
            break
        at += 2
        groups.append(tokens.texts[at])
    return groups


def _chain(tokens: Tokens, at: int, stop: int) -> int:
    """The token behind everything that touches the number on its right, closing marks left out."""
    last = at + 1
    while last < stop and tokens.starts[last] == tokens.ends[last - 1]:
        if not tokens.texts[last][0].isalnum() and not _touches(tokens, last + 1, stop):
            break
        last += 1
    return last


def _behind_subsections(tokens: Tokens, at: int, stop: int) -> int:
    """The token behind 401(k) or 501(c)(3)."""
    last = at + 1
    while last < stop and tokens.starts[last] == tokens.ends[last - 1] and len(tokens.texts[last]) == 1:
        last += 1
    return last


def _digit_groups(tokens: Tokens, at: int, stop: int) -> int:
    """The token behind groups of digits set apart by blanks, brackets or hyphens, as in a telephone number."""
    last = near = at + 1
    while near < stop and near < at + _PHONE_REACH and (tokens.texts[near].isdecimal() or tokens.texts[near] in "()-"):
        near += 1
        if tokens.texts[near - 1].isdecimal():
            last = near
    return last


_PHONE_REACH = 12
_MANY_GROUPS = 8  # so many numbers in a row with only blanks between are a table or a code


def _telephone(tokens: Tokens, at: int, start: int, stop: int) -> int:
    """The token behind the telephone number that begins at `at`; `at` when none does."""
    if at + 1 >= stop or not tokens.texts[at].isdecimal() or len(tokens.texts[at]) > 5:
        return at
    after = tokens.texts[at + 1]
    if not (after in ")-" or after.isdecimal()):
        return at
    last = _digit_groups(tokens, at, stop)
    groups = [text for text in tokens.texts[at:last] if text.isdecimal()]
    international = at > start and tokens.texts[at - 1] == "+"
    digits = sum(map(len, groups))
    long_enough = 9 <= digits <= 15 and len(groups) > 2 and len(groups[-1]) > 2
    long_enough |= len(groups) >= _MANY_GROUPS
    return last if long_enough or (international and len(groups) > 1) else at


def _is_clock(tokens: Tokens, at: int, stop: int) -> bool:
    return at + 1 < stop and tokens.lower[at + 1] in _CLOCK and tokens.texts[at + 1] not in ("AM", "PM", "ET")


def _is_day(tokens: Tokens, at: int, start: int, stop: int) -> bool:
    """Whether the number is the day of a month named beside it."""
    if not (len(tokens.texts[at]) < 3 and tokens.texts[at].isdecimal() and 0 < int(tokens.texts[at]) < 32):
        return False
    before = at - 1
    if before > start and tokens.texts[before] == ".":
        before -= 1
    if before >= start and tokens.lower[before] in MONTHS and tokens.texts[before][0].isupper():
        return True
    return at + 1 < stop and tokens.lower[at + 1] in MONTHS and tokens.texts[at + 1][0].isupper()


def _is_marker(tokens: Tokens, at: int, start: int, stop: int) -> bool:
    """Whether the number counts the points of a list: “1. ”, “2) ”, “(3) ” at the head of a block."""
    if at - start > 1 or not tokens.texts[at].isdecimal() or at + 2 >= stop:
        return False
    after = tokens.texts[at + 1]
    if at == start:
        return after in (".", ")") and tokens.texts[at + 2][0].isalpha()
    return tokens.texts[at - 1] in ("(", "[") and after in (")", "]")


def _is_named(tokens: Tokens, at: int, start: int, stop: int) -> bool:
    """Whether the words around it make the number a name or an address: Flight 200, 10 Downing Street."""
    labels = _labels()
    near = at - 1
    if tokens.texts[near] == "." and near > start and tokens.lower[near - 1] in _SHORTENED:
        return True
    word, capital = tokens.lower[near], has_capital(tokens.texts[near])
    if word not in labels.either and word[-1] == "s":
        word = word[:-1]  # Articles 5 and 6
    if word in labels.either and (capital or not _is_plural_before(tokens, near, start)):
        return True
    if word in labels.capital and capital:
        return True
    return _is_address(tokens, at, stop, labels.street)


_SHORTENED = frozenset(("no", "nos", "vol", "art", "sec", "fig", "ch", "p", "pp", "ver", "v"))
_ALWAYS = frozenset(("number", "phase", "type", "category", "grade", "formula"))


def is_label_in_words(tokens: Tokens, at: int, start: int, counts_nothing: bool) -> bool:
    """Whether the word at `at` makes the number word behind it a label: phase two, page three, number one."""
    if at < start:
        return False
    return tokens.lower[at] in _ALWAYS or (counts_nothing and tokens.lower[at] in _labels().either)


def _is_plural_before(tokens: Tokens, at: int, start: int) -> bool:
    """Whether a number before the label word shows that it is counted itself: “two numbers 40 apart”."""
    return at > start and (tokens.lower[at - 1] in SMALL or tokens.texts[at - 1][0].isdecimal())


def behind_model(tokens: Tokens, at: int, stop: int) -> int:
    """The token behind a model number and what touches it: 787-9."""
    return _chain(tokens, at, stop)


def model_numbers(text: str) -> frozenset[str]:
    """The three-digit numbers that name a model in an article: behind a make, as 737s, as 777-200ER."""
    makes = _labels().product
    behind = {match[2] for match in _MAKE.finditer(text) if match[1].lower() in makes}
    named = (number for make, numbers in _labels().models if make.capitalize() in text for number in numbers)
    return frozenset(behind.union(_SERIES.findall(text), named))


_MAKE = re.compile(r"\b([A-Z]\w+)[ -](\d{3})\b")
_SERIES = re.compile(r"(?<![\d.,$£€])(\d{3})(?=s\b|-\d{3}[A-Z])")


def is_product(tokens: Tokens, at: int, start: int) -> bool:
    """Whether the word before the number is a make whose models are numbered: Boeing 737."""
    return at > start and is_make(tokens, at - 1)


def is_make(tokens: Tokens, at: int) -> bool:
    """Whether the word is such a make."""
    return tokens.lower[at] in _labels().product and has_capital(tokens.texts[at])


def has_capital(word: str) -> bool:
    """Whether a word has a capital anywhere: Boeing, iPhone."""
    return word[0].isalpha() and not word.islower()


def _is_address(tokens: Tokens, at: int, stop: int, street: frozenset[str]) -> bool:
    for near in range(at + 2, min(at + 5, stop)):
        if not tokens.texts[near - 1][0].isupper() or not tokens.texts[near][0].isupper():
            return False
        if tokens.lower[near] in street:
            return True
    return False


class Labels(NamedTuple):
    """The words of `labels.txt`, by what they do."""

    capital: frozenset[str]
    either: frozenset[str]
    product: frozenset[str]
    street: frozenset[str]
    name: tuple[tuple[str, ...], ...]
    models: tuple[tuple[str, tuple[str, ...]], ...]


@cache
def named_numbers() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Names with a number word in them, such as Six Nations, by that word."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for name in _labels().name:
        for word in name:
            if word in SMALL or word in TENS:
                found[word] = (*found.get(word, ()), name)
    return found


@cache
def _labels() -> Labels:
    found: dict[str, list[str]] = {}
    for line in data.read("labels.txt").splitlines():
        kind, _, words = line.partition(" ")
        found.setdefault(kind, []).append(words)
    sets = {kind: frozenset(" ".join(found[kind]).split()) for kind in ("capital", "either", "product", "street")}
    names = tuple(tuple(name.split()) for line in found["name"] for name in line.split("|"))
    models = tuple((line.split()[0], tuple(line.split()[1:])) for line in found["models"])
    return Labels(**sets, name=names, models=models)
