/* Calls or names every function of rules/models/memory.model. It is compiled against the real
 * headers, so what is modelled exists, and has as many parameters as its model says. */
#include <alloca.h>
#include <malloc.h>
#include <mcheck.h>
#include <obstack.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <unistd.h>
#include <wchar.h>

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

/* Not in the headers here. */
void cfree(void *);
char *__strndup(const char *, size_t);
char *__strdup(const char *);
int __asprintf_chk(char **, int, const char *, ...);
void *__memcpy_chk(void *, const void *, size_t, size_t);
void *__memmove_chk(void *, const void *, size_t, size_t);
void *__mempcpy_chk(void *, const void *, size_t, size_t);
void *__memset_chk(void *, int, size_t, size_t);
void *xmalloc(size_t);
void *emalloc(size_t);
void *xmallocarray(size_t, size_t);
void *xmemdup(const void *, size_t);
char *xstrdup(const char *);
char *estrdup(const char *);
char *xstrndup(const char *, size_t);
char *xasprintf(const char *, ...);
char *xvasprintf(const char *, va_list);
void *checked_malloc(size_t);
void *safe_malloc(size_t);
void *xmemalign(size_t, size_t);
void *xcalloc(size_t, size_t);
void *ecalloc(size_t, size_t);
void *xzalloc(size_t);
void *xmalloc0(size_t);
void *safe_calloc(size_t, size_t);
void *xrealloc(void *, size_t);
void *erealloc(void *, size_t);
void *xreallocarray(void *, size_t, size_t);
void *safe_realloc(void *, size_t);
void xfree(void *);
void efree(void *);
void safe_free(void *);
void __explicit_bzero_chk(void *, size_t, size_t);
int __vasprintf_chk(char **, int, const char *, va_list);

