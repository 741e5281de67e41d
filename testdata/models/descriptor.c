/* Calls or names every function of rules/models/descriptor.model. It is compiled against the real
 * headers, so what is modelled exists, and has as many parameters as its model says. */
#include <dirent.h>
#include <fcntl.h>
#include <mqueue.h>
#include <poll.h>
#include <pthread.h>
#include <pty.h>
#include <sgtty.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/fanotify.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/pidfd.h>
#include <sys/quota.h>
#include <sys/select.h>
#include <sys/sendfile.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/swap.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <sys/uio.h>
#include <sys/xattr.h>
#include <unistd.h>
#include <utime.h>

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

/* Not in the headers here. */
int __open_2(const char *, int);
int __open64_2(const char *, int);
int __openat_2(int, const char *, int);
int __openat64_2(int, const char *, int);
int __open_alias(const char *, int, ...);
int __open64_alias(const char *, int, ...);
int __openat_alias(int, const char *, int, ...);
int __openat64_alias(int, const char *, int, ...);
int openat2(int, const char *, const void *, size_t);
int __xstat(int, const char *, struct stat *);
int __lxstat(int, const char *, struct stat *);
int __fxstat(int, int, struct stat *);
int __dprintf_chk(int, int, const char *, ...);
long __fdelt_chk(long);
long __fdelt_warn(long);
char *__getcwd_alias(char *, size_t);
char *__getcwd_chk(char *, size_t, size_t);
char *__getcwd_chk_warn(char *, size_t, size_t);
char *__getwd_chk(char *, size_t);
char *__getwd_warn(char *);
int __poll_alias(struct pollfd *, nfds_t, int);
int __poll_chk(struct pollfd *, nfds_t, int, unsigned long);
int __poll_chk_warn(struct pollfd *, nfds_t, int, unsigned long);
int __ppoll_alias(struct pollfd *, nfds_t, const struct timespec *, const __sigset_t *);
int __ppoll_chk(struct pollfd *, nfds_t, const struct timespec *, const __sigset_t *,
                unsigned long);
int __ppoll_chk_warn(struct pollfd *, nfds_t, const struct timespec *, const __sigset_t *,
                     unsigned long);
ssize_t __pread64_alias(int, void *, size_t, __off64_t);
ssize_t __pread64_chk(int, void *, size_t, __off64_t, size_t);
ssize_t __pread64_chk_warn(int, void *, size_t, __off64_t, size_t);
ssize_t __pread_alias(int, void *, size_t, __off_t);
ssize_t __pread_chk(int, void *, size_t, __off_t, size_t);
ssize_t __pread_chk_warn(int, void *, size_t, __off_t, size_t);
int __ptsname_r_alias(int, char *, size_t);
int __ptsname_r_chk(int, char *, size_t, size_t);
int __ptsname_r_chk_warn(int, char *, size_t, size_t);
ssize_t __read_alias(int, void *, size_t);
ssize_t __read_chk(int, void *, size_t, size_t);
ssize_t __read_chk_warn(int, void *, size_t, size_t);
ssize_t __readlink_alias(const char *, char *, size_t);
ssize_t __readlink_chk(const char *, char *, size_t, size_t);
ssize_t __readlink_chk_warn(const char *, char *, size_t, size_t);
ssize_t __readlinkat_alias(int, const char *, char *, size_t);
ssize_t __readlinkat_chk(int, const char *, char *, size_t, size_t);
ssize_t __readlinkat_chk_warn(int, const char *, char *, size_t, size_t);
char *__realpath_alias(const char *, char *);
char *__realpath_chk(const char *, char *, size_t);
char *__realpath_chk_warn(const char *, char *, size_t);
int __ttyname_r_alias(int, char *, size_t);
int __ttyname_r_chk(int, char *, size_t, size_t);
int __ttyname_r_chk_warn(int, char *, size_t, size_t);
int __vdprintf_chk(int, int, const char *, va_list);
#undef __fxstat64
void __fxstat64(void);
#undef __fxstatat
void __fxstatat(void);
#undef __fxstatat64
void __fxstatat64(void);
#undef __lxstat64
void __lxstat64(void);
#undef __xmknod
void __xmknod(void);
#undef __xmknodat
void __xmknodat(void);
#undef __xstat64
void __xstat64(void);

