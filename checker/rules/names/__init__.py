"""Names, titles and acronyms.

N1 is about people: each has one spelling, one first name, one office at a time, and is introduced. N2 is about terms:
acronyms, and words with two spellings.
"""
