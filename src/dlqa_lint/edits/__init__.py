"""What several rules share: writing a question in another form, renumbering, moving links along, what is in order."""
