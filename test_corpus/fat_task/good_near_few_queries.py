"""A query that loads what the loop needs, and one more, are no work of a service; a statement that is built is none."""

from celery import shared_task
from sqlalchemy import select

from archive.db import SessionLocal
from archive.models import Author, Book


@shared_task(name="archive.tasks.lend")
def lend(book_ids: list[int]) -> int:
    from archive.services import lending

    session = SessionLocal()
    try:
        statement = select(Book).where(Book.id.in_(book_ids)).order_by(Book.title).limit(100)
        books = session.scalars(statement).all()
        authors = {author.id: author for author in session.query(Author).filter(Author.id.in_(book_ids)).all()}
        for book in books:
            lending.lend(session, book, authors[book.author_id])
        session.commit()
        return len(books)
    finally:
        session.close()
