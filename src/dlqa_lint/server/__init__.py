"""The language server: findings, fixes and the ways through a bank, in an editor.

    texts → desk → snapshot → a feature → connection

`texts` follows what is typed, `desk` reads and lints it, and every feature is a module of pure functions over
the snapshot that comes of it. `pace` says when: a document at once, its bank after a pause. `connection`
alone knows pygls.
"""
