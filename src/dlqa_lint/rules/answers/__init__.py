"""Rules about answers: that they are there, whole, and written as the schema says."""
