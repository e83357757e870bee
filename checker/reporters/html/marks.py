"""The marks of findings in the text: one element a span, however many findings have it, with their numbers after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.article import Article, Span
from checker.catalog import titles
from checker.finding import Finding, Severity
from checker.reporters.html.weave import Layer


@dataclass
class Place:
    """A span that findings are about: the fault itself, or the other place of a conflict."""

    id: str
    faults: list[int] = field(default_factory=list)
    """The numbers of the findings whose fault it is."""
    others: list[int] = field(default_factory=list)
    """The numbers of the findings that rest on it."""


class Marks:
    """All places of the findings of one article; findings are numbered from 1 in their order."""

    def __init__(self, article: Article, findings: Sequence[Finding], prefix: str) -> None:
        self._article = article
        self._findings = findings
        self._prefix = prefix
        self.places: dict[Span, Place] = {}
        self._families: dict[str, list[tuple[Span, int]]] = {}
        for number, finding in enumerate(findings, 1):
            self._at(finding.span).faults.append(number)
            for related in finding.related:
                place = self._at(related.span)
                if number not in place.faults and number not in place.others:
                    place.others.append(number)

    def id_of(self, span: Span) -> str:
        """The id of the mark over a span."""
        return self.places[settled(self._article, span)].id

    def layers(self) -> list[Layer]:
        """The marks as elements of the text."""
        return [self._layer(span, place) for span, place in self.places.items()]

    def within(self, span: Span, family: str) -> list[int]:
        """The numbers of the findings of a family that have a place at the characters of `span`."""
        return sorted({number for one, number in self._of_family(family) if one.overlaps(span)})

    def _of_family(self, family: str) -> list[tuple[Span, int]]:
        if family not in self._families:
            known = titles()
            self._families[family] = [
                (span, number)
                for span, place in self.places.items()
                for number in place.faults + place.others
                if known[self._findings[number - 1].code].family == family
            ]
        return self._families[family]

    def _at(self, span: Span) -> Place:
        return self.places.setdefault(settled(self._article, span), Place(f"{self._prefix}p{len(self.places) + 1}"))

    def _layer(self, span: Span, place: Place) -> Layer:
        numbers = place.faults + [number for number in place.others if number not in place.faults]
        level = self.level(numbers)
        classes = f"{level}{'' if place.faults else ' other'}"
        attributes = f' class="{classes}" data-f="{" ".join(map(str, numbers))}"'
        refs = "".join(self.ref(number, number in place.faults) for number in numbers)
        return Layer(span, "mark", attributes, place.id, refs)

    def level(self, numbers: Sequence[int]) -> Severity | None:
        """The highest level among some findings."""
        levels = [self._findings[number - 1].severity for number in numbers]
        return max(levels, key=lambda level: level.weight, default=None)

    def ref(self, number: int, fault: bool = True) -> str:
        """The number of a finding, a link to its card."""
        level = self._findings[number - 1].severity
        said = f"finding {number}, {level}" if fault else f"other place of finding {number}"
        kind = f"ref {level}{'' if fault else ' other'}"
        return f'<a class="{kind}" href="#{self._prefix}f{number}" data-f="{number}" aria-label="{said}">{number}</a>'


def settled(article: Article, span: Span) -> Span:
    """`span` from its first character that a block has; empty, at the end of a block, when there is none."""
    if not article.blocks:
        return Span(0, 0)
    block = article.block_at(span.start).span
    if span.start < block.end or not len(span):
        start = min(max(span.start, block.start), block.end)
        return Span(start, max(start, span.end))
    following = article.block_at(block.end + 1).span
    if block.end < following.start < span.end:
        return Span(following.start, span.end)
    return Span(block.end, block.end)
