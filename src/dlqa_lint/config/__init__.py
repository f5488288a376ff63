"""Settings and schema files: read, validated, written, explained, described for editors."""
