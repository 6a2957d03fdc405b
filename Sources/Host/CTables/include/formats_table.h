#ifndef NACRE_FORMATS_TABLE_H
#define NACRE_FORMATS_TABLE_H
/* The default views of every type, in the line format of Scripts/make-format-table.py. */
extern const char nacre_formats[];
extern const unsigned long nacre_formats_size;
/* The first byte of the table. */
static inline const char *nacre_formats_pointer(void) { return nacre_formats; }
#endif
