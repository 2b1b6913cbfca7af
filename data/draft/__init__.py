"""What a program can draft of a coded statement, for a person to confirm: see data/new.py.

Rows are drafted as text, as they are written; the column `proposal` says what was proposed and from what.
"""
