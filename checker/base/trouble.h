/* Three kinds of trouble, three words. Floor 0.
 *
 * bug() is ours: an invariant does not hold; prints and aborts.
 * fatal() is the user's or the system's: prints what and where and what to do, exits with status 2.
 * An input that cannot be analysed is neither: it is recorded as a fact and the run goes on.
 */
#ifndef CLOSEWAIT_BASE_TROUBLE_H
#define CLOSEWAIT_BASE_TROUBLE_H

enum { EXIT_CLEAN = 0, EXIT_FINDINGS = 1, EXIT_TROUBLE = 2 };

_Noreturn void bug(const char *format, ...) __attribute__((format(printf, 1, 2)));
_Noreturn void fatal(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Prints "closewait: warning: …" on stderr and goes on. */
void warn(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
