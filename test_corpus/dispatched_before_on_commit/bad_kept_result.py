from django.db import transaction

from mailing.tasks import deliver


def save_letter(form):
    letter = form.save(commit=False)
    sent = deliver.delay(letter.pk)
    transaction.on_commit(sent)  # expect CEL326: sent
    return letter
