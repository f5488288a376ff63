"""Edits that several rules share: writing a question in another form, renumbering, moving links along."""
