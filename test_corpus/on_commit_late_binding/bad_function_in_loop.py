from django.db.transaction import on_commit

from mailing.tasks import deliver


def deliver_all(letters) -> None:
    for letter in letters:

        def send() -> None:
            deliver.delay(letter.pk)

        on_commit(send)  # expect CEL332: send

    [on_commit(lambda: deliver.delay(letter.pk, copy=True)) for letter in letters]  # expect CEL332: lambda: deliver.delay(letter.pk, copy=True)
