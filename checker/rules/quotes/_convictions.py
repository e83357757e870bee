"""Who has been convicted or has admitted it, so that nothing need be alleged any more."""

from __future__ import annotations

from checker.annotate.names import Name, NameKind
from checker.annotate.names.words import Words
from checker.article import Span

_SETTLED = frozenset("convicted confessed confesses sentenced jailed imprisoned".split())
_PLEAS = frozenset("plead pleads pleaded pled pleading plea pleas found verdict verdicts".split())
_GUILT = frozenset("guilt charges murder manslaughter theft fraud assault".split())
_UNSETTLED = frozenset(
    "if not would could might may never unless should until overturned without before once appeal".split()
)
_NEAR = 4  # tokens in which “not” and “if” take it back


class Convictions:
    """The people of an article whose guilt it tells of as settled; everybody, where it does not say whose."""

    def __init__(self, words: Words, sentences: list[Span]) -> None:
        self._everybody = False
        self._people: set[int] = set()
        for sentence in sentences:
            inside = words.article.tokens.within(sentence.start, sentence.end)
            if any(_settles(words, at, inside) for at in inside):
                self._add(words, sentence)

    def settle(self, agents: frozenset[int]) -> bool:
        """Whether what these people did is settled."""
        return self._everybody or not self._people.isdisjoint(agents) or (bool(self._people) and not agents)

    def _add(self, words: Words, sentence: Span) -> None:
        names = words.article.mentioned(Name, sentence)
        people = {name.cluster for name in names if name.kind in (NameKind.PERSON, NameKind.ORGANISATION)}
        self._people |= people
        if not people:
            self._everybody = True


def _settles(words: Words, at: int, inside: range) -> bool:
    """Whether a word tells of a conviction, a sentence, a guilty plea."""
    lower = words.lower
    if lower[at] in ("admits", "admitted"):
        return lower[at + 1 : at + 2] != [] and (lower[at + 1].endswith("ing") or lower[at + 1] in _GUILT)
    if lower[at] == "guilty":
        around = lower[max(inside.start, at - _NEAR) : min(inside.stop, at + 3)]
        if _PLEAS.isdisjoint(around):
            return False
    elif lower[at] not in _SETTLED:
        return False
    return _UNSETTLED.isdisjoint(lower[max(inside.start, at - _NEAR) : at])
