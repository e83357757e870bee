"""The commands of the command line, a module each; `checker.cli` lists them, and imports one when it is named."""
