"""Other things have an `apply`, too: a data frame, a pool of processes, a patch."""

import pandas
from celery import shared_task
from gevent.pool import Pool

from billing.patches import load_patch
from billing.store import load_prices, store_price


@shared_task
def round_prices(path: str) -> None:
    prices = pandas.DataFrame(load_prices(path))
    prices.apply(lambda row: store_price(row["sku"], round(row["price"], 2)), axis=1)
    Pool(4).apply(store_price, ("total", 0))
    load_patch(path).apply()
