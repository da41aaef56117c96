from django.http import HttpRequest, HttpResponse

from library.tasks import index_book, notify_readers


def publish(request: HttpRequest, book_id: int) -> HttpResponse:
    notify_readers.delay(book_id)
    return HttpResponse(status=202)


def republish(request: HttpRequest, book_id: int) -> HttpResponse:
    index_book.apply_async(args=(book_id,), countdown=5)
    notify_readers(book_id)  # expect CEL506: notify_readers(book_id)
    return HttpResponse(status=202)
