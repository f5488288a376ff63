"""Rules about the labelled metadata of questions."""
