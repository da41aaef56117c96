from django.db import transaction

from library.tasks import index_book


class Importer:
    def load(self, rows):
        for row in rows:
            with transaction.atomic():
                book = self.build(row)
                book.save()
                self.publish(book)  # expect CEL325: self.publish(book)

    def build(self, row):
        return row.to_book()

    def publish(self, book):
        if book.is_public:
            index_book.delay(book.pk)
