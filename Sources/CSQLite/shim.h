#ifndef MEND_CSQLITE_SHIM_H
#define MEND_CSQLITE_SHIM_H

#include <sqlite3.h>

/* SQLite makes a copy of its own. This is a macro with a cast, which Swift does not see. */
static inline sqlite3_destructor_type mend_sqlite_transient(void) {
    return SQLITE_TRANSIENT;
}

#endif
