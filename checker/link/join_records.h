/* Which record a name means in each unit, where several programs of a build have their own. Floor 3. */
#ifndef CLOSEWAIT_LINK_JOIN_RECORDS_H
#define CLOSEWAIT_LINK_JOIN_RECORDS_H

#include "link/program.h"

/* Behind the last unit, before the fields are joined: a record that headers of different names define gets the header's
 * path behind '@', but for the first. Copies of one header, as installing it makes them, define the same. A unit that sees
 * none of them means the one in the header that is nearest to it. */
void join_records(struct program *program);

#endif
