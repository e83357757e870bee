"""How hard the article is to read."""
