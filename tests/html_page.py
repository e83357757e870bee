"""A page read back by the standard library's parser, strictly: every element closed where it must be."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "br", "input"})
_UNREAD = frozenset({"ref", "notes"})


class Page(HTMLParser):
    """What a page holds: ids, links, elements, and the text of each story with the findings that mark it."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[tuple[str, dict[str, str]]] = []
        self.ids: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.story: list[tuple[str, frozenset[int]]] = []
        """Every character of the story, numbers of findings and cards left out, with the findings that mark it."""
        self.said: list[str] = []
        """All other text."""
        self.feed(text)
        self.close()
        assert self.stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice: {names}"
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append((tag, attributes))
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag not in VOID:
            self.stack.append((tag, attributes))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.stack.pop()

    def handle_endtag(self, tag: str) -> None:
        opened, _ = self.stack.pop()
        assert opened == tag, f"</{tag}> closes <{opened}>"

    def handle_data(self, data: str) -> None:
        classes = [set(attributes.get("class", "").split()) for _, attributes in self.stack]
        if not any("story" in names for names in classes):
            self.said.append(data)
        elif not any(names & _UNREAD for names in classes):
            marks = frozenset(
                int(number)
                for tag, attributes in self.stack
                if tag == "mark"
                for number in attributes["data-f"].split()
            )
            self.story.extend((char, marks) for char in data)

    def of(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        """The attributes of every `tag` that has all the `wanted` ones."""
        return [
            attributes
            for name, attributes in self.elements
            if name == tag and all(attributes.get(key.rstrip("_")) == value for key, value in wanted.items())
        ]

    def links(self) -> list[str]:
        return [attributes["href"] for tag, attributes in self.elements if tag in ("a", "use")]
