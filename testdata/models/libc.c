/* Calls or names every function of rules/models/libc.model. It is compiled against the real
 * headers, so what is modelled exists, and has as many parameters as its model says. */
#include <aio.h>
#include <argp.h>
#include <arpa/inet.h>
#include <complex.h>
#include <execinfo.h>
#include <fenv.h>
#include <fmtmsg.h>
#include <fstab.h>
#include <fts.h>
#include <ftw.h>
#include <glob.h>
#include <grp.h>
#include <gshadow.h>
#include <ifaddrs.h>
#include <langinfo.h>
#include <libintl.h>
#include <link.h>
#include <locale.h>
#include <math.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/ether.h>
#include <pwd.h>
#include <resolv.h>
#include <search.h>
#include <shadow.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/auxv.h>
#include <sys/fsuid.h>
#include <sys/klog.h>
#include <sys/reboot.h>
#include <sys/shm.h>
#include <sys/sysinfo.h>
#include <sys/sysmacros.h>
#include <sys/timeb.h>
#include <sys/timex.h>
#include <sys/utsname.h>
#include <syslog.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>
#include <utmpx.h>
#include <wordexp.h>

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

/* Not in the headers here. */
size_t __confstr_alias(int, char *, size_t);
size_t __confstr_chk(int, char *, size_t, size_t);
size_t __confstr_chk_warn(int, char *, size_t, size_t);
int __getdomainname_alias(char *, size_t);
int __getdomainname_chk(char *, size_t, size_t);
int __getdomainname_chk_warn(char *, size_t, size_t);
int __getgroups_alias(int, __gid_t *);
int __getgroups_chk(int, __gid_t *, size_t);
int __getgroups_chk_warn(int, __gid_t *, size_t);
int __gethostname_alias(char *, size_t);
int __gethostname_chk(char *, size_t, size_t);
int __gethostname_chk_warn(char *, size_t, size_t);
int __getlogin_r_alias(char *, size_t);
int __getlogin_r_chk(char *, size_t, size_t);
int __getlogin_r_chk_warn(char *, size_t, size_t);
void __syslog_chk(int, int, const char *, ...);
void __vsyslog_chk(int, int, const char *, va_list);

