"""Runs the checks over dossiers: one or a cohort."""
