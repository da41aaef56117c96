import csv
from decimal import Decimal

from celery import Celery, Task
from sqlalchemy import select
from sqlalchemy.orm import Session

from catalogue.db import engine
from catalogue.models import Product

app = Celery("catalogue")


class ImportPriceList(Task):
    name = "catalogue.import_price_list"

    def run(self, path: str) -> None:
        with Session(engine) as session, open(path, newline="") as source:
            self.apply_prices(session, csv.DictReader(source))
            session.commit()

    def apply_prices(self, session, rows) -> None:
        for row in rows:
            sku = row["sku"].strip().upper()
            product = session.execute(select(Product).where(Product.sku == sku)).scalar_one()  # expect CEL302: session.execute(select(Product).where(Product.sku == sku)).scalar_one()
            product.price = Decimal(row["price"])


app.register_task(ImportPriceList())
