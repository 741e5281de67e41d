/* What is said on stderr. The top: sees all.
 *
 * Each is one line. Names of files and texts from them are shown as report/display.h does, so that they
 * cannot play tricks with the terminal.
 */
#ifndef CLOSEWAIT_CLI_TELL_H
#define CLOSEWAIT_CLI_TELL_H

#include <stdbool.h>
#include <stddef.h>

/* "closewait: error: …" and "closewait: warning: …"; "closewait: …". */
void tell_error(const char *format, ...) __attribute__((format(printf, 1, 2)));
void tell_warning(const char *format, ...) __attribute__((format(printf, 1, 2)));
void tell(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* As tell_error(), and exits with status 2. */
_Noreturn void tell_fatal(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Whether this is continuous integration: nobody looks on, and nobody can be asked. */
bool is_under_ci(void);

/* "s", or "" for one: "3 files". */
const char *plural(size_t n);

#endif
