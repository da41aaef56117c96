from celery import Celery, chain, group

from acoustics.rooms import clap, echo_of, listen

app = Celery("acoustics", backend="cache+memcached://results")
app.conf.task_ignore_result = True


@app.task
def clap_in(room: str) -> float:
    return clap(room)


@app.task(ignore_result=False)
def listen_in(room: str) -> float:
    return listen(room)


@app.task
def compare(echoes: list[float]) -> None:
    echo_of(echoes)


def measure(rooms: list[str]) -> None:
    both = group(clap_in.s(rooms[0]), listen_in.s(rooms[0]))  # expect CEL605: clap_in.s(rooms[0])
    (both | compare.s()).delay()
    chain(group(clap_in.si(room) for room in rooms), compare.s()).delay()  # expect CEL605: clap_in.si(room)
