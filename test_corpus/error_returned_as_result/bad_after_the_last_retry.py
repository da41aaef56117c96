from celery import shared_task

from payroll.tax import TaxOfficeClosed, UnknownEmployee, declare


@shared_task(bind=True, max_retries=3)
def declare_tax(self, employee_id: int) -> dict[str, object]:
    try:
        return {"ok": True, "receipt": declare(employee_id)}
    except UnknownEmployee as error:
        return {"ok": False, "reason": str(error)}
    except TaxOfficeClosed as error:
        raise self.retry(exc=error, countdown=3600)
    except Exception as error:  # expect CEL212: except Exception as error
        if self.request.retries < self.max_retries:
            raise self.retry(exc=error, countdown=60)
        return {"ok": False, "reason": "gave up"}
