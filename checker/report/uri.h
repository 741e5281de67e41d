/* File paths as URIs (RFC 3986). Floor 1: base. */
#ifndef CLOSEWAIT_REPORT_URI_H
#define CLOSEWAIT_REPORT_URI_H

#include "base/buf.h"

/* Adds the URI. Relative paths become relative references, absolute ones `file:` URIs; bytes
 * that are not unreserved are percent-encoded. A `./` that the path begins with is left out. */
void uri_add_file(struct buf *out, const char *path);

/* The same for a directory; ends in a slash, as a base has to. */
void uri_add_directory(struct buf *out, const char *path);

#endif
