"""The frozen vocabulary of all other folders: bank, question, finding, schema, form, number."""
