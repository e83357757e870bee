"""Acronyms that nothing explains and that are one slip away from one that is spelt out: the SNC for the SCN."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from checker.annotate.frequency import frequency
from checker.annotate.gazetteers import COUNTRY_SHORT
from checker.annotate.names.nearness import Shelves
from checker.rules.names._acronyms import known
from checker.rules.names._wrong_letters import is_swapped

_LONG = 4  # letters: in shorter ones only two that have changed places are a slip
_SHORTEST = 3
_OFTEN = 2  # times: who is spelt out and named again
_COMMON = 3.0  # Zipf: from here on the letters are a word or a body of their own


def strays(used: Mapping[str, list[int]], spelt_out: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """The token of each stray, the nearest token of the acronym that it may be meant for, and its letters."""
    shelves = Shelves(letters for letters in spelt_out if len(used.get(letters, ())) >= _OFTEN)
    for letters, tokens in used.items():
        if len(tokens) > 1 or letters in spelt_out or _may_be_another(letters):
            continue
        near = [right for right in shelves.near(letters) if _is_slip(letters, right)]
        if len(near) == 1 and used[near[0]][0] < tokens[0]:
            yield tokens[0], min(used[near[0]], key=lambda at: abs(at - tokens[0])), near[0]


def _may_be_another(letters: str) -> bool:
    return len(letters) < _SHORTEST or letters in known() or letters in COUNTRY_SHORT or frequency(letters) >= _COMMON


def _is_slip(letters: str, right: str) -> bool:
    if len(letters) == len(right) and is_swapped(letters, right):
        return True
    return min(len(letters), len(right)) >= _LONG and letters[0] == right[0]
