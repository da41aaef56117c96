"""An argument parser, a message board and a text on the screen are no logs."""

from argparse import ArgumentParser

from celery import shared_task
from django.contrib import messages

from shop.forms import OrderForm


@shared_task
def check_orders(arguments, request, order_id):
    parser = ArgumentParser()
    parser.error(f"no such order: {order_id}")
    messages.error(request, f"Order {order_id} was refused")
    form = OrderForm(order_id)
    form.error(f"Order {order_id} was refused")
    request.log.info(f"Order {order_id}")
