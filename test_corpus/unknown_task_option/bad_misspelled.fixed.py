from celery import shared_task

from couriers.routes import plan_route


@shared_task(
    bind=True,
    max_retries=3,
    default_retry_delay=30,
    soft_time_limit=60,
)
def plan_tour(self, courier_id: int) -> list[str]:
    try:
        return plan_route(courier_id)
    except ConnectionError as error:
        raise self.retry(exc=error)
