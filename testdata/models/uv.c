/* Calls or names every function of rules/models/uv.model. It is compiled against the real
 * headers, so what is modelled exists, and has as many parameters as its model says. */
/* pkg-config: libuv */
#include <uv.h>

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

void use_uv_tcp_init(uv_loop_t *loop, uv_tcp_t *handle) {
	(void)uv_tcp_init(loop, handle);
}
void use_uv_tcp_init_ex(uv_loop_t *loop, uv_tcp_t *handle, unsigned int flags) {
	(void)uv_tcp_init_ex(loop, handle, flags);
}
void use_uv_pipe_init(uv_loop_t *loop, uv_pipe_t *handle, int ipc) {
	(void)uv_pipe_init(loop, handle, ipc);
}
void use_uv_udp_init(uv_loop_t *loop, uv_udp_t *handle) {
	(void)uv_udp_init(loop, handle);
}
void use_uv_udp_init_ex(uv_loop_t *loop, uv_udp_t *handle, unsigned int flags) {
	(void)uv_udp_init_ex(loop, handle, flags);
}
void use_uv_tty_init(uv_loop_t *loop, uv_tty_t *handle, uv_file fd, int unused) {
	(void)uv_tty_init(loop, handle, fd, unused);
}
void use_uv_tcp_open(uv_tcp_t *handle, uv_os_sock_t fd) {
	(void)uv_tcp_open(handle, fd);
}
void use_uv_pipe_open(uv_pipe_t *handle, uv_file fd) {
	(void)uv_pipe_open(handle, fd);
}
void use_uv_udp_open(uv_udp_t *handle, uv_os_sock_t fd) {
	(void)uv_udp_open(handle, fd);
}
void use_uv_poll_init(uv_loop_t *loop, uv_poll_t *handle, int fd) {
	(void)uv_poll_init(loop, handle, fd);
}
void use_uv_poll_init_socket(uv_loop_t *loop, uv_poll_t *handle, uv_os_sock_t fd) {
	(void)uv_poll_init_socket(loop, handle, fd);
}
void use_uv_accept(uv_stream_t *server, uv_stream_t *client) {
	(void)uv_accept(server, client);
}
void use_uv_close(uv_handle_t *handle, uv_close_cb callback) {
	uv_close(handle, callback);
}
void use_uv_tcp_close_reset(uv_tcp_t *handle, uv_close_cb callback) {
	(void)uv_tcp_close_reset(handle, callback);
}
void use_uv_shutdown(uv_shutdown_t *request, uv_stream_t *handle, uv_shutdown_cb callback) {
	(void)uv_shutdown(request, handle, callback);
}
void use_uv_fileno(const uv_handle_t *handle, uv_os_fd_t *fd) {
	(void)uv_fileno(handle, fd);
}
void use_uv_socketpair(int type, int protocol, uv_os_sock_t *sv, int flags0, int flags1) {
	(void)uv_socketpair(type, protocol, sv, flags0, flags1);
}
void use_uv_pipe(uv_file *ends, int read_flags, int write_flags) {
	(void)uv_pipe(ends, read_flags, write_flags);
}
void use_uv_listen(uv_stream_t *handle, int backlog, uv_connection_cb callback) {
	(void)uv_listen(handle, backlog, callback);
}
void use_uv_read_start(uv_stream_t *handle, uv_alloc_cb allocate, uv_read_cb callback) {
	(void)uv_read_start(handle, allocate, callback);
}
void use_uv_poll_start(uv_poll_t *handle, int events, uv_poll_cb callback) {
	(void)uv_poll_start(handle, events, callback);
}
void use_uv_udp_recv_start(uv_udp_t *handle, uv_alloc_cb allocate, uv_udp_recv_cb callback) {
	(void)uv_udp_recv_start(handle, allocate, callback);
}
void use_uv_timer_start(uv_timer_t *handle, uv_timer_cb callback, uint64_t timeout,
                        uint64_t repeat) {
	(void)uv_timer_start(handle, callback, timeout, repeat);
}
void use_uv_async_init(uv_loop_t *loop, uv_async_t *handle, uv_async_cb callback) {
	(void)uv_async_init(loop, handle, callback);
}
void use_uv_idle_start(uv_idle_t *handle, uv_idle_cb callback) {
	(void)uv_idle_start(handle, callback);
}
void use_uv_check_start(uv_check_t *handle, uv_check_cb callback) {
	(void)uv_check_start(handle, callback);
}
void use_uv_prepare_start(uv_prepare_t *handle, uv_prepare_cb callback) {
	(void)uv_prepare_start(handle, callback);
}
void use_uv_signal_start(uv_signal_t *handle, uv_signal_cb callback, int signal_) {
	(void)uv_signal_start(handle, callback, signal_);
}
void use_uv_fs_event_start(uv_fs_event_t *handle, uv_fs_event_cb callback, const char *path,
                           unsigned int flags) {
	(void)uv_fs_event_start(handle, callback, path, flags);
}
void use_uv_fs_poll_start(uv_fs_poll_t *handle, uv_fs_poll_cb callback, const char *path,
                          unsigned int interval) {
	(void)uv_fs_poll_start(handle, callback, path, interval);
}
void use_uv_tcp_connect(uv_connect_t *request, uv_tcp_t *handle, const struct sockaddr *address,
                        uv_connect_cb callback) {
	(void)uv_tcp_connect(request, handle, address, callback);
}
void use_uv_pipe_connect(uv_connect_t *request, uv_pipe_t *handle, const char *name,
                         uv_connect_cb callback) {
	uv_pipe_connect(request, handle, name, callback);
}
void use_uv_write(uv_write_t *request, uv_stream_t *handle, const uv_buf_t *buffers,
                  unsigned int count, uv_write_cb callback) {
	(void)uv_write(request, handle, buffers, count, callback);
}
void use_uv_write2(uv_write_t *request, uv_stream_t *handle, const uv_buf_t *buffers,
                   unsigned int count, uv_stream_t *sent, uv_write_cb callback) {
	(void)uv_write2(request, handle, buffers, count, sent, callback);
}
void use_uv_udp_send(uv_udp_send_t *request, uv_udp_t *handle, const uv_buf_t *buffers,
                     unsigned int count, const struct sockaddr *address, uv_udp_send_cb callback) {
	(void)uv_udp_send(request, handle, buffers, count, address, callback);
}
void use_uv_getaddrinfo(uv_loop_t *loop, uv_getaddrinfo_t *request, uv_getaddrinfo_cb callback,
                        const char *host, const char *service, const struct addrinfo *hints) {
	(void)uv_getaddrinfo(loop, request, callback, host, service, hints);
}
void use_uv_getnameinfo(uv_loop_t *loop, uv_getnameinfo_t *request, uv_getnameinfo_cb callback,
                        const struct sockaddr *address, int flags) {
	(void)uv_getnameinfo(loop, request, callback, address, flags);
}
void use_uv_queue_work(uv_loop_t *loop, uv_work_t *request, uv_work_cb work,
                       uv_after_work_cb after) {
	(void)uv_queue_work(loop, request, work, after);
}
void use_uv_random(uv_loop_t *loop, uv_random_t *request, void *buffer, size_t size,
                   unsigned int flags, uv_random_cb callback) {
	(void)uv_random(loop, request, buffer, size, flags, callback);
}
void use_uv_spawn(uv_loop_t *loop, uv_process_t *process, const uv_process_options_t *options) {
	(void)uv_spawn(loop, process, options);
}
void use_uv_handle_set_data(uv_handle_t *handle, void *data) {
	uv_handle_set_data(handle, data);
}
void use_uv_req_set_data(uv_req_t *request, void *data) {
	uv_req_set_data(request, data);
}
void use_uv_loop_set_data(uv_loop_t *loop, void *data) {
	uv_loop_set_data(loop, data);
}
void use_uv_key_set(uv_key_t *key, void *value) {
	uv_key_set(key, value);
}
void use_uv_walk(uv_loop_t *loop, uv_walk_cb callback, void *argument) {
	uv_walk(loop, callback, argument);
}
void use_uv_fs_open(uv_loop_t *loop, uv_fs_t *request, const char *path, int flags, int mode,
                    uv_fs_cb callback) {
	(void)uv_fs_open(loop, request, path, flags, mode, callback);
}
void use_uv_fs_close(uv_loop_t *loop, uv_fs_t *request, uv_file fd, uv_fs_cb callback) {
	(void)uv_fs_close(loop, request, fd, callback);
}
void use_uv_run(uv_loop_t *loop, uv_run_mode mode) {
	(void)uv_run(loop, mode);
}
void use_uv_thread_create(uv_thread_t *thread, uv_thread_cb function, void *argument) {
	(void)uv_thread_create(thread, function, argument);
}
void use_uv_thread_create_ex(uv_thread_t *thread, const uv_thread_options_t *options,
                             uv_thread_cb function, void *argument) {
	(void)uv_thread_create_ex(thread, options, function, argument);
}
void use_uv_thread_join(uv_thread_t *thread) {
	(void)uv_thread_join(thread);
}
void use_uv_once(uv_once_t *once, void (*function)(void)) {
	uv_once(once, function);
}
void use_uv_cond_wait(uv_cond_t *condition, uv_mutex_t *mutex) {
	uv_cond_wait(condition, mutex);
}
void use_uv_sem_wait(uv_sem_t *semaphore) {
	uv_sem_wait(semaphore);
}
void use_uv_barrier_wait(uv_barrier_t *barrier) {
	(void)uv_barrier_wait(barrier);
}

