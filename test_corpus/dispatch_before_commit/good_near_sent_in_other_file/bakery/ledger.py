from django.db import connection


def close_books() -> None:
    connection.commit()
