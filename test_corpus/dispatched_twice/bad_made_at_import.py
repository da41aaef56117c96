from web.tasks import fetch, index, notify

PIPELINE = fetch.s() | index.s() | notify.si("done")


def crawl(url: str) -> str:
    return PIPELINE.apply_async((url,), countdown=5).id  # expect CEL530: PIPELINE.apply_async((url,), countdown=5)


def crawl_all(urls: list[str]) -> list[str]:
    return [PIPELINE(url).id for url in urls]  # expect CEL530: PIPELINE(url)
