"""What applicants share with each other."""
