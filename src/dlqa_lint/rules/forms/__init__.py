"""Rules about how questions, titles and headings are written."""
