"""Write `words.txt`: the words of English, how frequent each is in ten steps, and which are names or may be."""

from __future__ import annotations

from pathlib import Path

import names
import textblob
import wordfreq

from checker.data import read

LEAST = 2.4  # Zipf: a word in four million; below it stand mostly misspellings
SURNAMES = 20_000
ENDINGS = tuple(
    "s es ed ing ings ly er ers est ness able less ful ism ist ists ish ize ized ise ised ies ied ization".split()
)
SPELLINGS = (
    ("our", "or"),
    ("is", "iz"),
    ("ys", "yz"),
    ("ence", "ense"),
    ("mme", "m"),
    ("tre", "ter"),
    ("gue", "g"),
    ("ll", "l"),
)
BEGINNINGS = tuple("un re non over under out pre anti super micro inter multi mis dis".split())
STEP = 0.3  # what the reader adds up again: a step of 0 is 2.4, of 9 is 5.1 and above


def build(folder: Path) -> None:
    """Write one word a line, its step behind it, sorted without regard to case.

    A word stands in lower case, a name has a capital; what may be either, as no lexicon has it, is all capitals.
    """
    tagged, known = lexicon(), census() | given(folder)
    lines = []
    for word in wordfreq.iter_wordlist("en"):
        value = wordfreq.zipf_frequency(word, "en")
        if value < LEAST:
            break
        if word.isascii() and word.isalpha() and len(word) > 1:
            step = min(9, int((value - LEAST) / STEP + 1e-9))
            lines.append(f"{as_written(word, tagged, known)}{step}")
    (folder / "words.txt").write_text("\n".join(sorted(lines, key=str.lower)) + "\n", encoding="ascii")


def as_written(word: str, tagged: set[str], known: set[str]) -> str:
    """The word as the lexicon has it, else as a name if the census has it, else by its ending."""
    if word in tagged:
        return word
    if word.capitalize() in tagged or word.upper() in tagged or word in known:
        return word.capitalize()
    return word if is_derived(word, tagged) else word.upper()


def is_derived(word: str, tagged: set[str]) -> bool:
    """Whether a word is one of the lexicon's with an ending or a beginning added."""
    stems = [word[: -len(ending)] for ending in ENDINGS if word.endswith(ending) and len(word) > len(ending) + 2]
    stems += [stem + "e" for stem in stems] + [stem + "y" for stem in stems]
    stems += [stem[:-1] for stem in stems if stem[-1:] == stem[-2:-1]]  # panell-ing
    stems += [word[len(start) :] for start in BEGINNINGS if word.startswith(start)]
    stems += [word.replace(british, american) for british, american in SPELLINGS if british in word]
    return any(stem in tagged for stem in stems)


def lexicon() -> set[str]:
    """The words of Brill's lexicon as they are written there; without what it has both as “chicago” and “Chicago”."""
    path = Path(textblob.__file__).parent / "en" / "en-lexicon.txt"
    lines = [line.split() for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(";;;")]
    tags = {line[0]: line[1] for line in lines if line}
    names = {word for word, tag in tags.items() if word.islower() and tag.startswith("NNP")}
    return {word for word in tags if word not in names or word.capitalize() not in tags}


def census() -> set[str]:
    """The first names of the census and its more frequent surnames; the rare ones are ordinary words as often."""
    source = Path(names.__file__).parent
    last = column(source / "dist.all.last")[:SURNAMES]
    return {*column(source / "dist.male.first"), *column(source / "dist.female.first"), *last}


def column(path: Path) -> list[str]:
    """The names of one of the census's tables, in lower case, the most frequent first."""
    return [line.split()[0].lower() for line in path.read_text(encoding="ascii").splitlines() if line.strip()]


def given(folder: Path) -> set[str]:
    """The first names that were gathered by hand, and the places of one word."""
    names_file = read("given_names.txt").splitlines()
    places = (folder / "places.txt").read_text(encoding="utf-8").split("\n")
    return {word for line in names_file if not line.startswith("#") for word in line.split()} | set(places)
