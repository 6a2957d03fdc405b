#include "nacre_plugin.h"
