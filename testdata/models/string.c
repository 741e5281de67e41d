/* Calls or names every function of rules/models/string.model. It is compiled against the real
 * headers, so what is modelled exists, and has as many parameters as its model says. */
#include <ctype.h>
#include <envz.h>
#include <fnmatch.h>
#include <iconv.h>
#include <inttypes.h>
#include <libgen.h>
#include <monetary.h>
#include <pthread.h>
#include <regex.h>
#include <resolv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/random.h>
#include <uchar.h>
#include <wchar.h>
#include <wctype.h>

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

/* Not in the headers here. */
char *__strcpy_chk(char *, const char *, size_t);
char *__strcat_chk(char *, const char *, size_t);
char *__stpcpy_chk(char *, const char *, size_t);
char *__strncpy_chk(char *, const char *, size_t, size_t);
char *__strncat_chk(char *, const char *, size_t, size_t);
char *__stpncpy_chk(char *, const char *, size_t, size_t);
wint_t __btowc_alias(int);
size_t __mbsnrtowcs_alias(wchar_t *, const char **, size_t, size_t, mbstate_t *);
size_t __mbsnrtowcs_chk(wchar_t *, const char **, size_t, size_t, mbstate_t *, size_t);
size_t __mbsnrtowcs_chk_warn(wchar_t *, const char **, size_t, size_t, mbstate_t *, size_t);
size_t __mbsrtowcs_alias(wchar_t *, const char **, size_t, mbstate_t *);
size_t __mbsrtowcs_chk(wchar_t *, const char **, size_t, mbstate_t *, size_t);
size_t __mbsrtowcs_chk_warn(wchar_t *, const char **, size_t, mbstate_t *, size_t);
size_t __mbstowcs_alias(wchar_t *, const char *, size_t);
size_t __mbstowcs_chk(wchar_t *, const char *, size_t, size_t);
size_t __mbstowcs_chk_warn(wchar_t *, const char *, size_t, size_t);
size_t __mbstowcs_nulldst(wchar_t *, const char *, size_t);
wchar_t *__wcpcpy_alias(wchar_t *, const wchar_t *);
wchar_t *__wcpcpy_chk(wchar_t *, const wchar_t *, size_t);
wchar_t *__wcpncpy_alias(wchar_t *, const wchar_t *, size_t);
wchar_t *__wcpncpy_chk(wchar_t *, const wchar_t *, size_t, size_t);
wchar_t *__wcpncpy_chk_warn(wchar_t *, const wchar_t *, size_t, size_t);
size_t __wcrtomb_alias(char *, wchar_t, mbstate_t *);
size_t __wcrtomb_chk(char *, wchar_t, mbstate_t *, size_t);
wchar_t *__wcscat_alias(wchar_t *, const wchar_t *);
wchar_t *__wcscat_chk(wchar_t *, const wchar_t *, size_t);
wchar_t *__wcscpy_alias(wchar_t *, const wchar_t *);
wchar_t *__wcscpy_chk(wchar_t *, const wchar_t *, size_t);
wchar_t *__wcsncat_alias(wchar_t *, const wchar_t *, size_t);
wchar_t *__wcsncat_chk(wchar_t *, const wchar_t *, size_t, size_t);
wchar_t *__wcsncpy_alias(wchar_t *, const wchar_t *, size_t);
wchar_t *__wcsncpy_chk(wchar_t *, const wchar_t *, size_t, size_t);
wchar_t *__wcsncpy_chk_warn(wchar_t *, const wchar_t *, size_t, size_t);
size_t __wcsnrtombs_alias(char *, const wchar_t **, size_t, size_t, mbstate_t *);
size_t __wcsnrtombs_chk(char *, const wchar_t **, size_t, size_t, mbstate_t *, size_t);
size_t __wcsnrtombs_chk_warn(char *, const wchar_t **, size_t, size_t, mbstate_t *, size_t);
size_t __wcsrtombs_alias(char *, const wchar_t **, size_t, mbstate_t *);
size_t __wcsrtombs_chk(char *, const wchar_t **, size_t, mbstate_t *, size_t);
size_t __wcsrtombs_chk_warn(char *, const wchar_t **, size_t, mbstate_t *, size_t);
size_t __wcstombs_alias(char *, const wchar_t *, size_t);
size_t __wcstombs_chk(char *, const wchar_t *, size_t, size_t);
size_t __wcstombs_chk_warn(char *, const wchar_t *, size_t, size_t);
int __wctob_alias(wint_t);
int __wctomb_alias(char *, wchar_t);
int __wctomb_chk(char *, wchar_t, size_t);
wchar_t *__wmemcpy_alias(wchar_t *, const wchar_t *, size_t);
wchar_t *__wmemcpy_chk(wchar_t *, const wchar_t *, size_t, size_t);
wchar_t *__wmemcpy_chk_warn(wchar_t *, const wchar_t *, size_t, size_t);
wchar_t *__wmemmove_alias(wchar_t *, const wchar_t *, size_t);
wchar_t *__wmemmove_chk(wchar_t *, const wchar_t *, size_t, size_t);
wchar_t *__wmemmove_chk_warn(wchar_t *, const wchar_t *, size_t, size_t);
wchar_t *__wmempcpy_alias(wchar_t *, const wchar_t *, size_t);
wchar_t *__wmempcpy_chk(wchar_t *, const wchar_t *, size_t, size_t);
wchar_t *__wmempcpy_chk_warn(wchar_t *, const wchar_t *, size_t, size_t);
wchar_t *__wmemset_alias(wchar_t *, wchar_t, size_t);
wchar_t *__wmemset_chk(wchar_t *, wchar_t, size_t, size_t);
wchar_t *__wmemset_chk_warn(wchar_t *, wchar_t, size_t, size_t);