/* clang-format off */
const void *const uv_nothing[] = {
	uv_async_send, uv_available_parallelism, uv_backend_fd, uv_backend_timeout, uv_barrier_destroy,
	uv_barrier_init, uv_buf_init, uv_cancel, uv_chdir, uv_check_init, uv_check_stop,
	uv_cond_broadcast, uv_cond_destroy, uv_cond_init, uv_cond_signal, uv_cond_timedwait,
	uv_cpu_info, uv_cwd, uv_default_loop, uv_disable_stdio_inheritance, uv_dlclose, uv_dlerror,
	uv_dlopen, uv_dlsym, uv_err_name, uv_err_name_r, uv_exepath, uv_free_cpu_info,
	uv_free_interface_addresses, uv_freeaddrinfo, uv_fs_access, uv_fs_chmod, uv_fs_chown,
	uv_fs_closedir, uv_fs_copyfile, uv_fs_event_getpath, uv_fs_event_init, uv_fs_event_stop,
	uv_fs_fchmod, uv_fs_fchown, uv_fs_fdatasync, uv_fs_fstat, uv_fs_fsync, uv_fs_ftruncate,
	uv_fs_futime, uv_fs_get_path, uv_fs_get_ptr, uv_fs_get_result, uv_fs_get_statbuf,
	uv_fs_get_system_error, uv_fs_get_type, uv_fs_lchown, uv_fs_link, uv_fs_lstat, uv_fs_lutime,
	uv_fs_mkdir, uv_fs_mkdtemp, uv_fs_mkstemp, uv_fs_opendir, uv_fs_poll_getpath, uv_fs_poll_init,
	uv_fs_poll_stop, uv_fs_read, uv_fs_readdir, uv_fs_readlink, uv_fs_realpath, uv_fs_rename,
	uv_fs_req_cleanup, uv_fs_rmdir, uv_fs_scandir, uv_fs_scandir_next, uv_fs_sendfile, uv_fs_stat,
	uv_fs_statfs, uv_fs_symlink, uv_fs_unlink, uv_fs_utime, uv_fs_write, uv_get_constrained_memory,
	uv_get_free_memory, uv_get_osfhandle, uv_get_process_title, uv_get_total_memory, uv_getrusage,
	uv_gettimeofday, uv_guess_handle, uv_handle_get_data, uv_handle_get_loop, uv_handle_get_type,
	uv_handle_size, uv_handle_type_name, uv_has_ref, uv_hrtime, uv_idle_init, uv_idle_stop,
	uv_if_indextoiid, uv_if_indextoname, uv_inet_ntop, uv_inet_pton, uv_interface_addresses,
	uv_ip4_addr, uv_ip4_name, uv_ip6_addr, uv_ip6_name, uv_ip_name, uv_is_active, uv_is_closing,
	uv_is_readable, uv_is_writable, uv_key_create, uv_key_delete, uv_key_get, uv_kill,
	uv_library_shutdown, uv_loadavg, uv_loop_alive, uv_loop_close, uv_loop_configure,
	uv_loop_delete, uv_loop_fork, uv_loop_get_data, uv_loop_init, uv_loop_new, uv_loop_size,
	uv_metrics_idle_time, uv_mutex_destroy, uv_mutex_init, uv_mutex_init_recursive, uv_mutex_lock,
	uv_mutex_trylock, uv_mutex_unlock, uv_now, uv_open_osfhandle, uv_os_environ,
	uv_os_free_environ, uv_os_free_passwd, uv_os_get_passwd, uv_os_getenv, uv_os_gethostname,
	uv_os_getpid, uv_os_getppid, uv_os_getpriority, uv_os_homedir, uv_os_setenv, uv_os_setpriority,
	uv_os_tmpdir, uv_os_uname, uv_os_unsetenv, uv_pipe_bind, uv_pipe_chmod, uv_pipe_getpeername,
	uv_pipe_getsockname, uv_pipe_pending_count, uv_pipe_pending_instances, uv_pipe_pending_type,
	uv_poll_stop, uv_prepare_init, uv_prepare_stop, uv_print_active_handles, uv_print_all_handles,
	uv_process_get_pid, uv_process_kill, uv_read_stop, uv_recv_buffer_size, uv_ref,
	uv_replace_allocator, uv_req_get_data, uv_req_get_type, uv_req_size, uv_req_type_name,
	uv_resident_set_memory, uv_rwlock_destroy, uv_rwlock_init, uv_rwlock_rdlock,
	uv_rwlock_rdunlock, uv_rwlock_tryrdlock, uv_rwlock_trywrlock, uv_rwlock_wrlock,
	uv_rwlock_wrunlock, uv_sem_destroy, uv_sem_init, uv_sem_post, uv_sem_trywait,
	uv_send_buffer_size, uv_set_process_title, uv_setup_args, uv_signal_init,
	uv_signal_start_oneshot, uv_signal_stop, uv_sleep, uv_stop, uv_stream_get_write_queue_size,
	uv_stream_set_blocking, uv_strerror, uv_strerror_r, uv_tcp_bind, uv_tcp_getpeername,
	uv_tcp_getsockname, uv_tcp_keepalive, uv_tcp_nodelay, uv_tcp_simultaneous_accepts,
	uv_thread_equal, uv_thread_self, uv_timer_again, uv_timer_get_due_in, uv_timer_get_repeat,
	uv_timer_init, uv_timer_set_repeat, uv_timer_stop, uv_translate_sys_error, uv_try_write,
	uv_try_write2, uv_tty_get_vterm_state, uv_tty_get_winsize, uv_tty_reset_mode, uv_tty_set_mode,
	uv_tty_set_vterm_state, uv_udp_bind, uv_udp_connect, uv_udp_get_send_queue_count,
	uv_udp_get_send_queue_size, uv_udp_getpeername, uv_udp_getsockname, uv_udp_recv_stop,
	uv_udp_set_broadcast, uv_udp_set_membership, uv_udp_set_multicast_interface,
	uv_udp_set_multicast_loop, uv_udp_set_multicast_ttl, uv_udp_set_source_membership,
	uv_udp_set_ttl, uv_udp_try_send, uv_udp_using_recvmmsg, uv_unref, uv_update_time, uv_uptime,
	uv_version, uv_version_string
};
