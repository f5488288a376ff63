"""Rules about the numbers of questions."""
