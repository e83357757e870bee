"""The rules, a folder a family and a file a rule; `checker.catalog` finds them here."""
