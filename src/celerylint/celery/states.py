"""States of tasks. Sources: `celery.states`, and what the documentation and people call a task that is under way."""

EXCEPTION_STATES = frozenset({"FAILURE", "RETRY", "REVOKED"})
"""States whose result is read back as an exception (celery.backends.base.Backend.meta_from_decoded)."""

STATES = EXCEPTION_STATES | {"PENDING", "RECEIVED", "STARTED", "SUCCESS", "REJECTED", "IGNORED"}
"""Every state that Celery itself sets."""

UNDER_WAY = frozenset({"PENDING", "RECEIVED", "STARTED", "PROGRESS", "RUNNING", "PROCESSING", "IN_PROGRESS"})
"""States that say that a task is not done yet, in capitals."""

UPDATE_STATE_PARAMETERS = ("task_id", "state", "meta")
"""The parameters of `Task.update_state`, in their order."""

PROGRESS = "PROGRESS"
"""The state that Celery's documentation gives a task on its way."""

PROGRESS_KEYS = ("current", "total")
"""What is stored with it there."""
