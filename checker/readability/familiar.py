"""Whether a word is on the list of Dale and Chall, itself or in an inflected form."""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.wordclass import ADJECTIVE, word_class
from checker.readability.formulas import easy_words

_VOWELS = frozenset("aeiou")


def is_familiar(word: str) -> bool:
    """Whether a lower-case word is on the list or a regular inflection of one that is.

    textstat looks up the bare word and so takes “walked” and “cats” for hard; Dale and Chall do not.
    """
    easy = easy_words()
    return word in easy or any(stem in easy for stem in stems(word))


def stems(word: str) -> Iterator[str]:
    """What `word` may be an inflected form of; most of these are no words at all."""
    if "'" in word:
        yield word.partition("'")[0]
        return
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            yield word.removesuffix(ending) + instead
    for ending in ("ed", "ing", "est", "er"):
        if word.endswith(ending):
            yield from _before_vowel(word.removesuffix(ending), ending)


_ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("ied", "y"), ("ly", ""), ("ily", "y"), ("ier", "y"), ("iest", "y"))


def _before_vowel(stem: str, ending: str) -> Iterator[str]:
    """`stem` as it is without an ending that opens with a vowel: “mak” is “make”, “stopp” is “stop”."""
    if ending == "er" and word_class(stem) != ADJECTIVE and word_class(stem + "e") != ADJECTIVE:
        return  # “smaller” is known to who knows “small”; what a “holder” is must be learnt
    yield stem
    yield stem + "e"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        yield stem[:-1]
