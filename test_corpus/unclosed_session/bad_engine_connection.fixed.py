from celery import Celery
from sqlalchemy import create_engine, text

app = Celery("reporting")
engine = create_engine("postgresql+psycopg://localhost/ledger", pool_size=5)


@app.task
def revenue_by_country(month: str) -> dict[str, int]:
    with engine.connect() as connection:
        rows = connection.execute(
            text("SELECT country, sum(cents) AS cents FROM sales WHERE month = :month GROUP BY country"),
            {"month": month},
        )
        return {row.country: row.cents for row in rows}
