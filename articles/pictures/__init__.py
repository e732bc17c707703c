"""Pictures of what a search for meetings finds, as SVG that is part of the page.

Each module draws one kind from plain records: it reads no database, and each mark is a link to the search that finds
just what the mark stands for. The table beside a picture is made of the same marks.
"""
