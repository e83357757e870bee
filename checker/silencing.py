"""Which findings the article itself silences, and which silences do nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
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
    reached, places = _reached(silences, rules), _Places(findings)
    hushed = {
        at for silence in silences for name in silence.selectors for at in places.within(silence, reached[folded(name)])
    }
    kept = [finding for at, finding in enumerate(places.findings) if at not in hushed]
    return kept, [places.findings[at] for at in sorted(hushed)]


def judged(
    silences: Sequence[Silence], findings: Iterable[Finding], rules: Sequence[Rule], ran: AbstractSet[str]
) -> tuple[Silence, ...]:
    """The silences, each with what is wrong with it: a selector that names no rule, or one that silences nothing.

    Nothing is said of a selector that reaches a rule of `rules` which did not run, or none of them: what it would
    have silenced is not known.
    """
    known, places = _reached(silences, catalog()), _Places(findings)
    reached = _reached(silences, [rule for rule in rules if not rule.judges_silences])
    found: list[Silence] = []
    for silence in silences:
        faults = list(silence.faults)
        for selector in silence.selectors:
            codes = reached[folded(selector)]
            if not codes and not known[folded(selector)]:
                faults.append(f"no rule is called “{selector}”{_nearest(selector)}")
            elif codes and codes <= ran and not any(True for _ in places.within(silence, codes)):
                faults.append(f"there is nothing for “{selector}” to silence")
        found.append(replace(silence, faults=tuple(faults)))
    return tuple(found)


class _Places:
    """Findings by the place that they begin at."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = sorted(findings, key=lambda finding: (finding.span, finding.code))
        self._starts = [finding.span.start for finding in self.findings]

    def within(self, silence: Silence, codes: AbstractSet[str]) -> Iterator[int]:
        """Which findings of these codes begin in the text of a silence, by number."""
        first, last = (bisect_left(self._starts, at) for at in (silence.span.start, silence.span.end))
        return (at for at in range(first, last) if self.findings[at].code in codes)


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


def _nearest(selector: str) -> str:
    return nearest(selector, [ALL, *(identity for rule in catalog() for identity in (rule.name, rule.code))])
