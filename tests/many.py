"""A newsroom's day: as many articles as one likes, each with fifteen findings of several rules."""

from __future__ import annotations

from pathlib import Path

FINDINGS = 15
_TOWNS = "Upwell Denton Marsham Holme Garrick Thornby Selwick Ashby".split()


def article(number: int) -> str:
    """An article of about 250 words with five wrong weekdays, five doubled words and five sums that do not add up."""
    town = _TOWNS[number % len(_TOWNS)]
    paragraphs = [f"{town} council weighs plan {number} for the harbour"]
    for part in range(5):
        first, second = 40 + number % 30 + part, 20 + part
        paragraphs += [
            f"The council of {town} met on Tuesday, March {4 + 7 * (part % 3)}, 2026, to hear item {part + 1}.",
            f"A clerk read the the letter of resident {number * 5 + part}, who lives by the water.",
            f"Of the {first + second - 7} objections, {first} were upheld and {second} dismissed.",
        ]
    return "\n\n".join(paragraphs) + "\n"


def write_articles(folder: Path, count: int) -> None:
    """Write so many articles into a folder."""
    for number in range(count):
        (folder / f"{number:04}.txt").write_text(article(number), encoding="utf-8")
