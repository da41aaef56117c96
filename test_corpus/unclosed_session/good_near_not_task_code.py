"""No task reaches the function that leaves its session to the end of the process."""

import sys

from celery import shared_task

from forum.db import SessionLocal
from forum.models import Thread


def print_thread(thread_id: int) -> None:
    session = SessionLocal()
    for post in session.get_one(Thread, thread_id).posts:
        print(post.author, post.body)


@shared_task
def lock_thread(thread_id: int) -> None:
    with SessionLocal() as session:
        session.get_one(Thread, thread_id).locked = True
        session.commit()


if __name__ == "__main__":
    print_thread(int(sys.argv[1]))
