from celery import shared_task
from sqlalchemy import create_engine
from sqlalchemy.orm import scoped_session, sessionmaker

from warehouse.models import Product

engine = create_engine("postgresql+psycopg://localhost/warehouse")
Session = scoped_session(sessionmaker(bind=engine))


@shared_task
def restock(product_id: int, amount: int) -> bool:
    with Session() as session:
        product = session.get(Product, product_id)
        if product is None:
            return False
        product.stock += amount
        session.commit()
        Session.remove()
        return True
