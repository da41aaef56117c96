from celery import shared_task

from couriers.routes import plan_route


@shared_task(
    bind=True,
    max_retry=3,  # expect CEL105: max_retry=3
    default_retry_dealy=30,  # expect CEL105: default_retry_dealy=30
    soft_timelimit=60,  # expect CEL105: soft_timelimit=60
)
def plan_tour(self, courier_id: int) -> list[str]:
    try:
        return plan_route(courier_id)
    except ConnectionError as error:
        raise self.retry(exc=error)
