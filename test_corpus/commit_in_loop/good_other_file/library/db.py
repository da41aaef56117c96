from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

LocalSession = sessionmaker(create_engine("postgresql://db/library"))
