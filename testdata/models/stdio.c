/* Calls or names every function of rules/models/stdio.model. It is compiled against the real
 * headers, so what is modelled exists, and has as many parameters as its model says. */
#include <mntent.h>
#include <printf.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <wchar.h>

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

/* Not in the headers here. */
int _IO_getc(FILE *);
int _IO_putc(int, FILE *);
char *gets(char *);
char *__fgets_alias(char *, int, FILE *);
char *__fgets_chk(char *, size_t, int, FILE *);
char *__fgets_chk_warn(char *, size_t, int, FILE *);
char *__fgets_unlocked_alias(char *, int, FILE *);
char *__fgets_unlocked_chk(char *, size_t, int, FILE *);
char *__fgets_unlocked_chk_warn(char *, size_t, int, FILE *);
wchar_t *__fgetws_alias(wchar_t *, int, __FILE *);
wchar_t *__fgetws_chk(wchar_t *, size_t, int, __FILE *);
wchar_t *__fgetws_chk_warn(wchar_t *, size_t, int, __FILE *);
wchar_t *__fgetws_unlocked_alias(wchar_t *, int, __FILE *);
wchar_t *__fgetws_unlocked_chk(wchar_t *, size_t, int, __FILE *);
wchar_t *__fgetws_unlocked_chk_warn(wchar_t *, size_t, int, __FILE *);
int __fprintf_chk(FILE *, int, const char *, ...);
size_t __fread_alias(void *, size_t, size_t, FILE *);
size_t __fread_chk(void *, size_t, size_t, size_t, FILE *);
size_t __fread_chk_warn(void *, size_t, size_t, size_t, FILE *);
size_t __fread_unlocked_alias(void *, size_t, size_t, FILE *);
size_t __fread_unlocked_chk(void *, size_t, size_t, size_t, FILE *);
size_t __fread_unlocked_chk_warn(void *, size_t, size_t, size_t, FILE *);
int __fwprintf_chk(__FILE *, int, const wchar_t *, ...);
int __obstack_printf_chk(struct obstack *, int, const char *, ...);
int __obstack_vprintf_chk(struct obstack *, int, const char *, va_list);
int __printf_chk(int, const char *, ...);
int __snprintf_chk(char *, size_t, int, size_t, const char *, ...);
int __sprintf_chk(char *, int, size_t, const char *, ...);
int __swprintf_alias(wchar_t *, size_t, const wchar_t *, ...);
int __swprintf_chk(wchar_t *, size_t, int, size_t, const wchar_t *, ...);
int __vfprintf_chk(FILE *, int, const char *, va_list);
int __vfwprintf_chk(__FILE *, int, const wchar_t *, va_list);
int __vprintf_chk(int, const char *, va_list);
int __vsnprintf_chk(char *, size_t, int, size_t, const char *, va_list);
int __vsprintf_chk(char *, int, size_t, const char *, va_list);
int __vswprintf_alias(wchar_t *, size_t, const wchar_t *, va_list);
int __vswprintf_chk(wchar_t *, size_t, int, size_t, const wchar_t *, va_list);
int __vwprintf_chk(int, const wchar_t *, va_list);
int __wprintf_chk(int, const wchar_t *, ...);

