"""LanguageTool finds fault with the grammar.

A slip of grammar is what readers notice most and desks catch least when they edit against the clock. This rule passes
on what a LanguageTool server finds (`checker check --grammar`), with the server's own rule and its suggestions, less
what has been seen to misfire on news.

## Flagged

> The officers has not charged anybody, the court heard.

> Residents said that they was told nothing about the closure.

> The council agreed an plan for the harbour after a ten year wait.

## Fine

> The officers have not charged anybody, the court heard.

> Council votes to close 3 schools; parents vow fight

## Limits

It is skipped, with the reason, when no server has read the article. Style, capitals and hyphens are the desk's,
names their bearers', and how one speaks the speaker's: what is found in a quotation has low confidence.
`checker/rules/grammar/_silenced.txt` lists the server's rules that are not passed on, with why; `enable` brings one
back. Of agreement over a distance and of words that sound alike (their, there) the server itself finds little.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.annotate.grammar import GrammarMatch, GrammarRead
from checker.annotate.sentences import Sentence
from checker.article import Article
from checker.finding import AGREES, Confidence, Edit, Finding, Fix, Outcome, Severity
from checker.rule import Rule


@dataclass(frozen=True)
class Options:
    """What to pass on of what the server finds."""

    disable: tuple[str, ...] = ()
    """Rules and categories of LanguageTool not to pass on, such as `MISSING_HYPHEN` or `PUNCTUATION`."""
    enable: tuple[str, ...] = ()
    """Rules and categories to pass on though they are silenced by default."""


rule = Rule(__name__, Severity.WARNING, Options, confidence=Confidence.MEDIUM, needs_grammar=True)


@rule.check
def grammar(article: Article, options: Options) -> Iterator[Outcome]:
    """One outcome a match that concerns the desk, and one a sentence that was read without any."""
    from checker.rules.grammar._silenced import concerns_the_desk  # most runs ask for no grammar

    for read in article.mentioned(GrammarRead):
        found = [
            match
            for match in article.mentioned(GrammarMatch, within=read.span)
            if concerns_the_desk(article, match, options.enable, options.disable)
        ]
        yield from (_finding(article, match) for match in found)
        for sentence in article.mentioned(Sentence, within=read.span):
            if not any(sentence.span.overlaps(match.span) for match in found):
                yield AGREES


def _finding(article: Article, match: GrammarMatch) -> Finding:
    from checker.rules.grammar._surroundings import in_quotation
    from checker.rules.grammar._wording import clause

    fix = None
    if match.suggestions:
        best = match.suggestions[0]
        title = f"put “{best}” here" if best.strip() else f"delete “{article[match.span]}”"
        fix = Fix(f"{title} (LanguageTool {match.rule})", (Edit(match.span, best),))
    confidence = Confidence.LOW if in_quotation(article, match.span) else Confidence.MEDIUM  # it may be the speaker's
    return rule.finding(match.span, clause(article[match.span], match), fix=fix, confidence=confidence)
