"""Figures: arithmetic, conflicting values, counts.

Rules F101 to F112 work out what a sentence says: sums, percentages, shares, ranges, conversions, rates. They are
deterministic, allow for rounding and hedges, and show the sum. Rules F201 to F207 compare two places: the same thing
with two numbers, the headline with the story, an announced count with its list, a vote with its council. Rules from
F301 on are matters of taste and notes for the editor.

A rule compares only what a careful reader would compare, and never says which of two numbers is wrong.
"""