void use_getaddrinfo(const char *host, const char *service, const struct addrinfo *hints,
                     struct addrinfo **result) {
	(void)getaddrinfo(host, service, hints, result);
}
void use_freeaddrinfo(struct addrinfo *list) {
	freeaddrinfo(list);
}
void use_getifaddrs(struct ifaddrs **list) {
	(void)getifaddrs(list);
}
void use_freeifaddrs(struct ifaddrs *list) {
	freeifaddrs(list);
}
void use_qsort(void *items, size_t count, size_t size, __compar_fn_t compare) {
	qsort(items, count, size, compare);
}
void use_qsort_r(void *items, size_t count, size_t size, __compar_d_fn_t compare, void *argument) {
	qsort_r(items, count, size, compare, argument);
}
void use_bsearch(const void *key, const void *items, size_t count, size_t size,
                 __compar_fn_t compare) {
	(void)bsearch(key, items, count, size, compare);
}
void use_lfind(const void *key, const void *items, size_t *count, size_t size,
               __compar_fn_t compare) {
	(void)lfind(key, items, count, size, compare);
}
void use_lsearch(const void *key, void *items, size_t *count, size_t size, __compar_fn_t compare) {
	(void)lsearch(key, items, count, size, compare);
}
void use_tfind(const void *key, void *const *root, __compar_fn_t compare) {
	(void)tfind(key, root, compare);
}
void use_tdelete(const void *key, void **root, __compar_fn_t compare) {
	(void)tdelete(key, root, compare);
}
void use_tdestroy(void *root, __free_fn_t function) {
	tdestroy(root, function);
}
void use_twalk(const void *root, __action_fn_t function) {
	twalk(root, function);
}
void use_twalk_r(const void *root, void (*function)(const void *, VISIT, void *), void *argument) {
	twalk_r(root, function, argument);
}
void use_ftw(const char *path, __ftw_func_t function, int depth) {
	(void)ftw(path, function, depth);
}
void use_ftw64(const char *path, __ftw64_func_t function, int depth) {
	(void)ftw64(path, function, depth);
}
void use_nftw(const char *path, __nftw_func_t function, int depth, int flags) {
	(void)nftw(path, function, depth, flags);
}
void use_nftw64(const char *path, __nftw64_func_t function, int depth, int flags) {
	(void)nftw64(path, function, depth, flags);
}
void use_dl_iterate_phdr(int (*function)(struct dl_phdr_info *, size_t, void *), void *argument) {
	(void)dl_iterate_phdr(function, argument);
}
void use_tsearch(const void *key, void **root, __compar_fn_t compare) {
	(void)tsearch(key, root, compare);
}
void use_hsearch(ENTRY item, ACTION action) {
	(void)hsearch(item, action);
}
void use_hsearch_r(ENTRY item, ACTION action, ENTRY **result, struct hsearch_data *table) {
	(void)hsearch_r(item, action, result, table);
}
void use_insque(void *element, void *previous) {
	insque(element, previous);
}
void use_aio_read(struct aiocb *request) {
	(void)aio_read(request);
}
void use_aio_read64(struct aiocb64 *request) {
	(void)aio_read64(request);
}
void use_aio_write(struct aiocb *request) {
	(void)aio_write(request);
}
void use_aio_write64(struct aiocb64 *request) {
	(void)aio_write64(request);
}
void use_aio_fsync(int operation, struct aiocb *request) {
	(void)aio_fsync(operation, request);
}
void use_aio_fsync64(int operation, struct aiocb64 *request) {
	(void)aio_fsync64(operation, request);
}
void use_lio_listio(int mode, struct aiocb *const *list, int count, struct sigevent *event) {
	(void)lio_listio(mode, list, count, event);
}
void use_lio_listio64(int mode, struct aiocb64 *const *list, int count, struct sigevent *event) {
	(void)lio_listio64(mode, list, count, event);
}
void use_getaddrinfo_a(int mode, struct gaicb **list, int count, struct sigevent *event) {
	(void)getaddrinfo_a(mode, list, count, event);
}
void use_argp_parse(const struct argp *parser, int argc, char **argv, unsigned int flags,
                    int *index, void *input) {
	(void)argp_parse(parser, argc, argv, flags, index, input);
}
void use___argp_parse(const struct argp *parser, int argc, char **argv, unsigned int flags,
                      int *index, void *input) {
	(void)__argp_parse(parser, argc, argv, flags, index, input);
}

