"""Quotations, who said them, and sourcing.

Q1 is about quotations: their marks, their words and their speakers. Q2 is about sources: who knows what is told, why
nobody is named, and how sure it is.
"""