void use_close(int fd) {
	(void)close(fd);
}
void use_closefrom(int first) {
	closefrom(first);
}
void use_close_range(unsigned int first, unsigned int last, int flags) {
	(void)close_range(first, last, flags);
}
void use_dup(int fd) {
	(void)dup(fd);
}
void use_dup2(int fd, int number) {
	(void)dup2(fd, number);
}
void use_dup3(int fd, int number, int flags) {
	(void)dup3(fd, number, flags);
}
void use_fcntl(int fd, int command, long argument) {
	(void)fcntl(fd, command, argument);
}
void use_fcntl64(int fd, int command, long argument) {
	(void)fcntl64(fd, command, argument);
}
void use_pidfd_getfd(int pidfd, int fd, unsigned int flags) {
	(void)pidfd_getfd(pidfd, fd, flags);
}
void use_pipe(int *ends) {
	(void)pipe(ends);
}
void use_pipe2(int *ends, int flags) {
	(void)pipe2(ends, flags);
}
void use_open(const char *path, int flags, long mode) {
	(void)open(path, flags, mode);
}
void use_open64(const char *path, int flags, long mode) {
	(void)open64(path, flags, mode);
}
void use_openat(int directory, const char *path, int flags, long mode) {
	(void)openat(directory, path, flags, mode);
}
void use_openat64(int directory, const char *path, int flags, long mode) {
	(void)openat64(directory, path, flags, mode);
}
void use_open_2(const char *path, int flags) {
	(void)__open_2(path, flags);
}
void use_open64_2(const char *path, int flags) {
	(void)__open64_2(path, flags);
}
void use_openat_2(int directory, const char *path, int flags) {
	(void)__openat_2(directory, path, flags);
}
void use_openat64_2(int directory, const char *path, int flags) {
	(void)__openat64_2(directory, path, flags);
}
void use_open_alias(const char *path, int flags, long mode) {
	(void)__open_alias(path, flags, mode);
}
void use_open64_alias(const char *path, int flags, long mode) {
	(void)__open64_alias(path, flags, mode);
}
void use_openat_alias(int directory, const char *path, int flags, long mode) {
	(void)__openat_alias(directory, path, flags, mode);
}
void use_openat64_alias(int directory, const char *path, int flags, long mode) {
	(void)__openat64_alias(directory, path, flags, mode);
}
void use_openat2(int directory, const char *path, const void *how, size_t size) {
	(void)openat2(directory, path, how, size);
}
void use_creat(const char *path, mode_t mode) {
	(void)creat(path, mode);
}
void use_creat64(const char *path, mode_t mode) {
	(void)creat64(path, mode);
}
void use_mkstemp(char *template) {
	(void)mkstemp(template);
}
void use_mkstemp64(char *template) {
	(void)mkstemp64(template);
}
void use_mkstemps(char *template, int suffix) {
	(void)mkstemps(template, suffix);
}
void use_mkstemps64(char *template, int suffix) {
	(void)mkstemps64(template, suffix);
}
void use_mkostemp(char *template, int flags) {
	(void)mkostemp(template, flags);
}
void use_mkostemp64(char *template, int flags) {
	(void)mkostemp64(template, flags);
}
void use_mkostemps(char *template, int suffix, int flags) {
	(void)mkostemps(template, suffix, flags);
}
void use_mkostemps64(char *template, int suffix, int flags) {
	(void)mkostemps64(template, suffix, flags);
}
void use_memfd_create(const char *name, unsigned int flags) {
	(void)memfd_create(name, flags);
}
void use_shm_open(const char *name, int flags, mode_t mode) {
	(void)shm_open(name, flags, mode);
}
void use_mq_open(const char *name, int flags, long mode, long attributes) {
	(void)mq_open(name, flags, mode, attributes);
}
void use_open_by_handle_at(int mount, struct file_handle *handle, int flags) {
	(void)open_by_handle_at(mount, handle, flags);
}
void use_open_tree(int directory, const char *path, unsigned int flags) {
	(void)open_tree(directory, path, flags);
}
void use_fsopen(const char *type, unsigned int flags) {
	(void)fsopen(type, flags);
}
void use_fsmount(int fd, unsigned int flags, unsigned int attributes) {
	(void)fsmount(fd, flags, attributes);
}
void use_fspick(int directory, const char *path, unsigned int flags) {
	(void)fspick(directory, path, flags);
}
void use_posix_openpt(int flags) {
	(void)posix_openpt(flags);
}
void use_getpt(void) {
	(void)getpt();
}
void use_mq_close(mqd_t fd) {
	(void)mq_close(fd);
}
void use_eventfd(unsigned int count, int flags) {
	(void)eventfd(count, flags);
}
void use_timerfd_create(__clockid_t clock, int flags) {
	(void)timerfd_create(clock, flags);
}
void use_epoll_create(int size) {
	(void)epoll_create(size);
}
void use_epoll_create1(int flags) {
	(void)epoll_create1(flags);
}
void use_inotify_init(void) {
	(void)inotify_init();
}
void use_inotify_init1(int flags) {
	(void)inotify_init1(flags);
}
void use_fanotify_init(unsigned int flags, unsigned int event_flags) {
	(void)fanotify_init(flags, event_flags);
}
void use_pidfd_open(__pid_t pid, unsigned int flags) {
	(void)pidfd_open(pid, flags);
}
void use_signalfd(int fd, const sigset_t *mask, int flags) {
	(void)signalfd(fd, mask, flags);
}
void use_openpty(int *master, int *slave, char *name, const struct termios *settings,
                 const struct winsize *size) {
	(void)openpty(master, slave, name, settings, size);
}
void use_opendir(const char *path) {
	(void)opendir(path);
}
void use_fdopendir(int fd) {
	(void)fdopendir(fd);
}
void use_closedir(DIR *directory) {
	(void)closedir(directory);
}
void use_dirfd(DIR *directory) {
	(void)dirfd(directory);
}
void use_scandir(const char *path, struct dirent ***list, int (*filter)(const struct dirent *),
                 int (*compare)(const struct dirent **, const struct dirent **)) {
	(void)scandir(path, list, filter, compare);
}
void use_scandir64(const char *path, struct dirent64 ***list,
                   int (*filter)(const struct dirent64 *),
                   int (*compare)(const struct dirent64 **, const struct dirent64 **)) {
	(void)scandir64(path, list, filter, compare);
}
void use_scandirat(int fd, const char *path, struct dirent ***list,
                   int (*filter)(const struct dirent *),
                   int (*compare)(const struct dirent **, const struct dirent **)) {
	(void)scandirat(fd, path, list, filter, compare);
}
void use_scandirat64(int fd, const char *path, struct dirent64 ***list,
                     int (*filter)(const struct dirent64 *),
                     int (*compare)(const struct dirent64 **, const struct dirent64 **)) {
	(void)scandirat64(fd, path, list, filter, compare);
}
void use_read(int fd, void *buffer, size_t size) {
	(void)read(fd, buffer, size);
}
void use_read_alias(int fd, void *buffer, size_t size) {
	(void)__read_alias(fd, buffer, size);
}
void use_read_chk(int fd, void *buffer, size_t size, size_t room) {
	(void)__read_chk(fd, buffer, size, room);
}
void use_read_chk_warn(int fd, void *buffer, size_t size, size_t room) {
	(void)__read_chk_warn(fd, buffer, size, room);
}
void use_pread(int fd, void *buffer, size_t size, __off_t offset) {
	(void)pread(fd, buffer, size, offset);
}
void use_pread64(int fd, void *buffer, size_t size, __off64_t offset) {
	(void)pread64(fd, buffer, size, offset);
}
void use_pread_alias(int fd, void *buffer, size_t size, __off_t offset) {
	(void)__pread_alias(fd, buffer, size, offset);
}
void use_pread64_alias(int fd, void *buffer, size_t size, __off64_t offset) {
	(void)__pread64_alias(fd, buffer, size, offset);
}
void use_pread_chk(int fd, void *buffer, size_t size, __off_t offset, size_t room) {
	(void)__pread_chk(fd, buffer, size, offset, room);
}
void use_pread64_chk(int fd, void *buffer, size_t size, __off64_t offset, size_t room) {
	(void)__pread64_chk(fd, buffer, size, offset, room);
}
void use_pread_chk_warn(int fd, void *buffer, size_t size, __off_t offset, size_t room) {
	(void)__pread_chk_warn(fd, buffer, size, offset, room);
}
void use_pread64_chk_warn(int fd, void *buffer, size_t size, __off64_t offset, size_t room) {
	(void)__pread64_chk_warn(fd, buffer, size, offset, room);
}
void use_mq_receive(mqd_t fd, char *buffer, size_t size, unsigned int *priority) {
	(void)mq_receive(fd, buffer, size, priority);
}
void use_readv(int fd, const struct iovec *parts, int count) {
	(void)readv(fd, parts, count);
}
void use_preadv(int fd, const struct iovec *parts, int count, __off_t offset) {
	(void)preadv(fd, parts, count, offset);
}
void use_preadv2(int fd, const struct iovec *parts, int count, __off_t offset, int flags) {
	(void)preadv2(fd, parts, count, offset, flags);
}
void use_preadv64(int fd, const struct iovec *parts, int count, __off64_t offset) {
	(void)preadv64(fd, parts, count, offset);
}
void use_preadv64v2(int fd, const struct iovec *parts, int count, __off64_t offset, int flags) {
	(void)preadv64v2(fd, parts, count, offset, flags);
}
void use_write(int fd, const void *buffer, size_t size) {
	(void)write(fd, buffer, size);
}
void use_writev(int fd, const struct iovec *parts, int count) {
	(void)writev(fd, parts, count);
}
void use_pwrite(int fd, const void *buffer, size_t size, __off_t offset) {
	(void)pwrite(fd, buffer, size, offset);
}
void use_pwrite64(int fd, const void *buffer, size_t size, __off64_t offset) {
	(void)pwrite64(fd, buffer, size, offset);
}
void use_pwritev(int fd, const struct iovec *parts, int count, __off_t offset) {
	(void)pwritev(fd, parts, count, offset);
}
void use_pwritev2(int fd, const struct iovec *parts, int count, __off_t offset, int flags) {
	(void)pwritev2(fd, parts, count, offset, flags);
}
void use_pwritev64(int fd, const struct iovec *parts, int count, __off64_t offset) {
	(void)pwritev64(fd, parts, count, offset);
}
void use_pwritev64v2(int fd, const struct iovec *parts, int count, __off64_t offset, int flags) {
	(void)pwritev64v2(fd, parts, count, offset, flags);
}
void use_mq_send(mqd_t fd, const char *buffer, size_t size, unsigned int priority) {
	(void)mq_send(fd, buffer, size, priority);
}
void use_sendfile(int to, int source, off_t *offset, size_t size) {
	(void)sendfile(to, source, offset, size);
}
void use_sendfile64(int to, int source, __off64_t *offset, size_t size) {
	(void)sendfile64(to, source, offset, size);
}
void use_splice(int source, __off64_t *source_offset, int to, __off64_t *to_offset, size_t size,
                unsigned int flags) {
	(void)splice(source, source_offset, to, to_offset, size, flags);
}
void use_tee(int source, int to, size_t size, unsigned int flags) {
	(void)tee(source, to, size, flags);
}
void use_vmsplice(int fd, const struct iovec *parts, size_t count, unsigned int flags) {
	(void)vmsplice(fd, parts, count, flags);
}
void use_eventfd_read(int fd, eventfd_t *value) {
	(void)eventfd_read(fd, value);
}
void use_poll(struct pollfd *fds, nfds_t count, int timeout) {
	(void)poll(fds, count, timeout);
}
void use_ppoll(struct pollfd *fds, nfds_t count, const struct timespec *timeout,
               const __sigset_t *mask) {
	(void)ppoll(fds, count, timeout, mask);
}
void use_poll_chk(struct pollfd *fds, nfds_t count, int timeout, unsigned long room) {
	(void)__poll_chk(fds, count, timeout, room);
}
void use_poll_alias(struct pollfd *fds, nfds_t count, int timeout) {
	(void)__poll_alias(fds, count, timeout);
}
void use_poll_chk_warn(struct pollfd *fds, nfds_t count, int timeout, unsigned long room) {
	(void)__poll_chk_warn(fds, count, timeout, room);
}
void use_ppoll_chk(struct pollfd *fds, nfds_t count, const struct timespec *timeout,
                   const __sigset_t *mask, unsigned long room) {
	(void)__ppoll_chk(fds, count, timeout, mask, room);
}
void use_ppoll_alias(struct pollfd *fds, nfds_t count, const struct timespec *timeout,
                     const __sigset_t *mask) {
	(void)__ppoll_alias(fds, count, timeout, mask);
}
void use_ppoll_chk_warn(struct pollfd *fds, nfds_t count, const struct timespec *timeout,
                        const __sigset_t *mask, unsigned long room) {
	(void)__ppoll_chk_warn(fds, count, timeout, mask, room);
}
/* FD_SET and its like are macros, and modelled as what they are lowered to. */
int use_sets(int fd, fd_set *set) {
	FD_ZERO(set);
	FD_SET(fd, set);
	FD_CLR(fd, set);
	return FD_ISSET(fd, set);
}
void use_select(int count, fd_set *readable, fd_set *writable, fd_set *exceptional,
                struct timeval *timeout) {
	(void)select(count, readable, writable, exceptional, timeout);
}
void use_pselect(int count, fd_set *readable, fd_set *writable, fd_set *exceptional,
                 const struct timespec *timeout, const __sigset_t *mask) {
	(void)pselect(count, readable, writable, exceptional, timeout, mask);
}
void use_epoll_ctl(int epfd, int operation, int fd, struct epoll_event *event) {
	(void)epoll_ctl(epfd, operation, fd, event);
}
void use_epoll_wait(int epfd, struct epoll_event *events, int count, int timeout) {
	(void)epoll_wait(epfd, events, count, timeout);
}
void use_epoll_pwait(int epfd, struct epoll_event *events, int count, int timeout,
                     const __sigset_t *mask) {
	(void)epoll_pwait(epfd, events, count, timeout, mask);
}
void use_epoll_pwait2(int epfd, struct epoll_event *events, int count,
                      const struct timespec *timeout, const __sigset_t *mask) {
	(void)epoll_pwait2(epfd, events, count, timeout, mask);
}
void use_ioctl(int fd, unsigned long request, int *argument) {
	(void)ioctl(fd, request, argument);
}

