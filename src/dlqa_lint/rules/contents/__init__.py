"""Rules about tables of contents, and about links inside the bank."""
