"""Grammar: what LanguageTool finds, and which of it concerns a copy desk."""
