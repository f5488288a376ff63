"""An editor for tests and benchmarks: it speaks JSON-RPC with a server, and knows nothing of its code."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO, Any, BinaryIO

Json = dict[str, Any]

COMMAND = (sys.executable, "-m", "dlqa_lint", "server")
_PATIENCE = 30.0
"""Seconds after which an answer is not to come any more, on the slowest machine."""
_ALL = {
    "workspace": {
        "workspaceEdit": {"documentChanges": True},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
    },
    "window": {"showDocument": {"support": True}},
    "textDocument": {
        "codeAction": {"dataSupport": True, "resolveSupport": {"properties": ["edit", "command"]}}
    },
}
_ANSWERS = {"window/showDocument": {"success": True}}


class LanguageClient:
    """A connection to a server; `server` is what that can do, `said` all that it said of its own accord."""

    def __init__(self, sending: IO[bytes], receiving: IO[bytes]) -> None:
        self._sending = sending
        self._receiving = receiving
        self._arrived: Queue[Json] = Queue()
        self._last = 0
        self._versions: dict[str, int] = {}
        self.said: list[Json] = []
        self.server: Json = {}
        Thread(target=self._listen, daemon=True).start()

    def request(self, method: str, params: object) -> Any:
        """The result of a request; an error is raised."""
        self._last += 1
        self._send({"id": self._last, "method": method, "params": params})
        answer = self._next(lambda message: message.get("id") == self._last and "method" not in message)
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer["result"]

    def notify(self, method: str, params: object) -> None:
        """Send what wants no answer."""
        self._send({"method": method, "params": params})

    def open(self, uri: str, text: str, language: str = "markdown") -> None:
        """Open a document."""
        self._versions[uri] = 1
        document = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})

    def change(self, uri: str, *changes: Json) -> int:
        """Change a document, and tell its new version."""
        self._versions[uri] += 1
        document = {"uri": uri, "version": self._versions[uri]}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": changes})
        return self._versions[uri]

    def findings(self, uri: str, awaited: Callable[[list[Json]], bool] = bool) -> list[Json]:
        """What is published about the document as it is, once it is what is awaited."""

        def is_it(message: Json) -> bool:
            params = message.get("params", {})
            published = message.get("method") == "textDocument/publishDiagnostics" and params["uri"] == uri
            return bool(published and params.get("version") == self._versions[uri]) and awaited(
                params["diagnostics"]
            )

        found: list[Json] = self._next(is_it)["params"]["diagnostics"]
        return found

    def told(self, method: str, awaited: Callable[[Any], bool] = lambda _: True) -> Any:
        """The parameters of what the server says next by a method."""
        return self._next(lambda message: message.get("method") == method and awaited(message["params"]))[
            "params"
        ]

    def greet(self, folder: Path, abilities: Json | None) -> None:
        """Say which folder is open and what the editor can do: everything that the server asks for, if not said."""
        able = _ALL if abilities is None else abilities
        root = {"rootUri": folder.as_uri(), "processId": None, "capabilities": able}
        self.server = self.request("initialize", root)["capabilities"]
        self.notify("initialized", {})

    def hang_up(self) -> None:
        """End in good order."""
        self.request("shutdown", None)
        self.notify("exit", None)

    def _send(self, message: Json) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._sending.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._sending.flush()

    def _next(self, wanted: Callable[[Json], bool]) -> Json:
        while True:
            try:
                message = self._arrived.get(timeout=_PATIENCE)
            except Empty:
                raise TimeoutError(f"of what the server said, nothing was awaited: {self.said}") from None
            if "method" in message:
                self.said.append(message)
                if "id" in message:
                    self._send({"id": message["id"], "result": _ANSWERS.get(message["method"])})
            if wanted(message):
                return message

    def _listen(self) -> None:
        while header := self._receiving.readline():
            length = int(header.split(b":")[1])
            while self._receiving.readline().strip():
                pass
            self._arrived.put(json.loads(self._receiving.read(length)))


@contextmanager
def editing(
    folder: Path,
    *arguments: str,
    abilities: Json | None = None,
    command: Sequence[str] = COMMAND,
) -> Iterator[tuple[LanguageClient, "subprocess.Popen[bytes]"]]:
    """An editor that has opened a folder, and the server that it has started."""
    with subprocess.Popen(
        [*command, *arguments],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        client = LanguageClient(process.stdin, process.stdout)
        try:
            client.greet(folder, abilities)
            yield client, process
        finally:
            process.kill()


@contextmanager
def editing_with(
    serve: Callable[[BinaryIO, BinaryIO], object], folder: Path, abilities: Json | None = None
) -> Iterator[LanguageClient]:
    """An editor that has opened a folder, with a server in a thread beside it, which starts faster."""
    there, sending = os.pipe()
    receiving, back = os.pipe()
    with (
        os.fdopen(there, "rb") as read,
        os.fdopen(sending, "wb") as write,
        os.fdopen(receiving, "rb") as answers,
        os.fdopen(back, "wb") as answering,
    ):
        thread = Thread(target=serve, args=(read, answering))
        thread.start()
        client = LanguageClient(write, answers)
        try:
            client.greet(folder, abilities)
            yield client
        finally:
            client.hang_up()
            thread.join(_PATIENCE)
