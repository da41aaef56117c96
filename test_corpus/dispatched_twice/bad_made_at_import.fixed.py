from web.tasks import fetch, index, notify

PIPELINE = fetch.s() | index.s() | notify.si("done")


def crawl(url: str) -> str:
    return PIPELINE.clone().apply_async((url,), countdown=5).id


def crawl_all(urls: list[str]) -> list[str]:
    return [PIPELINE.clone()(url).id for url in urls]
