"""What becomes of findings after the rules ran: a module a step, each from list to list."""
