/* Who closes what: by what a function is called, and by what it does. Floor 4. */
#ifndef CLOSEWAIT_RULE_CLOSER_H
#define CLOSEWAIT_RULE_CLOSER_H

#include "link/program.h"

/* Whether one of the words of the name, as in `conn_close`, `closeSess`, `ConnFree`, ends something, without a condition. */
bool closer_is_named(const char *name);
/* Whether somebody other than f closes the field of an object that it was given (by callers that are not seen), or of one
 * whose opening it saw. A sweep over all objects does not count: it comes when it comes. */
bool closer_is_elsewhere(const struct program *p, const struct ir_field *field,
                         const struct program_function *f);
/* Whether anybody but f closes the field of whatever object, or may, as far as f's program is known; makers do not count,
 * which close it where they fail. */
bool closer_is_anybody(const struct program *p, const struct ir_field *field,
                       const struct program_function *f);
/* Whether a socket that the field holds is also held, and closed, in another field. */
bool closer_has_another_name(const struct program *p, const struct ir_field *field);

#endif
