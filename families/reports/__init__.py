"""Reports for staff: of one's own school, on screen and as a spreadsheet that works nothing out."""