void use_strtod(const char *text, char **end) {
	(void)strtod(text, end);
}
void use_strtof(const char *text, char **end) {
	(void)strtof(text, end);
}
void use_strtoimax(const char *text, char **end, int base) {
	(void)strtoimax(text, end, base);
}
void use_strtol(const char *text, char **end, int base) {
	(void)strtol(text, end, base);
}
void use_strtold(const char *text, char **end) {
	(void)strtold(text, end);
}
void use_strtoll(const char *text, char **end, int base) {
	(void)strtoll(text, end, base);
}
void use_strtoq(const char *text, char **end, int base) {
	(void)strtoq(text, end, base);
}
void use_strtoul(const char *text, char **end, int base) {
	(void)strtoul(text, end, base);
}
void use_strtoull(const char *text, char **end, int base) {
	(void)strtoull(text, end, base);
}
void use_strtoumax(const char *text, char **end, int base) {
	(void)strtoumax(text, end, base);
}
void use_strtouq(const char *text, char **end, int base) {
	(void)strtouq(text, end, base);
}
void use_wcstod(const wchar_t *text, wchar_t **end) {
	(void)wcstod(text, end);
}
void use_wcstof(const wchar_t *text, wchar_t **end) {
	(void)wcstof(text, end);
}
void use_wcstoimax(const __gwchar_t *text, __gwchar_t **end, int base) {
	(void)wcstoimax(text, end, base);
}
void use_wcstol(const wchar_t *text, wchar_t **end, int base) {
	(void)wcstol(text, end, base);
}
void use_wcstold(const wchar_t *text, wchar_t **end) {
	(void)wcstold(text, end);
}
void use_wcstoll(const wchar_t *text, wchar_t **end, int base) {
	(void)wcstoll(text, end, base);
}
void use_wcstoq(const wchar_t *text, wchar_t **end, int base) {
	(void)wcstoq(text, end, base);
}
void use_wcstoul(const wchar_t *text, wchar_t **end, int base) {
	(void)wcstoul(text, end, base);
}
void use_wcstoull(const wchar_t *text, wchar_t **end, int base) {
	(void)wcstoull(text, end, base);
}
void use_wcstoumax(const __gwchar_t *text, __gwchar_t **end, int base) {
	(void)wcstoumax(text, end, base);
}
void use_wcstouq(const wchar_t *text, wchar_t **end, int base) {
	(void)wcstouq(text, end, base);
}

