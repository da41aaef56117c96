"""Transactions of Django and SQLAlchemy as data: what opens one, what writes in it.

Sources: `django.db.transaction`, `django.db.models.Model` and `QuerySet`, `sqlalchemy.orm.Session`.
"""

ATOMIC = frozenset({"django.db.transaction.atomic", "django.db.transaction.Atomic"})
ON_COMMIT = frozenset({"django.db.transaction.on_commit", "django.db.connection.on_commit"})

MANAGER_WRITES = frozenset(
    "create bulk_create update bulk_update delete get_or_create update_or_create "
    "acreate abulk_create aupdate abulk_update adelete aget_or_create aupdate_or_create".split()
)
"""Methods of a Django manager or queryset that write."""

ONLY_MANAGER_WRITES = MANAGER_WRITES - {"create", "update", "delete", "acreate", "aupdate", "adelete"}
"""Those whose name nothing else has."""

INSTANCE_WRITES = frozenset({"save", "delete", "asave", "adelete"})
"""Methods of a Django model instance that write."""

SAVE_KEYWORDS = frozenset({"force_insert", "force_update", "using", "update_fields", "keep_parents"})
"""Keywords of those."""
