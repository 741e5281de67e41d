/* What the rules share in saying it: locations, names and the steps of a path. Floor 4. */
#ifndef CLOSEWAIT_RULE_SAY_H
#define CLOSEWAIT_RULE_SAY_H

#include "link/program.h"
#include "report/finding.h"

/* The range that loc of f's unit stands for. */
struct source_range say_range(const struct program_function *f, const struct ir_loc *loc);
struct source_range say_origin_range(const struct origin *origin);
/* A place of the function as its source writes it: "s->sock->fd". In a. */
const char *say_path(struct arena *a, const struct summary *summary, const struct path *path);
/* Adds a step. */
void say_step(struct arena *a, struct finding *finding, struct source_range at,
              const char *message);
/* Adds the steps of an origin, from the call in the function that the finding is about to the place where it
 * happens, where what says it: "the socket is opened here". */
void say_origin(struct arena *a, struct finding *finding, const struct origin *origin,
                const char *what);
/* Adds where the line of a loss was opened and wrapped, and the branches from there to its loss. */
void say_way_to_loss(struct arena *a, struct finding *finding, const struct program_function *f,
                     const struct loss *loss);
/* Adds where the sockets are opened that the field comes to hold, and where they are stored there. */
void say_sockets_of(struct arena *a, struct finding *finding, const struct program *program,
                    const struct ir_field *field);
/* The field's last name and record for the user: "conn.fd". */
const char *say_field(struct arena *a, const struct ir_field *field);
/* How sure the loss is. */
enum level say_level(const struct loss *loss);
/* The resource of a loss in quotes, or "the socket". */
const char *say_resource(struct arena *a, const struct loss *loss);

#endif
