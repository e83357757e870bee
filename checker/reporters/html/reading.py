"""How hard each section is to read, drawn as bars against the target."""

from __future__ import annotations

from checker.readability import LEAST_WORDS, Readability, Section
from checker.readability.counts import Counts
from checker.report import counted
from checker.reporters.html.markup import escape
from checker.reporters.html.places import Places

_TOO_SHORT = f"Too short for a grade, which takes {LEAST_WORDS} words."
_ABOVE = '<span class="unseen"> above the target</span>'
_SCALE = 20.0  # grade at the right end, unless something is harder


def reading(places: Places, measured: Readability | None, target: float | None) -> str:
    """The chart of sections against the target, if there is one, and the hardest sentences.

    Nothing when there is no running text.
    """
    if measured is None or not measured.own.counts.words:
        return ""
    grades = [section.measure.grade or 0.0 for section in measured.sections]
    scale = max(_SCALE, (target or 0.0) + 1, *grades)
    rows = "".join(_row(places, section, target, scale) for section in measured.sections)
    aim = f", target {target:g}" if target else ""
    return (
        f"<p>{_verdict(measured, aim)}</p>"
        '<div class="wide" tabindex="0" role="region" aria-label="Readability by section">'
        '<table class="reading"><thead><tr><th scope="col">Section</th><th scope="col" class="n">Words</th>'
        f'<th scope="col" class="n">Mean sentence</th><th scope="col">Grade{aim}</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>{_hardest(places, measured)}"
    )


def _verdict(measured: Readability, aim: str) -> str:
    counts = measured.own.counts
    graded = f"Grade <b>{measured.grade:.1f}</b>{aim}." if measured.grade is not None else _TOO_SHORT
    return f"{graded} {counted(counts.sentences, 'sentence')} of {_pace(counts)} words on average, quotations left out."


def _row(places: Places, section: Section, target: float | None, scale: float) -> str:
    counts, grade = section.measure.counts, section.measure.grade
    title = escape(section.title) if section.title else "Opening"
    name = f'<a href="#{places.prefix}b{places.block(section.opening.start)}">{title}</a>'
    return (
        f'<tr><th scope="row">{name}</th><td class="n">{counts.words}</td>'
        f'<td class="n">{_pace(counts)}</td><td class="bar">{_bar(grade, target, scale)}</td></tr>'
    )


def _bar(grade: float | None, target: float | None, scale: float) -> str:
    if grade is None:
        return '<span class="faint">too short for a grade</span>'
    over = target is not None and grade > target
    line = f"{100 * target / scale:.1f}%" if target else ""
    aim = f'<line x1="{line}" x2="{line}" y1="0" y2="18"/>' if line else ""
    return (
        f'<svg class="{"over" if over else "within"}" aria-hidden="true">'
        f'<rect y="4" height="10" width="{100 * max(grade, 0.0) / scale:.1f}%" rx="2"/>{aim}</svg> '
        f"<span>{grade:.1f}{_ABOVE if over else ''}</span>"
    )


def _hardest(places: Places, measured: Readability) -> str:
    if not measured.hardest:
        return ""
    rows = "".join(
        f"<li>{places.link(sentence.span)} {counted(sentence.words, 'word')}, grade {sentence.grade:.1f}: "
        f"<q>{escape(_opening(places.article[sentence.span]))}</q></li>"
        for sentence in measured.hardest
    )
    return f"<h4>Hardest sentences</h4><ul class='plain'>{rows}</ul>"


def _opening(text: str) -> str:
    words = text.split()
    return " ".join(words[:9]) + (" …" if len(words) > 9 else "")


def _pace(counts: Counts) -> str:
    return f"{counts.words / counts.sentences:.0f}" if counts.sentences else "–"
