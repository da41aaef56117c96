"""`celerylint lsp`: a language server on standard input and output, for any editor. pygls is imported here only.

The event loop only takes and sends messages. One thread checks, one text after the other; what it found is sent if the
text is still the one that the editor has.
"""

from __future__ import annotations

import asyncio
import logging
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any, TypeVar

from lsprotocol import types
from lsprotocol.converters import get_converter
from pygls.exceptions import JsonRpcMethodNotFound
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path, uri_scheme
from pygls.workspace import TextDocument

from celerylint import __version__
from celerylint.core.settings import SettingsError
from celerylint.fixing import can_fix
from celerylint.hosts.editor import Asked, Look, actions, close, look, look_again
from celerylint.linter.result import BASELINE_FILE
from celerylint.linter.versions import SUFFIXES
from celerylint.reporting.lsp import FIX_ALL, QUICK_FIX, Json
from celerylint.syntax.source import SourceError

DELAY = 0.15
"""So many seconds after the last key a text is checked."""

_STACK = 64 << 20
"""Bytes of stack of the thread that checks: what Python's parser may need, more than some systems give a thread."""

_WATCHED = f"**/{{pyproject.toml,{BASELINE_FILE},*.py,*.pyi}}"

Value = TypeVar("Value")
_converter = get_converter()


def serve() -> int:
    """Serve until the client says `exit` or goes away; 0 if it had said `shutdown`, as the protocol asks."""
    output, sys.stdout = sys.stdout, sys.stderr  # nothing but messages
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    logging.getLogger("pygls").setLevel(logging.ERROR)  # it warns of messages that any editor sends
    server = Server()
    server.start_io(sys.stdin.buffer, output.buffer)
    return 0 if server.is_shut_down else 1


