"""`link` is an argument of the task here, and of a page."""

from celery import shared_task

from atlas.pages import Page, draw
from atlas.tasks import publish


@shared_task
def draw_map(place: str, link: str) -> None:
    draw(place, link)


def journey(page: Page, place: str) -> None:
    draw_map.delay(place, link="https://maps.example")
    draw_map.apply_async((place,), kwargs={"link": "https://maps.example"})
    page.link("https://maps.example")
    page.link(draw_map)
    publish.delay(link=place)
