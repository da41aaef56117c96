"""SQLAlchemy, Flask-SQLAlchemy and Django as data: qualified names, and what their methods do."""

from celerylint.celery.transactions import INSTANCE_WRITES, MANAGER_WRITES

SESSION_CLASSES = frozenset(
    {
        "sqlalchemy.orm.Session",
        "sqlalchemy.orm.session.Session",
        "sqlalchemy.ext.asyncio.AsyncSession",
        "sqlalchemy.ext.asyncio.session.AsyncSession",
        "sqlmodel.Session",
        "sqlmodel.ext.asyncio.session.AsyncSession",
    }
)
"""Calling one gives a session."""

SESSION_MAKERS = frozenset(
    {
        "sqlalchemy.orm.sessionmaker",
        "sqlalchemy.orm.session.sessionmaker",
        "sqlalchemy.ext.asyncio.async_sessionmaker",
    }
)
"""Calling one gives a factory of sessions."""

SCOPED_SESSIONS = frozenset(
    {
        "sqlalchemy.orm.scoped_session",
        "sqlalchemy.orm.scoping.scoped_session",
        "sqlalchemy.ext.asyncio.async_scoped_session",
    }
)
"""Calling one gives a registry: a factory of sessions that can be used like one."""

ENGINE_FACTORIES = frozenset(
    {
        "sqlalchemy.create_engine",
        "sqlalchemy.engine.create_engine",
        "sqlalchemy.ext.asyncio.create_async_engine",
        "sqlmodel.create_engine",
    }
)
ASYNC_ENGINE_FACTORIES = frozenset(
    {"sqlalchemy.ext.asyncio.create_async_engine", "sqlalchemy.ext.asyncio.engine.create_async_engine"}
)
POOLS = frozenset(
    f"sqlalchemy.{module}{name}"
    for module in ("", "pool.", "pool.impl.")
    for name in ("QueuePool", "AsyncAdaptedQueuePool")
)
"""Pools that keep connections."""

ENGINE_CLASSES = frozenset(
    {
        "sqlalchemy.Engine",
        "sqlalchemy.engine.Engine",
        "sqlalchemy.ext.asyncio.AsyncEngine",
        "sqlalchemy.engine.base.Engine",
    }
)

FLASK_PACKAGES = frozenset({"flask", "flask_sqlalchemy"})
FLASK_SESSIONS = frozenset({"flask_sqlalchemy.SQLAlchemy().session", "flask_sqlalchemy.extension.SQLAlchemy().session"})
"""The registry of Flask-SQLAlchemy, where the extension is seen to be made."""
FLASK_APP_MAKERS = frozenset({"create_app", "make_app", "Flask"})
"""What an application of Flask is made by: the class, and the names that its documentation gives factories."""
CONTEXT_PUSHERS = frozenset({"app_context", "test_request_context"})
"""Methods of an application of Flask that give a context to be entered."""

DATABASE_ERROR_MODULES = ("sqlalchemy.exc.", "sqlalchemy.orm.exc.")
RESULT_ERRORS = frozenset(
    f"{module}.{name}"
    for module in ("sqlalchemy.exc", "sqlalchemy.orm.exc")
    for name in ("NoResultFound", "MultipleResultsFound")
)
"""Raised by `one()` when the statement is done: the database has not failed."""

WRITING_METHODS = frozenset(
    "add add_all delete delete_all merge merge_all bulk_save_objects bulk_insert_mappings bulk_update_mappings".split()
)
"""Methods of a session whose work is lost unless it is committed."""

SESSION_WRITES = WRITING_METHODS | {"flush"}
"""Methods of a session that write, at once or at the next flush."""

SESSION_EXECUTES = frozenset({"execute", "scalar", "scalars", "exec"})
"""Methods of a session that take a statement."""

CLOSING_METHODS = frozenset({"close", "aclose", "remove", "close_all", "invalidate", "reset"})
"""Methods of a session or connection that give its connection back."""

