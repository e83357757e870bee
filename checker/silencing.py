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
    findings: Iterable[Finding], silences: Sequence[Silence], rules: Sequence[Rule]
) -> tuple[list[Finding], list[Finding]]:
    """The findings that stay and those that are silenced: by their rule, and by the place that they begin at."""
    if not silences:
        return list(findings), []
    reached = _reached(silences, rules)
    kept: list[Finding] = []
    silenced: list[Finding] = []
    for finding in findings:
        hushed = any(
            _covers(silence, finding) and any(finding.code in reached[folded(name)] for name in silence.selectors)
            for silence in silences
        )
        (silenced if hushed else kept).append(finding)
    return kept, silenced


def judged(
    silences: Sequence[Silence], findings: Collection[Finding], rules: Sequence[Rule], ran: Collection[str]
) -> tuple[Silence, ...]:
    """The silences, each with what is wrong with it: a selector that names no rule, or one that silences nothing.

    Nothing is said of a selector that reaches a rule of `rules` which did not run, or none of them: what it would
    have silenced is not known.
    """
    known = _reached(silences, catalog())
    reached = _reached(silences, [rule for rule in rules if not rule.judges_silences])
    found: list[Silence] = []
    for silence in silences:
        faults = list(silence.faults)
        for selector in silence.selectors:
            codes = reached[folded(selector)]
            if not codes and not known[folded(selector)]:
                faults.append(f"no rule is called “{selector}”{_nearest(selector)}")
            elif codes and codes <= set(ran) and not any(_covers(silence, it) and it.code in codes for it in findings):
                faults.append(f"there is nothing for “{selector}” to silence")
        found.append(replace(silence, faults=tuple(faults)))
    return tuple(found)


def folded(selector: str) -> str:
    """A selector as the catalogue writes it: codes in capitals, names in small letters."""
    return selector.upper() if _CODE.fullmatch(selector) or selector.upper() == ALL else selector.lower()


def _reached(silences: Iterable[Silence], rules: Iterable[Rule]) -> dict[str, frozenset[str]]:
    """By selector, the codes of the rules that it names."""
    named = {folded(selector) for silence in silences for selector in silence.selectors}
    known = tuple(rules)
    return {
        selector: frozenset(rule.code for rule in known if reach(rule.code, rule.name, (selector,)))
        for selector in named
    }


def _covers(silence: Silence, finding: Finding) -> bool:
    return silence.span.start <= finding.span.start < silence.span.end


def _nearest(selector: str) -> str:
    return nearest(selector, [ALL, *(identity for rule in catalog() for identity in (rule.name, rule.code))])
