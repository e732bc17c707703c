"""Dates in English as the pages write them: the day first, the month in letters, hours from 0 to 24.

Django's own are American (`Nov. 6, 2023`, `11/06/2023`), which readers elsewhere take for another day.
"""

DATE_FORMAT = "j F Y"
SHORT_DATE_FORMAT = "j M Y"
MONTH_DAY_FORMAT = "j F"
DATETIME_FORMAT = "j F Y, H:i"
SHORT_DATETIME_FORMAT = "j M Y, H:i"
TIME_FORMAT = "H:i"
FIRST_DAY_OF_WEEK = 1
