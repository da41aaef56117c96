from shop.tasks import purge_carts, refresh_prices


def test_carts_are_purged() -> None:
    assert purge_carts(3) == 3


def test_prices_are_refreshed() -> None:
    assert refresh_prices(1) == 1
