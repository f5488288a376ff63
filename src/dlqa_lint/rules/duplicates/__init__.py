"""Rules about questions and answers that a bank holds twice."""
