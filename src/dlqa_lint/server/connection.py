"""The server as editors speak to it: the only module that knows pygls.

What is asked about a document is answered from its snapshot. What a bug keeps from being answered is logged,
and the server continues.
"""

import asyncio
import traceback
from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from typing import Any

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

from dlqa_lint import __version__
from dlqa_lint.cli.options import ReadingOptions
from dlqa_lint.errors import CannotRunError
from dlqa_lint.server import code_actions, findings, proving
from dlqa_lint.server.open_documents import OpenDocument, OpenDocuments
from dlqa_lint.server.positions import units_of
from dlqa_lint.server.requests import REQUESTS, Request
from dlqa_lint.server.schedule import Schedule
from dlqa_lint.server.schema_completion import keys
from dlqa_lint.server.snapshot import Held, Snapshot
from dlqa_lint.server.typed_text import changed
from dlqa_lint.server.uris import path_of
from dlqa_lint.text.source import Source

_TOML = ".toml"
_WATCHED = ("**/*.{md,markdown}", "**/*.toml", "**/.gitignore", "**/dlqa-lint-baseline.json")
_SETTING = (_TOML, ".gitignore", ".json")
"""The endings of files of which a change makes void what was read before."""

_MOST = 2**31
"""Lines and columns are less than this, says the protocol."""


def serve(options: ReadingOptions) -> None:
    """Speak with an editor over standard input and output until it hangs up."""
    Connection(options).server.start_io()