/* clang-format off */
const void *const descriptor_nothing[] = {
	readdir, readdir64, readdir_r, readdir64_r, rewinddir, seekdir, telldir, getdirentries,
	getdirentries64, getdents64, alphasort, alphasort64, versionsort, versionsort64, eventfd_write,
	copy_file_range, readahead, dprintf, vdprintf, __dprintf_chk, __vdprintf_chk, __fdelt_chk,
	__fdelt_warn, timerfd_settime, timerfd_gettime, inotify_add_watch, inotify_rm_watch,
	fanotify_mark, mq_getattr, mq_setattr, mq_notify, mq_timedreceive, mq_timedsend, mq_unlink,
	shm_unlink, lseek, lseek64, fsync, fdatasync, sync, syncfs, sync_file_range, ftruncate,
	ftruncate64, truncate, truncate64, fallocate, fallocate64, posix_fallocate, posix_fallocate64,
	posix_fadvise, posix_fadvise64, fstat, fstat64, fstatat, fstatat64, stat, stat64, lstat,
	lstat64, statx, statfs, statfs64, fstatfs, fstatfs64, statvfs, statvfs64, fstatvfs, fstatvfs64,
	__xstat, __fxstat, __lxstat, __fxstatat, __xstat64, __fxstat64, __lxstat64, __fxstatat64,
	__xmknod, __xmknodat, fchmod, fchmodat, chmod, lchmod, fchown, fchownat, chown, lchown, fchdir,
	chdir, chroot, futimens, futimes, futimesat, utime, utimes, lutimes, utimensat, access,
	faccessat, eaccess, euidaccess, link, linkat, symlink, symlinkat, unlink, unlinkat, rename,
	renameat, renameat2, remove, mkdir, mkdirat, rmdir, mkdtemp, mkfifo, mkfifoat, mknod, mknodat,
	mktemp, tempnam, tmpnam, tmpnam_r, readlink, readlinkat, __readlink_alias, __readlink_chk,
	__readlink_chk_warn, __readlinkat_alias, __readlinkat_chk, __readlinkat_chk_warn, realpath,
	__realpath_alias, __realpath_chk, __realpath_chk_warn, canonicalize_file_name, getcwd,
	__getcwd_alias, __getcwd_chk, __getcwd_chk_warn, getwd, __getwd_chk, __getwd_warn,
	get_current_dir_name, pathconf, fpathconf, name_to_handle_at, umask, getumask, revoke,
	fgetxattr, flistxattr, fremovexattr, fsetxattr, getxattr, lgetxattr, listxattr, llistxattr,
	lremovexattr, lsetxattr, removexattr, setxattr, flock, lockf, lockf64, isatty, ttyname,
	ttyname_r, __ttyname_r_alias, __ttyname_r_chk, __ttyname_r_chk_warn, ttyslot, ptsname,
	ptsname_r, __ptsname_r_alias, __ptsname_r_chk, __ptsname_r_chk_warn, grantpt, unlockpt,
	ctermid, tcdrain, tcflow, tcflush, tcgetattr, tcgetpgrp, tcgetsid, tcsendbreak, tcsetattr,
	tcsetpgrp, cfgetispeed, cfgetospeed, cfmakeraw, cfsetispeed, cfsetospeed, cfsetspeed, gtty,
	stty, vhangup, mount, umount, umount2, mount_setattr, move_mount, fsconfig, swapon, swapoff,
	quotactl, setns, unshare, acct
};
