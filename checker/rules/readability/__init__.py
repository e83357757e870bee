"""How hard the article is to read: its grade, then sentences, paragraphs and words."""
