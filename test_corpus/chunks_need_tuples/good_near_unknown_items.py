"""Of what a name or a call holds nobody knows here whether it is tuples; `enumerate` and `zip` give such."""

from celery import shared_task

from choir.voices import record, rows, singers


@shared_task
def record_voice(singer: int, note: str = "c") -> None:
    record(singer, note)


def rehearsal(pairs: list, count: int) -> None:
    record_voice.chunks(pairs, 10)()
    record_voice.chunks(rows(), 10)()
    record_voice.chunks(enumerate("cdefg"), count)()
    record_voice.chunks([singer.row for singer in singers()], 10)()
    record_voice.chunks([singer for singer in singers()], 10)()
    record_voice.starmap(((1, "c"), (2, "d")))()
    record_voice.chunks([], 10)()
    record_voice.chunks("cdefg", 2)()
    record_voice.chunks(["c", "d"], 1)()
    record_voice.chunks([str(singer) for singer in pairs], 10)()
