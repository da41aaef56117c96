HOUR = 3600

broker_url = "redis://localhost"
broker_transport_options = {"visibility_timeout": 2 * HOUR}
