"""Small data files, read on first use; NOTICE.md beside them names their sources and licences."""
