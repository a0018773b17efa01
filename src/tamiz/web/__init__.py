"""The pages on which officers decide: ``tamiz serve``.

Django is one adapter around the rooms below; the rules of casework are in ``tamiz.casework``.
"""
