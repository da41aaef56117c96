from collections.abc import AsyncGenerator

from celery import Celery

from hotel.prices import fetch_prices

app = Celery("hotel")


class PriceFeed:
    async def pages(self) -> AsyncGenerator[dict, None]:
        for number in range(10):
            yield await fetch_prices(number)

    def first(self) -> dict | None:
        pages = self.pages()
        return next(pages, None)  # expect CEL330: next(pages, None)


@app.task
def show_first_page() -> dict | None:
    return PriceFeed().first()
