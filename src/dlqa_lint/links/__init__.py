"""Where links lead: anchors, contents entries, references in text, and the questions that they mean."""
