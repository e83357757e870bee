"""Advertising and boilerplate left in the copy."""
