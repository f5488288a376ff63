"""Rules about the comments that hide findings."""
