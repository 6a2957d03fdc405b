// Puts UnixInfo.nacre into the note. In C because the attribute that places a Swift constant in a section is spelt
// differently in Swift 6.2 and 6.3.
#include <nacre_plugin.h>

NACRE_DECLARATIONS("UnixInfo/UnixInfo.nacre");
