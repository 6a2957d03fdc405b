// Room placeholder.
