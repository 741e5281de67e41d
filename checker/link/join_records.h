/* Which record a name means in each unit, where several programs of a build have their own. Floor 3. */
#ifndef CLOSEWAIT_LINK_JOIN_RECORDS_H
#define CLOSEWAIT_LINK_JOIN_RECORDS_H

#include "link/program.h"

/* Behind the last unit, before the fields are joined: where several headers define a record of one name, each but the first
 * gets its header's path behind '@'; not a copy of an earlier one, as installing a header makes it. A unit that sees no
 * definition means that in the header which is nearest to it. */
void join_records(struct program *program);

#endif
