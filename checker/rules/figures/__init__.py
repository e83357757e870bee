"""Figures: arithmetic, conflicting values, counts."""
