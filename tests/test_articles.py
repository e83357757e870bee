"""Whole articles: the clean ones stay silent, the faulty ones give exactly what `faults.toml` says."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from checker.annotate.figures import Figure
from checker.annotate.names import Name
from checker.annotate.quotes import Quote
from checker.article import Article
from checker.config import Config
from checker.engine import check_input
from checker.finding import Severity
from checker.inputs import Input
from checker.ledger import date_facts, figure_facts
from checker.result import Result
from checker.source import Lines

ARTICLES = Path(__file__).parent.parent / "fixtures" / "articles"
CLEAN = sorted((ARTICLES / "clean").iterdir())
FAULTY = sorted((ARTICLES / "faulty").iterdir())
FAULTS = tomllib.loads((ARTICLES / "faults.toml").read_text(encoding="utf-8"))
CORRIDOR = ARTICLES / "faulty" / "grain-corridor.txt"


def checked(path: Path) -> Result:
    return check_input(Input(str(path), path), Config())


def said(result: Result) -> list[tuple[str, int, str]]:
    """Code, line and words of every error and warning."""
    article = result.article
    assert article is not None
    lines = Lines(article.source)
    return [
        (finding.code, lines.position(article.locate(finding.span).start).line, article[finding.span])
        for finding in result.findings
        if finding.severity is not Severity.NOTE
    ]


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_a_clean_article_is_left_alone(path: Path) -> None:
    result = checked(path)

    assert result.problem is None
    assert said(result) == []


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.stem)
def test_a_faulty_article_gives_its_faults_and_nothing_else(path: Path) -> None:
    expected = [(fault["code"], fault["line"], fault["text"]) for fault in FAULTS[path.stem]]

    assert said(checked(path)) == expected


@pytest.fixture(scope="module")
def article() -> Article:
    """The corridor article with its mentions."""
    found = checked(CORRIDOR).article
    assert found is not None
    return found


class TestLedgerOfTheCorridorArticle:
    def test_a_figure_that_stands_twice_is_one_fact(self, article: Article) -> None:
        ships = [fact for fact in figure_facts(article) if article[fact.mentions[0].span] == "24"]

        (fact,) = ships
        assert len(fact.mentions) == 2
        assert {mention.head for mention in fact.mentions if isinstance(mention, Figure)} == {"ship"}

    def test_a_date_that_stands_twice_is_one_fact(self, article: Article) -> None:
        (fact,) = [
            fact for fact in date_facts(article) if any(article[m.span] == "April 14, 2025" for m in fact.mentions)
        ]

        assert len(fact.mentions) == 2

    def test_quotations_have_their_speaker(self, article: Article) -> None:
        speakers = [(quote.speaker, article[quote.content][:20]) for quote in article.mentioned(Quote)]

        assert speakers == [
            ("Tomas Verhoeven", "We are not opening a"),
            ("Tomas Verhoeven", "every tonne that sai"),
            ("Lena Dragan", "The price will fall "),
        ]

    def test_people_have_their_office(self, article: Article) -> None:
        roles = {name.name: name.role for name in article.mentioned(Name) if name.role}

        assert roles["Lena Dragan"] == "transport minister"
        assert roles["Tomas Verhoeven"] == "President"
