from celery import chain, shared_task


@shared_task
def fetch(url: str) -> str:
    return url


@shared_task
def index(page: str) -> int:
    return len(page)


def index_all(urls: list[str]) -> list[int]:
    steps = chain(fetch.s(), index.s())
    results = []
    for url in urls:
        results.append(steps.clone().delay(url))
    return [result.get(timeout=10) for result in results]
