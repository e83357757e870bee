"""Running rules on articles: one article, or a stream of them in one process or several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from checker.annotate import annotate
from checker.annotate.grammar import GrammarRead
from checker.article import Article, BlockKind, Span
from checker.config import Chosen, Config
from checker.errors import CheckerError, InputError, NotRun, RuleCrashed
from checker.finding import Finding, Severity
from checker.inputs import Input, too_large
from checker.parsers import parse
from checker.result import NO_PREVIOUS, NOT_ASKED, NOT_RUN, RAN, SKIPPED, Check, Problem, Result
from checker.rule import Rule
from checker.silencing import drop_silenced, judged

if TYPE_CHECKING:
    from checker.readability import Readability

_JUDGES_READING = "R101"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a set of rules has to say about one article."""

    findings: list[Finding]
    checks: list[Check]
    crashes: list[RuleCrashed]
    silenced: list[Finding] = field(default_factory=list)
    """What comments and front matter silence; not among `findings`."""


def check(
    article: Article,
    rules: Iterable[Rule],
    options: Mapping[str, Any] | None = None,
    *,
    strict: bool = True,
    unread: str = NOT_ASKED,
) -> Checked:
    """Run `rules` on an annotated article; `options` maps codes to options, the default where one is missing.

    Raises RuleCrashed when a rule raises; unless `strict`, the crash is collected and the others run.
    `unread` is why no grammar server has read the article, when none has.
    """
    findings: list[Finding] = []
    checks: list[Check] = []
    crashes: list[RuleCrashed] = []
    chosen = sorted(rules, key=lambda rule: rule.judges_silences)
    for rule in chosen:
        if rule.judges_silences and article.silences:
            ran = {check.code for check in checks if check.status == RAN}
            article = replace(article, silences=judged(article.silences, findings, chosen, ran))
        if reason := _lacks(article, rule, unread):
            checks.append(Check(rule.code, SKIPPED, reason=reason))
            continue
        settings = (options or {}).get(rule.code)
        try:
            outcomes = list(rule.run(article, rule.options() if settings is None else settings))
        except Exception as error:
            crash = RuleCrashed(rule.code, error)
            if strict:
                raise crash from error
            crashes.append(crash)
            checks.append(Check(rule.code, SKIPPED, reason="crashed"))
            continue
        findings.extend(outcome for outcome in outcomes if isinstance(outcome, Finding))
        checks.append(Check(rule.code, RAN, compared=len(outcomes)))
    findings = drop_repeats(article, drop_echoes(drop_duplicates(findings), chosen))
    kept, silenced = drop_silenced(sort(findings), article.silences, chosen)
    return Checked(kept, checks, crashes, silenced)


def _lacks(article: Article, rule: Rule, unread: str) -> str:
    """Why a rule cannot run on an article; empty when it can."""
    if rule.needs_published and article.meta.published is None:
        return "no publication date"
    if rule.needs_previous and article.previous is None:
        return NO_PREVIOUS
    return unread if rule.needs_grammar and not article.mentioned(GrammarRead) else ""