/* clang-format off */
const void *const string_nothing[] = {
	__argz_count, __argz_create, __argz_extract, __argz_next, __argz_stringify, argz_add,
	argz_add_sep, argz_append, argz_count, argz_create, argz_create_sep, argz_delete, argz_extract,
	argz_insert, argz_next, argz_replace, argz_stringify, atof, atoi, atol, atoll, btowc, c16rtomb,
	c32rtomb, c8rtomb, envz_add, envz_entry, envz_get, envz_merge, envz_remove, envz_strip, ffs,
	ffsl, ffsll, iconv, iconv_close, iconv_open, index, isalnum, isalnum_l, isalpha, isalpha_l,
	isascii, isblank, isblank_l, iscntrl, iscntrl_l, isctype, isdigit, isdigit_l, isgraph,
	isgraph_l, islower, islower_l, isprint, isprint_l, ispunct, ispunct_l, isspace, isspace_l,
	isupper, isupper_l, iswalnum, iswalnum_l, iswalpha, iswalpha_l, iswblank, iswblank_l, iswcntrl,
	iswcntrl_l, iswctype, iswctype_l, iswdigit, iswdigit_l, iswgraph, iswgraph_l, iswlower,
	iswlower_l, iswprint, iswprint_l, iswpunct, iswpunct_l, iswspace, iswspace_l, iswupper,
	iswupper_l, iswxdigit, iswxdigit_l, isxdigit, isxdigit_l, mblen, mbrlen, mbrtoc16, mbrtoc32,
	mbrtoc8, mbrtowc, mbsinit, mbsnrtowcs, mbsrtowcs, mbstowcs, mbtowc, memchr, memcmp, memmem,
	memrchr, rawmemchr, re_compile_fastmap, re_compile_pattern, re_match, re_match_2, re_search,
	re_search_2, re_set_registers, re_set_syntax, regcomp, regerror, regexec, regfree, rindex,
	strcasecmp, strcasecmp_l, strcasestr, strcat, strchr, strchrnul, strcmp, strcoll, strcoll_l,
	strcpy, strcspn, strerror, strerror_l, strerror_r, strerrordesc_np, strerrorname_np, strfmon,
	strfmon_l, strfromd, strfromf, strfromf32, strfromf32x, strfromf64, strfromf64x, strfroml,
	strfry, strftime, strftime_l, strlen, strncasecmp, strncasecmp_l, strncat, strncmp, strncpy,
	strnlen, strpbrk, strptime, strptime_l, strrchr, strsep, strspn, strstr, strtod_l, strtof32,
	strtof32_l, strtof32x, strtof32x_l, strtof64, strtof64_l, strtof64x, strtof64x_l, strtof_l,
	strtok, strtok_r, strtol_l, strtold_l, strtoll_l, strtoul_l, strtoull_l, strverscmp, strxfrm,
	strxfrm_l, toascii, tolower, tolower_l, toupper, toupper_l, towctrans, towctrans_l, towlower,
	towlower_l, towupper, towupper_l, wcpcpy, wcpncpy, wcrtomb, wcscasecmp, wcscasecmp_l, wcscat,
	wcschr, wcschrnul, wcscmp, wcscoll, wcscoll_l, wcscpy, wcscspn, wcsftime, wcsftime_l, wcslen,
	wcsncasecmp, wcsncasecmp_l, wcsncat, wcsncmp, wcsncpy, wcsnlen, wcsnrtombs, wcspbrk, wcsrchr,
	wcsrtombs, wcsspn, wcsstr, wcstod_l, wcstof32, wcstof32_l, wcstof32x, wcstof32x_l, wcstof64,
	wcstof64_l, wcstof64x, wcstof64x_l, wcstof_l, wcstok, wcstol_l, wcstold_l, wcstoll_l, wcstombs,
	wcstoul_l, wcstoull_l, wcswcs, wcswidth, wcsxfrm, wcsxfrm_l, wctob, wctomb, wctrans, wctrans_l,
	wctype, wctype_l, wcwidth, wmemchr, wmemcmp, wmemcpy, wmemmove, wmempcpy, wmemset, stpcpy,
	stpncpy, __stpcpy, __stpncpy, __strtok_r, __mbrlen, __memcmpeq, bcmp, rpmatch, __ctype_b_loc,
	__ctype_get_mb_cur_max, __ctype_tolower_loc, __ctype_toupper_loc, __tolower_l, __toupper_l,
	_tolower, _toupper, abs, labs, llabs, imaxabs, imaxdiv, div, ldiv, lldiv, a64l, l64a, ecvt,
	ecvt_r, fcvt, fcvt_r, gcvt, qecvt, qecvt_r, qfcvt, qfcvt_r, qgcvt, rand, rand_r, random,
	random_r, srand, srandom, srandom_r, srand48, srand48_r, drand48, drand48_r, erand48,
	erand48_r, jrand48, jrand48_r, lrand48, lrand48_r, lcong48, lcong48_r, mrand48, mrand48_r,
	nrand48, nrand48_r, seed48, seed48_r, initstate, initstate_r, setstate, setstate_r, arc4random,
	arc4random_buf, arc4random_uniform, getrandom, getentropy, htonl, htons, ntohl, ntohs,
	__bswap_16, __bswap_32, __bswap_64, __uint16_identity, __uint32_identity, __uint64_identity,
	basename, __xpg_basename, dirname, fnmatch, getsubopt, crypt, __btowc_alias,
	__mbsnrtowcs_alias, __mbsnrtowcs_chk, __mbsnrtowcs_chk_warn, __mbsrtowcs_alias,
	__mbsrtowcs_chk, __mbsrtowcs_chk_warn, __mbstowcs_alias, __mbstowcs_chk, __mbstowcs_chk_warn,
	__mbstowcs_nulldst, __wcpcpy_alias, __wcpcpy_chk, __wcpncpy_alias, __wcpncpy_chk,
	__wcpncpy_chk_warn, __wcrtomb_alias, __wcrtomb_chk, __wcscat_alias, __wcscat_chk,
	__wcscpy_alias, __wcscpy_chk, __wcsncat_alias, __wcsncat_chk, __wcsncpy_alias, __wcsncpy_chk,
	__wcsncpy_chk_warn, __wcsnrtombs_alias, __wcsnrtombs_chk, __wcsnrtombs_chk_warn,
	__wcsrtombs_alias, __wcsrtombs_chk, __wcsrtombs_chk_warn, __wcstombs_alias, __wcstombs_chk,
	__wcstombs_chk_warn, __wctob_alias, __wctomb_alias, __wctomb_chk, __wmemcpy_alias,
	__wmemcpy_chk, __wmemcpy_chk_warn, __wmemmove_alias, __wmemmove_chk, __wmemmove_chk_warn,
	__wmempcpy_alias, __wmempcpy_chk, __wmempcpy_chk_warn, __wmemset_alias, __wmemset_chk,
	__wmemset_chk_warn, __strcpy_chk, __strcat_chk, __strncpy_chk, __strncat_chk, __stpcpy_chk,
	__stpncpy_chk
};
