/* Calls or names every function of rules/models/libev.model. It is compiled against the real
 * headers, so what is modelled exists, and has as many parameters as its model says. */
#include <ev.h>

void use_ev_io_start(struct ev_loop *arg1, ev_io *arg2) {
	ev_io_start(arg1, arg2);
}
void use_ev_timer_start(struct ev_loop *arg1, ev_timer *arg2) {
	ev_timer_start(arg1, arg2);
}
void use_ev_periodic_start(struct ev_loop *arg1, ev_periodic *arg2) {
	ev_periodic_start(arg1, arg2);
}
void use_ev_signal_start(struct ev_loop *arg1, ev_signal *arg2) {
	ev_signal_start(arg1, arg2);
}
void use_ev_child_start(struct ev_loop *arg1, ev_child *arg2) {
	ev_child_start(arg1, arg2);
}
void use_ev_async_start(struct ev_loop *arg1, ev_async *arg2) {
	ev_async_start(arg1, arg2);
}
void use_ev_idle_start(struct ev_loop *arg1, ev_idle *arg2) {
	ev_idle_start(arg1, arg2);
}
void use_ev_prepare_start(struct ev_loop *arg1, ev_prepare *arg2) {
	ev_prepare_start(arg1, arg2);
}
void use_ev_check_start(struct ev_loop *arg1, ev_check *arg2) {
	ev_check_start(arg1, arg2);
}
void use_ev_once(struct ev_loop *arg1, int arg2, int arg3, ev_tstamp arg4,
                 void (*arg5)(int, void *), void *arg6) {
	ev_once(arg1, arg2, arg3, arg4, arg5, arg6);
}
void use_ev_set_userdata(struct ev_loop *arg1, void *arg2) {
	ev_set_userdata(arg1, arg2);
}
const void *const libev_nothing[] = {
	ev_async_send, ev_async_stop, ev_backend, ev_break, ev_check_stop, ev_child_stop,
	ev_cleanup_stop, ev_clear_pending, ev_depth, ev_feed_fd_event, ev_feed_signal_event,
	ev_fork_stop, ev_idle_stop, ev_io_stop, ev_iteration, ev_loop_destroy, ev_loop_fork, ev_now,
	ev_now_update, ev_pending_count, ev_periodic_again, ev_periodic_stop, ev_prepare_stop, ev_ref,
	ev_resume, ev_run, ev_set_io_collect_interval, ev_set_timeout_collect_interval, ev_signal_stop,
	ev_stat_stat, ev_stat_stop, ev_suspend, ev_timer_again, ev_timer_remaining, ev_timer_stop,
	ev_unref, ev_verify,
};
