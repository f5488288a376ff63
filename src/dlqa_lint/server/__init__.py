"""The language server: findings, fixes and the ways through a bank, in an editor.

    typed_text → open_documents → snapshot → a feature → connection

`typed_text` follows what is typed, `open_documents` reads and lints it, and every feature is a module of pure
functions over the snapshot that comes of it. `schedule` says when: a document at once, its bank after a pause.
`connection` alone knows pygls.
"""
