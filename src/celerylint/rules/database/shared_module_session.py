"""One session, or one connection, serves all the tasks of a module.

A session that is opened at import lives as long as the worker. A statement that fails in one task makes it fail in
every later task of the process, and what one task has read is what the next one sees, however old. A connection that
is open when the worker forks is shared by all its children, which read each other's answers.

Open a session in each task. An engine, a `sessionmaker` and a `scoped_session` may stand at the top of a module, as
long as nothing connects there; if something must, call `engine.dispose(close=False)` in `worker_process_init`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.import_connection import ImportConnection, ModuleSession

CONNECTED = (
    "this connects `{name}` at import, so forked workers share its connection; "
    "connect later, or call `{name}.dispose(close=False)` in `worker_process_init`"
)
rule = Rule(
    __name__,
    code=307,
    message="all tasks share `{name}`, so once a statement fails it fails for each of them; open one in each task",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(ModuleSession)
def check(session: ModuleSession) -> Findings:
    if not session.is_closed_by_somebody:
        yield rule.at(session, name=session.name)


@rule.check(ImportConnection)
def check_import(connection: ImportConnection) -> Findings:
    """A connection that is kept in a name is a ModuleSession as well."""
    kept = connection.module.at(ModuleSession, connection.node)
    if kept is None and connection.module.settings.worker_pool in (None, "prefork"):
        yield rule.at(connection, CONNECTED, name=connection.name)
