"""`checker init`: a configuration to start from, with every setting at its default."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click

from checker.config import OWN_FILE, SHARED_FILE
from checker.errors import ConfigError

# A line that opens with # and no space is a setting that has no default, or an example: take the # away.
TEMPLATE = """\
# How checker reads the articles of this folder and of those below it; the file nearest to an article counts.
# These are the defaults, so every line may go. `checker rules` lists the rules, `checker explain F201` tells of one.

# Rules to run: codes (F201), prefixes (F2, D), names (figure-conflict) or "ALL"; empty for every one but the notes.
select = []
# Rules not to run; the closer name wins over select.
ignore = []
# The least level that makes a run fail: "error", "warning", "note" or "never".
fail-on = "error"
# Files of folders that are left out, such as "drafts/**".
exclude = []
# Megabytes that an article may have.
max-size = 10
# Publication date of articles that state none; rules that need one are skipped without it.
#published = 2025-05-23
# File of known findings, which are not reported; `checker baseline` writes it.
#baseline = ".checker-baseline.json"
# File of titles, dates and authors by path (.json, .jsonl, .csv), for articles that do not say them.
#manifest = "manifest.csv"
# Folder where the results of unchanged files are kept; the user's cache folder when it is absent.
#cache-dir = ".checker-cache"

# Levels of rules: "error", "warning" or "note".
[severity]
#figure-conflict = "error"

# Options of rules, a table a rule; `checker explain grade-too-high` names those of one.
[rules]
#[rules.grade-too-high]
#audience = "general"

# How `--grammar` reaches LanguageTool and what it asks of it.
[grammar]
# Address of a server, such as "http://localhost:8081"; empty to start one for the run.
server = ""
# Folder of the LanguageTool to start; empty for the one that `checker grammar status` names.
jars = ""
# "auto" goes by the article's own spelling; or "en-US", "en-GB", "en-AU", "en-CA", "en-NZ", "en-ZA".
language = "auto"
# Seconds that the server has for one article.
timeout = 30
# Whether it looks for misspelt words too; names are the price.
spelling = false
# Whether it applies its stricter rules too.
picky = false

# Other settings for some paths, as often as you like: any of select, ignore, severity and rules.
#[[overrides]]
#paths = ["opinion/**"]
#ignore = ["unattributed-quote"]
"""
_TABLE = re.compile(r"^(#?\[+)", re.M)
_HEADER = re.compile(r"^\s*\[\[?\s*([^\]]*?)\s*\]")
_OURS = re.compile(r"tool\s*\.\s*checker(?![\w-])")


@click.command()
@click.option("--pyproject", "shared", is_flag=True, help="Write the table [tool.checker] into pyproject.toml instead.")
@click.option("--force", is_flag=True, help="Replace the configuration that is there.")
def init(shared: bool, force: bool) -> None:
    """Write a configuration to start from: .checker.toml in this folder, every setting explained.

    Its values are the defaults, so that it changes nothing until you do.
    Exit codes: 0 written, 2 nothing was written, since there is a configuration already or no pyproject.toml.
    """
    if shared:
        _write_table(Path(SHARED_FILE), force)
    else:
        _write_file(Path(OWN_FILE), force)


def as_table(template: str = TEMPLATE) -> str:
    """The configuration as the table [tool.checker] of a pyproject.toml."""
    return "[tool.checker]\n" + _TABLE.sub(r"\1tool.checker.", template)


def without_table(text: str) -> str:
    """The text of a pyproject.toml without the table [tool.checker] and those in it."""
    kept: list[str] = []
    ours: list[str] = []
    inside = False
    for line in text.splitlines(keepends=True):
        if header := _HEADER.match(line):
            inside = _OURS.match(header[1]) is not None
            if not inside:
                kept += _comment_above(ours)
                ours = []
        (ours if inside else kept).append(line)
    return "".join(kept)


def _comment_above(lines: list[str]) -> list[str]:
    """The comment at the end of some lines, which belongs to the table that follows them."""
    at = len(lines)
    while at and lines[at - 1].lstrip().startswith("#"):
        at -= 1
    return lines[at:]


def _write_file(path: Path, force: bool) -> None:
    replaced = path.exists()
    if replaced and not force:
        raise ConfigError(f"{path} is there already; --force replaces it")
    _write(path, TEMPLATE)
    click.echo(f"{'replaced' if replaced else 'wrote'} {path}: every setting, at its default")
    _tell_above()


def _tell_above() -> None:
    """Say which configuration counted for this folder until now, if one did."""
    from checker.config import discover

    try:
        above = discover(Path.cwd().parent).file
    except ConfigError:  # whatever is wrong with it, it no longer matters here
        return
    if above:
        click.echo(f"{above} no longer counts in this folder")


def _write_table(path: Path, force: bool) -> None:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError:
        raise ConfigError(f"there is no {path} here; without --pyproject, {OWN_FILE} is written") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from None
    document = _parsed(path, text)
    tool = document.get("tool", {})
    replaced = "checker" in tool
    if replaced and not force:
        raise ConfigError(f"{path} has a table [tool.checker] already; --force replaces it")
    if replaced:
        text = without_table(text)
        del tool["checker"]
    _refuse_other_changes(path, text, document)
    ending = "\r\n" if "\r\n" in text else "\n"
    _write(path, "\n\n".join(part for part in ("\n".join(text.rstrip().splitlines()), as_table()) if part), ending)
    click.echo(f"{'replaced' if replaced else 'added'} [tool.checker] in {path}: every setting, at its default")
    if Path(OWN_FILE).exists():
        click.echo(f"{OWN_FILE} is there too and wins over it")
    else:
        _tell_above()


def _refuse_other_changes(path: Path, text: str, expected: dict[str, Any]) -> None:
    """Raise ConfigError when `text` is anything but what the file says without our table."""
    import tomllib

    try:
        left = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        left = {"": "broken"}
    for document in (left, expected):
        if document.get("tool") == {}:  # whose only table was ours
            del document["tool"]
    if left != expected:
        raise ConfigError(f"{path}: [tool.checker] cannot be told from the rest of the file; take it out by hand")


def _parsed(path: Path, text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from None


def _write(path: Path, text: str, ending: str = "\n") -> None:
    try:
        path.write_text(text, encoding="utf-8", newline=ending)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be written: {error.strerror}") from None
