def weight(tons: float) -> str:
    return f"{tons} t"
