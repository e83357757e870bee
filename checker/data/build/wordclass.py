"""Make `wordclass.txt`: what a word mostly is, for the words whose ending does not tell.

textblob, of the extra `data`, ships the lexicon of Eric Brill's tagger; its licence stands in NOTICE.md.
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

from checker.annotate.wordclass import FILE, guess

# The classes that reading a noun phrase needs, and the Penn Treebank tags that go into each.
CLASSES = {
    "N": {"NN", "NNP"},
    "S": {"NNS", "NNPS"},
    "J": {"JJ", "JJR", "JJS"},
    "E": {"VBN"},
    "G": {"VBG"},
    "D": {"VBD"},
    "V": {"VB", "VBP", "VBZ", "MD"},
    "R": {"RB", "RBR", "RBS"},
    "F": {"IN", "PRP", "DT", "PRP$", "WRB", "CC", "WP", "WDT", "TO", "EX", "WP$", "UH", "CD"},
}
_WORD = re.compile(r"[a-z]{2,}")


def lexicon() -> Path:
    """The file inside the installed textblob, found without importing it."""
    spec = find_spec("textblob")
    if spec is None or spec.origin is None:
        raise SystemExit("textblob is not installed: pip install 'checker[data]'")
    return Path(spec.origin).parent / "en" / "en-lexicon.txt"


def classes(path: Path) -> dict[str, str]:
    """The class of every plain lower-case word in Brill's lexicon."""
    of_tag = {tag: letter for letter, tags in CLASSES.items() for tag in tags}
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, tag = line.partition(" ")
        if not line.startswith(";;;") and _WORD.fullmatch(word) and tag in of_tag:
            found[word] = of_tag[tag]
    return found


def build(folder: Path) -> None:
    """Write the exceptions to `guess`, a line a class."""
    exceptions: dict[str, list[str]] = {letter: [] for letter in CLASSES}
    for word, letter in sorted(classes(lexicon()).items()):
        if guess(word) != letter:
            exceptions[letter].append(word)
    lines = (f"{letter} {' '.join(words)}\n" for letter, words in exceptions.items())
    (folder / FILE).write_text("".join(lines), encoding="utf-8")