RESTORING_METHODS = CLOSING_METHODS | {"rollback"}
"""Methods of a session after which it is sound again, whatever failed before."""

BEGINNING_METHODS = frozenset({"begin", "begin_nested"})
ENDING_METHODS = frozenset({"commit", "rollback"})

ENGINE_CONNECTS = frozenset({"connect", "begin", "execute", "raw_connection"})
"""Methods of an engine that take a connection."""

METADATA_CONNECTS = frozenset({"create_all", "drop_all", "reflect"})
"""Methods of a MetaData that connect by the engine they are given."""

BULK_QUERY_METHODS = frozenset({"delete", "update"})
"""Methods of a SQLAlchemy query that write all its rows at once."""

SENDING_METHODS = frozenset("flush commit bulk_save_objects bulk_insert_mappings bulk_update_mappings".split())
"""Methods of a session that send pending work to the database, which may refuse it."""

FETCHES = frozenset(
    "execute scalar scalars scalar_one scalar_one_or_none stream stream_scalars get get_one exec".split()
)
"""Methods of a session that ask the database at once."""

QUERY_FETCHES = frozenset(
    "all first one one_or_none one_or_404 first_or_404 get get_or_404 scalar scalar_one "
    "scalar_one_or_none count exists paginate".split()
)
"""Methods of a SQLAlchemy query that ask the database."""

SCALAR_METHODS = frozenset({"scalar", "scalars", "scalar_one", "scalar_one_or_none"})
"""Methods of a session or result that give the first column of each row: of `select(Model)` the instances."""

STREAMING_METHODS = frozenset({"stream", "stream_scalars", "yield_per"})
STREAMING_OPTIONS = frozenset({"stream_results", "yield_per"})
"""Execution options that keep a cursor open at the server while rows are read."""

WHOLE_FETCHES = frozenset("all fetchall fetchmany first one one_or_none scalar scalar_one count".split())
"""Methods of a result after which nothing is left to be streamed."""

PENDING_METHODS = frozenset(
    "add add_all delete expunge expunge_all expire expire_all in_transaction is_active is_modified info".split()
)
"""Methods of a session that never speak to the database."""

READ_STATEMENTS = frozenset({"sqlalchemy.future.select"}) | frozenset(
    f"{module}.{name}"
    for module in ("sqlalchemy", "sqlalchemy.sql", "sqlalchemy.sql.expression", "sqlmodel")
    for name in ("select", "exists", "union", "union_all")
)
WRITE_STATEMENTS = frozenset(
    f"{module}.{name}"
    for module in ("sqlalchemy", "sqlalchemy.sql", "sqlalchemy.sql.expression", "sqlmodel")
    for name in ("insert", "update", "delete")
) | frozenset(f"sqlalchemy.dialects.{dialect}.insert" for dialect in ("postgresql", "mysql", "sqlite"))
TEXT_STATEMENTS = frozenset({"sqlalchemy.text", "sqlalchemy.sql.text", "sqlalchemy.sql.expression.text"})

DJANGO_FETCHES = frozenset("get first last count exists aggregate earliest latest in_bulk".split())
"""Methods of a Django manager or queryset that ask the database at once."""

DJANGO_BUILDERS = frozenset(
    "filter exclude all order_by select_related prefetch_related values values_list annotate distinct "
    "only defer using reverse select_for_update none alias".split()
)
"""Methods that give another queryset; it asks the database when somebody iterates over it."""

WHOLE_QUERY_METHODS = frozenset(
    "query execute scalars exec all unique filter filter_by where order_by join outerjoin options distinct select_from "
    "execution_options populate_existing".split()
)
"""Methods of sessions, statements, queries and results of SQLAlchemy that leave all rows that match, each whole."""

WHOLE_QUERYSET_METHODS = frozenset(
    "objects filter exclude all order_by select_related prefetch_related distinct defer only using reverse".split()
)
"""Methods of a Django manager or queryset that leave all rows that match, each an instance."""

