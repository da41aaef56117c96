"""A value on one of its ways, what a decorator below may give, and options that nobody sees."""

from celery import shared_task

from site_search.decorators import counted
from site_search.index import is_public, reindex
from site_search.options import OPTIONS


@shared_task
def index_article(article_id: int):
    if is_public(article_id):
        reindex(article_id)
        return True


@shared_task
@counted
def index_comments(article_id: int) -> None:
    reindex(article_id, comments=True)


@shared_task(**OPTIONS)
def index_images(article_id: int) -> None:
    reindex(article_id, images=True)
