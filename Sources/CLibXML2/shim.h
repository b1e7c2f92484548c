#ifndef MEND_CLIBXML2_SHIM_H
#define MEND_CLIBXML2_SHIM_H

/* libxml2's headers pull in ICU's, which clash with Foundation's own copy: switch that off before they are read. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlwriter.h>
#include <libxml/xmlerror.h>

#endif
