"""What Celery once had: qualified names, the version that removed each, and what to write instead.

Sources: the change logs of 4.0 and 5.0, and what the installed Celery no longer has. Several names that were deprecated
with these are still there (`celery.execute`, `celery.registry`, `celery.subtask`), and so are not in the tables.
"""

REMOVED = {
    "celery.task.task": ((5, 0), "`celery.shared_task`"),
    "celery.task.Task": ((5, 0), "`celery.Task`"),
    "celery.task.base.Task": ((5, 0), "`celery.Task`"),
    "celery.task.current": ((5, 0), "`celery.current_task`"),
    "celery.task.group": ((5, 0), "`celery.group`"),
    "celery.task.chord": ((5, 0), "`celery.chord`"),
    "celery.task.subtask": ((5, 0), "`celery.signature`"),
    "celery.task.sets.subtask": ((5, 0), "`celery.signature`"),
    "celery.task.sets.TaskSet": ((5, 0), "`celery.group`"),
    "celery.task.TaskSet": ((5, 0), "`celery.group`"),
    "celery.task.periodic_task": ((5, 0), "a task, and its schedule in `beat_schedule`"),
    "celery.task.PeriodicTask": ((5, 0), "a task, and its schedule in `beat_schedule`"),
    "celery.task.schedules.crontab": ((5, 0), "`celery.schedules.crontab`"),
    "celery.task.schedules": ((5, 0), "`celery.schedules`"),
    "celery.task.control": ((5, 0), "`app.control`"),
    "celery.task.http": ((5, 0), "a task that sends the request"),
    "celery.task.base": ((5, 0), "`celery.Task`"),
    "celery.task.sets": ((5, 0), "`celery.group`"),
    "celery.task.trace": ((5, 0), "`celery.app.trace`"),
    "celery.task": ((5, 0), "`celery.shared_task`"),
    "celery.decorators.task": ((5, 0), "`celery.shared_task`"),
    "celery.decorators.periodic_task": ((5, 0), "a task, and its schedule in `beat_schedule`"),
    "celery.decorators": ((5, 0), "`celery.shared_task`"),
    "celery.periodic_task": ((5, 0), "a task, and its schedule in `beat_schedule`"),
    "celery.PeriodicTask": ((5, 0), "a task, and its schedule in `beat_schedule`"),
    "celery.TaskSet": ((5, 0), "`celery.group`"),
    "celery.result.BaseAsyncResult": ((5, 0), "`celery.result.AsyncResult`"),
    "celery.result.TaskSetResult": ((5, 0), "`celery.result.GroupResult`"),
    "celery.five": ((5, 0), "what Python 3 has itself"),
    "celery.conf": ((4, 0), "`app.conf`"),
    "celery.contrib.batches": ((4, 0), "the package `celery-batches`"),
    "celery.contrib.methods": ((4, 0), "a function that is passed what it needs"),
    "celery.contrib.bundles": ((4, 0), "`include=[...]` of the app"),
    "celery.datastructures": ((4, 0), "`celery.utils.collections`"),
    "celery.utils.timeutils": ((4, 0), "`celery.utils.time`"),
    "celery.utils.encoding": ((5, 0), "`kombu.utils.encoding`"),
    "celery.utils.compat": ((4, 0), "what Python 3 has itself"),
    "celery.utils.mail": ((4, 0), "a handler of the `task_failure` signal"),
    "celery.utils.datastructures": ((4, 0), "`celery.utils.collections`"),
    "celery.utils.dispatch.saferef": ((5, 0), "`weakref`"),
    "celery.backends.amqp": ((5, 0), "the result backend `rpc://`"),
    "celery.backends.riak": ((5, 0), "another result backend"),
    "celery.backends.get_backend_by_url": ((4, 0), "`celery.app.backends.by_url`"),
    "celery.backends.get_backend_cls": ((4, 0), "`celery.app.backends.by_name`"),
    "celery.backends.default_backend": ((4, 0), "`app.backend`"),
    "celery.bin.base.Command": ((5, 0), "a command of `click`"),
    "celery.bin.base.Option": ((5, 0), "an option of `click`"),
    "celery.result.from_serializable": ((4, 0), "`celery.result.result_from_tuple`"),
    "celery.utils.get_symbol_by_name": ((4, 0), "`celery.utils.imports.symbol_by_name`"),
    "celery.utils.is_iterable": ((4, 0), "`kombu.utils.functional.is_list`"),
    "celery.utils.kwdict": ((4, 0), "the dict as it is"),
    "celery.utils.strtobool": ((4, 0), "`celery.utils.serialization.strtobool`"),
    "celery.utils.warn_deprecated": ((4, 0), "`celery.utils.deprecated.warn`"),
    "celery.concurrency.processes": ((4, 0), "`celery.concurrency.prefork`"),
    "celery.concurrency.threads": ((4, 0), "`celery.concurrency.thread`"),
    "celery.worker.job": ((4, 0), "`celery.worker.request`"),
    "celery.bin.celeryd": ((4, 0), "`celery.bin.worker`"),
    "celery.loaders.djcelery": ((4, 0), "`app.config_from_object`"),
}
"""Modules, and names in modules. What is inside a removed module is removed with it."""

REMOVED_FROM_TASK = {
    "get_publisher": ((5, 0), "`self.app.amqp.Producer`"),
    "get_consumer": ((5, 0), "`self.app.amqp.TaskConsumer`"),
    "establish_connection": ((5, 0), "`self.app.connection_for_write()`"),
    "replace_in_chord": ((5, 0), "`self.replace(...)`"),
    "get_logger": ((5, 0), "`celery.utils.log.get_task_logger(__name__)`"),
}
"""Attributes of tasks."""

REMOVED_FROM_APP = {
    "TaskSet": ((5, 0), "`celery.group`"),
    "subtask": ((5, 0), "`app.signature(...)`"),
    "periodic_task": ((5, 0), "a task, and its schedule in `beat_schedule`"),
    "mail_admins": ((4, 0), "a handler of the `task_failure` signal"),
    "with_default_connection": ((4, 0), "`app.connection_or_acquire()`"),
}
"""Attributes of apps."""