/* clang-format off */
const void *const libc_nothing[] = {
	__argp_error, __argp_failure, __argp_help, __argp_input, __argp_state_help, __argp_usage,
	__b64_ntop, __b64_pton, __dcgettext, __dgettext, __dn_count_labels, __errno_location,
	__fp_nquery, __fp_query, __fp_resstat, __getpagesize, __h_errno_location, __hostalias,
	__loc_aton, __loc_ntoa, __option_is_end, __option_is_short, __p_cdname, __p_cdnname, __p_class,
	__p_fqname, __p_fqnname, __p_option, __p_query, __p_rcode, __p_time, __p_type, __putlong,
	__putshort, __res_close, __res_hostalias, __res_init, __res_isourserver, __res_nameinquery,
	__res_nclose, __res_ninit, __res_queriesmatch, __res_randomid, __res_state, __sym_ntop,
	__sym_ntos, __sym_ston, __sysconf, _argp_input, _dl_find_object, _dl_mcount_wrapper_check,
	_option_is_end, _option_is_short, addseverity, adjtime, adjtimex, aio_cancel, aio_cancel64,
	aio_error, aio_error64, aio_init, aio_return, aio_return64, aio_suspend, aio_suspend64,
	argp_error, argp_failure, argp_help, argp_state_help, argp_usage, asctime, asctime_r,
	backtrace, backtrace_symbols, backtrace_symbols_fd, bind_textdomain_codeset, bindtextdomain,
	catclose, catgets, catopen, clearenv, clock, clock_adjtime, clock_getcpuclockid, clock_getres,
	clock_gettime, clock_nanosleep, clock_settime, closelog, confstr, ctime, ctime_r, cuserid,
	dcgettext, dcngettext, dgettext, difftime, dladdr, dladdr1, dlclose, dlerror, dlinfo, dlmopen,
	dlopen, dlsym, dlvsym, dn_comp, dn_expand, dn_skipname, dngettext, duplocale, dysize, endfsent,
	endgrent, endhostent, endnetent, endnetgrent, endprotoent, endpwent, endrpcent, endservent,
	endsgent, endspent, endusershell, endutent, endutxent, ether_aton, ether_aton_r, ether_hostton,
	ether_line, ether_ntoa, ether_ntoa_r, ether_ntohost, fgetgrent, fgetgrent_r, fgetpwent,
	fgetpwent_r, fgetsgent, fgetsgent_r, fgetspent, fgetspent_r, fmtmsg, freelocale, ftime,
	fts64_children, fts64_close, fts64_open, fts64_read, fts64_set, fts_children, fts_close,
	fts_open, fts_read, fts_set, gai_cancel, gai_error, gai_strerror, gai_suspend,
	get_avphys_pages, get_nprocs, get_nprocs_conf, get_phys_pages, getauxval, getdate, getdate_r,
	getdomainname, getdtablesize, getegid, getenv, geteuid, getfsent, getfsfile, getfsspec, getgid,
	getgrent, getgrent_r, getgrgid, getgrgid_r, getgrnam, getgrnam_r, getgrouplist, getgroups,
	gethostbyaddr, gethostbyaddr_r, gethostbyname, gethostbyname2, gethostbyname2_r,
	gethostbyname_r, gethostent, gethostent_r, gethostid, gethostname, getloadavg, getlogin,
	getlogin_r, getnameinfo, getnetbyaddr, getnetbyaddr_r, getnetbyname, getnetbyname_r, getnetent,
	getnetent_r, getnetgrent, getnetgrent_r, getopt, getopt_long, getopt_long_only, getpagesize,
	getpass, getprotobyname, getprotobyname_r, getprotobynumber, getprotobynumber_r, getprotoent,
	getprotoent_r, getpw, getpwent, getpwent_r, getpwnam, getpwnam_r, getpwuid, getpwuid_r,
	getresgid, getresuid, getrpcbyname, getrpcbyname_r, getrpcbynumber, getrpcbynumber_r,
	getrpcent, getrpcent_r, getservbyname, getservbyname_r, getservbyport, getservbyport_r,
	getservent, getservent_r, getsgent, getsgent_r, getsgnam, getsgnam_r, getspent, getspent_r,
	getspnam, getspnam_r, gettext, gettimeofday, getuid, getusershell, getutent, getutent_r,
	getutid, getutid_r, getutline, getutline_r, getutmp, getutmpx, getutxent, getutxid, getutxline,
	glob, glob64, glob_pattern_p, globfree, globfree64, gmtime, gmtime_r, gnu_dev_major,
	gnu_dev_makedev, gnu_dev_minor, group_member, hcreate, hcreate_r, hdestroy, hdestroy_r, herror,
	hstrerror, if_freenameindex, if_indextoname, if_nameindex, if_nametoindex, inet6_opt_append,
	inet6_opt_find, inet6_opt_finish, inet6_opt_get_val, inet6_opt_init, inet6_opt_next,
	inet6_opt_set_val, inet6_option_alloc, inet6_option_append, inet6_option_find,
	inet6_option_init, inet6_option_next, inet6_option_space, inet6_rth_add, inet6_rth_getaddr,
	inet6_rth_init, inet6_rth_reverse, inet6_rth_segments, inet6_rth_space, inet_addr, inet_aton,
	inet_lnaof, inet_makeaddr, inet_net_ntop, inet_net_pton, inet_neta, inet_netof, inet_network,
	inet_nsap_addr, inet_nsap_ntoa, inet_ntoa, inet_ntop, inet_pton, initgroups, innetgr, iruserok,
	iruserok_af, klogctl, lckpwdf, localeconv, localtime, localtime_r, login, logout, logwtmp,
	mktime, nanosleep, newlocale, ngettext, nl_langinfo, nl_langinfo_l, ns_datetosecs,
	ns_format_ttl, ns_get16, ns_get32, ns_initparse, ns_makecanon, ns_msg_getflag,
	ns_name_compress, ns_name_ntol, ns_name_ntop, ns_name_pack, ns_name_pton, ns_name_rollback,
	ns_name_skip, ns_name_uncompress, ns_name_unpack, ns_parse_ttl, ns_parserr, ns_put16, ns_put32,
	ns_samedomain, ns_samename, ns_skiprr, ns_sprintrr, ns_sprintrrf, ns_subdomain, ntp_adjtime,
	ntp_gettime, ntp_gettimex, openlog, putenv, putgrent, putpwent, putsgent, putspent, pututline,
	pututxline, reboot, remque, res_dnok, res_hnok, res_mailok, res_mkquery, res_nmkquery,
	res_nquery, res_nquerydomain, res_nsearch, res_nsend, res_ownok, res_query, res_querydomain,
	res_search, res_send, ruserok, ruserok_af, secure_getenv, setdomainname, setegid, setenv,
	seteuid, setfsent, setfsgid, setfsuid, setgid, setgrent, setgroups, sethostent, sethostid,
	sethostname, setlocale, setlogin, setlogmask, setnetent, setnetgrent, setprotoent, setpwent,
	setregid, setresgid, setresuid, setreuid, setrpcent, setservent, setsgent, setspent,
	settimeofday, setuid, setusershell, setutent, setutxent, sgetsgent, sgetsgent_r, sgetspent,
	sgetspent_r, sleep, sysconf, sysinfo, syslog, textdomain, time, timegm, timelocal,
	timespec_get, timespec_getres, tzset, ulckpwdf, uname, unsetenv, updwtmp, updwtmpx, uselocale,
	usleep, utmpname, utmpxname, vsyslog, wordexp, wordfree, __confstr_alias, __confstr_chk,
	__confstr_chk_warn, __getdomainname_alias, __getdomainname_chk, __getdomainname_chk_warn,
	__getgroups_alias, __getgroups_chk, __getgroups_chk_warn, __gethostname_alias,
	__gethostname_chk, __gethostname_chk_warn, __getlogin_r_alias, __getlogin_r_chk,
	__getlogin_r_chk_warn, __syslog_chk, __vsyslog_chk, acos, acosf, acosh, acoshf, acoshl, acosl,
	asin, asinf, asinh, asinhf, asinhl, asinl, atan, atan2, atan2f, atan2l, atanf, atanh, atanhf,
	atanhl, atanl, cabs, cabsf, cabsl, cacos, cacosf, cacosh, cacoshf, cacoshl, cacosl,
	canonicalize, canonicalizef, canonicalizel, carg, cargf, cargl, casin, casinf, casinh, casinhf,
	casinhl, casinl, catan, catanf, catanh, catanhf, catanhl, catanl, cbrt, cbrtf, cbrtl, ccos,
	ccosf, ccosh, ccoshf, ccoshl, ccosl, ceil, ceilf, ceill, cexp, cexpf, cexpl, cimag, cimagf,
	cimagl, clog, clog10, clog10f, clog10l, clogf, clogl, conj, conjf, conjl, copysign, copysignf,
	copysignl, cos, cosf, cosh, coshf, coshl, cosl, cpow, cpowf, cpowl, cproj, cprojf, cprojl,
	creal, crealf, creall, csin, csinf, csinh, csinhf, csinhl, csinl, csqrt, csqrtf, csqrtl, ctan,
	ctanf, ctanh, ctanhf, ctanhl, ctanl, daddl, ddivl, dfmal, dmull, drem, dremf, dreml, dsqrtl,
	dsubl, erf, erfc, erfcf, erfcl, erff, erfl, exp, exp10, exp10f, exp10l, exp2, exp2f, exp2l,
	expf, expl, expm1, expm1f, expm1l, fabs, fabsf, fabsl, fadd, faddl, fdim, fdimf, fdiml, fdiv,
	fdivl, feclearexcept, fedisableexcept, feenableexcept, fegetenv, fegetexceptflag, fegetmode,
	fegetround, feholdexcept, feraiseexcept, fesetenv, fesetexcept, fesetexceptflag, fesetmode,
	fesetround, fetestexcept, fetestexceptflag, feupdateenv, ffma, ffmal, finite, finitef, finitel,
	floor, floorf, floorl, fma, fmaf, fmal, fmax, fmaxf, fmaximum, fmaximum_mag, fmaximum_mag_num,
	fmaximum_mag_numf, fmaximum_mag_numl, fmaximum_magf, fmaximum_magl, fmaximum_num,
	fmaximum_numf, fmaximum_numl, fmaximumf, fmaximuml, fmaxl, fmaxmag, fmaxmagf, fmaxmagl, fmin,
	fminf, fminimum, fminimum_mag, fminimum_mag_num, fminimum_mag_numf, fminimum_mag_numl,
	fminimum_magf, fminimum_magl, fminimum_num, fminimum_numf, fminimum_numl, fminimumf, fminimuml,
	fminl, fminmag, fminmagf, fminmagl, fmod, fmodf, fmodl, fmul, fmull, frexp, frexpf, frexpl,
	fromfp, fromfpf, fromfpl, fromfpx, fromfpxf, fromfpxl, fsqrt, fsqrtl, fsub, fsubl, gamma,
	gammaf, gammal, getpayload, getpayloadf, getpayloadl, hypot, hypotf, hypotl, ilogb, ilogbf,
	ilogbl, isinf, isinff, isinfl, isnan, isnanf, isnanl, j0, j0f, j0l, j1, j1f, j1l, jn, jnf, jnl,
	ldexp, ldexpf, ldexpl, lgamma, lgamma_r, lgammaf, lgammaf_r, lgammal, lgammal_r, llogb, llogbf,
	llogbl, llrint, llrintf, llrintl, llround, llroundf, llroundl, log, log10, log10f, log10l,
	log1p, log1pf, log1pl, log2, log2f, log2l, logb, logbf, logbl, logf, logl, lrint, lrintf,
	lrintl, lround, lroundf, lroundl, modf, modff, modfl, nan, nanf, nanl, nearbyint, nearbyintf,
	nearbyintl, nextafter, nextafterf, nextafterl, nextdown, nextdownf, nextdownl, nexttoward,
	nexttowardf, nexttowardl, nextup, nextupf, nextupl, pow, powf, powl, remainder, remainderf,
	remainderl, remquo, remquof, remquol, rint, rintf, rintl, round, roundeven, roundevenf,
	roundevenl, roundf, roundl, scalb, scalbf, scalbl, scalbln, scalblnf, scalblnl, scalbn,
	scalbnf, scalbnl, setpayload, setpayloadf, setpayloadl, setpayloadsig, setpayloadsigf,
	setpayloadsigl, significand, significandf, significandl, sin, sincos, sincosf, sincosl, sinf,
	sinh, sinhf, sinhl, sinl, sqrt, sqrtf, sqrtl, tan, tanf, tanh, tanhf, tanhl, tanl, tgamma,
	tgammaf, tgammal, totalorder, totalorderf, totalorderl, totalordermag, totalordermagf,
	totalordermagl, trunc, truncf, truncl, ufromfp, ufromfpf, ufromfpl, ufromfpx, ufromfpxf,
	ufromfpxl, y0, y0f, y0l, y1, y1f, y1l, yn, ynf, ynl
};
