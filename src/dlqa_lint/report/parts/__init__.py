"""What output formats are made of; no module here is a format itself."""
