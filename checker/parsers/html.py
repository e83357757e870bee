"""HTML: a fragment as content systems hold it, or a whole page with the story found in it; positions are exact.

Left out are comments, scripts, styles, forms, navigation, what is hidden or struck out, and in whole pages what the
page puts around and into a story. A box of links that says so (`aside`, `footer`) is left out everywhere. White space
and line breaks are one space; two line breaks end a paragraph. Character references stand for their characters, small
raised figures for those of Unicode, `<q>` for quotation marks. A slot for advertisements in a fragment, which has no
words of its own, is a block “Advertisement” that stands for its tag, so that it can be found.
"""

from __future__ import annotations

from html import unescape

from checker.article import Article, BlockKind, Metadata
from checker.parsers.build import Builder
from checker.parsers.elements import Document, Step, read
from checker.parsers.page_metadata import PageFacts, gather, metadata
from checker.parsers.pages import open_page
from checker.parsers.runs import Runs
from checker.parsers.story import Teller
from checker.parsers.unmarked import mark_bold_headings, mark_headline


def parse(source: str, name: str, meta: Metadata) -> Article:
    """The article in an HTML text."""
    builder = Builder(source, meta)
    add(builder, 0)
    return builder.article(name)


def add(builder: Builder, start: int) -> None:
    """Add the blocks of the HTML that begins at `start`, and what it says of the article.

    A headline that the article has already is not added a second time.
    """
    document = read(builder.source, start)
    facts = gather(document)
    outside = builder.meta.title
    told = [draft.text for draft in builder.drafts if draft.kind is BlockKind.HEADLINE]
    page = open_page(document, told or ([outside] if outside else facts.headlines))
    builder.meta = metadata(facts, page.story, builder.meta)
    teller = Teller(page, builder, told)
    if page.headline is not None and page.headline.first < page.story.first:
        teller.tell(page.headline)
    elif page.headline is None and page.whole and not told:
        _add_title(builder, document, facts)
    teller.tell(page.story)
    mark_headline(builder.drafts, outside, by_looks=False)
    mark_bold_headings(builder.drafts)


def _add_title(builder: Builder, document: Document, facts: PageFacts) -> None:
    """Make the headline of the page's title, without the name of the site."""
    if facts.title is None:
        return
    runs = Runs()
    for at in range(facts.title.first + 1, facts.title.last):
        step, start, end, _ = document.steps[at]
        room = facts.title_end - len(runs.text)
        if step is Step.TEXT and room > 0:
            words = builder.source[start:end]
            lead = len(words) - len(words.lstrip())
            runs.words(builder.source, start, min(end, start + lead + room))
        elif step is Step.REFERENCE and room > 0:
            runs.run(unescape(builder.source[start:end]), start, end)
    runs.move_to(builder)
    builder.close(BlockKind.HEADLINE)
