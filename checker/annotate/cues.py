"""The words that attribute a quotation: verbs of speech in all their forms, and nouns for what is said."""

from __future__ import annotations

from functools import cache

from checker.data import lines

_VOWELS = "aeiou"


@cache
def firm() -> frozenset[str]:
    """Verbs that are hardly ever anything but speech: said, tweeted."""
    return _read()["firm"]


@cache
def saying() -> frozenset[str]:
    """Verbs that take what is said as their object: said, noted, shouted."""
    return _read()["firm"] | _read()["saying"]


@cache
def calling() -> frozenset[str]:
    """Verbs that take a few quoted words about something: called it “a disgrace”."""
    return _read()["calling"]


@cache
def cues() -> frozenset[str]:
    """Every verb that may stand before quoted words."""
    return saying() | calling() | _read()["loose"]


@cache
def clausal() -> frozenset[str]:
    """Verbs that take a clause of what somebody says: said the bridge would close."""
    return _read()["clausal"]


@cache
def reporting() -> frozenset[str]:
    """Verbs that take such a clause with “that” at least: wrote that the bridge would close."""
    return clausal() | _read()["that"]


@cache
def finding() -> frozenset[str]:
    """Verbs that take such a clause behind what finds something out: the study found that."""
    return _read()["finding"]


@cache
def evidence() -> frozenset[str]:
    """What finds something out: study, poll, inspectors."""
    return _read()["evidence"]


@cache
def speech_nouns() -> frozenset[str]:
    """What speaks in place of a person, or in which a person speaks: statement, letter, words."""
    return _read()["noun"]


@cache
def documents() -> frozenset[str]:
    """What is written and may be quoted without a speaker: letter, banner, treaty."""
    return _read()["document"]


@cache
def also_nouns() -> frozenset[str]:
    """Forms of verbs that are nouns as often: claim, reports, rules."""
    return frozenset(
        form
        for stem in _NOUNS_TOO.split()
        for form in (stem, stem + "s", stem[:-1] + "ies" if stem[-1] == "y" else stem)
    )


_NOUNS_TOO = (
    "claim report comment remark tweet post rule state point question answer charge demand order call request address "
    "note joke reply estimate promise pledge vow find view text email message sign quote hint protest complaint "
    "attack plan aim hope appeal support plea boast counter lecture cry echo laugh smile shout scream whisper voice "
    "counsel brief talk challenge issue press label brand term style mean hold open rate cast fault "
    "credit lament praise caution signal love account result review offer"
)


@cache
def _read() -> dict[str, frozenset[str]]:
    """The forms of every class of words in the data file."""
    found: dict[str, set[str]] = {}
    for line in lines("speech.txt"):
        kind, *words = line.split()
        forms = found.setdefault(kind, set())
        for word in words:
            forms.update([word] if kind in ("noun", "document", "evidence") else _forms(word))
    return {kind: frozenset(forms) for kind, forms in found.items()}


def _forms(stem: str) -> list[str]:
    """Present, past and participle of a verb as the data file gives it."""
    if "/" in stem:
        return stem.split("/")
    if stem.endswith("+"):
        bare = stem[:-1]
        doubled = bare + bare[-1]
        return [bare, bare + "s", bare + "ed", doubled + "ed", bare + "ing", doubled + "ing"]
    if stem.endswith("e"):
        return [stem, stem + "s", stem + "d", stem[:-1] + "ing"]
    if stem.endswith("y") and stem[-2] not in _VOWELS:
        return [stem, stem[:-1] + "ies", stem[:-1] + "ied", stem + "ing"]
    if stem.endswith(("sh", "ch", "ss", "x", "zz", "go")):
        return [stem, stem + "es", stem + "ed", stem + "ing"]
    return [stem, stem + "s", stem + "ed", stem + "ing"]
