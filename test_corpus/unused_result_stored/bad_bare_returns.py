from celery import Celery

from site_search.index import is_public, reindex

app = Celery("search", broker="redis://localhost/0", backend="redis://localhost/1")


@app.task(bind=True)
def index_article(self, article_id):  # expect CEL527: def index_article
    if not is_public(article_id):
        return
    try:
        reindex(article_id)
    except ConnectionError as error:
        raise self.retry(exc=error)
    return None
