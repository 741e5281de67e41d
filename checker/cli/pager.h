/* Long text on a terminal. The top: sees all. */
#ifndef CLOSEWAIT_CLI_PAGER_H
#define CLOSEWAIT_CLI_PAGER_H

/* Shows the text through $PAGER, or less, when stdout is a terminal that can move its cursor; else, with PAGER empty
 * or "cat", and where there is no such program, prints it. As git does, less leaves what fits on the screen (LESS=FRX),
 * unless LESS says otherwise. */
void pager_show(const char *text);

#endif
