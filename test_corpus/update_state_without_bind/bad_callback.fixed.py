from lending.celery import celery_app
from lending.imports import import_books


@celery_app.task(bind=True, acks_late=True)
def import_catalogue(self, path: str) -> int:
    def report(done: int, total: int) -> None:
        self.update_state(state="PROGRESS", meta={"current": done, "total": total})

    return import_books(path, on_progress=report)
