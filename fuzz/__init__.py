"""Fuzzing: documents and files that nobody would write, and what must hold for them all the same.

`python -m fuzz.run` needs the extra `fuzz`; the mutations and checks need nothing, and the tests use them.
"""
