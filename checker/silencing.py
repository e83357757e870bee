"""Which findings the article itself silences, and which silences do nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from checker.article import Silence
from checker.catalog import ALL, catalog, nearest, reach
from checker.finding import Finding
from checker.rule import Rule

_CODE = re.compile(r"[A-Za-z]\d{0,3}")


def drop_silenced(
    findings: Iterable[Finding], silences: Sequence[Silence], rules: Iterable[Rule]
) -> tuple[list[Finding], list[Finding]]:
    """The findings that stay and those that are silenced: by their rule, and by the place that they begin at."""
    if not silences:
        return list(findings), []
    known = tuple(rules)
    reaching = [(silence, _reached(_folded(silence), known)) for silence in silences]
    kept: list[Finding] = []
    silenced: list[Finding] = []
    for finding in findings:
        hushed = any(finding.code in codes and _covers(silence, finding) for silence, codes in reaching)
        (silenced if hushed else kept).append(finding)
    return kept, silenced


def judged(
    silences: Iterable[Silence], findings: Collection[Finding], rules: Sequence[Rule], ran: Collection[str]
) -> tuple[Silence, ...]:
    """The silences, each with what is wrong with it: a selector that names no rule, or one that silences nothing.

    Nothing is said of a selector that reaches a rule of `rules` which did not run, or none of them: what it would
    have silenced is not known.
    """
    return tuple(
        replace(silence, faults=(*silence.faults, *_faults(silence, findings, rules, ran))) for silence in silences
    )


def _faults(
    silence: Silence, findings: Collection[Finding], rules: Sequence[Rule], ran: Collection[str]
) -> Iterable[str]:
    for written, selector in zip(silence.selectors, _folded(silence), strict=True):
        if not _reached([selector], (*rules, *catalog())):
            known = [ALL, *(identity for rule in catalog() for identity in (rule.name, rule.code))]
            yield f"no rule is called “{written}”{nearest(selector, known)}"
            continue
        reached = _reached([selector], [rule for rule in rules if not rule.judges_silences])
        hushes = any(_covers(silence, finding) and finding.code in reached for finding in findings)
        if reached and reached <= set(ran) and not hushes:
            yield f"there is nothing for “{written}” to silence"


def _covers(silence: Silence, finding: Finding) -> bool:
    return silence.span.start <= finding.span.start < silence.span.end


def _reached(selectors: Iterable[str], rules: Iterable[Rule]) -> frozenset[str]:
    """The codes of the rules that are named."""
    named = tuple(selectors)
    return frozenset(rule.code for rule in rules if reach(rule.code, rule.name, named))


def _folded(silence: Silence) -> list[str]:
    """The selectors as the catalogue writes them: codes in capitals, names in small letters."""
    return [
        selector.upper() if _CODE.fullmatch(selector) or selector.upper() == ALL else selector.lower()
        for selector in silence.selectors
    ]
