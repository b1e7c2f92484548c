#ifndef MEND_CQRENCODE_SHIM_H
#define MEND_CQRENCODE_SHIM_H

#include <qrencode.h>

#endif
