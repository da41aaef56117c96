# settings: service-packages = ["good_near_services"]
"""A service that has tasks of its own imports other services as it likes."""

from celery import shared_task

from good_near_services.mail import send


@shared_task
def thank(guest: int) -> None:
    send(guest, "Thank you")
