"""The answer is only returned or handed on, so that the caller looks at it."""

from rest_framework.response import Response

from shop.celery import app


def workers(request):
    return Response({"stats": app.control.inspect().stats()})


def stats():
    found = app.control.inspect().stats()
    return found
