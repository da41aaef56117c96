def finish(path: str) -> str:
    from shop.tasks import set_metadata

    return set_metadata.delay(path).get()  # expect CEL503: set_metadata.delay(path).get()
