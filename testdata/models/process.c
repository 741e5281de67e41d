/* Calls or names every function of rules/models/process.model. It is compiled against the real
 * headers, so what is modelled exists, and has as many parameters as its model says. */
#include <assert.h>
#include <err.h>
#include <error.h>
#include <pthread.h>
#include <pty.h>
#include <setjmp.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/msg.h>
#include <sys/personality.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/sem.h>
#include <sys/times.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <ucontext.h>
#include <ulimit.h>
#include <unistd.h>
#include <utmp.h>

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

/* Not in the headers here. */
void __stack_chk_fail(void);
#undef sigsetjmp
int sigsetjmp(struct __jmp_buf_tag *, int);

void use_fork(void) {
	(void)fork();
}
void use_Fork(void) {
	(void)_Fork();
}
void use_vfork(void) {
	(void)vfork();
}
void use_forkpty(int *master, char *name, const struct termios *settings,
                 const struct winsize *size) {
	(void)forkpty(master, name, settings, size);
}
void use_login_tty(int fd) {
	(void)login_tty(fd);
}
void use_clone(int (*function)(void *), void *stack, int flags, void *argument) {
	(void)clone(function, stack, flags, argument, (void *)0);
}
void use_execve(const char *path, char *const *argv, char *const *envp) {
	(void)execve(path, argv, envp);
}
void use_execv(const char *path, char *const *argv) {
	(void)execv(path, argv);
}
void use_execvp(const char *file, char *const *argv) {
	(void)execvp(file, argv);
}
void use_execvpe(const char *file, char *const *argv, char *const *envp) {
	(void)execvpe(file, argv, envp);
}
void use_execl(const char *path, const char *argument) {
	(void)execl(path, argument, (char *)0, (char **)0);
}
void use_execlp(const char *file, const char *argument) {
	(void)execlp(file, argument, (char *)0, (char **)0);
}
void use_execle(const char *path, const char *argument) {
	(void)execle(path, argument, (char *)0, (char **)0);
}
void use_fexecve(int fd, char *const *argv, char *const *envp) {
	(void)fexecve(fd, argv, envp);
}
void use_execveat(int directory, const char *path, char *const *argv, char *const *envp,
                  int flags) {
	(void)execveat(directory, path, argv, envp, flags);
}
void use_exit(int status) {
	exit(status);
}
void use__exit(int status) {
	_exit(status);
}
void use_Exit(int status) {
	_Exit(status);
}
void use_quick_exit(int status) {
	quick_exit(status);
}
void use_abort(void) {
	abort();
}
void use_assert_fail(const char *assertion, const char *file, unsigned int line,
                     const char *function) {
	__assert_fail(assertion, file, line, function);
}
void use_assert_perror_fail(int error, const char *file, unsigned int line, const char *function) {
	__assert_perror_fail(error, file, line, function);
}
void use___assert(const char *assertion, const char *file, int line) {
	__assert(assertion, file, line);
}
void use_stack_chk_fail(void) {
	__stack_chk_fail();
}
void use_err(int status, const char *format) {
	err(status, format, (void *)0);
}
void use_errx(int status, const char *format) {
	errx(status, format, (void *)0);
}
void use_verr(int status, const char *format, va_list arguments) {
	verr(status, format, arguments);
}
void use_verrx(int status, const char *format, va_list arguments) {
	verrx(status, format, arguments);
}
void use_error(int status, int number, const char *format) {
	error(status, number, format, (void *)0);
}
void use_error_at_line(int status, int number, const char *file, unsigned int line,
                       const char *format) {
	error_at_line(status, number, file, line, format, (void *)0);
}
void use_longjmp(struct __jmp_buf_tag *environment, int value) {
	longjmp(environment, value);
}
void use__longjmp(struct __jmp_buf_tag *environment, int value) {
	_longjmp(environment, value);
}
void use_siglongjmp(struct __jmp_buf_tag *environment, int value) {
	siglongjmp(environment, value);
}
void use_wait(int *status) {
	(void)wait(status);
}
void use_wait3(int *status, int options, struct rusage *usage) {
	(void)wait3(status, options, usage);
}
void use_waitpid(__pid_t pid, int *status, int options) {
	(void)waitpid(pid, status, options);
}
void use_wait4(__pid_t pid, int *status, int options, struct rusage *usage) {
	(void)wait4(pid, status, options, usage);
}
void use_waitid(idtype_t type, __id_t pid, siginfo_t *information, int options) {
	(void)waitid(type, pid, information, options);
}
void use_system(const char *command) {
	(void)system(command);
}
void use_on_exit(void (*function)(int, void *), void *argument) {
	(void)on_exit(function, argument);
}
void use_signal(int number, __sighandler_t handler) {
	(void)signal(number, handler);
}
void use_ssignal(int number, __sighandler_t handler) {
	(void)ssignal(number, handler);
}
void use_sysv_signal(int number, __sighandler_t handler) {
	(void)sysv_signal(number, handler);
}
void use___sysv_signal(int number, __sighandler_t handler) {
	(void)__sysv_signal(number, handler);
}
void use_sigset(int number, __sighandler_t handler) {
	(void)sigset(number, handler);
}
void use_sigaction(int number, const struct sigaction *action, struct sigaction *old) {
	(void)sigaction(number, action, old);
}
void use_siginterrupt(int number, int ends) {
	(void)siginterrupt(number, ends);
}

