from django.db import transaction

from library.models import Book
from library.tasks import index_book


def load(rows) -> None:
    with transaction.atomic():
        while rows:
            book = Book.objects.create(**rows.pop())
            pk = book.pk
            if book.is_public:
                transaction.on_commit(lambda: index_book.apply_async((pk,), countdown=2))  # expect CEL332: lambda: index_book.apply_async((pk,), countdown=2)