def drop_duplicates(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once, where a rule came to the same one on two ways."""
    return list({(finding.code, finding.span, finding.message): finding for finding in findings}.values())


def drop_echoes(findings: list[Finding], rules: Iterable[Rule]) -> list[Finding]:
    """The findings without those of the grammar server where a rule of ours, which says why, has the same place."""
    echoing = {rule.code for rule in rules if rule.needs_grammar}
    ours = {finding.span for finding in findings if finding.code not in echoing}
    return [finding for finding in findings if finding.code not in echoing or finding.span not in ours]


def drop_repeats(article: Article, findings: list[Finding]) -> list[Finding]:
    """The findings without those in a title that the article begins with once more, where it has the same there."""
    spans = [block.span for block in article.blocks if block.kind is BlockKind.HEADLINE]
    titles = [one for one, other in pairwise(spans) if article[one].casefold() == article[other].casefold()]
    below = dict(pairwise(spans))
    found = {(finding.code, finding.message, finding.span) for finding in findings}

    def is_repeated(finding: Finding) -> bool:
        for title in titles:
            if finding.span in title:
                moved = below[title].start - title.start
                there = Span(finding.span.start + moved, finding.span.end + moved)
                return (finding.code, finding.message, there) in found
        return False

    return [finding for finding in findings if not is_repeated(finding)]


def set_severity(findings: Iterable[Finding], severities: Mapping[str, Severity]) -> list[Finding]:
    """The findings with the severities that the configuration gives, by code."""
    return [
        replace(finding, severity=severities[finding.code]) if finding.code in severities else finding
        for finding in findings
    ]


def sort(findings: Iterable[Finding]) -> list[Finding]:
    """The findings by place, then by code."""
    return sorted(findings, key=lambda finding: (finding.span, finding.code))


def read(entry: Input, config: Config) -> Article:
    """The annotated article of an input; raises InputError when it cannot be read or parsed."""
    source = entry.text if entry.text is not None else entry.read(config.max_size)
    if entry.text is not None and len(source) > config.max_size * 1_000_000:
        raise InputError(too_large(len(source), config.max_size))
    meta = entry.meta.over(entry.manifest).known_or(config.published)
    article = annotate(parse(source, entry.name, entry.form, meta))
    return replace(article, previous=_earlier(entry, config)) if entry.previous else article


def _earlier(entry: Input, config: Config) -> Article:
    """The annotated article of an input's earlier version; raises InputError that names it when it cannot be parsed."""
    previous = entry.previous
    assert previous is not None
    try:
        if len(previous.raw) > config.max_size * 1_000_000:
            raise InputError(too_large(len(previous.raw), config.max_size))
        meta = previous.meta.over(entry.manifest).known_or(config.published)
        return annotate(parse(previous.raw, previous.name, previous.form, meta))
    except InputError as error:
        raise InputError(f"the earlier version, {previous.name}: {error}", error.line) from None


def check_input(entry: Input, config: Config) -> Result:
    """Read, parse, annotate and check one input; a failure becomes the result's problem."""

    def work() -> Result:
        chosen = config.chosen_for(entry.name)
        article, unread, problem = _proofread(read(entry, config), config, chosen.rules)
        checked = check(article, chosen.rules, chosen.options, strict=False, unread=unread)
        findings, silenced = (set_severity(found, chosen.severities) for found in (checked.findings, checked.silenced))
        if checked.crashes:
            problem = Problem("crash", "; ".join(map(str, checked.crashes)))
        return Result(
            entry.name,
            article,
            findings,
            checked.checks,
            _readability(article),
            problem,
            silenced,
            words=sum(text[0].isalnum() for text in article.tokens.texts),
            target=_target(chosen),
        )

    return _guarded(entry, work)


def _target(chosen: Chosen) -> float | None:
    """The highest reading grade that the rules of an article let pass."""
    for rule in chosen.rules:
        if rule.code == _JUDGES_READING:
            options = chosen.options.get(rule.code) or rule.options()
            return float(options.highest)
    return None


def _proofread(article: Article, config: Config, rules: Iterable[Rule]) -> tuple[Article, str, Problem | None]:
    """The article as the grammar server has read it, why it has not, and the problem where it had to."""
    if config.access is None or not any(rule.needs_grammar for rule in rules):
        return article, NOT_ASKED, None
    from checker.grammar import proofread

    try:
        return proofread(article, config.grammar, config.access), "grammar: nothing to read", None
    except NotRun as error:
        unread = f"{NOT_RUN}: {error}"
        return article, unread, Problem(error.kind, unread) if config.access.required else None


def read_input(entry: Input, config: Config) -> Result:
    """Read, parse and annotate one input without checking it: what the ledger needs."""
    return _guarded(entry, lambda: Result(entry.name, read(entry, config), [], []))


def _readability(article: Article) -> Readability:
    from checker.readability import measure

    return measure(article)


def _guarded(entry: Input, work: Callable[[], Result]) -> Result:
    """What `work` returns, or a result whose problem says why it could not be done."""
    try:
        if entry.problem is not None:
            raise entry.problem
        return work()
    except CheckerError as error:
        return Result(entry.name, None, [], [], problem=Problem(error.kind, str(error)))
    except RecursionError:
        return Result(entry.name, None, [], [], problem=Problem("input", "it is nested too deeply to be read"))
    except Exception as error:  # a bug of ours must not cost the user the other articles
        message = f"crashed: {type(error).__name__}: {error}; please report this with the article"
        return Result(entry.name, None, [], [], problem=Problem("crash", message))
