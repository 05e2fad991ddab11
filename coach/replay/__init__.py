"""A recorded walk looked at again: opened, gone through, judged anew, compared and explained."""
