import csv

from celery import Celery

from mail.store import add_address, read_addresses

app = Celery("mail")


@app.task
def import_address(row: dict[str, str]) -> None:
    add_address(**row)


@app.task
def import_addresses(path: str) -> int:
    with open(path, newline="") as source:
        rows = csv.DictReader(source)
        for row in rows:
            import_address.apply_async(args=(row,), queue="imports")  # expect CEL510: import_address.apply_async(args=(row,), queue="imports")
    return 0


@app.task
def import_again(path: str) -> int:
    addresses = read_addresses(path)
    return len([import_address.delay(address) for address in addresses])  # expect CEL510: import_address.delay(address)
