"""How the models that sayso ships were made: documented commands, run by hand, never at run time."""
