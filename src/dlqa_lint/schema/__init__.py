"""The schema of question documents: the model, forms from files and presets, and inference."""
