"""What was read already: a document is read again when its text, its schema or the rules have changed."""

from collections.abc import Callable, Iterator, Sequence
from threading import Lock
from typing import NamedTuple

from dlqa_lint.cli.parsing import Parsed, Task, parsed
from dlqa_lint.disk.cache import Store
from dlqa_lint.similarity.from_documents import prepared

Complain = Callable[[str, Exception], None]
"""Takes what was being done, and what went wrong: a bug that must stop nothing else."""

_NO_STORE = Store(None)


class _Known(NamedTuple):
    task: Task
    made: Parsed

    def answers(self, task: Task) -> bool:
        return (
            self.task.source.text == task.source.text
            and self.task.schema == task.schema
            and self.task.rules == task.rules
        )


class Memory:
    """The documents that were read, by path."""

    def __init__(self, complain: Complain) -> None:
        self._known: dict[str, _Known] = {}
        self._complain = complain
        self._one_at_a_time = Lock()

    def read(self, tasks: Sequence[Task]) -> Iterator[Parsed]:
        """What comes of each task; a document that cannot be read because of a bug is left out."""
        for task in tasks:
            try:
                # Two threads that want the same document shall not both read it.
                with self._one_at_a_time:
                    made = self._made(task)
                    self._known[task.source.path] = _Known(task, made)
            except Exception as error:
                self._complain(f"reading {task.source.path}", error)
                continue
            yield made

    def _made(self, task: Task) -> Parsed:
        known = self._known.get(task.source.path)
        if known and known.answers(task):
            made = known.made
        else:
            # What bank rules compare is prepared when they run, and not while somebody is typing.
            (made,) = parsed([task._replace(topics=False)], _NO_STORE, jobs=1)
        if task.topics and made.document.compared is None:
            made = made._replace(document=prepared(made.document))
        return made
