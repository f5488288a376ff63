"""Edits that several rules share: writing a question in another form, numbering anew, moving links along."""
