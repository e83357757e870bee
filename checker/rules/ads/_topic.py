"""What a line is about, by its words."""

from __future__ import annotations

from checker.annotate.stems import content, stem
from checker.article import Article, Span

# Words that stand in any story and do not tell one from another.
_ANYWHERE = frozenset(
    map(
        stem,
        "one two three four five six seven eight nine ten dozen hundred thousand million new old big small good "
        "great best people person man men woman women time times day days week weeks month months way thing things "
        "world life home first second next back here get got make made go goes going come take need want know see "
        "find show help work part end high low long right place case many much very never always every today "
        "tomorrow tonight".split(),
    )
)


def subject(article: Article, span: Span) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of the words in a span that say what it is about, and those of them that may stand in any story."""
    said = frozenset(known for known in content(article, span) if known[0].isalpha())
    return said, said & _ANYWHERE
