int CTables_placeholder(void); int CTables_placeholder(void) { return 0; }
