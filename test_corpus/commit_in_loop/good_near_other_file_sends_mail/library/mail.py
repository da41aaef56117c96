import smtplib


def tell(loan) -> None:
    with smtplib.SMTP("mail.library.example") as server:
        server.sendmail("desk@library.example", "reader@library.example", f"{loan.days} days")
