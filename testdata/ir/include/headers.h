/* What headers.c includes. */
int f(int);
static inline int unused(int n) { return f(n); }
static inline int inner(int n) { return f(n + 1); }
static inline int used(int n) { return inner(n); }
static inline int from_table(int n) { return f(n + 2); }
inline int external(int n) { return f(n + 3); }
static const int limit = 5, unused_limit = 6;
extern int counter;
