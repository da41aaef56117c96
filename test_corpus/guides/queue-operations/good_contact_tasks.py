"""The guide's import: chunks of a hundred are sent, and each sends its contacts one by one after all."""

from celery import Celery

from helpdesk.contacts import read_ids, store_contact

app = Celery("helpdesk", broker="redis://redis:6379/0", backend="redis://redis:6379/1")
app.conf.update(task_time_limit=600, task_default_queue="imports", worker_max_tasks_per_child=100, timezone="UTC")
app.conf.worker_prefetch_multiplier = 1


@app.task
def import_contact(contact_id: int) -> None:
    """Import one contact."""
    store_contact(contact_id)


@app.task
def import_chunk(contact_ids: list[int], number: int) -> str:
    """Send the contacts of one chunk."""
    for contact_id in contact_ids:
        import_contact.delay(contact_id)
    return f"chunk {number}: {len(contact_ids)} contacts sent"


@app.task
def import_contacts(path: str) -> int:
    """Send an import in chunks."""
    ids = read_ids(path)
    size = 100
    for start in range(0, len(ids), size):
        import_chunk.delay(ids[start : start + size], start // size)
    return len(ids)
