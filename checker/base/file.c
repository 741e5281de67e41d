#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/path.h"

enum { TEMPORARY_NAME_TRIES = 100 };

/* No source, database or unit file comes near it; /proc/kcore says that it has 128 TB. */
enum { LARGEST_FILE = 1 << 30 };

static bool failed(struct arena *a, const char *what, const char *path, const char *why,
                   const char **error) {
	*error = arena_printf(a, "cannot %s '%s': %s", what, path, why);
	return false;
}

/* Reads to the end of the file; expected is its length when nobody changes it. False: see errno. */
static bool read_all(struct arena *a, int fd, size_t expected, struct file_text *text) {
	size_t cap = expected + 1, n = 0;
	char *bytes = arena_alloc(a, cap);
	for (;;) {
		ssize_t got = read(fd, bytes + n, cap - n);
		if (got < 0 && errno == EINTR) continue;
		if (got < 0) return false;
		if (got == 0) break;
		n += (size_t)got;
		if (n < cap) continue;
		char *larger = arena_alloc(a, cap * 2);
		memcpy(larger, bytes, n);
		bytes = larger;
		cap *= 2;
	}
	bytes[n] = '\0'; /* n < cap here */
	*text = (struct file_text){bytes, n};
	return true;
}

bool file_read(struct arena *a, const char *path, struct file_text *text, const char **error) {
	/* Without O_NONBLOCK the open of a FIFO would wait for a writer. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0) return failed(a, "read", path, strerror(errno), error);
	struct stat st;
	const char *why = NULL;
	if (fstat(fd, &st) < 0) why = strerror(errno);
	else if (S_ISDIR(st.st_mode)) why = "it is a directory";
	else if (!S_ISREG(st.st_mode)) why = "it is not a regular file";
	else if (st.st_size > LARGEST_FILE) why = "it is larger than 1 GB";
	else if (!read_all(a, fd, (size_t)st.st_size, text)) why = strerror(errno);
	close(fd);
	return why ? failed(a, "read", path, why, error) : true;
}

static bool write_all(int fd, const char *bytes, size_t n) {
	while (n) {
		ssize_t put = write(fd, bytes, n);
		if (put < 0 && errno == EINTR) continue;
		if (put < 0) return false;
		bytes += put;
		n -= (size_t)put;
	}
	return true;
}

/* Closes fd; false with errno set when the writing or the closing failed. */
static bool write_and_close(int fd, const void *bytes, size_t n) {
	bool written = write_all(fd, bytes, n);
	int why = errno;
	bool closed = close(fd) == 0;
	if (!written) errno = why;
	return written && closed;
}

/* Opens a new file beside path and sets *name. The mode comes from the umask, unlike mkstemp's. */
static int open_temporary(struct arena *a, const char *path, const char **name) {
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	for (int i = 0; i < TEMPORARY_NAME_TRIES; i++) {
		*name = arena_printf(a, "%s.%ld-%lx-%d.tmp", path, (long)getpid(), now.tv_nsec, i);
		int fd = open(*name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
		if (fd >= 0 || errno != EEXIST) return fd;
	}
	return -1;
}

/* Writes to what is no regular file: there is nothing to replace. */
static bool write_in_place(const char *path, const void *bytes, size_t n) {
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	return fd >= 0 && write_and_close(fd, bytes, n);
}

static bool replace(struct arena *a, const char *path, const void *bytes, size_t n) {
	const char *real = path_real(a, path); /* a symbolic link stays one */
	if (real) path = real;
	const char *temporary;
	int fd = open_temporary(a, path, &temporary);
	if (fd < 0) return false;
	if (write_and_close(fd, bytes, n) && rename(temporary, path) == 0) return true;
	int why = errno;
	unlink(temporary);
	errno = why;
	return false;
}

bool file_write(struct arena *a, const char *path, const void *bytes, size_t n,
                const char **error) {
	struct stat st;
	bool special = stat(path, &st) == 0 && !S_ISREG(st.st_mode);
	bool done = special ? write_in_place(path, bytes, n) : replace(a, path, bytes, n);
	return done ? true : failed(a, "write", path, strerror(errno), error);
}

const char *content_hash(struct arena *a, const void *bytes, size_t n) {
	XXH128_hash_t hash = XXH3_128bits(bytes, n);
	return arena_printf(a, "%016llx%016llx", (unsigned long long)hash.high64,
	                    (unsigned long long)hash.low64);
}
