from celery import shared_task

from crm.contacts import Contact


class ContactExport:
    bucket = "exports"

    def write(self, contact: Contact) -> None:
        contact.dump(self.bucket)

    @shared_task(bind=True, max_retries=5)
    def run_export(self, contact_id: int) -> None:  # expect CEL109: def run_export
        try:
            self.write(Contact.load(contact_id))
        except OSError as error:
            raise self.retry(exc=error)
