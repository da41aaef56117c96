EAGER = True
