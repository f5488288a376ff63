"""Rules about the options of quiz questions."""
