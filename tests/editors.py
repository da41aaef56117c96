"""A real client of language servers, pygls's and lsprotocol's own as `pytest-lsp` has it: every message is checked
against the protocol, and against what the client it plays can do."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import time
from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

from tests.processes import clean_environment

SERVER = (sys.executable, "-m", "celerylint", "lsp")
Result = TypeVar("Result")
_LONGEST = 30


class Editor:
    """An editor with a server of its own. `played` names the client whose capabilities it has, or is them."""

    def __init__(
        self,
        *folders: Path,
        command: Sequence[str] = SERVER,
        played: str | types.ClientCapabilities = "visual_studio_code",
        more: dict[str, str] | None = None,
        options: Any = None,
    ) -> None:
        self._loop = asyncio.new_event_loop()
        self._folders = folders
        self._command = command
        self._played = played
        self._environment = clean_environment(more)
        self._options = options
        self._versions: dict[str, int] = {}
        self.client = LanguageClient(converter_factory=_converter)
        self.applied: list[types.ApplyWorkspaceEditParams] = []
        self.registered: list[types.Registration] = []
        self.arrived: list[types.PublishDiagnosticsParams] = []
        """Every report of diagnostics, as they came."""

    def __enter__(self) -> Editor:
        self.run(self._start())
        return self

    def __exit__(self, *error: object) -> None:
        if self.process.returncode is None:
            self.process.kill()
        self.run(self._stop())
        self._loop.close()

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Do something that takes time, while messages come in."""
        return self._loop.run_until_complete(asyncio.wait_for(work, _LONGEST))

    @property
    def process(self) -> asyncio.subprocess.Process:
        """The server's process."""
        assert self.client._server
        return self.client._server

    async def _start(self) -> None:
        client = self.client

        def register(params: types.RegistrationParams) -> None:
            self.registered += params.registrations

        def apply(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
            self.applied.append(params)
            return types.ApplyWorkspaceEditResult(applied=True)

        own: dict[str, Callable[..., Any]] = {
            types.CLIENT_REGISTER_CAPABILITY: register,
            types.WORKSPACE_APPLY_EDIT: apply,
            types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: self.arrived.append,
        }
        register_lsp_features(client, {**DEFAULT_CLIENT_FEATURES, **{name: partial(own[name]) for name in own}})
        cwd = self._folders[0] if self._folders else Path.cwd()
        await client.start_io(*self._command, cwd=cwd, env=self._environment)
        played = self._played
        can = client_capabilities(played) if isinstance(played, str) else played
        folders = [types.WorkspaceFolder(folder.as_uri(), folder.name) for folder in self._folders]
        self.initialized = await client.initialize_session(
            types.InitializeParams(
                capabilities=can,
                root_uri=folders[0].uri if folders else None,
                workspace_folders=folders or None,
                initialization_options=self._options,
            )
        )

    async def _stop(self) -> None:
        await self.process.wait()
        await self.client.stop()  # type: ignore[no-untyped-call]
        for task in asyncio.all_tasks(self._loop) - {asyncio.current_task(self._loop)}:
            task.cancel()

    def leave(self) -> int:
        """Say goodbye; the exit code of the server."""
        self.run(self.client.shutdown_session())
        return self.run(self.process.wait())

    # --- documents

    def open(self, path: Path | str, text: str | None = None, language: str = "python") -> None:
        """Open a file, or a document with a URI, with a text or the one that is on the disk."""
        uri = _uri(path)
        self._versions[uri] = 1
        item = types.TextDocumentItem(uri, language, 1, Path(path).read_text() if text is None else text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def type(self, path: Path | str, text: str) -> None:
        """Change the whole text of an open document."""
        uri = _uri(path)
        self._versions[uri] += 1
        document = types.VersionedTextDocumentIdentifier(version=self._versions[uri], uri=uri)
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    def save(self, path: Path, text: str) -> None:
        """Write the file of an open document, and say so."""
        path.write_text(text)
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(_document(path)))

    def close(self, path: Path | str) -> None:
        """Close a document."""
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(_document(path)))

    def change_on_disk(self, path: Path, text: str) -> None:
        """Write a file that is not open, and say so as an editor that watches."""
        path.write_text(text)
        event = types.FileEvent(path.as_uri(), types.FileChangeType.Changed)
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))

    # --- what the server says

    def wait(self, is_there: Callable[[], Result]) -> Result:
        """Wait until something is there."""
        end = time.monotonic() + _LONGEST
        while not (found := is_there()):
            assert time.monotonic() < end, f"not there: {self.arrived[-3:]} {self.client.log_messages[-3:]}"
            self.run(asyncio.sleep(0.01))
        return found

    def reports(self, path: Path | str, version: int | None = None) -> list[types.PublishDiagnosticsParams]:
        """What came about a document, or one version of it, so far."""
        of_it = [each for each in self.arrived if each.uri == _uri(path)]
        return [each for each in of_it if version is None or each.version == version]

    def found(self, path: Path | str, version: int | None = None) -> list[types.Diagnostic]:
        """What is found in a document, by default in the version that was sent last."""
        version = self._versions[_uri(path)] if version is None else version
        self.wait(lambda: self.reports(path, version))
        return list(self.reports(path, version)[-1].diagnostics)

    def codes(self, path: Path | str) -> list[str]:
        """The codes of what is found in the newest version."""
        return [str(each.code) for each in self.found(path)]

    def until(self, path: Path | str, codes: list[str]) -> None:
        """Wait until just this is found, in whatever version."""
        self.wait(lambda: [each.code for report in self.reports(path)[-1:] for each in report.diagnostics] == codes)

    def actions(
        self, path: Path | str, diagnostic: types.Diagnostic | None = None, only: Sequence[str] | None = None
    ) -> list[types.CodeAction]:
        """What can be done about a diagnostic, or at the start of a document."""
        place = types.Position(0, 0)
        context = types.CodeActionContext([diagnostic] if diagnostic else [], only)
        params = types.CodeActionParams(
            _document(path), diagnostic.range if diagnostic else types.Range(place, place), context
        )
        found = self.run(self.client.text_document_code_action_async(params)) or []
        return [each for each in found if isinstance(each, types.CodeAction)]

    def hover(self, path: Path | str, line: int, column: int) -> types.Hover | None:
        """What is said of a place; both count from 0."""
        params = types.HoverParams(_document(path), types.Position(line, column))
        return self.run(self.client.text_document_hover_async(params))


