"""Rules about how the questions of a quiz are written: what gives the answer away, and what is hard to read.

They follow the guidelines of Haladyna, Downing and Rodriguez (A Review of Multiple-Choice Item-Writing
Guidelines for Classroom Assessment, Applied Measurement in Education 15(3), 2002), and the rubric of nineteen
item-writing flaws of Tarrant, Knierim, Hayes and Ware (The frequency of item writing flaws in multiple-choice
questions used in high stakes nursing assessments, Nurse Education Today 26(8), 2006), which automatic
checkers use.
"""

OFF = True
"""Whether no rule of the family runs unless it or the family is selected; else none of them is imported."""
