"""All rules, found by walking `checker.rules`, and which of them are wanted."""

from __future__ import annotations

import pkgutil
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Protocol, TypeVar

import checker.rules
from checker.errors import ConfigError
from checker.finding import Severity
from checker.rule import Rule, Title, title_of

ALL = "ALL"


class Titled(Protocol):
    """A rule, or only its title."""

    @property
    def code(self) -> str:
        """A letter and three digits."""

    @property
    def name(self) -> str:
        """Words with hyphens."""


T = TypeVar("T", bound=Titled)


@cache
def titles() -> dict[str, Title]:
    """The title of every rule by its code, read from the names of the files: no rule is imported."""
    found = [title_of(module) for module in _names(checker.rules)]
    return {title.code: title for title in sorted(found)}


def load_rule(title: Title) -> Rule:
    """The rule with this title."""
    rule: Rule = import_module(title.module).rule
    return rule


@cache
def catalog() -> tuple[Rule, ...]:
    """Every rule of `checker.rules`, by code."""
    return collect(checker.rules)


def collect(package: ModuleType) -> tuple[Rule, ...]:
    """Every rule in a package, by code; raises ConfigError when two rules share a code or a name."""
    rules: dict[str, Rule] = {}
    for module in _modules(package):
        rule = getattr(module, "rule", None)
        if not isinstance(rule, Rule):
            raise ConfigError(f"{module.__name__} defines no rule; a rule's file has a line `rule = Rule(__name__, …)`")
        for identity in (rule.code, rule.name):
            if identity in rules:
                raise ConfigError(f"{rule.module} and {rules[identity].module} are both {identity}; give one another")
            rules[identity] = rule
    return tuple(sorted(set(rules.values()), key=lambda rule: rule.code))


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    return map(import_module, _names(package))


def _names(package: ModuleType) -> Iterator[str]:
    """The modules of all families; one whose name opens with an underscore is no rule."""
    for family in pkgutil.iter_modules(package.__path__):
        for found in pkgutil.iter_modules([f"{path}/{family.name}" for path in package.__path__]):
            if not found.name.startswith("_"):
                yield f"{package.__name__}.{family.name}.{found.name}"


def find(wanted: str, rules: Iterable[T]) -> T:
    """The rule with this code or name; raises ConfigError with the nearest one when there is none."""
    rules = list(rules)
    for rule in rules:
        if wanted.upper() == rule.code or wanted.lower() == rule.name:
            return rule
    known = [identity for rule in rules for identity in (rule.name, rule.code)]
    raise ConfigError(f"no rule is called {wanted!r}{nearest(wanted, known)}; `checker rules` lists them")


def nearest(word: str, known: Iterable[str]) -> str:
    """“; did you mean …?” with the known word most like `word`, or nothing when none is near."""
    from difflib import get_close_matches  # only for those who mistype

    spellings = {candidate.lower(): candidate for candidate in known}
    close = get_close_matches(word.lower(), spellings, n=1, cutoff=0.6)
    return f"; did you mean {spellings[close[0]]!r}?" if close else ""


def reach(code: str, name: str, selectors: Iterable[str]) -> int:
    """How closely `selectors` name a rule: 0 not at all, more for a longer prefix, most for the full name."""
    closest = 0
    for selector in selectors:
        if selector == ALL:
            closest = max(closest, 1)
        elif selector in (code, name):
            closest = max(closest, 100)
        elif code.startswith(selector):
            closest = max(closest, 1 + len(selector))
    return closest


def wanted(rule: Rule, severity: Severity, select: Sequence[str], ignore: Sequence[str]) -> bool:
    """Whether a rule is to run.

    It runs when `select` names it more closely than `ignore` does. With an empty `select` every rule does but
    those whose level is `note`, which must be selected (ALL selects them too).
    """
    chosen = select or [ALL]
    if severity is Severity.NOTE and not select:
        return False
    return reach(rule.code, rule.name, chosen) > reach(rule.code, rule.name, ignore)


def check_selectors(selectors: Iterable[str], rules: Collection[Titled], where: str) -> None:
    """Raise ConfigError, naming `where`, for a selector that names no rule."""
    for selector in selectors:
        if not any(reach(rule.code, rule.name, [selector]) for rule in rules):
            known = [ALL, *(identity for rule in rules for identity in (rule.name, rule.code))]
            raise ConfigError(f"{where}: no rule is called {selector!r}{nearest(selector, known)}")
