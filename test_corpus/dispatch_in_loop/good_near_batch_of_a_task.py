"""A task that was handed a batch sends its items; what makes the batches sends one message for each."""

from celery import Celery

from mail.store import add_address, id_groups, read_addresses

app = Celery("mail")


@app.task
def import_address(row: dict[str, str]) -> None:
    add_address(**row)


@app.task
def import_batch(rows: list[dict[str, str]], number: int) -> str:
    for row in rows:
        import_address.delay(row)
    return f"batch {number} has {len(rows)} rows"


@app.task
def import_addresses(path: str) -> None:
    rows = read_addresses(path)
    size = 200
    for start in range(0, len(rows), size):
        batch = rows[start : start + size]
        import_batch.delay(batch, start // size)


@app.task
def verify(id_list: list[int]) -> None:
    add_address(ids=id_list)


@app.task
def verify_all() -> None:
    for id_list in id_groups(100):
        verify.delay(id_list)
