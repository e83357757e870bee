"""The configuration: found, read, checked, and applied to a path."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from checker.catalog import catalog, check_selectors, find, load_rule, nearest, titles, wanted
from checker.errors import ConfigError, InputError
from checker.finding import Severity
from checker.grammar_settings import Access, Grammar
from checker.grammar_settings import read as grammar_table
from checker.parsers.metadata import read_date
from checker.rule import Rule, Title

OWN_FILE, SHARED_FILE = ".checker.toml", "pyproject.toml"
NEVER = "never"


@dataclass(frozen=True, slots=True)
class Override:
    """Other settings for the paths that match one of some glob patterns."""

    paths: tuple[str, ...]
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to run on one article."""

    rules: tuple[Rule, ...]
    options: Mapping[str, Any]
    """By code."""
    severities: Mapping[str, Severity]
    """By code, for the rules whose severity is not their own."""


@dataclass(frozen=True)
class Config:
    """All settings; the defaults are those of a run without any configuration."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    """By the rule's code."""
    fail_on: Severity | None = Severity.ERROR
    """The least severity that makes a run fail; None for never."""
    exclude: tuple[str, ...] = ()
    published: date | None = None
    baseline: str = ""
    """The file of findings that are known and not to be reported; empty for none."""
    manifest: str = ""
    """The file of what is known of articles that do not say it; empty for none."""
    cache_dir: str = ""
    """Where results are kept; empty for the user's own cache folder."""
    max_size: float = 10.0
    """The largest article that is read, in megabytes."""
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Options by the rule's code."""
    grammar: Grammar = field(default_factory=Grammar)
    access: Access | None = None
    """Where the grammar server of this run is; None when grammar was not asked for."""
    overrides: tuple[Override, ...] = ()
    file: str = ""
    """Where it was read from."""
    _chosen: dict[tuple[int, ...], Chosen] = field(default_factory=dict, init=False, compare=False, repr=False)

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_chosen": {}}  # rules are found anew wherever the configuration is sent

    def chosen_for(self, path: str) -> Chosen:
        """The rules, options and severities for an article."""
        matching = tuple(at for at, override in enumerate(self.overrides) if matches(path, override.paths))
        if matching not in self._chosen:
            self._chosen[matching] = _choose(self, [self.overrides[at] for at in matching])
        return self._chosen[matching]

    def merged(self, settings: Mapping[str, Any]) -> Config:
        """This configuration with some settings replaced."""
        return replace(self, **settings)


def load(path: Path) -> Config:
    """The configuration in a file; raises ConfigError, naming file and place, for anything wrong with it."""
    table = _read(path)
    return _parse(table, str(path)) if table is not None else Config(file=str(path))


@cache
def discover(folder: Path) -> Config:
    """The configuration nearest to `folder`: in it or in a folder above it."""
    for place in (folder, *folder.parents):
        for name in (OWN_FILE, SHARED_FILE):
            path = place / name
            if path.is_file() and (table := _read(path)) is not None:
                return _parse(table, str(path))
    return Config()


def _read(path: Path) -> dict[str, Any] | None:
    """The table of settings in a file; None for a pyproject.toml that has none."""
    import tomllib  # most runs have no configuration

    try:
        document = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from None
    if path.name != SHARED_FILE:
        return document
    tool = document.get("tool")
    table = tool.get("checker") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def _parse(table: Mapping[str, Any], where: str) -> Config:
    settings: dict[str, Any] = {"file": where}
    for key, value in table.items():
        reader = _READERS.get(key)
        if reader is None:
            raise ConfigError(f"{where}: no setting is called {key!r}{nearest(key, _READERS)}")
        settings[key.replace("-", "_")] = reader(value, f"{where}: {key}")
    return Config(**settings)


def _override(value: Any, where: str) -> Override:
    if not isinstance(value, dict):
        raise ConfigError(f"{where}: write each one as a table [[tool.checker.overrides]]")
    settings: dict[str, Any] = {}
    for key, inner in value.items():
        if key not in _OVERRIDE_READERS:
            raise ConfigError(f"{where}: no setting is called {key!r}{nearest(key, _OVERRIDE_READERS)}")
        settings[key] = _OVERRIDE_READERS[key](inner, f"{where}.{key}")
    if not settings.get("paths"):
        raise ConfigError(f'{where}: say for which paths, as in paths = ["opinion/**"]')
    return Override(**settings)


def _overrides(value: Any, where: str) -> tuple[Override, ...]:
    if not isinstance(value, list):
        raise ConfigError(f"{where}: write each one as a table [[tool.checker.overrides]]")
    return tuple(_override(item, f"{where}[{number}]") for number, item in enumerate(value))