void use_fopen(const char *path, const char *mode) {
	(void)fopen(path, mode);
}
void use_fopen64(const char *path, const char *mode) {
	(void)fopen64(path, mode);
}
void use_tmpfile(void) {
	(void)tmpfile();
}
void use_tmpfile64(void) {
	(void)tmpfile64();
}
void use_setmntent(const char *path, const char *mode) {
	(void)setmntent(path, mode);
}
void use_fdopen(int fd, const char *mode) {
	(void)fdopen(fd, mode);
}
void use_freopen(const char *path, const char *mode, FILE *stream) {
	(void)freopen(path, mode, stream);
}
void use_freopen64(const char *path, const char *mode, FILE *stream) {
	(void)freopen64(path, mode, stream);
}
void use_popen(const char *command, const char *mode) {
	(void)popen(command, mode);
}
void use_fopencookie(void *cookie, const char *mode, cookie_io_functions_t functions) {
	(void)fopencookie(cookie, mode, functions);
}
void use_fmemopen(void *buffer, size_t size, const char *mode) {
	(void)fmemopen(buffer, size, mode);
}
void use_open_memstream(char **buffer, size_t *size) {
	(void)open_memstream(buffer, size);
}
void use_open_wmemstream(wchar_t **buffer, size_t *size) {
	(void)open_wmemstream(buffer, size);
}
void use_fclose(FILE *stream) {
	(void)fclose(stream);
}
void use_pclose(FILE *stream) {
	(void)pclose(stream);
}
void use_endmntent(FILE *stream) {
	(void)endmntent(stream);
}
void use_fileno(FILE *stream) {
	(void)fileno(stream);
}
void use_fileno_unlocked(FILE *stream) {
	(void)fileno_unlocked(stream);
}
void use_fgetc(FILE *stream) {
	(void)fgetc(stream);
}
void use_getc(FILE *stream) {
	(void)getc(stream);
}
void use_IO_getc(FILE *stream) {
	(void)_IO_getc(stream);
}
void use_getw(FILE *stream) {
	(void)getw(stream);
}
void use_fgetwc(FILE *stream) {
	(void)fgetwc(stream);
}
void use_getwc(FILE *stream) {
	(void)getwc(stream);
}
void use_fgets(char *buffer, int size, FILE *stream) {
	(void)fgets(buffer, size, stream);
}
void use_fgetws(wchar_t *buffer, int size, FILE *stream) {
	(void)fgetws(buffer, size, stream);
}
void use_fread(void *buffer, unsigned long size, unsigned long count, FILE *stream) {
	(void)fread(buffer, size, count, stream);
}
void use_fgets_alias(char *buffer, int size, FILE *stream) {
	(void)__fgets_alias(buffer, size, stream);
}
void use_fgets_chk(char *buffer, size_t room, int size, FILE *stream) {
	(void)__fgets_chk(buffer, room, size, stream);
}
void use_fgets_chk_warn(char *buffer, size_t room, int size, FILE *stream) {
	(void)__fgets_chk_warn(buffer, room, size, stream);
}
void use_fgetws_alias(wchar_t *buffer, int size, FILE *stream) {
	(void)__fgetws_alias(buffer, size, stream);
}
void use_fgetws_chk(wchar_t *buffer, size_t room, int size, FILE *stream) {
	(void)__fgetws_chk(buffer, room, size, stream);
}
void use_fgetws_chk_warn(wchar_t *buffer, size_t room, int size, FILE *stream) {
	(void)__fgetws_chk_warn(buffer, room, size, stream);
}
void use_fread_alias(void *buffer, size_t size, size_t count, FILE *stream) {
	(void)__fread_alias(buffer, size, count, stream);
}
void use_fread_chk(void *buffer, size_t room, size_t size, size_t count, FILE *stream) {
	(void)__fread_chk(buffer, room, size, count, stream);
}
void use_fread_chk_warn(void *buffer, size_t room, size_t size, size_t count, FILE *stream) {
	(void)__fread_chk_warn(buffer, room, size, count, stream);
}
void use_fgetc_unlocked(FILE *stream) {
	(void)fgetc_unlocked(stream);
}
void use_getc_unlocked(FILE *stream) {
	(void)getc_unlocked(stream);
}
void use_fgetwc_unlocked(FILE *stream) {
	(void)fgetwc_unlocked(stream);
}
void use_getwc_unlocked(FILE *stream) {
	(void)getwc_unlocked(stream);
}
void use_uflow(FILE *stream) {
	(void)__uflow(stream);
}
void use_fgets_unlocked(char *buffer, int size, FILE *stream) {
	(void)fgets_unlocked(buffer, size, stream);
}
void use_fgetws_unlocked(wchar_t *buffer, int size, FILE *stream) {
	(void)fgetws_unlocked(buffer, size, stream);
}
void use_fread_unlocked(void *buffer, size_t size, size_t count, FILE *stream) {
	(void)fread_unlocked(buffer, size, count, stream);
}
void use_fgets_unlocked_alias(char *buffer, int size, FILE *stream) {
	(void)__fgets_unlocked_alias(buffer, size, stream);
}
void use_fgets_unlocked_chk(char *buffer, size_t room, int size, FILE *stream) {
	(void)__fgets_unlocked_chk(buffer, room, size, stream);
}
void use_fgets_unlocked_chk_warn(char *buffer, size_t room, int size, FILE *stream) {
	(void)__fgets_unlocked_chk_warn(buffer, room, size, stream);
}
void use_fgetws_unlocked_alias(wchar_t *buffer, int size, FILE *stream) {
	(void)__fgetws_unlocked_alias(buffer, size, stream);
}
void use_fgetws_unlocked_chk(wchar_t *buffer, size_t room, int size, FILE *stream) {
	(void)__fgetws_unlocked_chk(buffer, room, size, stream);
}
void use_fgetws_unlocked_chk_warn(wchar_t *buffer, size_t room, int size, FILE *stream) {
	(void)__fgetws_unlocked_chk_warn(buffer, room, size, stream);
}
void use_fread_unlocked_alias(void *buffer, size_t size, size_t count, FILE *stream) {
	(void)__fread_unlocked_alias(buffer, size, count, stream);
}
void use_fread_unlocked_chk(void *buffer, size_t room, size_t size, size_t count, FILE *stream) {
	(void)__fread_unlocked_chk(buffer, room, size, count, stream);
}
void use_fread_unlocked_chk_warn(void *buffer, size_t room, size_t size, size_t count,
                                 FILE *stream) {
	(void)__fread_unlocked_chk_warn(buffer, room, size, count, stream);
}
void use_getline(char **line, size_t *size, FILE *stream) {
	(void)getline(line, size, stream);
}
void use_getdelim(char **line, size_t *size, int delimiter, FILE *stream) {
	(void)getdelim(line, size, delimiter, stream);
}
void use___getdelim(char **line, size_t *size, int delimiter, FILE *stream) {
	(void)__getdelim(line, size, delimiter, stream);
}
void use_flockfile(FILE *stream) {
	flockfile(stream);
}
void use_fflush(FILE *stream) {
	(void)fflush(stream);
}
void use_fflush_unlocked(FILE *stream) {
	(void)fflush_unlocked(stream);
}
void use_sscanf(const char *text, const char *format) {
	(void)sscanf(text, format, (void *)0);
}
void use_swscanf(const wchar_t *text, const wchar_t *format) {
	(void)swscanf(text, format, (void *)0);
}
void use_scanf(const char *format) {
	(void)scanf(format, (void *)0);
}
void use_wscanf(const wchar_t *format) {
	(void)wscanf(format, (void *)0);
}
void use_fscanf(FILE *stream, const char *format) {
	(void)fscanf(stream, format, (void *)0);
}
void use_fwscanf(FILE *stream, const wchar_t *format) {
	(void)fwscanf(stream, format, (void *)0);
}
void use_vfscanf(FILE *stream, const char *format, va_list arguments) {
	(void)vfscanf(stream, format, arguments);
}
void use_vfwscanf(FILE *stream, const wchar_t *format, va_list arguments) {
	(void)vfwscanf(stream, format, arguments);
}

