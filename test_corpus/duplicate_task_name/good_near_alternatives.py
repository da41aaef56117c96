"""Only one of the two is ever defined."""

from celery import shared_task
from django.conf import settings

try:
    from fastpdf import render
except ImportError:
    from slowpdf import render_slowly

    @shared_task(name="print.render")
    def render_page(page: int) -> None:
        render_slowly(page)

else:

    @shared_task(name="print.render")
    def render_page(page: int) -> None:
        render(page)


if settings.DEBUG:

    @shared_task
    def count_pages() -> int:
        return 1

else:

    @shared_task
    def count_pages() -> int:
        return 1000
