"""What editors ask about a document, as pure functions of its snapshot and what they ask."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from lsprotocol import types as lsp

from dlqa_lint.server import code_actions, folding, hover, navigation, symbols
from dlqa_lint.server.reference_completion import numbers
from dlqa_lint.server.snapshot import Snapshot


class Request(NamedTuple):
    """How a request is answered; some need the document alone, others its bank, which takes longer."""

    answer: Callable[[Snapshot, Any], object]
    needs_bank: bool = True
    options: object = None
    """What the editor is told about it at the start."""


def _hover(snapshot: Snapshot, params: lsp.HoverParams) -> lsp.Hover | None:
    told = hover.told(snapshot, snapshot.places.offset(params.position))
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, told)) if told else None


def _definition(snapshot: Snapshot, params: lsp.DefinitionParams) -> list[lsp.Location]:
    return navigation.destinations(snapshot, snapshot.places.offset(params.position))


def _symbols(snapshot: Snapshot, _: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
    return symbols.outline(snapshot)


def _folds(snapshot: Snapshot, _: lsp.FoldingRangeParams) -> list[lsp.FoldingRange]:
    return folding.folds(snapshot)


def _completion(snapshot: Snapshot, params: lsp.CompletionParams) -> list[lsp.CompletionItem]:
    return numbers(snapshot, snapshot.places.offset(params.position))


def _actions(snapshot: Snapshot, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    only = params.context.only
    # An enumeration's member shows its own name where it is put into a text.
    kinds = None if only is None else [str.__str__(kind) for kind in only]
    return code_actions.code_actions(snapshot, params.range, kinds)


REQUESTS: Mapping[str, Request] = {
    lsp.TEXT_DOCUMENT_HOVER: Request(_hover),
    lsp.TEXT_DOCUMENT_DEFINITION: Request(_definition),
    lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL: Request(_symbols, needs_bank=False),
    lsp.TEXT_DOCUMENT_FOLDING_RANGE: Request(_folds, needs_bank=False),
    lsp.TEXT_DOCUMENT_COMPLETION: Request(
        _completion, needs_bank=False, options=lsp.CompletionOptions(trigger_characters=[" ", "[", "=", '"'])
    ),
    lsp.TEXT_DOCUMENT_CODE_ACTION: Request(
        _actions,
        options=lsp.CodeActionOptions(
            [lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.RefactorRewrite, code_actions.FIX_ALL],
            resolve_provider=True,
        ),
    ),
}
"""The requests that a snapshot alone answers, by method."""
