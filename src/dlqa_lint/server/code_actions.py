"""Offers as code actions: listed cheaply, and made and proved when one is chosen."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from lsprotocol.types import ClientCapabilities, CodeAction, Command, Position, Range

from dlqa_lint.server.findings import as_shown
from dlqa_lint.server.offers import chosen, offers_at
from dlqa_lint.server.positions import Places
from dlqa_lint.server.proving import Lint, Proved, all_safe, edits_of, one_fix, workspace_edit
from dlqa_lint.server.snapshot import Snapshot

FIX_ALL = "source.fixAll.dlqa-lint"
SHOW = "dlqa-lint.showPlace"
"""The command that puts the caret where something is left to write."""
_FIX_ALL_TITLE = "fix all that is safe in this document"
NOT_PROVED = "some of it cannot be proved to keep every word, and is left out; the log shows what"
_NO_REASON = ":  -->"
_ALL = -1
"""Replaces an offer's index for the fixes of the whole document."""


class InvalidDataError(ValueError):
    """An editor gives other data back than it was given with a code action; the message says what is wrong."""


class Client(NamedTuple):
    """What the editor can do with a code action."""

    resolves: bool
    """Whether it asks for the edits of an action when somebody chooses it."""
    versions: bool
    """Whether it takes edits for certain versions of documents."""
    shows: bool
    """Whether it goes to a place when it is told to."""


def client_of(capabilities: ClientCapabilities) -> Client:
    """What an editor says at the start that it can do."""
    workspace, window = capabilities.workspace, capabilities.window
    action = capabilities.text_document.code_action if capabilities.text_document else None
    resolving = action.resolve_support if action and action.data_support else None
    edit = workspace.workspace_edit if workspace else None
    show = window.show_document if window else None
    return Client(
        resolves=bool(resolving and "edit" in resolving.properties),
        versions=bool(edit and edit.document_changes),
        shows=bool(show and show.support),
    )


class Resolved(NamedTuple):
    """A code action with its edits; or with none, and what to say about that."""

    action: CodeAction
    note: str = ""
    refused: tuple[str, ...] = ()
    """What the log says about fixes that could not be proved."""


def code_actions(snapshot: Snapshot, range_: Range, only: Sequence[str] | None) -> list[CodeAction]:
    """What may be done in a range, of some kinds only where the editor says which."""
    return [action for action in _all(snapshot, range_) if _is_meant(str(action.kind), only)]


def _all(snapshot: Snapshot, range_: Range) -> Iterator[CodeAction]:
    for index, offer in enumerate(offers_at(snapshot, snapshot.span(range_))):
        found = [as_shown(snapshot, offer.finding)] if offer.finding else None
        yield CodeAction(
            offer.title,
            kind=offer.kind,
            diagnostics=found,
            is_preferred=offer.preferred or None,
            data=_data(snapshot, range_, index),
        )
    if any(finding.fix and finding.fix.safe for finding in snapshot.findings):
        yield CodeAction(_FIX_ALL_TITLE, kind=FIX_ALL, data=_data(snapshot, range_, _ALL))


def _data(snapshot: Snapshot, range_: Range, index: int) -> dict[str, Any]:
    """What tells later which action was chosen."""
    start, end = range_.start, range_.end
    return {
        "uri": snapshot.uri,
        "range": [start.line, start.character, end.line, end.character],
        "index": index,
    }


def _is_meant(kind: str, only: Sequence[str] | None) -> bool:
    return only is None or any(kind == wanted or kind.startswith(f"{wanted}.") for wanted in only)


def _meant(data: Any) -> tuple[Range, int]:
    """What such data says."""
    match data:
        case {"range": [int(line), int(character), int(last), int(until)], "index": int(index)}:
            if index >= _ALL and min(line, character, last, until) >= 0:
                return Range(Position(line, character), Position(last, until)), index
    raise InvalidDataError("found data that no code action was given, expected that of a code action")


def resolved(snapshot: Snapshot, action: CodeAction, lint: Lint, client: Client) -> Resolved:
    """A chosen action with its edits, if they can be made and proved; raises InvalidDataError."""
    place, index = _meant(action.data)
    if index == _ALL:
        return _with_edits(snapshot, action, all_safe(snapshot, lint), client)
    offer = chosen(snapshot, snapshot.span(place), index, action.title)
    fix = offer.fix() if offer else None
    if offer is None or fix is None:
        return Resolved(action, f"{action.title}: found no way to do that here")
    made = one_fix(snapshot, fix)
    result = _with_edits(snapshot, action, made, client)
    if offer.asks_reason and client.shows:
        result.action.command = _to_the_reason(snapshot, made)
    return result


def _with_edits(snapshot: Snapshot, action: CodeAction, made: Proved, client: Client) -> Resolved:
    if made.after:
        action.edit = workspace_edit(snapshot, made, versioned=client.versions)
    note = f"{action.title}: {NOT_PROVED}" if made.refused else ""
    return Resolved(action, note, made.refused)


def _to_the_reason(snapshot: Snapshot, made: Proved) -> Command | None:
    """The command that puts the caret into the comment that was written, which has no reason yet."""
    if snapshot.path not in made.after:
        return None
    after, grown = made.after[snapshot.path], 0
    for edit in edits_of(snapshot, made):
        span, gap = snapshot.span(edit.range), edit.new_text.find(_NO_REASON)
        if gap >= 0:
            at = Places(after, snapshot.units).position(span.start + grown + gap + len(": "))
            return Command("write the reason", SHOW, arguments=[snapshot.uri, at.line, at.character])
        grown += len(edit.new_text) - (span.end - span.start)
    return None
