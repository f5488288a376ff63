"""What people write in which language, and whether a text asks."""
