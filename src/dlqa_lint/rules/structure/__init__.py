"""Rules about the whole of a document: its title, its sections, how much it says it holds."""
