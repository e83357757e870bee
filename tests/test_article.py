"""What is made of an article once, and how long it is kept."""

from __future__ import annotations

import pickle

from checker.article import Article
from checker.parsers import parse


class Shouted:
    """Counts how often it is made."""

    made = 0

    def __init__(self, article: Article) -> None:
        Shouted.made += 1
        self.text = article.text.upper()


def test_what_is_made_once_is_made_for_the_first_who_asks() -> None:
    Shouted.made = 0
    one, other = parse("The pier is shut.", "one.txt"), parse("The pier is open.", "other.txt")

    assert one.once(Shouted) is one.once(Shouted)
    assert other.once(Shouted).text == "THE PIER IS OPEN."
    assert Shouted.made == 2


def test_an_article_with_more_mentions_or_in_another_process_makes_it_anew() -> None:
    article = parse("The pier is shut.", "one.txt")
    made = article.once(Shouted)

    assert article.with_mentions(()).once(Shouted) is not made
    assert pickle.loads(pickle.dumps(article)).once(Shouted) is not made
