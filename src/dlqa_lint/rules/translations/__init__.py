"""Rules about translations of a document that are not in step with it."""
