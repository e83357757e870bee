"""The JSON Schemas that the package ships, and checking a document against them."""

from __future__ import annotations

import json
import tomllib
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, Literal, cast, get_args, get_origin, get_type_hints

from checker.catalog import catalog
from checker.errors import ConfigError
from checker.rule import Rule

NAMES = ("report", "facts", "config", "baseline", "manifest")
_TYPES: dict[Any, str] = {bool: "boolean", int: "integer", float: "number", str: "string"}


def schema(name: str) -> dict[str, Any]:
    """A schema as JSON Schema 2020-12; that of the config with every rule's options."""
    document = _read(name)
    if name == "config":
        properties = document["$defs"]["rules"]["properties"] = {}
        for rule in catalog():
            if options := _options(rule):
                properties[rule.name] = options
    return document


def faults(document: Any, name: str) -> list[str]:
    """What is wrong with a document by a schema, a line a fault, each with its place."""
    from jsonschema import Draft202012Validator

    errors = Draft202012Validator(schema(name)).iter_errors(document)
    return [f"{error.json_path}: {error.message}" for error in errors]


def read_document(path: str) -> Any:
    """The content of a JSON or TOML file; raises ConfigError when it is none of these.

    A pyproject.toml stands for its [tool.checker] table.
    """
    file = Path(path)
    try:
        text = file.read_text(encoding="utf-8-sig")
        if file.suffix == ".toml":
            document = tomllib.loads(text)
            return document.get("tool", {}).get("checker", {}) if file.name == "pyproject.toml" else document
        return json.loads(text)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise ConfigError(f"{path}: neither JSON nor TOML: {error}") from None


def _read(name: str) -> dict[str, Any]:
    file = f"{name}.schema.json"
    for folder in (Path(__file__).parent / "schemas", Path(__file__).parent.parent / "schemas"):
        if (folder / file).is_file():
            return cast(dict[str, Any], json.loads((folder / file).read_text(encoding="utf-8")))
    raise ConfigError(f"the schema {file} is missing from this installation; install checker again")


def _schema_of(kind: Any) -> dict[str, Any]:
    """The schema of an option of this type."""
    if get_origin(kind) is Literal:
        return {"enum": list(get_args(kind))}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": {"type": _TYPES[get_args(kind)[0]]}}
    return {"type": _TYPES[kind]}


def _options(rule: Rule) -> dict[str, Any]:
    """The schema of a rule's options; empty when it has none."""
    hints = get_type_hints(rule.options)
    properties = {}
    for option in fields(rule.options):
        kind = hints[option.name]
        entry = _schema_of(kind)
        if option.default is not MISSING:
            entry["default"] = list(option.default) if isinstance(option.default, tuple) else option.default
        properties[option.name.replace("_", "-")] = entry
    if not properties:
        return {}
    return {"type": "object", "title": rule.summary, "additionalProperties": False, "properties": properties}
