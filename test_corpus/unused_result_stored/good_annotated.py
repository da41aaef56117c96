from celery import shared_task

from site_search.index import reindex


@shared_task(max_retries=3, ignore_result=True)
def index_article(article_id: int) -> None:
    reindex(article_id)


def save(article_id: int) -> None:
    index_article.delay(article_id)