/* clang-format off */
const void *const stdio_nothing[] = {
	ftrylockfile, funlockfile, fcloseall, _flushlbf, __fsetlocking, vscanf, vsscanf, vwscanf,
	vswscanf, getchar, getchar_unlocked, getwchar, getwchar_unlocked, gets, printf, fprintf,
	sprintf, snprintf, vprintf, vfprintf, vsprintf, vsnprintf, __printf_chk, __fprintf_chk,
	__sprintf_chk, __snprintf_chk, __vprintf_chk, __vfprintf_chk, __vsprintf_chk, __vsnprintf_chk,
	wprintf, fwprintf, swprintf, vwprintf, vfwprintf, vswprintf, __wprintf_chk, __fwprintf_chk,
	__swprintf_chk, __swprintf_alias, __vwprintf_chk, __vfwprintf_chk, __vswprintf_chk,
	__vswprintf_alias, fputc, putc, _IO_putc, putchar, fputs, puts, putw, fwrite, fputwc, putwc,
	putwchar, fputws, ungetc, ungetwc, fputc_unlocked, putc_unlocked, putchar_unlocked,
	fputs_unlocked, fwrite_unlocked, fputwc_unlocked, putwc_unlocked, putwchar_unlocked,
	fputws_unlocked, __overflow, feof, ferror, clearerr, feof_unlocked, ferror_unlocked,
	clearerr_unlocked, perror, fwide, fseek, fseeko, fseeko64, ftell, ftello, ftello64, fgetpos,
	fgetpos64, fsetpos, fsetpos64, rewind, setbuf, setbuffer, setlinebuf, setvbuf, __fbufsize,
	__flbf, __fpending, __fpurge, __freadable, __freading, __fwritable, __fwriting, getmntent,
	getmntent_r, addmntent, hasmntopt, parse_printf_format, printf_size, printf_size_info,
	register_printf_function, register_printf_modifier, register_printf_specifier,
	register_printf_type, obstack_printf, obstack_vprintf, __obstack_printf_chk,
	__obstack_vprintf_chk, psignal, psiginfo
};
