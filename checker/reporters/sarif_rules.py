"""The tool as SARIF describes it: its rules, and the notices it may give about a run."""

from __future__ import annotations

from typing import Any

from checker.catalog import catalog
from checker.finding import Confidence, Severity
from checker.rule import Rule
from checker.version import VERSION

Json = dict[str, Any]

NOT_RUN, TRUNCATED = "rule-not-run", "findings-left-out"
_NOTICES = {
    "input": ("An input could not be read.", "Mend the file as the message says, or leave it out with `exclude`."),
    "no-match": ("A path holds no article.", "Name a folder, file or pattern that has some."),
    "crash": ("A rule or the reading of an article crashed.", "Report it with the article; the other rules still ran."),
    "not-run": ("A required part of the check could not be done.", "Do as the message says, or do not require it."),
    "not-fixed": ("A file could not be written.", "Do as the message says, or use --diff to see the fixes."),
    NOT_RUN: ("A rule could not run on an article.", "Give it what the message says is missing, such as `published`."),
    TRUNCATED: ("There were more findings than a run may report.", "Check fewer files at a time, or `--select` rules."),
}
_LONGEST = 1024  # characters of a description that GitHub takes
_PRECISION = {Confidence.HIGH: "high", Confidence.MEDIUM: "medium", Confidence.LOW: "low"}
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}


def driver() -> Json:
    """The tool component: name, version, every rule with its page, every notice."""
    return {
        "name": "checker",
        "version": VERSION,
        "semanticVersion": VERSION,
        "shortDescription": {"text": "A linter that reads a news article the way a copy desk does."},
        "rules": [*map(_rule, catalog())],
        "notifications": [*map(_notice, _NOTICES)],
    }


def is_notice(kind: str) -> bool:
    """Whether the driver describes a notice of this kind."""
    return kind in _NOTICES


def _notice(kind: str) -> Json:
    text, remedy = _NOTICES[kind]
    return {
        "id": kind,
        "shortDescription": {"text": text},
        "fullDescription": {"text": text},
        "help": {"text": remedy, "markdown": remedy},
    }


def _rule(rule: Rule) -> Json:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": _reason(rule)},
        "help": {"text": _told(rule), "markdown": rule.page},
        "defaultConfiguration": {"level": str(rule.severity), "enabled": rule.severity is not Severity.NOTE},
        "properties": {
            "tags": sorted({rule.family, rule.name}),
            "precision": _PRECISION[rule.confidence],
            "problem.severity": _PROBLEM[rule.severity],
        },
    }


def _reason(rule: Rule) -> str:
    """The fault and why it matters: the page up to its first heading, on one line."""
    return " ".join(rule.page.partition("\n## ")[0].split())[:_LONGEST]


def _told(rule: Rule) -> str:
    """The same and the rule's limits, for those who cannot show Markdown."""
    limits = rule.page.partition("\n## Limits\n")[2]
    return "\n\n".join(part for part in (_reason(rule), " ".join(limits.split())) if part)
