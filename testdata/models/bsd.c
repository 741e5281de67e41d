/* Calls or names every function of rules/models/bsd.model. It is compiled against the real
 * headers, so what is modelled exists, and has as many parameters as its model says. */
#include <stdarg.h>
#include <stdio.h>
#include <time.h>
#include <wchar.h>

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

/* Not in the headers here. */
int kqueue(void);
int kqueue1(int);
int kevent(int, const void *, int, void *, int, const struct timespec *);
FILE *funopen(const void *, int (*)(void *, char *, int), int (*)(void *, const char *, int),
              fpos_t (*)(void *, fpos_t, int), int (*)(void *));
void *reallocf(void *, size_t);
void *recallocarray(void *, size_t, size_t, size_t);
void freezero(void *, size_t);
int memset_s(void *, size_t, int, size_t);
void errc(int, int, const char *, ...);
void verrc(int, int, const char *, va_list);
int flopen(const char *, int, ...);
int flopenat(int, const char *, int, ...);
int heapsort(void *, size_t, size_t, int (*)(const void *, const void *));
int mergesort(void *, size_t, size_t, int (*)(const void *, const void *));
char *fgetln(FILE *, size_t *);
size_t strlcpy(char *, const char *, size_t);
size_t strlcat(char *, const char *, size_t);
size_t wcslcpy(wchar_t *, const wchar_t *, size_t);
size_t wcslcat(wchar_t *, const wchar_t *, size_t);
#undef MD5Final
void MD5Final(void);
#undef MD5Init
void MD5Init(void);
#undef MD5Update
void MD5Update(void);
#undef SHA1Final
void SHA1Final(void);
#undef SHA1Init
void SHA1Init(void);
#undef SHA1Update
void SHA1Update(void);
#undef SHA256Final
void SHA256Final(void);
#undef SHA256Init
void SHA256Init(void);
#undef SHA256Update
void SHA256Update(void);
#undef arc4random_addrandom
void arc4random_addrandom(void);
#undef arc4random_stir
void arc4random_stir(void);
#undef dehumanize_number
void dehumanize_number(void);
#undef expand_number
void expand_number(void);
#undef fmtcheck
void fmtcheck(void);
#undef fparseln
void fparseln(void);
#undef getbsize
void getbsize(void);
#undef getmode
void getmode(void);
#undef getpeereid
void getpeereid(void);
#undef getprogname
void getprogname(void);
#undef gid_from_group
void gid_from_group(void);
#undef group_from_gid
void group_from_gid(void);
#undef humanize_number
void humanize_number(void);
#undef issetugid
void issetugid(void);
#undef pidfile_close
void pidfile_close(void);
#undef pidfile_fileno
void pidfile_fileno(void);
#undef pidfile_open
void pidfile_open(void);
#undef pidfile_remove
void pidfile_remove(void);
#undef pidfile_write
void pidfile_write(void);
#undef pledge
void pledge(void);
#undef radixsort
void radixsort(void);
#undef setmode
void setmode(void);
#undef setproctitle
void setproctitle(void);
#undef setproctitle_init
void setproctitle_init(void);
#undef setprogname
void setprogname(void);
#undef sradixsort
void sradixsort(void);
#undef strmode
void strmode(void);
#undef strnstr
void strnstr(void);
#undef strnvis
void strnvis(void);
#undef strtoi
void strtoi(void);
#undef strtonum
void strtonum(void);
#undef strtou
void strtou(void);
#undef strunvis
void strunvis(void);
#undef strvis
void strvis(void);
#undef timingsafe_bcmp
void timingsafe_bcmp(void);
#undef timingsafe_memcmp
void timingsafe_memcmp(void);
#undef uid_from_user
void uid_from_user(void);
#undef unveil
void unveil(void);
#undef unvis
void unvis(void);
#undef user_from_uid
void user_from_uid(void);
#undef vis
void vis(void);
#undef vwarnc
void vwarnc(void);
#undef warnc
void warnc(void);

void use_kqueue(void) {
	(void)kqueue();
}
void use_kqueue1(int flags) {
	(void)kqueue1(flags);
}
void use_kevent(int queue, const void *changes, int change_count, void *events, int event_count,
                const struct timespec *timeout) {
	(void)kevent(queue, changes, change_count, events, event_count, timeout);
}
void use_funopen(const void *cookie, int (*readfn)(void *, char *, int),
                 int (*writefn)(void *, const char *, int), fpos_t (*seekfn)(void *, fpos_t, int),
                 int (*closefn)(void *)) {
	(void)funopen(cookie, readfn, writefn, seekfn, closefn);
}
void use_reallocf(void *p, size_t size) {
	(void)reallocf(p, size);
}
void use_recallocarray(void *p, size_t old_count, size_t count, size_t size) {
	(void)recallocarray(p, old_count, count, size);
}
void use_freezero(void *p, size_t size) {
	freezero(p, size);
}
void use_memset_s(void *p, size_t room, int byte, size_t size) {
	(void)memset_s(p, room, byte, size);
}
void use_errc(int status, int number, const char *format) {
	errc(status, number, format, (void *)0);
}
void use_verrc(int status, int number, const char *format, va_list arguments) {
	verrc(status, number, format, arguments);
}
void use_flopen(const char *path, int flags) {
	(void)flopen(path, flags, (void *)0);
}
void use_flopenat(int directory, const char *path, int flags) {
	(void)flopenat(directory, path, flags, (void *)0);
}
void use_heapsort(void *items, size_t count, size_t size,
                  int (*compare)(const void *, const void *)) {
	(void)heapsort(items, count, size, compare);
}
void use_mergesort(void *items, size_t count, size_t size,
                   int (*compare)(const void *, const void *)) {
	(void)mergesort(items, count, size, compare);
}
void use_fgetln(FILE *stream, size_t *size) {
	(void)fgetln(stream, size);
}

/* clang-format off */
const void *const bsd_nothing[] = {
	strlcpy, strlcat, strnstr, strmode, strtonum, strtoi, strtou, timingsafe_bcmp,
	timingsafe_memcmp, wcslcpy, wcslcat, setproctitle, setproctitle_init, getprogname, setprogname,
	getpeereid, getbsize, humanize_number, dehumanize_number, expand_number, fmtcheck, fparseln,
	pidfile_open, pidfile_write, pidfile_close, pidfile_remove, pidfile_fileno, radixsort,
	sradixsort, unvis, strunvis, vis, strvis, strnvis, warnc, vwarnc, issetugid, pledge, unveil,
	arc4random_stir, arc4random_addrandom, uid_from_user, gid_from_group, user_from_uid,
	group_from_gid, getmode, setmode, MD5Init, MD5Update, MD5Final, SHA1Init, SHA1Update,
	SHA1Final, SHA256Init, SHA256Update, SHA256Final
};
