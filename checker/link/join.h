/* Units to one program: whose name is whose. Floor 3.
 *
 * A build makes several programs, and one source file may be compiled for each of them in another way. What has
 * external linkage then has several definitions, and a unit means the one that is linked with it. A compile database
 * does not say which that is; the object files of one program lie together, in a directory (`CMakeFiles/NAME.dir/`) or
 * by the beginning of their names (automake's `NAME-file.o`). Where neither tells, what stands in a file with a main is that program's own.
 */
#ifndef CLOSEWAIT_LINK_JOIN_H
#define CLOSEWAIT_LINK_JOIN_H

#include "link/program.h"

/* The unit's fields become the program's: one struct ir_field each in the whole program. */
void join_fields(struct program *program, struct ir_unit *unit);
/* Behind the last unit: forgets where the members of a record lie when its units do not agree. */
void join_extents(struct program *program);
/* Gives all functions and globals of the program's units their program-wide names, and finds the functions. Definitions
 * that are alike, of an inline function or of a file that is compiled twice, count once, unless they call functions of
 * which each has another. */
void join_names(struct program *program);

#endif
