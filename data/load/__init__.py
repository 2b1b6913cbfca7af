"""From the files of a folder to a checked Dataset, or to a list of everything that is wrong with them.

On the way, a table is a grid (the cells of its file, all text), then a Table (values of the types
that the descriptor names), then a DataFrame.
"""

from data.load.dataset import FOLDER, TABLES, Dataset, DatasetError, Problem, Statement, load

__all__ = ["FOLDER", "TABLES", "Dataset", "DatasetError", "Problem", "Statement", "load"]
