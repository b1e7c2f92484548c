#ifndef MEND_CLIBICAL_SHIM_H
#define MEND_CLIBICAL_SHIM_H

#include <libical/ical.h>

#endif
