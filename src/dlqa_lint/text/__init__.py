"""A text and its Markdown: lines and offsets, blocks, inline markup."""
