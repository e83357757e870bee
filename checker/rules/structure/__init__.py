"""Headline, sections, timeline and corrections: whether the parts of an article fit together."""
