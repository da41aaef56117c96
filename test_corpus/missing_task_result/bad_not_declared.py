from celery import Celery

from kennel.dogs import dogs_of, walk

app = Celery("kennel")


@app.task
def walk_dogs(kennel: str):  # expect CEL111: def walk_dogs
    """Walk every dog of a kennel."""
    walked = 0
    for dog in dogs_of(kennel):
        walk(dog)
        walked += 1
    return {"walked": walked}


@app.task(ignore_result=False)
def feed_dogs(kennel: str):  # expect CEL111: def feed_dogs
    """Feed every dog of a kennel."""
    for number, dog in enumerate(dogs_of(kennel)):
        dog.fed_at = number
        dog.save()
    return None
