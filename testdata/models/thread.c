/* Calls or names every function of rules/models/thread.model. It is compiled against the real
 * headers, so what is modelled exists, and has as many parameters as its model says. */
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <threads.h>

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

void use_pthread_create(pthread_t *thread, const pthread_attr_t *attributes,
                        void *(*function)(void *), void *argument) {
	(void)pthread_create(thread, attributes, function, argument);
}
void use_thrd_create(thrd_t *thread, thrd_start_t function, void *argument) {
	(void)thrd_create(thread, function, argument);
}
void use_pthread_join(pthread_t thread, void **result) {
	(void)pthread_join(thread, result);
}
void use_thrd_join(thrd_t thread, int *result) {
	(void)thrd_join(thread, result);
}
void use_pthread_cancel(pthread_t thread) {
	(void)pthread_cancel(thread);
}
void use_pthread_kill(pthread_t thread, int signal_) {
	(void)pthread_kill(thread, signal_);
}
void use_pthread_sigqueue(pthread_t thread, int signal_, const union sigval value) {
	(void)pthread_sigqueue(thread, signal_, value);
}
void use_tgkill(__pid_t process, __pid_t thread, int signal_) {
	(void)tgkill(process, thread, signal_);
}
void use_pthread_exit(void *result) {
	pthread_exit(result);
}
void use_thrd_exit(int result) {
	thrd_exit(result);
}
void use_pthread_unwind_next(__pthread_unwind_buf_t *buffer) {
	__pthread_unwind_next(buffer);
}
void use_pthread_once(pthread_once_t *once, void (*function)(void)) {
	(void)pthread_once(once, function);
}
void use_call_once(once_flag *once, void (*function)(void)) {
	call_once(once, function);
}
void use_pthread_setspecific(pthread_key_t key, const void *value) {
	(void)pthread_setspecific(key, value);
}
void use_tss_set(tss_t key, void *value) {
	(void)tss_set(key, value);
}
void use_pthread_cond_wait(pthread_cond_t *condition, pthread_mutex_t *mutex) {
	(void)pthread_cond_wait(condition, mutex);
}
void use_cnd_wait(cnd_t *condition, mtx_t *mutex) {
	(void)cnd_wait(condition, mutex);
}
void use_pthread_barrier_wait(pthread_barrier_t *barrier) {
	(void)pthread_barrier_wait(barrier);
}
void use_sem_wait(sem_t *semaphore) {
	(void)sem_wait(semaphore);
}

/* clang-format off */
const void *const thread_nothing[] = {
	pthread_timedjoin_np, pthread_clockjoin_np, pthread_tryjoin_np, pthread_attr_destroy,
	pthread_attr_getaffinity_np, pthread_attr_getdetachstate, pthread_attr_getguardsize,
	pthread_attr_getinheritsched, pthread_attr_getschedparam, pthread_attr_getschedpolicy,
	pthread_attr_getscope, pthread_attr_getsigmask_np, pthread_attr_getstack,
	pthread_attr_getstackaddr, pthread_attr_getstacksize, pthread_attr_init,
	pthread_attr_setaffinity_np, pthread_attr_setdetachstate, pthread_attr_setguardsize,
	pthread_attr_setinheritsched, pthread_attr_setschedparam, pthread_attr_setschedpolicy,
	pthread_attr_setscope, pthread_attr_setsigmask_np, pthread_attr_setstack,
	pthread_attr_setstackaddr, pthread_attr_setstacksize, pthread_barrier_destroy,
	pthread_barrier_init, pthread_barrierattr_destroy, pthread_barrierattr_getpshared,
	pthread_barrierattr_init, pthread_barrierattr_setpshared, pthread_cond_broadcast,
	pthread_cond_clockwait, pthread_cond_destroy, pthread_cond_init, pthread_cond_signal,
	pthread_cond_timedwait, pthread_condattr_destroy, pthread_condattr_getclock,
	pthread_condattr_getpshared, pthread_condattr_init, pthread_condattr_setclock,
	pthread_condattr_setpshared, pthread_detach, pthread_equal, pthread_getaffinity_np,
	pthread_getattr_default_np, pthread_getattr_np, pthread_getconcurrency, pthread_getcpuclockid,
	pthread_getname_np, pthread_getschedparam, pthread_getspecific, pthread_key_create,
	pthread_key_delete, pthread_mutex_clocklock, pthread_mutex_consistent,
	pthread_mutex_consistent_np, pthread_mutex_destroy, pthread_mutex_getprioceiling,
	pthread_mutex_init, pthread_mutex_lock, pthread_mutex_setprioceiling, pthread_mutex_timedlock,
	pthread_mutex_trylock, pthread_mutex_unlock, pthread_mutexattr_destroy,
	pthread_mutexattr_getprioceiling, pthread_mutexattr_getprotocol, pthread_mutexattr_getpshared,
	pthread_mutexattr_getrobust, pthread_mutexattr_getrobust_np, pthread_mutexattr_gettype,
	pthread_mutexattr_init, pthread_mutexattr_setprioceiling, pthread_mutexattr_setprotocol,
	pthread_mutexattr_setpshared, pthread_mutexattr_setrobust, pthread_mutexattr_setrobust_np,
	pthread_mutexattr_settype, pthread_rwlock_clockrdlock, pthread_rwlock_clockwrlock,
	pthread_rwlock_destroy, pthread_rwlock_init, pthread_rwlock_rdlock, pthread_rwlock_timedrdlock,
	pthread_rwlock_timedwrlock, pthread_rwlock_tryrdlock, pthread_rwlock_trywrlock,
	pthread_rwlock_unlock, pthread_rwlock_wrlock, pthread_rwlockattr_destroy,
	pthread_rwlockattr_getkind_np, pthread_rwlockattr_getpshared, pthread_rwlockattr_init,
	pthread_rwlockattr_setkind_np, pthread_rwlockattr_setpshared, pthread_self,
	pthread_setaffinity_np, pthread_setattr_default_np, pthread_setcancelstate,
	pthread_setcanceltype, pthread_setconcurrency, pthread_setname_np, pthread_setschedparam,
	pthread_setschedprio, pthread_sigmask, pthread_spin_destroy, pthread_spin_init,
	pthread_spin_lock, pthread_spin_trylock, pthread_spin_unlock, pthread_testcancel,
	pthread_yield, __pthread_register_cancel, __pthread_register_cancel_defer,
	__pthread_unregister_cancel, __pthread_unregister_cancel_restore, thrd_current, thrd_detach,
	thrd_equal, thrd_sleep, thrd_yield, mtx_destroy, mtx_init, mtx_lock, mtx_timedlock,
	mtx_trylock, mtx_unlock, cnd_broadcast, cnd_destroy, cnd_init, cnd_signal, cnd_timedwait,
	tss_create, tss_delete, tss_get, sem_init, sem_destroy, sem_open, sem_close, sem_unlink,
	sem_post, sem_trywait, sem_timedwait, sem_clockwait, sem_getvalue
};
