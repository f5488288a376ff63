"""What exports are made of."""
