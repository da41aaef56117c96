from celery import shared_task

from observatory.telescope import Telescope


@shared_task(bind=True, max_retries=None)  # expect CEL208: max_retries=None
def wait_until_pointed(self, star: str) -> None:
    telescope = Telescope()
    if telescope.target != star:
        telescope.point(star)
    if telescope.is_moving:
        raise self.retry(countdown=10)
    telescope.lock()
