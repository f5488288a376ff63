"""From texts to documents and what the document rules find: from memory, or made, perhaps in parallel."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from dlqa_lint.disk.cache import Store, digest
from dlqa_lint.disk.files import shown
from dlqa_lint.disk.presence import is_file
from dlqa_lint.disk.regular_files import SETTINGS_LIMIT, read_regular
from dlqa_lint.model.bank import Document, Recall, made_anew
from dlqa_lint.model.finding import Finding
from dlqa_lint.model.schema import Schema
from dlqa_lint.text.source import Source

# Starting processes and carrying documents back pays from about a tenth of a second of work on; one takes a
# second for a megabyte.
_WORTH_A_PROCESS = 150_000
_BATCH = 50_000

Made = TypeVar("Made")


class Task(NamedTuple):
    """A text to read, its schema (None: learned from it), and the names of the document rules to run.

    `topics` says whether its questions are prepared for comparing.
    """

    source: Source
    schema: Schema | None
    rules: tuple[str, ...] = ()
    topics: bool = False

    @property
    def name(self) -> str:
        """The name under which the store keeps what comes of this path, schema and rules."""
        asked = (self.source.path, repr(self.schema), str(self.topics), *self.rules)
        return "document-" + digest(*(part.encode("utf-8", "surrogatepass") for part in asked)).hex()[:32]


class Parsed(NamedTuple):
    """A document, and what its document rules found."""

    document: Document
    findings: tuple[Finding, ...]


def parsed(tasks: Sequence[Task], store: Store, jobs: int = 0) -> Iterator[Parsed]:
    """What comes of each task, in order; `jobs` is how many processes may work, 0 for as many as pay."""
    stamps = [digest(task.source.to_bytes()) if store.open else b"" for task in tasks]
    known = [_recalled(store, task, stamp) for task, stamp in zip(tasks, stamps, strict=True)]
    missing = [task for task, result in zip(tasks, known, strict=True) if result is None]
    made = _made(missing, jobs, packed=store.open)
    for task, stamp, result in zip(tasks, stamps, known, strict=True):
        yield result or _kept(store, task, stamp, next(made))


def _recalled(store: Store, task: Task, stamp: bytes) -> Parsed | None:
    payload = store.get(task.name) if store.open else None
    return _unpacked(payload[len(stamp) :], task) if payload and payload.startswith(stamp) else None


def _kept(store: Store, task: Task, stamp: bytes, made: "Parsed | bytes") -> Parsed:
    """A result, kept in the store; packed ones are what other processes sent and what the store holds."""
    if isinstance(made, Parsed):
        return made
    store.put(task.name, stamp + made)
    return _unpacked(made, task)


def _made(tasks: Sequence[Task], jobs: int, *, packed: bool) -> Iterator["Parsed | bytes"]:
    """The results of tasks in their order, from other processes if there is enough for them to do."""
    workers = _workers(tasks, jobs)
    if workers < 2:
        for task in tasks:
            yield _pack(_parse(task)) if packed else _parse(task)
        return
    from concurrent.futures import ProcessPoolExecutor  # only where it pays
    from multiprocessing import get_context

    # A forked process has everything imported already; macOS cannot fork safely, and Windows not at all.
    context = get_context("fork" if _can_fork() else "spawn")
    with ProcessPoolExecutor(workers, context) as pool:
        batches = _batches(tasks)
        running = [pool.submit(_packs, [tasks[index] for index in batch]) for batch in batches]
        at = {index: (running[n], i) for n, batch in enumerate(batches) for i, index in enumerate(batch)}
        for index in range(len(tasks)):
            future, place = at[index]
            yield future.result()[place]


def recalled(
    store: Store, kind: str, file: Path, make: Callable[[], Made], keep: Callable[[Made], bool] = bool
) -> Made:
    """What is made of one file, from memory if the file is as it was; `keep` says whether it may be kept.

    False and nothing are created again each time.
    """
    if not store.open or not is_file(file):
        return make()
    import pickle  # a run without memory needs it not

    data = read_regular(file, shown(file), SETTINGS_LIMIT)
    path = os.fsencode(os.path.abspath(file))  # noqa: PTH100
    name, stamp = f"{kind}-{digest(path).hex()[:32]}", digest(data)
    payload = store.get(name)
    if payload and payload.startswith(stamp):
        known: Made = pickle.loads(payload[len(stamp) :])
        return known
    made = make()
    if keep(made) and read_regular(file, shown(file), SETTINGS_LIMIT) == data:
        store.put(name, stamp + pickle.dumps(made, 5))
    return made


def remembering(store: Store, paths: Iterable[str]) -> Recall:
    """A memory for what is made of the documents of these paths; one entry for each thing that is made."""
    if not store.open:
        return made_anew
    own = digest(*(path.encode("utf-8", "surrogateescape") for path in paths))

    def recall(name: str, content: object, make: Callable[[], Any]) -> Any:
        import pickle  # a run without memory needs it not

        kind, _, of = name.partition(" ")
        entry = f"{kind}-{digest(own, of.encode('utf-8', 'surrogateescape')).hex()[:32]}"
        stamp = digest(repr(content).encode("utf-8", "surrogatepass"))
        payload = store.get(entry)
        if payload and payload.startswith(stamp):
            return pickle.loads(payload[len(stamp) :])  # the store believes only what this user's runs wrote
        made = make()
        store.put(entry, stamp + pickle.dumps(made, 5))
        return made

    return recall


def _workers(tasks: Sequence[Task], jobs: int) -> int:
    """How many processes may and should work: each must have enough to do."""
    most = jobs or _processors()
    work = sum(len(task.source.text) for task in tasks)
    return min(most, len(tasks), work // _WORTH_A_PROCESS + 1 if most > 1 else 1)


def _processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _can_fork() -> bool:
    """Whether processes can be made by copying this one."""
    return os.name == "posix" and os.uname().sysname != "Darwin"


def _batches(tasks: Sequence[Task]) -> list[list[int]]:
    """The tasks in portions, the largest first so that no process is left alone with one at the end."""
    batches: list[list[int]] = []
    size = _BATCH
    for index in sorted(range(len(tasks)), key=lambda index: -len(tasks[index].source.text)):
        if size >= _BATCH:
            batches.append([])
            size = 0
        batches[-1].append(index)
        size += len(tasks[index].source.text)
    return batches


def _packs(tasks: Iterable[Task]) -> list[bytes]:
    return [_pack(_parse(task)) for task in tasks]


def _parse(task: Task) -> Parsed:
    """Read one text, and run the document rules on it."""
    from dlqa_lint.linter import lint_document  # what memory knows needs none of this
    from dlqa_lint.recognise import recognise
    from dlqa_lint.rules import rule_called

    document = recognise(task.source, task.schema)
    if task.topics:
        from dlqa_lint.similarity.from_documents import prepared  # only for rules that compare questions

        document = prepared(document)
    rules = [rule_called(name)() for name in task.rules]
    return Parsed(document, tuple(lint_document(document, rules)))


def _pack(result: Parsed) -> bytes:
    """A result as bytes, without the text, which everybody has who asks for it."""
    import pickle

    return pickle.dumps(result._replace(document=result.document._replace(source=None)), 5)  # type: ignore[arg-type]


def _unpacked(data: bytes, task: Task) -> Parsed:
    import pickle

    result: Parsed = pickle.loads(data)  # the store believes only what this user's runs wrote
    return result._replace(document=result.document._replace(source=task.source))
