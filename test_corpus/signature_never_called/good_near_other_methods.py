"""Methods of the same names, of other things."""

import inspect

from crypto.keys import signer

import pandas
from celery import shared_task


@shared_task
def sign(document: str) -> str:
    inspect.signature(sign)
    signer.signature(document)
    signer.s(document)
    signer.si(document)
    pandas.Series([1]).map(str)
    return document
