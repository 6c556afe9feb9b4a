"""Runs a notebook in Jupyter and writes what its code cells showed, as JSON."""
import json
import sys

import nbformat
from nbclient import NotebookClient

notebook = nbformat.read(sys.argv[1], 4)
for cell in notebook.cells:
    if cell.cell_type == "code":
        cell.outputs = []
NotebookClient(notebook, timeout=600, startup_timeout=180, kernel_name="evenstar").execute()
shown = [
    [output.get("data", {}).get("text/html", str(output)) for output in cell.outputs]
    for cell in notebook.cells
    if cell.cell_type == "code"
]
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(shown, file)
