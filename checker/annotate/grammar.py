"""What a grammar server says of the text: its matches, and which stretches it has read."""

from __future__ import annotations

from dataclasses import dataclass

from checker.article import Mention


@dataclass(frozen=True, slots=True)
class GrammarRead(Mention):
    """A block that the server has read; without one, its silence means nothing."""

    language: str = ""
    """As which language: `en-GB`, `en-US`, or `en` where nothing tells."""


@dataclass(frozen=True, slots=True)
class GrammarMatch(Mention):
    """One thing that the server found, in its own words; which of them an editor hears of is for a rule to say."""

    rule: str = ""
    """The server's name for its rule: `HE_VERB_AGR`."""
    category: str = ""
    """And for the rule's kind: `GRAMMAR`, `TYPOS`."""
    message: str = ""
    suggestions: tuple[str, ...] = ()
    """What could stand there instead, the likeliest first."""
