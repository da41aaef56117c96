from celery import Celery, chord

from postcards.printing import bundle, print_card

app = Celery("postcards", broker="redis://broker", backend="db+postgresql://results")


@app.task(ignore_result=False)
def print_postcard(motif: str) -> None:
    print_card(motif)


@app.task
def bundle_postcards(printed: list) -> None:
    bundle(len(printed))


def order(motifs: list[str]) -> None:
    chord([print_postcard.s(motif) for motif in motifs])(bundle_postcards.s())
