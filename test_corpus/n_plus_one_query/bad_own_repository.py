# settings: repositories = ["*Dao"]
from celery import shared_task

from shop.dao import CustomerDao, OrderDao


@shared_task
def remind_all():
    customers = CustomerDao()
    for order in OrderDao().get_unpaid():
        customer = customers.find_by_id(order.customer_id)  # expect CEL302: customers.find_by_id(order.customer_id)
        customer.remind()
