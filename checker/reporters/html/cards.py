"""The cards of findings: what was found, where, what it conflicts with, and how it could be mended."""

from __future__ import annotations

from collections.abc import Sequence

from checker.article import Span
from checker.catalog import load_rule, titles
from checker.finding import Finding
from checker.report import fingerprints
from checker.reporters.html.marks import Marks
from checker.reporters.html.markup import escape, shortened
from checker.reporters.html.places import Places

_OTHERS = 8  # other places of a finding that its card lists; all are marked in the text
_WORDS = 24  # characters of a place that names itself
_EDIT = 60  # characters of an edit that are shown


class Cards:
    """The cards of one article by the block that each belongs below."""

    def __init__(self, places: Places, marks: Marks, findings: Sequence[Finding]) -> None:
        self._places = places
        self._marks = marks
        self._below: dict[int, list[str]] = {}
        prints = fingerprints(places.article, findings) if places.article.blocks else [""] * len(findings)
        for number, (finding, mark) in enumerate(zip(findings, prints, strict=True), 1):
            self._below.setdefault(places.block(finding.span.start), []).append(self._card(number, finding, mark))

    def below(self, block: int) -> str:
        """The cards below a block; nothing when there are none."""
        cards = self._below.get(block)
        return f'<div class="notes">{"".join(cards)}</div>\n' if cards else ""

    def _card(self, number: int, finding: Finding, fingerprint: str) -> str:
        title = titles()[finding.code]
        place = f'<a href="#{self._marks.id_of(finding.span)}">{self._places.label(finding.span)}</a>'
        return (
            f'<div class="card {finding.severity}" id="{self._places.prefix}f{number}" data-f="{number}" '
            f'data-level="{finding.severity}" data-family="{title.family}" role="group" tabindex="-1" '
            f'data-print="{fingerprint}" aria-label="Finding {number}, {finding.severity}">'
            f'<p class="kind"><span class="number" aria-hidden="true">{number}</span> <b>{finding.severity}</b> '
            f'<a href="#{finding.code}" title="{escape(load_rule(title).summary)}">{title.name}</a></p>'
            f'<p class="message">{escape(finding.message)}</p>'
            f"{self._others(finding)}{_fix(self._places, finding)}"
            f'<p class="where">{place}, line {self._places.line(finding.span)}</p></div>'
        )

    def _others(self, finding: Finding) -> str:
        """The other places, each with its words; those that say the same of one paragraph share a line."""
        if not finding.related:
            return ""
        lines: dict[tuple[str, str], list[Span]] = {}
        for related in finding.related:
            lines.setdefault((self._places.label(related.span), related.message), []).append(related.span)
        shown = [*lines.items()][:_OTHERS]
        here = self._places.label(finding.span)
        rows = "".join(self._other(label, message, spans, label == here) for (label, message), spans in shown)
        more = len(lines) - len(shown)
        return f"<ul>{rows}{f'<li>and {more} more, marked in the text</li>' if more else ''}</ul>"

    def _other(self, label: str, message: str, spans: list[Span], here: bool) -> str:
        """The words where places are near, the paragraph and the words around it where one is far away."""
        near = here or len(spans) > 1
        names = [shortened(self._places.article[span], _WORDS) if near else label for span in spans]
        links = ", ".join(
            f'<a href="#{self._marks.id_of(span)}">{escape(name)}</a>' for name, span in zip(names, spans, strict=True)
        )
        words = "" if near else f" <q>{self._places.excerpt(spans[0])}</q>"
        kind = "" if here else ' class="away"'
        return f'<li{kind}>{links} <span class="why">{escape(message)}</span>{words}</li>'


def _fix(places: Places, finding: Finding) -> str:
    """A fix with its edits, as what goes and what comes; that the marked words go needs no words."""
    fix = finding.fix
    if fix is None:
        return ""
    edits = "; ".join(
        " ".join(
            f"<{tag}>{escape(shortened(text, _EDIT))}</{tag}>"
            for tag, text in (("del", places.article[edit.span]), ("ins", edit.text))
            if text
        )
        for edit in fix.edits
        if edit.text or edit.span != finding.span
    )
    return f'<p class="fix"><b>Fix:</b> {escape(fix.title)}{f"<br>{edits}" if edits else ""}</p>'
