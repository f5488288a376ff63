"""Which findings count: suppressions, a baseline, the lines that changed."""
