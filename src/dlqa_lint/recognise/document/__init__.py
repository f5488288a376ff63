"""What a document has around its questions: runs, contents, claims, title, links, comments."""
