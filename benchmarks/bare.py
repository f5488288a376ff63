"""The yardstick: markdown-it-py's own block parser on given files; prints its seconds of processor time."""

import sys
from pathlib import Path
from time import process_time

from markdown_it import MarkdownIt

parser = MarkdownIt("commonmark").enable("table").disable("inline")
texts = [Path(name).read_text("utf-8") for name in sys.argv[1:]]
start = process_time()
for text in texts:
    parser.parse(text)
print(process_time() - start)
