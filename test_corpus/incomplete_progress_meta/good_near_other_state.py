"""A state of the project's own is what the project makes of it; other objects have states as well."""

from celery import shared_task

from cinema.films import Film, render


@shared_task(bind=True)
def render_film(self, film_id):
    film = Film.get(film_id)
    film.update_state(state="PROGRESS", meta={"percent": 10})
    self.update_state(state="RENDERING", meta={"film": film_id})
    render(film)
