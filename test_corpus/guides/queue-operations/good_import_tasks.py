"""A large import is sent in chunks of ids."""

from celery import Celery

from helpdesk.contacts import read_ids, store_contacts

app = Celery("helpdesk", broker="redis://redis:6379/0", backend="redis://redis:6379/1")
app.conf.update(task_time_limit=600, task_default_queue="imports", worker_max_tasks_per_child=100, timezone="UTC")
app.conf.worker_prefetch_multiplier = 1


@app.task
def import_chunk(contact_ids: list[int], number: int) -> str:
    """Import one chunk of contacts."""
    store_contacts(contact_ids)
    return f"chunk {number}: {len(contact_ids)} contacts"


@app.task
def import_contacts(path: str) -> int:
    """Send an import in chunks of a hundred."""
    ids = read_ids(path)
    chunks = [ids[start : start + 100] for start in range(0, len(ids), 100)]
    import_chunk.chunks(zip(chunks, range(len(chunks))), 10).apply_async()
    return len(chunks)