def _texts(value: Any, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigError(f"{where}: {value!r} is not a list of strings")
    return tuple(value)


def _selectors(value: Any, where: str) -> tuple[str, ...]:
    return selectors(_texts(value, where), where)


def selectors(given: tuple[str, ...], where: str) -> tuple[str, ...]:
    """Codes, prefixes of codes and names of rules as written by a user; raises ConfigError for one that names none."""
    folded = tuple(item if item.islower() and "-" in item else item.upper() for item in given)
    rules = titles().values()
    names = {rule.name.upper(): rule.name for rule in rules}
    folded = tuple(names.get(item, item) for item in folded)
    check_selectors(folded, rules, where)
    return folded


def severity_of(word: Any, where: str) -> Severity:
    """The severity with this name; raises ConfigError when there is none."""
    if word not in list(Severity):
        raise ConfigError(f"{where}: {word!r} is not a level; it is one of {', '.join(Severity)}")
    return Severity(word)


def _severities(value: Any, where: str) -> dict[str, Severity]:
    if not isinstance(value, dict):
        raise ConfigError(f'{where}: write it as a table: {{ sum-mismatch = "warning" }}')
    return {_known(name, where).code: severity_of(level, f"{where}.{name}") for name, level in value.items()}


def _known(name: str, where: str) -> Title:
    try:
        return find(name, titles().values())
    except ConfigError as error:
        raise ConfigError(f"{where}: {error}") from None


def fail_level(value: Any, where: str) -> Severity | None:
    """The severity to fail on with this name, None for `never`; raises ConfigError for any other word."""
    if value == NEVER:
        return None
    if value not in list(Severity):
        raise ConfigError(f"{where}: {value!r} is not a level; it is one of {', '.join([*Severity, NEVER])}")
    return Severity(value)


def _date(value: Any, where: str) -> date:
    try:
        return read_date(value, "published")
    except InputError as error:
        raise ConfigError(f"{where.rpartition(':')[0]}: {error}") from None


def _file(value: Any, where: str) -> str:
    """A file named from the folder of the configuration."""
    if not isinstance(value, str) or not value:
        raise ConfigError(f"{where}: {value!r} is not the name of a file")
    return str(Path(where.rpartition(": ")[0]).parent / value)


def _size(value: Any, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
        raise ConfigError(f"{where}: {value!r} is not a number of megabytes")
    return float(value)


def _rule_tables(value: Any, where: str) -> dict[str, dict[str, Any]]:
    if not isinstance(value, dict):
        raise ConfigError(f"{where}: write each one as a table [tool.checker.rules.sum-mismatch]")
    tables: dict[str, dict[str, Any]] = {}
    for name, table in value.items():
        rule = load_rule(_known(name, where))
        if not isinstance(table, dict):
            raise ConfigError(f"{where}.{name}: {table!r} is not a table of options")
        tables[rule.code] = {
            key.replace("-", "_"): _option(rule, key, item, f"{where}.{name}") for key, item in table.items()
        }
    return tables


def _option(rule: Rule, key: str, value: Any, where: str) -> Any:
    """The value of one of a rule's options, checked against the type of its field."""
    known = {option.name.replace("_", "-"): option.name for option in fields(rule.options)}
    name = known.get(key.replace("_", "-"))
    if name is None:
        raise ConfigError(f"{where}: {rule.name} has no option {key!r}{nearest(key, known)}")
    expected = get_type_hints(rule.options)[name]
    if expected is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if get_origin(expected) is Literal:
        if value in get_args(expected):
            return value
        raise ConfigError(f"{where}.{key}: {value!r} is not one of {', '.join(get_args(expected))}")
    if isinstance(value, list) and getattr(expected, "__origin__", None) is tuple:
        value = tuple(value)
        if all(isinstance(item, get_args(expected)[0]) for item in value):
            return value
    elif isinstance(expected, type) and isinstance(value, expected) and isinstance(value, bool) == (expected is bool):
        return value
    kind = getattr(expected, "__name__", str(expected))
    raise ConfigError(f"{where}.{key}: {value!r} is not of type {kind}")


_READERS = {
    "select": _selectors,
    "ignore": _selectors,
    "severity": _severities,
    "fail-on": fail_level,
    "exclude": _texts,
    "published": _date,
    "baseline": _file,
    "manifest": _file,
    "cache-dir": _file,
    "max-size": _size,
    "rules": _rule_tables,
    "grammar": grammar_table,
    "overrides": _overrides,
}
_OVERRIDE_READERS = {
    "paths": _texts,
    "select": _selectors,
    "ignore": _selectors,
    "severity": _severities,
    "rules": _rule_tables,
}


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Whether one of the glob patterns matches a path, or the end of it from a folder on."""
    return any(fnmatch(path, pattern) or fnmatch(path, f"*/{pattern}") for pattern in patterns)


def _choose(config: Config, overrides: list[Override]) -> Chosen:
    select, ignore = config.select, config.ignore
    severity, tables = dict(config.severity), {code: dict(table) for code, table in config.rules.items()}
    for override in overrides:
        select = override.select or select
        ignore += override.ignore
        severity |= override.severity
        for code, table in override.rules.items():
            tables[code] = {**tables.get(code, {}), **table}
    rules = tuple(rule for rule in catalog() if wanted(rule, severity.get(rule.code, rule.severity), select, ignore))
    options = {rule.code: rule.options(**tables[rule.code]) for rule in rules if rule.code in tables}
    return Chosen(rules, options, severity)
