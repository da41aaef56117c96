from dairy.butter import salt


def on_order(kilos: int) -> None:
    salt.apply_async((kilos,), queue="butter")
