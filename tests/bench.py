"""How fast checker is: `python tests/bench.py [FOLDER]`, by default on the fixture articles.

Prints, all measured in this one run, since machines differ and drift:
the time of one article from cold as a ratio to proselint's, in turn A B A B, and what readability adds to it;
the time of one unchanged article, and of 500, from the cache;
words per CPU second over a folder, reading and checking, in one process;
the share of each layer and the dearest rules.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from checker.annotate import ANNOTATORS
from checker.article import Article
from checker.config import Config
from checker.parsers import parse
from checker.readability import measure
from checker.source import decode
from checker.tokens import tokenise

ARTICLES = Path(__file__).parent.parent / "fixtures" / "articles"
RUNS = 9


# Installed packages have their byte code beside them; a checkout has it after the first run, unless this forbids it.
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def wall(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=ENVIRONMENT)
    return time.perf_counter() - start


def cold(article: Path) -> None:
    ours = [sys.executable, "-m", "checker", "check", "--no-cache", str(article)]
    theirs = [sys.executable, "-m", "proselint", "check", str(article)]
    python = [sys.executable, "-c", "import click"]
    rows = [(wall(ours), wall(theirs), wall(python)) for _ in range(RUNS + 1)][1:]
    ratio = statistics.median(a / b for a, b, _ in rows)
    for name, column in (("checker", 0), ("proselint", 1), ("python -c 'import click'", 2)):
        times = [row[column] for row in rows]
        print(f"  {name:<26} {min(times):.3f} s least, {statistics.median(times):.3f} s median of {RUNS}")
    print(f"  checker / proselint        {ratio:.2f} (median of pairs)")


WITHOUT_READABILITY = (
    "import checker.engine as engine; engine._readability = lambda article: None;from checker.cli import main; main()"
)


def readability(article: Path) -> None:
    check = ["check", "--no-cache", "--ignore", "R", str(article)]
    rows = [
        (
            wall([sys.executable, "-c", "from checker.cli import main; main()", *check]),
            wall([sys.executable, "-c", WITHOUT_READABILITY, *check]),
        )
        for _ in range(RUNS + 1)
    ][1:]
    added = statistics.median(a - b for a, b in rows)
    ratio = statistics.median(a / b for a, b in rows)
    print(f"  readability adds           {added:.3f} s, {ratio:.2f} times the run without it (median of pairs)")


def cached(article: Path, files: list[Path], number: int = 500) -> None:
    """One unchanged article beside `import click`, and `number` articles before and after they are in the cache."""
    with tempfile.TemporaryDirectory() as folder:
        own = ["-m", "checker", "check", "--cache-dir", f"{folder}/kept"]
        python = [sys.executable, "-c", "import click"]
        rows = [(wall([sys.executable, *own, str(article)]), wall(python)) for _ in range(RUNS + 1)][1:]
        ours, theirs = (statistics.median(column) for column in zip(*rows, strict=True))
        over = statistics.median(a - 1.3 * b for a, b in rows)
        print(f"  one unchanged article      {ours:.3f} s, {ours / theirs:.2f} × import click ({theirs:.3f} s);")
        print(f"                             {1000 * over:.0f} ms over 1.3 × it (aim: 60)")
        many = Path(folder, "many")
        many.mkdir()
        for at in range(number):
            text = files[at % len(files)].read_text(encoding="utf-8")
            (many / f"{at}.txt").write_text(f"{text}\n\nFiled as number {at}.\n", encoding="utf-8")
        first = wall([sys.executable, *own, str(many)])
        again = statistics.median(wall([sys.executable, *own, str(many)]) for _ in range(3))
        share = again / first
        print(f"  {number} articles               {first:.2f} s, unchanged {again:.2f} s: {share:.3f} of it (aim: 0.1)")


def layers(files: Iterable[Path]) -> None:
    spent: Counter[str] = Counter()
    words = 0

    def timed(layer: str, since: float) -> float:
        now = time.process_time()
        spent[layer] += now - since
        return now

    rules = Config().chosen_for("a.txt").rules
    for path in files:
        source = decode(path.read_bytes()).text
        words += len(source.split())
        clock = time.process_time()
        article: Article = parse(source, path.name)
        clock = timed("parse", clock)
        article = replace(article, tokens=tokenise(article.text))
        clock = timed("tokens", clock)
        for find in ANNOTATORS:
            article = article.with_mentions(tuple(find(article)))
            clock = timed(find.__module__.removeprefix("checker."), clock)
        measure(article)
        clock = timed("readability", clock)
        for rule in rules:
            if not (rule.needs_previous or (rule.needs_published and article.meta.published is None)):
                list(rule.run(article, rule.options()))
            clock = timed(rule.code, clock)
    total = sum(spent.values())
    print(f"  {words:,} words in {total:.2f} CPU s: {words / total:,.0f} words per CPU second")
    by_rule = {layer: seconds for layer, seconds in spent.items() if layer[1:].isdigit()}
    rows = {**{layer: s for layer, s in spent.items() if layer not in by_rule}, "rules": sum(by_rule.values())}
    for layer, seconds in sorted(rows.items(), key=lambda row: -row[1]):
        print(f"  {layer:<22} {seconds / total:6.1%}  {words / seconds if seconds else 0:>12,.0f} words/s")
    dearest = sorted(by_rule.items(), key=lambda row: -row[1])[:5]
    print("  dearest rules: " + ", ".join(f"{code} {seconds / total:.1%}" for code, seconds in dearest))


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    articles = sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".md"))
    print("one article from cold")
    cold(ARTICLES / "faulty" / "grain-corridor.txt")
    readability(ARTICLES / "faulty" / "grain-corridor.txt")
    print("from the cache")
    cached(ARTICLES / "faulty" / "grain-corridor.txt", articles)
    print(f"all layers over {len(articles)} articles of {folder}")
    layers(articles[:1])  # compile patterns and read data once, so that the second run measures the work alone
    print("  … and again, warm, over all of them")
    layers(articles)
