from django.http import HttpRequest, JsonResponse

from school.models import Pupil
from school.tasks import send_report


def send_reports(request: HttpRequest) -> JsonResponse:
    for number, pupil in enumerate(Pupil.objects.all().order_by("name")):
        send_report.delay(pupil.pk, number)  # expect CEL510: send_report.delay(pupil.pk, number)
    return JsonResponse({})
