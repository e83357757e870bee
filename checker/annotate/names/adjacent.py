"""Names that stand side by side in one run of capitals: “the Russia NATO tensions”, “US Federal Reserve”."""

from __future__ import annotations

from checker.annotate.gazetteers import COUNTRY_SHORT, demonyms, fold, well_known_places
from checker.annotate.names.kinds import is_acronym, opens_a_person, told_by_its_words
from checker.annotate.names.words import Words


def side_by_side(words: Words, first: int, last: int) -> list[tuple[int, int]]:
    """The tokens as one piece, or cut where well known places and acronyms stand side by side."""
    whole = [(first, last)]
    if last - first == 1 or told_by_its_words(words, first, last) == "place":
        return whole
    if (
        last - first == 3
        and words.texts[first + 1] in "-–/"
        and words.unhyphenated.issuperset((words.texts[first], words.base(last - 1)))
    ):
        return [(first, first + 1), (last - 1, last)]
    if last - first > 2 and is_acronym(words.texts[first]) and opens_a_person(words, first + 1, last):
        return [(first, first + 1), (first + 1, last)]
    pieces: list[tuple[int, int]] = []
    at = first
    while at < last:
        if words.texts[at] in ("-", "–", "/"):
            at += 1
            continue
        end = _place_end(words, at, last)
        if not end:
            return _behind_country(words, pieces, at, last) or whole
        pieces.append((at, end))
        at = end
    return pieces


def _behind_country(words: Words, pieces: list[tuple[int, int]], at: int, last: int) -> list[tuple[int, int]]:
    """“US Federal Reserve” cut behind the country; what follows is left out when it is a word with a stray capital."""
    if len(pieces) != 1 or words.texts[pieces[0][0]] not in COUNTRY_SHORT:
        return []
    if at < last - 1:
        return [*pieces, (at, last)]
    word = words.lower[at]
    return (
        pieces if words.in_lower_case[word] and words.in_lower_case[word] >= words.capitalised[words.texts[at]] else []
    )


def _place_end(words: Words, at: int, last: int) -> int:
    """Behind the longest well known place, acronym or people that begins at token `at`; 0 without one."""
    for end in range(min(last, at + 3), at, -1):
        text = words.article.text[words.starts[at] : words.starts[end - 1]] + words.base(end - 1)
        if fold(text) in well_known_places() or (end == at + 1 and (is_acronym(text) or text in demonyms())):
            return end
    return 0