SINGLE_FETCHES = frozenset("first last one one_or_none scalar scalar_one scalar_one_or_none get get_one".split())
"""Methods that give one of the rows, whole."""
PARTIAL_FETCHES = frozenset("limit offset yield_per iterator".split())
"""Methods that give some of the rows, or some at a time, each whole."""

RELATIONSHIPS = frozenset(
    {"sqlalchemy.orm.relationship", "sqlalchemy.orm.relationships.relationship", "sqlmodel.Relationship"}
)
LAZY_LOADING = frozenset({"select", True, None})
"""Values of `lazy=` with which reading the attribute asks the database, None being left out."""

DJANGO_RELATIONSHIPS = {
    f"django.db.models{module}.{name}": name
    for module in ("", ".fields.related")
    for name in ("ForeignKey", "OneToOneField", "ManyToManyField")
}
"""Fields of a Django model that stand for other rows."""

BULK_COUNTERPARTS = {
    "create": "`bulk_create`",
    "acreate": "`abulk_create`",
    "save": "`bulk_update`",
    "asave": "`abulk_update`",
    "update": "one `update`",
    "aupdate": "one `aupdate`",
    "delete": "one `delete`",
    "adelete": "one `adelete`",
    "execute": "one `execute(statement, rows)`",
}
"""Methods that write one row, or those of one item, and what writes those of all items."""

WRITES = MANAGER_WRITES | INSTANCE_WRITES | {"insert", "merge"}
"""Methods that write: a write per item is another rule's matter."""

LOCKS = frozenset({"select_for_update", "with_for_update"})
"""Methods that lock what they read: rows are locked one by one on purpose."""

REPOSITORY_READS = ("get", "find", "fetch", "list", "load", "count", "exists", "select", "query", "read", "lookup")
"""How the methods of a repository that read begin."""

ASYNC_SESSION_CLASSES = frozenset(
    {
        "sqlalchemy.ext.asyncio.AsyncSession",
        "sqlalchemy.ext.asyncio.session.AsyncSession",
        "sqlmodel.ext.asyncio.session.AsyncSession",
    }
)
ASYNC_SESSION_MAKERS = frozenset(
    {
        "sqlalchemy.ext.asyncio.async_sessionmaker",
        "sqlalchemy.ext.asyncio.session.async_sessionmaker",
    }
)
ASYNC_SCOPED_SESSIONS = frozenset(
    {"sqlalchemy.ext.asyncio.async_scoped_session", "sqlalchemy.ext.asyncio.scoping.async_scoped_session"}
)
"""Calling a maker or a registry gives a factory of async sessions."""

ASYNC_CONNECTION_CLASSES = frozenset(
    {"sqlalchemy.ext.asyncio.AsyncConnection", "sqlalchemy.ext.asyncio.engine.AsyncConnection"}
)
ASYNC_ENGINE_CLASSES = frozenset({"sqlalchemy.ext.asyncio.AsyncEngine", "sqlalchemy.ext.asyncio.engine.AsyncEngine"})
LOOP_BOUND_DRIVERS = frozenset({"postgresql+asyncpg"})
"""Dialects and drivers whose connections work in the event loop alone that opened them. Those of psycopg and aiosqlite
work in any."""

URL_FACTORIES = frozenset({"sqlalchemy.URL.create", "sqlalchemy.engine.URL.create", "sqlalchemy.engine.url.URL.create"})

AWAITED_METHODS = {
    "session": frozenset(
        "aclose close close_all commit connection delete delete_all execute flush get get_one invalidate merge "
        "merge_all refresh reset rollback run_sync scalar scalars stream stream_scalars".split()
    ),
    "engine": frozenset("dispose raw_connection".split()),
    "connection": frozenset(
        "aclose close commit exec_driver_sql execute execution_options get_isolation_level get_raw_connection "
        "invalidate rollback run_sync scalar scalars start".split()
    ),
}
"""The coroutine methods of AsyncSession, AsyncEngine and AsyncConnection."""
