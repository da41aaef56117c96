from celery import shared_task, signature

from letters.post import frank


@shared_task
def post(letter: str, *others: str, express: bool = False) -> None:
    frank([letter, *others], express)


def write(letter: str) -> None:
    post.signature(args=(letter,)).delay()
    post.signature({"letter": letter, "express": True}).delay()
    signature("letters.stamp", args=(4,)).delay()
