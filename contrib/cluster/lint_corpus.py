"""Lint thousands of repositories with Dask, and find what is asked in more than one; README.md says how to run it.

Nothing here is part of the linter. What it takes from `dlqa_lint.similarity` may change with any version.
"""

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import dlqa_lint
from dlqa_lint.similarity import DUPLICATE, PreparedQuestion, Scorer, prepare_document
from dlqa_lint.similarity.from_documents import asked_of

SUFFIXES = (".md", ".markdown")
BLOCK = 800
"""Questions of a block, unless one repository has more. Two blocks are searched together; up to about 1700 questions, a
search looks at every pair that shares a word, however common the word is."""

Row = dict[str, Any]
Place = tuple[str, int]
"""The document of a question, and its position there."""


class Linted(NamedTuple):
    """What comes of one repository."""

    rows: tuple[Row, ...]
    questions: tuple[PreparedQuestion, ...]
    seconds: float


class Searched(NamedTuple):
    """What comes of two blocks."""

    pairs: tuple[tuple[Place, Place, float, tuple[str, ...]], ...]
    seconds: float


class Engine(NamedTuple):
    """Where work is done: here, one piece after the other, or on the workers of a cluster."""

    spread: Callable[..., Iterable[Any]]
    """`map`, or what does the same elsewhere."""
    hold: Callable[[Sequence[Any]], Sequence[Any]]
    """Brings data to where they are worked with, once for all pieces that need them."""


HERE = Engine(map, lambda data: data)


def lint(root: Path, name: str) -> Linted:
    """Read and lint a repository as one bank, and make its questions ready for comparing."""
    start = time.process_time()
    rows: list[Row] = []
    documents = []
    for file in sorted(
        file for file in (root / name).rglob("*") if file.suffix in SUFFIXES and file.is_file()
    ):
        path = file.relative_to(root).as_posix()
        try:
            documents.append(dlqa_lint.parse(file.read_bytes(), path))
        except (dlqa_lint.CannotRunError, OSError) as error:
            rows.append({"kind": "unread", "path": path, "message": str(error)})
    sources = {document.path: document.source for document in documents}
    for finding in dlqa_lint.lint(*documents):
        line = sources[finding.path].position(finding.span.start).line
        said = {"rule": finding.rule, "path": finding.path, "line": line, "message": finding.message}
        rows.append({"kind": "finding", **said})
    questions: list[PreparedQuestion] = []
    for document in filter(lambda document: document.is_bank, documents):
        # Which options a bank offers time and again is known of one bank only.
        asked = [question._replace(options=(), right=()) for question in asked_of(document)]
        questions += prepare_document(asked, {})
    return Linted(tuple(rows), tuple(questions), time.process_time() - start)


def search(block: Sequence[PreparedQuestion], other: Sequence[PreparedQuestion] | None = None) -> Searched:
    """The pairs that ask nearly the same in two repositories: within one block, or between two."""
    start = time.process_time()
    known = [*block, *(other or ())]
    ours = {_place(question) for question in block}
    pairs = []
    for pair in Scorer([question.asked for question in known], known=known).survey(DUPLICATE).pairs:
        places = _place(known[pair.first]), _place(known[pair.second])
        between = other is None or len(ours.intersection(places)) == 1
        if between and len(set(map(_repository, places))) > 1:
            pairs.append((*places, pair.score, pair.about))
    return Searched(tuple(pairs), time.process_time() - start)


def run(root: Path, engine: Engine, size: int = BLOCK) -> Iterator[Row]:
    """All that is found in and between the repositories that are the folders of a folder."""
    names = sorted(folder.name for folder in root.iterdir() if folder.is_dir())
    linted = list(engine.spread(lint, [root] * len(names), names))
    for repository in linted:
        yield from repository.rows
    equal, firsts = _equal(linted)
    for group in equal:
        yield {"kind": "equal", "questions": group}
    blocks = engine.hold(list(_blocks(linted, size)))
    tasks = [*((block, None) for block in blocks), *combinations(blocks, 2)]
    searched = list(engine.spread(search, [one for one, _ in tasks], [other for _, other in tasks]))
    # Of equal questions the first stands for all of them.
    found = {pair for part in searched for pair in part.pairs if firsts.issuperset(pair[:2])}
    for one, other, score, about in sorted(found):
        yield {"kind": "near", "questions": [one, other], "score": round(score, 4), "about": about}
    yield {
        "kind": "cost",
        "repositories": len(names),
        "questions": sum(len(repository.questions) for repository in linted),
        "lint": round(sum(repository.seconds for repository in linted), 2),
        "blocks": len(blocks),
        "search": round(sum(part.seconds for part in searched), 2),
    }


def _equal(linted: Iterable[Linted]) -> tuple[list[list[Place]], set[Place]]:
    """The groups of equal questions of several repositories, and all questions that are first of their kind."""
    kinds: dict[tuple[str, str, str], list[Place]] = defaultdict(list)
    for repository in linted:
        for question in repository.questions:
            kinds[question.key, question.asked.body, question.language].append(_place(question))
    groups = [sorted(group) for group in kinds.values()]
    several = sorted(group for group in groups if len(set(map(_repository, group))) > 1)
    return several, {group[0] for group in groups}


def _blocks(linted: Iterable[Linted], size: int) -> Iterator[tuple[PreparedQuestion, ...]]:
    """The questions of whole repositories, up to a number together: a document gives its words their weight."""
    block: tuple[PreparedQuestion, ...] = ()
    for repository in linted:
        if block and len(block) + len(repository.questions) > size:
            yield block
            block = ()
        block += repository.questions
    if block:
        yield block


def _place(question: PreparedQuestion) -> Place:
    return question.asked.document, question.asked.position


def _repository(place: Place) -> str:
    return place[0].partition("/")[0]


def main() -> None:
    """Write a row of JSON for each thing that was found, and what it cost as the last one."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("root", type=Path, help="the folder whose folders are the repositories")
    parser.add_argument("--workers", type=int, help="processes on this machine")
    parser.add_argument(
        "--scheduler", help="the address of a Dask cluster; its workers see the folder under its path"
    )
    parser.add_argument("--block", type=int, default=BLOCK, help=f"questions of a block (default: {BLOCK})")
    options = parser.parse_args()
    root = options.root.resolve()
    if options.scheduler or options.workers:
        from dask.distributed import Client  # the plain run does without

        where = {"address": options.scheduler} if options.scheduler else {"n_workers": options.workers}
        with Client(**where, **({} if options.scheduler else {"threads_per_worker": 1})) as client:
            engine = Engine(lambda *work: client.gather(client.map(*work, pure=False)), client.scatter)
            _print(run(root, engine, options.block))
    else:
        _print(run(root, HERE, options.block))


def _print(rows: Iterable[Row]) -> None:
    sys.stdout.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


if __name__ == "__main__":
    main()
