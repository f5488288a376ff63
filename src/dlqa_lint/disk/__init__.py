"""The world outside: files, globs, git, the memory between runs. Nothing else touches it."""
