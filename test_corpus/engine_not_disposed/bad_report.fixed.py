import pandas
from celery import shared_task
from sqlalchemy import create_engine


@shared_task
def export_sales(url: str, path: str) -> int:
    engine = create_engine(url, pool_pre_ping=True)
    try:
        sales = pandas.read_sql("SELECT * FROM sales", engine)
        sales.to_csv(path)
        return len(sales)
    finally:
        engine.dispose()
