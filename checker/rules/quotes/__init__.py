"""Quotations, who said them, and sourcing."""