class _Protocol(LanguageServerProtocol):
    """pygls without its own copy of a text, which it would lose track of: see `typed_text`."""

    @lsp_method(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: lsp.DidChangeTextDocumentParams) -> Iterator[Any]:
        """Hand a change on."""
        yield self.fm.features[lsp.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Read a message; pygls would leave a request that it cannot read without an answer for ever."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "method" in data and isinstance(data.get("id"), int | str):
                self._send_response(data["id"], error=error.to_response_error())
            raise


class _Server(LanguageServer):
    """pygls logging what it cannot understand, for which users have no use in a message."""

    def report_server_error(self, error: Exception, _: object) -> None:
        """Log what went wrong outside of any handler."""
        self.window_log_message(
            lsp.LogMessageParams(lsp.MessageType.Error, f"found a message that makes no sense: {error}")
        )


class Connection:
    """One editor, and what it has open."""

    def __init__(self, options: ReadingOptions) -> None:
        self.server = _Server("dlqa-lint", str(__version__), protocol_cls=_Protocol)
        self._documents = OpenDocuments(options, self._complain)
        self._schedule = Schedule(self._documents, self._publish, self._complain)
        self._uris: dict[str, str] = {}
        self._toml: dict[str, Source] = {}
        self._said: set[str] = set()
        self._client = code_actions.Client(resolves=False, versions=False, shows=False)
        self._register()

    def _register(self) -> None:
        handlers: dict[str, Callable[..., Any]] = {
            lsp.INITIALIZE: self._initialize,
            lsp.INITIALIZED: self._initialized,
            lsp.TEXT_DOCUMENT_DID_OPEN: self._opened,
            lsp.TEXT_DOCUMENT_DID_CHANGE: self._changed,
            lsp.TEXT_DOCUMENT_DID_CLOSE: self._closed,
            lsp.TEXT_DOCUMENT_DID_SAVE: self._saved,
            lsp.WORKSPACE_DID_CHANGE_CONFIGURATION: self._renew,
            lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES: self._files_changed,
            lsp.CODE_ACTION_RESOLVE: self._guarded(self._resolve),
            lsp.TEXT_DOCUMENT_FORMATTING: self._guarded(self._format),
        }
        for method, handler in handlers.items():
            # pygls writes on its handlers, which methods do not allow.
            self.server.feature(method)(partial(handler))
        for method, request in REQUESTS.items():
            answer = self._guarded(partial(self._answer, request))
            self.server.feature(method, request.options)(answer)
        self.server.command(code_actions.SHOW)(partial(self._show))

    # What the editor says.

    def _initialize(self, params: lsp.InitializeParams) -> None:
        self._loop = asyncio.get_running_loop()
        self._documents.units = units_of(self.server.workspace.position_encoding)
        self._client = code_actions.client_of(params.capabilities)

    async def _initialized(self, _: lsp.InitializedParams) -> None:
        """Ask to be told of files that change; an editor that cannot do that reports saved ones at least."""
        workspace = self.server.client_capabilities.workspace
        watched = workspace.did_change_watched_files if workspace else None
        if watched and watched.dynamic_registration:
            options = lsp.DidChangeWatchedFilesRegistrationOptions(
                [lsp.FileSystemWatcher(glob) for glob in _WATCHED]
            )
            method = lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES
            registration = lsp.Registration("files", method, options)
            await self.server.client_register_capability_async(lsp.RegistrationParams([registration]))

    def _opened(self, params: lsp.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        self._take(document.uri, document.version, document.text)

    def _changed(self, params: lsp.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        path = path_of(uri)
        held = self._documents.open.get(path)
        source = self._toml[uri] if uri in self._toml else held.source if held else Source(path, "")
        text = changed(source, params.content_changes, self._documents.units)
        self._take(uri, params.text_document.version, text)

    def _take(self, uri: str, version: int, text: str | Source) -> None:
        path = path_of(uri)
        source = Source(path, text) if isinstance(text, str) else text
        if path.endswith(_TOML):
            self._toml[uri] = source
            return
        self._uris[path] = uri
        self._documents.put(path, OpenDocument(Held(uri, version), source))
        self._schedule.changed(path)

    def _closed(self, params: lsp.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        if self._toml.pop(uri, None) is None:
            path = path_of(uri)
            self._documents.drop(path)
            self._schedule.closed(path)

    def _saved(self, params: lsp.DidSaveTextDocumentParams) -> None:
        if params.text_document.uri.endswith(_TOML):
            self._renew()

    def _files_changed(self, params: lsp.DidChangeWatchedFilesParams) -> None:
        if any(event.uri.endswith(_SETTING) for event in params.changes):
            self._renew()
        else:
            self._schedule.files_changed()

    def _renew(self, _: object = None) -> None:
        """Read everything again: settings, schemas, files."""
        self._said.clear()
        self._documents.renew()
        self._schedule.renewed()

    # What the editor asks.

    async def _answer(self, request: Request, params: Any) -> object:
        uri = params.text_document.uri
        if uri in self._toml:
            is_completion = isinstance(params, lsp.CompletionParams)
            return keys(self._toml[uri], params.position, self._documents.units) if is_completion else None
        snapshot = await self._snapshot(uri, needs_bank=request.needs_bank)
        if snapshot is None:
            return None
        return await asyncio.to_thread(self._answered, request, snapshot, params)

    def _answered(self, request: Request, snapshot: Snapshot, params: Any) -> object:
        answer = request.answer(snapshot, params)
        if (
            isinstance(params, lsp.CodeActionParams)
            and isinstance(answer, list)
            and not self._client.resolves
        ):
            # Whoever cannot ask for the edits later gets them all at once.
            return [self._made(snapshot, action) for action in answer]
        return answer

    async def _resolve(self, action: lsp.CodeAction) -> lsp.CodeAction:
        data: Any = action.data
        if not isinstance(data, dict) or not isinstance(data.get("uri"), str):
            return action  # it is not one of ours
        snapshot = await self._snapshot(data["uri"])
        return await asyncio.to_thread(self._made, snapshot, action) if snapshot else action

    def _made(self, snapshot: Snapshot, action: lsp.CodeAction) -> lsp.CodeAction:
        made = code_actions.resolved(snapshot, action, self._documents.counting, self._client)
        self._tell(made.note)
        self._log_refused(made.refused)
        return made.action

    async def _format(self, params: lsp.DocumentFormattingParams) -> list[lsp.TextEdit] | None:
        snapshot = await self._snapshot(params.text_document.uri)
        if snapshot is None:
            return None
        proved = await asyncio.to_thread(proving.all_safe, snapshot, self._documents.counting)
        self._tell(f"format: {code_actions.NOT_PROVED}" if proved.refused else "")
        self._log_refused(proved.refused)
        return proving.edits_of(snapshot, proved)

    async def _snapshot(self, uri: str, *, needs_bank: bool = True) -> Snapshot | None:
        known = self._schedule.settled if needs_bank else self._schedule.read
        return await known(path_of(uri))

    async def _show(self, *arguments: Any) -> None:
        """Put the caret where something is left to write."""
        match arguments:
            case (str(uri), int(line), int(character)) if (
                0 <= min(line, character) <= max(arguments[1:]) < _MOST
            ):
                at = lsp.Position(line, character)
            case _:
                raise JsonRpcInvalidParams(
                    f"found {len(arguments)} arguments, expected a URI, a line and a column"
                )
        shown = lsp.ShowDocumentParams(uri, take_focus=True, selection=lsp.Range(at, at))
        await self.server.window_show_document_async(shown)

    # What the editor is told.

    def _publish(self, path: str, snapshot: Snapshot | None) -> None:
        uri = self._uris.get(path)
        if uri:
            found = findings.shown(snapshot) if snapshot else []
            version = snapshot.version if snapshot else None
            self.server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, found, version))

    def _guarded(
        self, handler: Callable[[Any], Coroutine[Any, Any, Any]]
    ) -> Callable[[Any], Coroutine[Any, Any, Any]]:
        async def answer(params: Any) -> Any:
            try:
                return await handler(params)
            except code_actions.InvalidDataError as error:
                raise JsonRpcInvalidParams(str(error)) from error
            except Exception as error:
                self._complain(f"answering {type(params).__name__}", error)
                return None

        return answer

    def _complain(self, doing: str, error: Exception) -> None:
        """Say what keeps documents from being linted, and log what is a bug; from any thread."""
        if isinstance(error, CannotRunError):
            self._tell("\n".join(error.lines))
            return
        lines = "".join(traceback.format_exception(error))
        self._later(self._log, f"a bug in dlqa-lint, while {doing}:\n{lines}")

    def _tell(self, message: str) -> None:
        """Show a message, once until something is read again; from any thread."""
        if message and message not in self._said:
            self._said.add(message)
            self._later(self._show_message, message)

    def _log_refused(self, lines: tuple[str, ...]) -> None:
        if lines:
            self._later(self._log, "\n".join(lines))

    def _later(self, function: Callable[[str], None], text: str) -> None:
        self._loop.call_soon_threadsafe(function, text)

    def _log(self, text: str) -> None:
        self.server.window_log_message(lsp.LogMessageParams(lsp.MessageType.Error, text))

    def _show_message(self, text: str) -> None:
        self.server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Warning, text))
