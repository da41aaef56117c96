from celery import Celery, Task

from site_search.index import drop_old

app = Celery("search", backend="redis://localhost/1")


class DropOld(Task):
    name = "search.drop_old"

    def run(self, days: int) -> None:  # expect CEL527: def run
        drop_old(days)


app.register_task(DropOld())