def _converter() -> Any:
    """lsprotocol 2025.0.0 cannot read which cells of notebooks python-lsp-server wants to hear of."""
    made = default_converter()  # type: ignore[no-untyped-call]
    made.register_structure_hook(types.NotebookDocumentSyncOptions, lambda value, kind: kind([]))
    return made


def applied(
    text: str, edits: Sequence[types.TextEdit | types.AnnotatedTextEdit | Any], encoding: str = "utf-16"
) -> str:
    """A text after edits, as an editor makes them."""
    lines = [*re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text), ""]

    def offset(position: types.Position) -> int:
        line = lines[position.line]
        unit = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]
        name = encoding if encoding == "utf-8" else f"{encoding}-le"
        before = line.encode(name)[: position.character * unit].decode(name)
        return sum(map(len, lines[: position.line])) + len(before)

    for edit in sorted(edits, key=lambda each: offset(each.range.start), reverse=True):
        text = text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]
    return text


def edits(action: types.CodeAction) -> list[Any]:
    """The edits of an action that changes one document."""
    assert action.edit
    if action.edit.document_changes:
        (change,) = action.edit.document_changes
        assert isinstance(change, types.TextDocumentEdit)
        return list(change.edits)
    assert action.edit.changes
    ((_, made),) = action.edit.changes.items()
    return list(made)


def _uri(path: Path | str) -> str:
    return path.as_uri() if isinstance(path, Path) else path


def _document(path: Path | str) -> types.TextDocumentIdentifier:
    return types.TextDocumentIdentifier(_uri(path))


def environment(home: Path) -> dict[str, str]:
    """An environment whose home and cache are apart."""
    return {"HOME": str(home), "CELERYLINT_CACHE_DIR": os.path.join(home, "cache")}
