"""Whether an acronym that does not fit the words beside it is a slip, and for what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.annotate.frequency import frequency
from checker.annotate.gazetteers import demonyms, fold, places
from checker.annotate.names.nearness import one_edit_apart
from checker.annotate.names.words import Words
from checker.rules.names._acronyms import Definition, content, initials, known, normal

_SHORTEST = 3  # words
_LONG = 4  # letters: of so many, a foreign acronym does not differ in one by chance


@dataclass(frozen=True, slots=True)
class Slip:
    """What the letters should be, and the tokens that tell."""

    right: str
    elsewhere: tuple[int, ...] = ()
    """Where the right letters stand."""


def slip_of(words: Words, definition: Definition, used: Mapping[str, list[int]]) -> Slip | None:
    """The slip that a misfit is; None when it may be foreign or made of other letters than the first ones."""
    letters = definition.letters
    for tokens in _readings(words, definition):
        right = initials(words, tokens)
        if _is_known(words, letters, right, tokens):
            return Slip(right, tuple(used.get(right, ())))
        if one_edit_apart(letters, right) and len(used.get(right, ())) >= len(used.get(letters, ())):
            return Slip(right, tuple(used[right]))
    for tokens in _readings(words, definition):
        right = initials(words, tokens)
        if len(right) == len(letters) and _is_unlike_foreign(words, definition, right, tokens, used):
            return Slip(right)
    return None


def _readings(words: Words, definition: Definition) -> Iterator[Sequence[int]]:
    """The words that the letters should open, without small words and with them: as many as letters, or one off."""
    letters = len(definition.letters)
    for tokens in (content(words, definition.words), definition.words):
        for count in (letters, letters + 1, letters - 1):
            if count >= _SHORTEST and (len(tokens) == count or (len(tokens) > count and not definition.whole)):
                yield tokens[-count:]


def _is_unlike_foreign(
    words: Words, definition: Definition, right: str, tokens: Sequence[int], used: Mapping[str, list[int]]
) -> bool:
    """Whether an acronym is a slip, and not made in another language: it is long, or not used again."""
    letters = definition.letters
    again = len(used.get(letters, ())) > 1
    if not _is_homely(words, definition, tokens) or _is_compound(words, letters, tokens):
        return False
    if is_swapped(letters, right):
        return len(letters) >= _LONG or not again
    replaced = not again and _one_replaced(letters, right) and len(letters) >= _LONG and definition.capitals
    return replaced and not _from_inside(words, letters, right, tokens)


def _is_known(words: Words, letters: str, right: str, tokens: Sequence[int]) -> bool:
    """Whether the words are a well known name with other letters, or these letters are known for nearly the same."""
    texts = tuple(normal(words.base(at)) for at in tokens)
    if right != letters and texts in known().get(right, ()):
        return one_edit_apart(letters, right) or letters in known()
    return _one_replaced(letters, right) and any(
        len(other) == len(texts) and sum(one != two for one, two in zip(texts, other, strict=True)) == 1
        for other in known().get(letters, ())
    )


def _one_replaced(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def is_swapped(one: str, other: str) -> bool:
    """Whether two neighbours have changed places."""
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), -1)
    return at >= 0 and one[:at] + one[at + 1 : at + 2] + one[at] + one[at + 2 :] == other


def _is_homely(words: Words, definition: Definition, tokens: Sequence[int]) -> bool:
    """Whether the words are English and name no country: “French Tennis Federation (FFT)” has letters of its own."""
    texts = [words.base(at) for at in definition.words]
    return not any(text in demonyms() or fold(text) in places() for text in texts) and all(
        frequency(words.base(at)) for at in tokens
    )


def _is_compound(words: Words, letters: str, tokens: Sequence[int]) -> bool:
    """Whether one of the words gives two letters and the first gives none: “Apple Worldwide Developers (WWD)”."""
    fewer = initials(words, tokens[1:])
    return initials(words, tokens[:1]) not in letters and any(
        letters[:at] + letters[at + 1 :] == fewer and letters[at].lower() in fold(words.texts[tokens[at]])[1:]
        for at in range(1, len(tokens))
    )


def _from_inside(words: Words, letters: str, right: str, tokens: Sequence[int]) -> bool:
    """Whether the odd letter stands in its word or the one before: the V of “Public Television (PTV)”."""
    at = next(at for at, (a, b) in enumerate(zip(letters, right, strict=True)) if a != b)
    return any(letters[at].lower() in fold(words.texts[token]) for token in tokens[max(0, at - 1) : at + 1])