void use_malloc(unsigned long size) {
	(void)malloc(size);
}
void use_aligned_alloc(unsigned long alignment, unsigned long size) {
	(void)aligned_alloc(alignment, size);
}
void use_memalign(unsigned long alignment, unsigned long size) {
	(void)memalign(alignment, size);
}
void use_valloc(size_t size) {
	(void)valloc(size);
}
void use_pvalloc(size_t size) {
	(void)pvalloc(size);
}
void use_calloc(unsigned long count, unsigned long size) {
	(void)calloc(count, size);
}
void use_realloc(void *p, unsigned long size) {
	(void)realloc(p, size);
}
void use_reallocarray(void *p, size_t count, size_t size) {
	(void)reallocarray(p, count, size);
}
void use_posix_memalign(void **p, size_t alignment, size_t size) {
	(void)posix_memalign(p, alignment, size);
}
void use_alloca(unsigned long size) {
	(void)alloca(size);
}
void use_mmap(void *address, size_t size, int protection, int flags, int fd, __off_t offset) {
	(void)mmap(address, size, protection, flags, fd, offset);
}
void use_mmap64(void *address, size_t size, int protection, int flags, int fd, __off64_t offset) {
	(void)mmap64(address, size, protection, flags, fd, offset);
}
void use_mremap(void *p, size_t old_size, size_t size, int flags) {
	(void)mremap(p, old_size, size, flags, (void *)0);
}
void use_free(void *p) {
	free(p);
}
void use_cfree(void *p) {
	cfree(p);
}
void use_memcpy(void *to, const void *source, unsigned long size) {
	(void)memcpy(to, source, size);
}
void use_memmove(void *to, const void *source, unsigned long size) {
	(void)memmove(to, source, size);
}
void use_memcpy_chk(void *to, const void *source, size_t size, size_t room) {
	(void)__memcpy_chk(to, source, size, room);
}
void use_memmove_chk(void *to, const void *source, size_t size, size_t room) {
	(void)__memmove_chk(to, source, size, room);
}
void use_mempcpy(void *to, const void *source, unsigned long size) {
	(void)mempcpy(to, source, size);
}
void use___mempcpy(void *to, const void *source, size_t size) {
	(void)__mempcpy(to, source, size);
}
void use_mempcpy_chk(void *to, const void *source, size_t size, size_t room) {
	(void)__mempcpy_chk(to, source, size, room);
}
void use_memccpy(void *to, const void *source, int stop, unsigned long size) {
	(void)memccpy(to, source, stop, size);
}
void use_bcopy(const void *source, void *to, unsigned long size) {
	bcopy(source, to, size);
}
void use_memset(void *p, int byte, unsigned long size) {
	(void)memset(p, byte, size);
}
void use_memset_chk(void *p, int byte, size_t size, size_t room) {
	(void)__memset_chk(p, byte, size, room);
}
void use_bzero(void *p, unsigned long size) {
	bzero(p, size);
}
void use_explicit_bzero(void *p, size_t size) {
	explicit_bzero(p, size);
}
void use_explicit_bzero_chk(void *p, size_t size, size_t room) {
	__explicit_bzero_chk(p, size, room);
}
void use_memfrob(void *p, size_t size) {
	(void)memfrob(p, size);
}
void use_swab(const void *source, void *to, ssize_t size) {
	swab(source, to, size);
}
void use_strdup(const char *s) {
	(void)strdup(s);
}
void use_strndup(const char *s, unsigned long size) {
	(void)strndup(s, size);
}
void use___strdup(const char *s) {
	(void)__strdup(s);
}
void use___strndup(const char *s, size_t size) {
	(void)__strndup(s, size);
}
void use_wcsdup(const wchar_t *s) {
	(void)wcsdup(s);
}
void use_asprintf(char **p, const char *format) {
	(void)asprintf(p, format, (void *)0);
}
void use___asprintf(char **p, const char *format) {
	(void)__asprintf(p, format, (void *)0);
}
void use_vasprintf(char **p, const char *format, va_list arguments) {
	(void)vasprintf(p, format, arguments);
}
void use_asprintf_chk(char **p, int flag, const char *format) {
	(void)__asprintf_chk(p, flag, format, (void *)0);
}
void use_vasprintf_chk(char **p, int flag, const char *format, va_list arguments) {
	(void)__vasprintf_chk(p, flag, format, arguments);
}
void use_xmalloc(size_t size) {
	(void)xmalloc(size);
}
void use_emalloc(size_t size) {
	(void)emalloc(size);
}
void use_xmallocarray(size_t count, size_t size) {
	(void)xmallocarray(count, size);
}
void use_xmemdup(const void *p, size_t size) {
	(void)xmemdup(p, size);
}
void use_xstrdup(const char *s) {
	(void)xstrdup(s);
}
void use_estrdup(const char *s) {
	(void)estrdup(s);
}
void use_xstrndup(const char *s, size_t size) {
	(void)xstrndup(s, size);
}
void use_xasprintf(const char *format) {
	(void)xasprintf(format, (void *)0);
}
void use_xvasprintf(const char *format, va_list arguments) {
	(void)xvasprintf(format, arguments);
}
void use_checked_malloc(size_t size) {
	(void)checked_malloc(size);
}
void use_safe_malloc(size_t size) {
	(void)safe_malloc(size);
}
void use_xmemalign(size_t alignment, size_t size) {
	(void)xmemalign(alignment, size);
}
void use_xcalloc(size_t count, size_t size) {
	(void)xcalloc(count, size);
}
void use_ecalloc(size_t count, size_t size) {
	(void)ecalloc(count, size);
}
void use_xzalloc(size_t size) {
	(void)xzalloc(size);
}
void use_xmalloc0(size_t size) {
	(void)xmalloc0(size);
}
void use_safe_calloc(size_t count, size_t size) {
	(void)safe_calloc(count, size);
}
void use_xrealloc(void *p, size_t size) {
	(void)xrealloc(p, size);
}
void use_erealloc(void *p, size_t size) {
	(void)erealloc(p, size);
}
void use_xreallocarray(void *p, size_t count, size_t size) {
	(void)xreallocarray(p, count, size);
}
void use_safe_realloc(void *p, size_t size) {
	(void)safe_realloc(p, size);
}
void use_xfree(void *p) {
	xfree(p);
}
void use_efree(void *p) {
	efree(p);
}
void use_safe_free(void *p) {
	safe_free(p);
}

/* clang-format off */
const void *const memory_nothing[] = {
	munmap, mprotect, msync, madvise, posix_madvise, process_madvise, process_mrelease, mincore,
	mlock, mlock2, mlockall, munlock, munlockall, remap_file_pages, pkey_alloc, pkey_free,
	pkey_get, pkey_mprotect, pkey_set, brk, sbrk, shmat, shmdt, shmget, shmctl, malloc_info,
	malloc_stats, malloc_trim, malloc_usable_size, mallopt, mallinfo, mallinfo2, mtrace, muntrace,
	mcheck, mcheck_check_all, mcheck_pedantic, mprobe, _obstack_begin, _obstack_begin_1,
	_obstack_memory_used, _obstack_newchunk, obstack_free
};
