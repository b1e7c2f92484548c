#ifndef MEND_CZLIB_SHIM_H
#define MEND_CZLIB_SHIM_H

#include <zlib.h>

/* zlib offers this as a macro, which Swift cannot call. A window of 15 bits plus 16 asks for gzip's header. */
static inline int mend_gzip_init(z_streamp stream) {
    return deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

#endif
