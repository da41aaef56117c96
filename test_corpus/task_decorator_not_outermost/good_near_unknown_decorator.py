"""Nobody can see here what the decorators give; the last one is an object that hangs a check on the task."""

from celery import shared_task

from accounts.permissions import owner_only
from accounts.tasks import PublicTask, publish
from accounts.users import erase


@publish("users.erase")
@owner_only
@shared_task
def erase_user(user_id: int) -> None:
    erase(user_id)


@PublicTask.permission_check(lambda user: user.is_staff)
@shared_task
def erase_all() -> None:
    erase(None)
