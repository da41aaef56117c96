"""There is no place where the app stores results."""

from celery import Celery

from site_search.index import reindex

app = Celery("search", broker="redis://localhost/0")


@app.task
def index_article(article_id: int) -> None:
    reindex(article_id)
