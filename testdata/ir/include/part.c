/* Included by headers.c: a source file, so all of it is lowered. */
static int part(int n) { return f(n); }
int part_too;
