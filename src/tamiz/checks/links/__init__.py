"""Questions about what ties applicants to one another, to companies and to known parties."""
