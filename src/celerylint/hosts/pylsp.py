"""The plugin of python-lsp-server: findings with their exact places where flake8 does not report them, fixes always."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING, Any, NamedTuple

from pylsp import hookimpl

from celerylint.core.settings import SettingsError
from celerylint.hosts.editor import Asked, Look, actions, close, look
from celerylint.reporting.lsp import Json, workspace_edit
from celerylint.syntax.source import SourceError

if TYPE_CHECKING:
    from pylsp.config.config import Config
    from pylsp.workspace import Document, Workspace

FIX_ALL = "celerylint.fixAll"

_ERROR = 1
_log = logging.getLogger(__name__)


class _Seen(NamedTuple):
    """What was found last in an open document, the text that it was found in, and the root of its workspace."""

    root: str | None
    text: str
    look: Look


_looks: dict[str, _Seen] = {}


@hookimpl
def pylsp_settings() -> Json:
    """The plugin's settings; everything else is in `[tool.celerylint]`."""
    return {"plugins": {"celerylint": {"enabled": True}}}


@hookimpl
def pylsp_lint(config: Config, workspace: Workspace, document: Document) -> list[Json]:
    """The findings, unless flake8 is on, which reports them by our flake8 plugin."""
    seen = _look(workspace, document)
    flake8 = config.plugin_settings("flake8", document_path=document.path)  # type: ignore[no-untyped-call]
    return [] if seen is None or flake8.get("enabled") else seen.diagnostics


@hookimpl
def pylsp_code_actions(
    config: Config,
    workspace: Workspace,
    document: Document,
    range: Json,  # noqa: A002
    context: Json,
) -> list[Json]:
    """What mends the findings at a range, whoever reported them."""
    seen = _known(workspace, document)
    if seen is None:
        return []
    asked = Asked(
        document.uri,
        document.version,
        range,
        context.get("only"),
        context.get("diagnostics", []),
        _is_versioned(config),
    )
    try:
        return actions(seen, asked)
    except Exception:  # it would take the actions of all other plugins along
        _log.exception("celerylint: internal error")
        return []


@hookimpl
def pylsp_commands() -> list[str]:
    """The commands."""
    return [FIX_ALL]


@hookimpl
def pylsp_execute_command(config: Config, workspace: Workspace, command: str, arguments: list[Any] | None) -> None:
    """Mend all that can be mended safely in the document whose URI is given."""
    if command != FIX_ALL or not arguments:
        return
    document = workspace.get_document(arguments[0])  # type: ignore[no-untyped-call]
    seen = _known(workspace, document)
    if seen and seen.fixed:
        edit = workspace_edit(document.uri, document.version, seen.fixed, versioned=_is_versioned(config))
        workspace.apply_edit(edit)  # type: ignore[no-untyped-call]


def _look(workspace: Workspace, document: Document) -> Look | None:
    """What is found in a document now; None if there is nothing to tell."""
    path = _path(workspace, document)
    if path is None:
        return None
    try:
        _forget_closed(workspace)
        seen = look(path, document.source, "utf-16")
    except SourceError:
        return None
    except SettingsError as error:
        workspace.show_message(f"celerylint: {error}", _ERROR)
        return None
    except Exception:  # it would take the findings of all other plugins along
        _log.exception("celerylint: internal error")
        return None
    for failure in seen.failures:
        _log.error("celerylint: %s: %s", path, failure)
    _looks[path] = _Seen(workspace.root_path, document.source, seen)
    return seen


def _known(workspace: Workspace, document: Document) -> Look | None:
    """The same, not looked for again if the text is still the same."""
    known = _looks.get(_path(workspace, document) or "")
    return known.look if known and known.text == document.source else _look(workspace, document)


def _forget_closed(workspace: Workspace) -> None:
    """pylsp does not tell plugins that a document is closed."""
    opened = {_path(workspace, each) for each in workspace.documents.values()}
    for path, known in list(_looks.items()):
        if known.root == workspace.root_path and path not in opened:
            del _looks[path]
            close(path)


def _path(workspace: Workspace, document: Document) -> str | None:
    """The path of a file, which a text without one would have in the workspace's folder; None for notebooks."""
    if document.uri.startswith("untitled:"):
        return os.path.join(workspace.root_path or os.getcwd(), f"{document.uri.partition(':')[2]}.py")
    return os.path.normpath(document.path) if document.uri.startswith("file:") else None


def _is_versioned(config: Config) -> bool:
    return bool(config.capabilities.get("workspace", {}).get("workspaceEdit", {}).get("documentChanges"))
