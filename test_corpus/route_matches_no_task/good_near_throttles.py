"""Rates and routes of other libraries, with patterns of their own."""

from celery import shared_task

ROUTES = {"/api/*": "api", "/*": "web"}
TYPE_ANNOTATIONS = {"shop.models.*": "strict"}
REST_FRAMEWORK = {"DEFAULT_THROTTLE_RATES": {"shop.*": "10/s"}}


@shared_task
def reload_routes():
    print(ROUTES, TYPE_ANNOTATIONS, REST_FRAMEWORK)
