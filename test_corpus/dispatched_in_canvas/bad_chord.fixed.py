from celery import chord, shared_task

from surveys.forms import count_answers, store_total


@shared_task
def count_form(form: str) -> int:
    return count_answers(form)


@shared_task
def add_up(counts: list[int]) -> None:
    store_total(sum(counts))


def evaluate(forms: list[str]) -> None:
    chord(count_form.s(form) for form in forms)(add_up.s())
    chord([count_form.s(form) for form in forms])(add_up.s())


def evaluate_complete(forms: list[str]) -> None:
    counts = []
    for form in forms:
        if form:
            counts.append(count_form.s(form))
    chord(counts, add_up.s()).apply_async()
