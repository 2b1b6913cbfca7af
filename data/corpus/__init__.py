"""The neighbouring statements, and the commands that make their tables: README.md beside this file."""