class Server(LanguageServer):
    """The state of one client: what is known of the documents it has open, by URI."""

    def __init__(self) -> None:
        # The whole text each time: pygls counts lines as `str.splitlines` does, which editors do not.
        super().__init__("celerylint", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.is_shut_down = False
        self._worker = _Worker()
        self._looks: dict[str, tuple[int | None, Look]] = {}
        self._published: dict[str, tuple[int | None, list[Json]]] = {}
        self._changed: dict[str, None] = {}
        self._is_everything_due = False
        self._task: asyncio.Task[None] | None = None
        self._said = ""
        handlers: dict[str, Callable[..., Any]] = {
            types.INITIALIZED: self._initialized,
            types.SHUTDOWN: self._shutdown,
            types.TEXT_DOCUMENT_DID_OPEN: self._did_open,
            types.TEXT_DOCUMENT_DID_CHANGE: self._did_change,
            types.TEXT_DOCUMENT_DID_SAVE: self._did_save,
            types.TEXT_DOCUMENT_DID_CLOSE: self._did_close,
            types.WORKSPACE_DID_CHANGE_WATCHED_FILES: self._did_change_files,
            types.TEXT_DOCUMENT_HOVER: self._hover,
        }
        for method, handler in handlers.items():
            self.feature(method)(partial(handler))  # pygls sets attributes, which methods have none of
        kinds = types.CodeActionOptions([QUICK_FIX, FIX_ALL])
        self.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)(partial(self._code_action))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Log what went wrong in us."""
        if not isinstance(error, JsonRpcMethodNotFound):  # that is answered
            self._log(f"internal error: {type(error).__name__}: {error}")

    def _log(self, text: str, kind: types.MessageType = types.MessageType.Error) -> None:
        self.window_log_message(types.LogMessageParams(kind, f"celerylint: {text}"))

    # --- what the client says

    async def _initialized(self, params: types.InitializedParams) -> None:
        if not can_fix():
            why = 'no fixes: LibCST is not installed: pip install "celerylint[lsp]"'
            self._log(why, types.MessageType.Info)
        files = self._capability("workspace", "did_change_watched_files", "dynamic_registration")
        if files:
            watched = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(_WATCHED)])
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            registration = types.Registration("celerylint-files", method, watched)
            await self.client_register_capability_async(types.RegistrationParams([registration]))

    def _shutdown(self, params: None) -> None:
        self.is_shut_down = True

    def _did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        self._check_soon(params.text_document.uri, 0)

    def _did_save(self, params: types.DidSaveTextDocumentParams) -> None:
        self._is_everything_due = True
        self._check_soon(params.text_document.uri, 0)

    def _did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        self._check_soon(params.text_document.uri, DELAY)

    def _did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        path = self._path(TextDocument(uri, "", language_id="python"))
        self._changed.pop(uri, None)
        self._looks.pop(uri, None)
        if self._published.pop(uri, None):
            self._send(uri, None, [])
        if path:
            self._worker.put(partial(close, path))
            self._check_everything_soon()

    async def _did_change_files(self, params: types.DidChangeWatchedFilesParams) -> None:
        await self._worker.do(look_again)
        self._check_everything_soon()

    # --- checking

    def _check_soon(self, uri: str, delay: float) -> None:
        """Check a document after a delay, unless something else comes first, and then the others that are open if
        something else may be found in them."""
        self._changed[uri] = None
        self._begin(delay)

    def _check_everything_soon(self) -> None:
        self._is_everything_due = True
        self._begin(DELAY)

    def _begin(self, delay: float) -> None:
        if self._task:
            self._task.cancel()
        self._task = asyncio.ensure_future(self._check_all(delay))

    async def _check_all(self, delay: float) -> None:
        await asyncio.sleep(delay)
        last = None
        for last in [*self._changed]:
            await self._check(last)
            self._changed.pop(last, None)
        if not self._is_everything_due:
            return
        self._is_everything_due = False
        try:
            for uri in [uri for uri in self._documents() if uri != last]:
                await self._check(uri)
        except asyncio.CancelledError:
            self._is_everything_due = True
            raise

    async def _check(self, uri: str) -> None:
        document = self._documents().get(uri)
        seen = await self._look(document) if document else None
        if document is None or seen is None:
            return
        diagnostics = seen.diagnostics
        if self._published.get(uri) != (document.version, diagnostics):
            self._published[uri] = document.version, diagnostics
            self._send(uri, document.version, diagnostics)

    async def _look(self, document: TextDocument) -> Look | None:
        """What is found in a document now; None if that cannot be told, or the document is another by then."""
        path, version = self._path(document), document.version
        if path is None:
            return None
        agreed = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
        encoding = types.PositionEncodingKind(agreed).value
        try:
            seen = await self._worker.do(partial(self._looked, path, document.source, encoding))
        except SourceError:
            return None  # what was found last stays until the text can be parsed again
        except SettingsError as error:
            self._say(str(error))
            return None
        except Exception as error:
            self._log(f"{path}: internal error: {type(error).__name__}: {error}")
            return None
        self._said = ""
        for failure in seen.failures:
            self._log(f"{path}: {failure}")
        current = self._documents().get(document.uri)
        if current is None or current.version != version:
            return None
        self._looks[document.uri] = version, seen
        return seen

    def _looked(self, path: str, text: str, encoding: str) -> Look:
        """A look, in the thread: what it means to others is noted also if nobody waits for it any more."""
        seen = look(path, text, encoding)
        if seen.is_news:  # never anything but True from here: the other thread writes too
            self._is_everything_due = True
        return seen

    def _say(self, text: str) -> None:
        """Tell the user what is wrong with the settings, once."""
        if text != self._said:
            self._said = text
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"celerylint: {text}"))

    def _send(self, uri: str, version: int | None, diagnostics: list[Json]) -> None:
        params = {"uri": uri, "version": version, "diagnostics": diagnostics}
        self.text_document_publish_diagnostics(_converter.structure(params, types.PublishDiagnosticsParams))

    # --- what the client asks

    async def _hover(self, params: types.HoverParams) -> types.Hover | None:
        seen = await self._current(params.text_document.uri)
        found = seen.hover(_converter.unstructure(params.position)) if seen else None
        if found is None:
            return None
        formats = self._capability("text_document", "hover", "content_format") or [types.MarkupKind.Markdown]
        if types.MarkupKind.Markdown not in formats:
            found["contents"]["kind"] = "plaintext"
        return _converter.structure(found, types.Hover)

    async def _code_action(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        seen = await self._current(uri)
        if seen is None:
            return []
        context = params.context
        asked = Asked(
            uri,
            self._looks[uri][0],
            _converter.unstructure(params.range),
            None if context.only is None else [str(getattr(kind, "value", kind)) for kind in context.only],
            _converter.unstructure(context.diagnostics),
            bool(self._capability("workspace", "workspace_edit", "document_changes")),
        )
        found = await self._worker.do(partial(actions, seen, asked))
        return [_converter.structure(action, types.CodeAction) for action in found]

    async def _current(self, uri: str) -> Look | None:
        """What is found in the text that the editor has now."""
        document = self._documents().get(uri)
        version, seen = self._looks.get(uri, (None, None))
        if document is None or (seen and version == document.version):
            return seen
        return await self._look(document)

    # --- documents

    def _documents(self) -> dict[str, TextDocument]:
        return {document.uri: document for document in self.workspace.text_documents.values()}

    def _path(self, document: TextDocument) -> str | None:
        """The path of a Python file, which a text without a file would have in the first folder of the workspace; None
        for anything else: notebooks, versions of a repository."""
        scheme = uri_scheme(document.uri)
        if scheme == "file":
            path = to_fs_path(document.uri) or ""
            is_python = document.language_id == "python" or path.endswith(SUFFIXES)
            return os.path.normpath(path) if path and is_python else None
        if scheme == "untitled" and document.language_id == "python":
            folders = [to_fs_path(folder.uri) for folder in self.workspace.folders.values()]
            root = next(filter(None, [*folders, self.workspace.root_path]), os.getcwd())
            name = document.path if document.path.endswith(SUFFIXES) else f"{document.path}.py"
            return os.path.normpath(os.path.join(root, name))
        return None

    def _capability(self, *names: str) -> Any:
        """What the client says it can do."""
        found: Any = self.client_capabilities
        for name in names:
            found = getattr(found, name, None)
        return found


class _Worker:
    """A thread that does one thing after the other. It holds up nobody who wants to leave."""

    def __init__(self) -> None:
        self._waiting: queue.SimpleQueue[tuple[Future[Any], Callable[[], Any]]] = queue.SimpleQueue()
        before = threading.stack_size(_STACK)
        threading.Thread(target=self._run, name="celerylint", daemon=True).start()
        threading.stack_size(before)

    def put(self, function: Callable[[], Value]) -> Future[Value]:
        """Have something done."""
        future: Future[Value] = Future()
        self._waiting.put((future, function))
        return future

    async def do(self, function: Callable[[], Value]) -> Value:
        """Have something done, and wait for what it gives. It is never begun if the waiting is cancelled before."""
        return await asyncio.wrap_future(self.put(function))

    def _run(self) -> None:
        while True:
            future, function = self._waiting.get()
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(function())
            except BaseException as error:
                future.set_exception(error)
