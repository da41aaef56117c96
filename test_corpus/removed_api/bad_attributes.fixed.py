import celery
from celery import Celery, shared_task

app = Celery("polls")


@celery.shared_task
def count(poll_id: int) -> int:
    return app.TaskSet(tasks=[publish.s(poll_id)]).apply_async()


@shared_task(bind=True)
def publish(self, poll_id: int) -> None:
    logger = self.get_logger()
    logger.info("publishing %s", poll_id)
    with self.app.connection_for_write() as connection:
        publish.get_publisher(connection).send(poll_id)
