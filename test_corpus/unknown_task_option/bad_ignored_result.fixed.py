from movies.celery import celery_app
from movies.posters import download_poster


@celery_app.task(ignore_result=True)
def fetch_poster(movie_id: int) -> None:
    download_poster(movie_id)


@celery_app.task(bind=True, acks_late=True, ignore_result=True)
def fetch_posters(self, movie_ids: list[int]) -> None:
    for movie_id in movie_ids:
        download_poster(movie_id)
