from celery import Celery, signature

app = Celery("zoo", broker="redis://localhost")


@app.task(name="feed-animals")
def feed_animals():
    print("feeding")


@app.on_after_finalize.connect
def schedule_feeding(sender, **kwargs):
    sender.add_periodic_task(3600, signature("feed-animal-s"))  # expect CEL703: signature("feed-animal-s")
    sender.add_periodic_task(7200, app.signature("feed-aniamls"))  # expect CEL703: app.signature("feed-aniamls")
