from crm.celery import celery_app
from crm.dependencies import get_db
from crm.mail import send_birthday_card
from crm.models import Contact


@celery_app.task(name="crm.congratulate")
def congratulate(contact_id: int) -> None:
    db = next(get_db())
    try:
        contact = db.get(Contact, contact_id)
        if contact is not None and contact.wants_mail:
            send_birthday_card(contact.email, contact.first_name)
    finally:
        db.close()
