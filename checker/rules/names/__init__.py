"""Names, titles and acronyms."""
