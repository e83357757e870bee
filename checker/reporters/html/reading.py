"""How hard each section is to read, drawn as bars against the target."""

from __future__ import annotations

from checker.catalog import load_rule, titles
from checker.readability import LEAST_WORDS, Readability, Section
from checker.readability.counts import Counts
from checker.reporters.html.markup import counted, escape
from checker.reporters.html.places import Places

_TARGET_RULE = "R101"
_SCALE = 20.0  # grade at the right end, unless something is harder


def reading(places: Places, measured: Readability | None) -> str:
    """The chart of sections and the hardest sentences; nothing when there is no running text."""
    if measured is None or not measured.own.counts.words:
        return ""
    goal = target()
    grades = [section.measure.grade or 0.0 for section in measured.sections]
    scale = max(_SCALE, goal + 1, *grades, measured.grade or 0.0)
    rows = "".join(_row(places, section, goal, scale) for section in measured.sections)
    whole = measured.own.counts
    verdict = (
        f"Grade <b>{measured.grade:.1f}</b>, target {goal:g}."
        if measured.grade is not None
        else f"Too short for a grade: it takes {LEAST_WORDS} words."
    )
    return (
        f"<p>{verdict} {counted(whole.sentences, 'sentence')} of {_pace(whole)} words on average, "
        'quotations left out.</p><div class="wide" tabindex="0" role="region" aria-label="Readability by section">'
        '<table class="reading"><thead><tr><th scope="col">Section</th><th scope="col" class="n">Words</th>'
        '<th scope="col" class="n">Mean sentence</th>'
        f'<th scope="col">Grade, target {goal:g}</th></tr></thead><tbody>{rows}</tbody></table></div>'
        f"{_hardest(places, measured)}"
    )


def target() -> float:
    """The grade that passes, unless a configuration says otherwise."""
    options = load_rule(titles()[_TARGET_RULE]).options()
    return float(options.target)


def _row(places: Places, section: Section, goal: float, scale: float) -> str:
    counts, grade = section.measure.counts, section.measure.grade
    title = escape(section.title) if section.title else "Opening"
    name = f'<a href="#{places.prefix}b{places.block(section.opening.start)}">{title}</a>'
    return (
        f'<tr><th scope="row">{name}</th><td class="n">{counts.words}</td>'
        f'<td class="n">{_pace(counts)}</td><td class="bar">{_bar(grade, goal, scale)}</td></tr>'
    )


def _bar(grade: float | None, goal: float, scale: float) -> str:
    if grade is None:
        return '<span class="faint">too short for a grade</span>'
    kind = "over" if grade > goal else "within"
    length, line = 100 * max(grade, 0.0) / scale, 100 * goal / scale
    return (
        f'<svg class="{kind}" aria-hidden="true"><rect y="4" height="10" width="{length:.1f}%" rx="2"/>'
        f'<line x1="{line:.1f}%" x2="{line:.1f}%" y1="0" y2="18"/></svg> <span>{grade:.1f}'
        f"{'<span class=unseen> above the target</span>' if grade > goal else ''}</span>"
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
