from celery import Celery, Task

from crm.contacts import CrmDown, export, purge

app = Celery("crm")


class Retrying(Task):
    autoretry_for = (Exception,)
    retry_kwargs = {"max_retries": 8, "countdown": 2}


@app.task(base=Retrying, bind=True)
def export_contacts(task, group: str) -> str:
    try:
        return export(group)
    except CrmDown as error:
        task.retry(exc=error)  # expect CEL205: task.retry(exc=error)


@app.task(bind=True, autoretry_for=(ConnectionError,), retry_backoff=5)
def purge_contacts(task, group: str) -> None:
    try:
        purge(group)
    except Exception as error:
        raise task.retry(exc=error)  # expect CEL205: task.retry(exc=error)
