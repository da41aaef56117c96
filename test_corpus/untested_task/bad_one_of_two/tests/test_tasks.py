from shop.tasks import purge_carts


def test_carts_are_purged() -> None:
    assert purge_carts(3) == 3
