"""A resume and its gaps → career stage, titles, pay and interviews that fit."""
