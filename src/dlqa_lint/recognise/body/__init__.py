"""What is below a question's line: its answer, options, fields; keys that answer many."""
