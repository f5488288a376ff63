"""Which of the lines that could ask are the questions of a document."""
