"""A sentence-embedding model of the user's own, run with NumPy alone, and only where the settings name one.

A model is data: weights in the safetensors format and a vocabulary. Nothing of it is executed, and nothing is
fetched. `model_folder` finds and checks it, `word_pieces` cuts texts up as it was taught to, and `bert` makes vectors.
"""
