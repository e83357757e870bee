"""The commands that print what there is to look up: rules, explain, schema."""

from __future__ import annotations

import sys

import click


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="[default: text]")
def rules(form: str) -> None:
    """List the rules: code, level, name and the fault each one finds."""
    from checker.catalog import catalog

    if form == "json":
        import json

        rows = [
            {
                "code": rule.code,
                "name": rule.name,
                "family": rule.family,
                "severity": rule.severity,
                "summary": rule.summary,
            }
            for rule in catalog()
        ]
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    width = max(len(rule.name) for rule in catalog())
    for rule in catalog():
        click.echo(f"{rule.code}  {rule.severity:<7}  {rule.name:<{width}}  {rule.summary}")


@click.command()
@click.argument("rule", metavar="CODE|NAME")
def explain(rule: str) -> None:
    """Print a rule's page: the fault, why it matters, examples, options and limits."""
    from checker.catalog import catalog, find

    click.echo(find(rule, catalog()).explained())


@click.command()
@click.argument("name", metavar="NAME")
@click.option("--validate", metavar="FILE", help="Check a JSON or TOML file against the schema instead of printing it.")
def schema(name: str, validate: str | None) -> None:
    """Print a JSON Schema: report, facts, config, baseline or manifest.

    With --validate: exit code 0 when the file is valid, 1 when it is not.
    """
    from checker.schemas import NAMES, faults, read_document
    from checker.schemas import schema as load

    if name not in NAMES:
        raise click.BadParameter(f"{name!r}; it is one of {', '.join(NAMES)}", param_hint="NAME")
    if validate is None:
        import json

        click.echo(json.dumps(load(name), indent=2, ensure_ascii=False))
        return
    found = faults(read_document(validate), name)
    for fault in found:
        click.echo(f"{validate}: {fault}", err=True)
    sys.exit(1 if found else 0)
