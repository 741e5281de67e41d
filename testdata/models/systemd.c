/* Calls or names every function of rules/models/systemd.model. It is compiled against the real
 * headers, so what is modelled exists, and has as many parameters as its model says. */
/* pkg-config: libsystemd */
#include <systemd/sd-daemon.h>
#include <systemd/sd-event.h>
#include <systemd/sd-bus.h>

void use_sd_event_add_io(sd_event *arg1, sd_event_source **arg2, int arg3, uint32_t arg4,
                         sd_event_io_handler_t arg5, void *arg6) {
	(void)sd_event_add_io(arg1, arg2, arg3, arg4, arg5, arg6);
}
void use_sd_event_source_set_io_fd_own(sd_event_source *arg1, int arg2) {
	(void)sd_event_source_set_io_fd_own(arg1, arg2);
}
void use_sd_event_source_get_io_fd(sd_event_source *arg1) {
	(void)sd_event_source_get_io_fd(arg1);
}
void use_sd_event_source_ref(sd_event_source *arg1) {
	(void)sd_event_source_ref(arg1);
}
void use_sd_event_source_unref(sd_event_source *arg1) {
	(void)sd_event_source_unref(arg1);
}
void use_sd_event_source_disable_unref(sd_event_source *arg1) {
	(void)sd_event_source_disable_unref(arg1);
}
void use_sd_event_source_set_userdata(sd_event_source *arg1, void *arg2) {
	(void)sd_event_source_set_userdata(arg1, arg2);
}
void use_sd_event_add_time(sd_event *arg1, sd_event_source **arg2, clockid_t arg3, uint64_t arg4,
                           uint64_t arg5, sd_event_time_handler_t arg6, void *arg7) {
	(void)sd_event_add_time(arg1, arg2, arg3, arg4, arg5, arg6, arg7);
}
void use_sd_event_add_time_relative(sd_event *arg1, sd_event_source **arg2, clockid_t arg3,
                                    uint64_t arg4, uint64_t arg5, sd_event_time_handler_t arg6,
                                    void *arg7) {
	(void)sd_event_add_time_relative(arg1, arg2, arg3, arg4, arg5, arg6, arg7);
}
void use_sd_event_add_signal(sd_event *arg1, sd_event_source **arg2, int arg3,
                             sd_event_signal_handler_t arg4, void *arg5) {
	(void)sd_event_add_signal(arg1, arg2, arg3, arg4, arg5);
}
void use_sd_event_add_child(sd_event *arg1, sd_event_source **arg2, pid_t arg3, int arg4,
                            sd_event_child_handler_t arg5, void *arg6) {
	(void)sd_event_add_child(arg1, arg2, arg3, arg4, arg5, arg6);
}
void use_sd_event_add_defer(sd_event *arg1, sd_event_source **arg2, sd_event_handler_t arg3,
                            void *arg4) {
	(void)sd_event_add_defer(arg1, arg2, arg3, arg4);
}
void use_sd_event_add_post(sd_event *arg1, sd_event_source **arg2, sd_event_handler_t arg3,
                           void *arg4) {
	(void)sd_event_add_post(arg1, arg2, arg3, arg4);
}
void use_sd_event_add_exit(sd_event *arg1, sd_event_source **arg2, sd_event_handler_t arg3,
                           void *arg4) {
	(void)sd_event_add_exit(arg1, arg2, arg3, arg4);
}
void use_sd_bus_set_fd(sd_bus *arg1, int arg2, int arg3) {
	(void)sd_bus_set_fd(arg1, arg2, arg3);
}
void use_sd_bus_get_fd(sd_bus *arg1) {
	(void)sd_bus_get_fd(arg1);
}
void use_sd_pid_notify_with_fds(pid_t arg1, int arg2, const char *arg3, const int *arg4,
                                unsigned int arg5) {
	(void)sd_pid_notify_with_fds(arg1, arg2, arg3, arg4, arg5);
}
const void *const systemd_nothing[] = {
	sd_booted, sd_event_default, sd_event_dispatch, sd_event_exit, sd_event_get_exit_code,
	sd_event_get_fd, sd_event_get_iteration, sd_event_get_state, sd_event_get_tid,
	sd_event_get_watchdog, sd_event_loop, sd_event_new, sd_event_now, sd_event_ref, sd_event_run,
	sd_event_set_signal_exit, sd_event_set_watchdog, sd_event_source_get_enabled,
	sd_event_source_get_event, sd_event_source_get_io_events, sd_event_source_get_io_revents,
	sd_event_source_get_pending, sd_event_source_get_priority, sd_event_source_get_time,
	sd_event_source_get_time_accuracy, sd_event_source_get_time_clock, sd_event_source_get_userdata,
	sd_event_source_set_description, sd_event_source_set_enabled, sd_event_source_set_io_events,
	sd_event_source_set_priority, sd_event_source_set_time, sd_event_source_set_time_accuracy,
	sd_event_source_set_time_relative, sd_event_unref, sd_event_wait, sd_is_fifo, sd_is_mq,
	sd_is_socket, sd_is_socket_inet, sd_is_socket_sockaddr, sd_is_socket_unix, sd_is_special,
	sd_listen_fds, sd_listen_fds_with_names, sd_notify, sd_notify_barrier, sd_notifyf,
	sd_pid_notify, sd_pid_notifyf, sd_watchdog_enabled,
};
