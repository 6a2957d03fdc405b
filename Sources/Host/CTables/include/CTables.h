#include "commands_table.h"
#include "formats_table.h"