/* clang-format off */
const void *const process_nothing[] = {
	daemon, posix_spawn, posix_spawnp, posix_spawn_file_actions_addchdir_np,
	posix_spawn_file_actions_addclose, posix_spawn_file_actions_addclosefrom_np,
	posix_spawn_file_actions_adddup2, posix_spawn_file_actions_addfchdir_np,
	posix_spawn_file_actions_addopen, posix_spawn_file_actions_addtcsetpgrp_np,
	posix_spawn_file_actions_destroy, posix_spawn_file_actions_init, posix_spawnattr_destroy,
	posix_spawnattr_getflags, posix_spawnattr_getpgroup, posix_spawnattr_getschedparam,
	posix_spawnattr_getschedpolicy, posix_spawnattr_getsigdefault, posix_spawnattr_getsigmask,
	posix_spawnattr_init, posix_spawnattr_setflags, posix_spawnattr_setpgroup,
	posix_spawnattr_setschedparam, posix_spawnattr_setschedpolicy, posix_spawnattr_setsigdefault,
	posix_spawnattr_setsigmask, sigprocmask, sigpending, sigaltstack, sigaddset,
	sigandset, sigdelset, sigemptyset, sigfillset, sigisemptyset, sigismember, sigorset, sigblock,
	siggetmask, sigsetmask, sighold, sigignore, sigrelse, sigstack,
	sigreturn, gsignal, sigpause, sigsuspend, sigtimedwait,
	sigwait, sigwaitinfo, pause, alarm, ualarm, setitimer, getitimer, kill, killpg, raise,
	sigqueue, pidfd_send_signal, timer_create, timer_delete, timer_getoverrun, timer_gettime,
	timer_settime, sigabbrev_np, sigdescr_np, strsignal, __libc_current_sigrtmax,
	__libc_current_sigrtmin, setjmp, _setjmp, __sigsetjmp, sigsetjmp, getcontext, atexit,
	at_quick_exit, pthread_atfork, warn, warnx, vwarn, vwarnx, getpid, getppid, getpgid, __getpgid,
	getpgrp, setpgid, setpgrp, getsid, setsid, gettid, getpriority, setpriority, nice, prctl,
	personality, ptrace, process_vm_readv, process_vm_writev, sched_get_priority_max,
	sched_get_priority_min, sched_getaffinity, sched_getcpu, getcpu, sched_getparam,
	sched_getscheduler, sched_rr_get_interval, sched_setaffinity, sched_setparam,
	sched_setscheduler, sched_yield, __sched_cpualloc, __sched_cpucount, __sched_cpufree,
	getrlimit, getrlimit64, setrlimit, setrlimit64, prlimit, prlimit64, getrusage, times, ulimit,
	profil, semctl, semget, semop, semtimedop, msgctl, msgget, msgrcv, msgsnd, ftok
};
