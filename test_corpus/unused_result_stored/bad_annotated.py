from celery import shared_task

from site_search.index import reindex


@shared_task(max_retries=3)
def index_article(article_id: int) -> None:  # expect CEL527: def index_article
    reindex(article_id)


def save(article_id: int) -> None:
    index_article.delay(article_id)
