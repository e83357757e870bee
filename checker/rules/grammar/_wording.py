"""The server's messages as clauses of ours: its words, its rule and what it suggests."""

from __future__ import annotations

from checker.annotate.grammar import GrammarMatch

_SHOWN = 3  # suggestions


def clause(words: str, match: GrammarMatch) -> str:
    """What the server says of `words`, beginning with them and without a full stop at the end."""
    said = match.message.strip().rstrip(".")
    suggested = ", ".join(f"“{suggestion}”" for suggestion in match.suggestions[:_SHOWN] if suggestion.strip())
    perhaps = f"; suggested: {suggested}" if suggested else ""
    return f"“{words}”: {_lowered(said)}{perhaps} (LanguageTool {match.category}/{match.rule})"


def _lowered(said: str) -> str:
    """A sentence as it goes on after a colon: its first word in lower case, unless that is a name or “I”."""
    first = said.partition(" ")[0]
    return said[:1].lower() + said[1:] if first[1:].islower() else said
