int CForeign_placeholder(void); int CForeign_placeholder(void) { return 0; }
