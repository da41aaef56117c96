"""The app of the project finds its modules itself, and the other has a loader that does."""

from celery import Celery

from orbit.loading import OrbitLoader, modules_of


class OrbitCelery(Celery):
    def autodiscover_tasks(self, packages=None, related_name="tasks", force=False):
        super().autodiscover_tasks(packages or modules_of("orbit"), related_name, force)


app = OrbitCelery("orbit")
app.autodiscover_tasks()

other = Celery("station", loader=OrbitLoader)
other.autodiscover_tasks()
