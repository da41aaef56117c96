"""The app ignores the results of all its tasks; this one's app has no place to store them."""

from celery import Celery

from site_search.index import reindex

app = Celery("search")
app.conf.update(task_ignore_result=True)


@app.task
def index_article(article_id: int) -> None:
    reindex(article_id)
