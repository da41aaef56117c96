from django.db import transaction

from shop.models import Status
from shop.tasks import report_status


@transaction.atomic
def disable(request):
    status = Status.objects.get_current()
    status.enabled = False
    status.save(update_fields=["enabled"])
    report_status.delay()  # expect CEL325: report_status.delay()
    return status
