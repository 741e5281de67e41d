/* What the code that threads run asks: the flags by which others tell them to stop. Floor 3. */
#ifndef CLOSEWAIT_LINK_ASKED_H
#define CLOSEWAIT_LINK_ASKED_H

#include "link/program.h"

struct asked;

struct asked *asked_new(struct arena *a, const struct program *program);
/* Takes in the thread that runs entry. */
void asked_add(struct asked *asked, const char *entry);
/* Whether that thread (NULL: one of them) decides by the number that lies there. */
bool asked_by(const struct asked *asked, const char *entry, const struct home *home);

#endif
