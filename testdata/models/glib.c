/* Calls or names every function of rules/models/glib.model. It is compiled against the real
 * headers, so what is modelled exists, and has as many parameters as its model says. */
/* pkg-config: glib-2.0 gio-unix-2.0 */
#define GLIB_DISABLE_DEPRECATION_WARNINGS
#include <gio/gio.h>
#include <gio/gunixfdmessage.h>
#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib-unix.h>
#include <glib.h>
#include <glib/gstdio.h>

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

/* Not in the headers here. */
gboolean g_close(gint, GError **);
gboolean g_clear_fd(int *, GError **);
int g_steal_fd(int *);
void g_free_sized(gpointer, size_t);

void use_g_malloc(gsize size) {
	(void)g_malloc(size);
}
void use_g_malloc0(gsize size) {
	(void)g_malloc0(size);
}
void use_g_malloc_n(gsize count, gsize size) {
	(void)g_malloc_n(count, size);
}
void use_g_malloc0_n(gsize count, gsize size) {
	(void)g_malloc0_n(count, size);
}
void use_g_slice_alloc(gsize size) {
	(void)g_slice_alloc(size);
}
void use_g_slice_alloc0(gsize size) {
	(void)g_slice_alloc0(size);
}
void use_g_try_malloc(gsize size) {
	(void)g_try_malloc(size);
}
void use_g_try_malloc0(gsize size) {
	(void)g_try_malloc0(size);
}
void use_g_try_malloc_n(gsize count, gsize size) {
	(void)g_try_malloc_n(count, size);
}
void use_g_try_malloc0_n(gsize count, gsize size) {
	(void)g_try_malloc0_n(count, size);
}
void use_g_realloc(gpointer p, gsize size) {
	(void)g_realloc(p, size);
}
void use_g_realloc_n(gpointer p, gsize count, gsize size) {
	(void)g_realloc_n(p, count, size);
}
void use_g_try_realloc(gpointer p, gsize size) {
	(void)g_try_realloc(p, size);
}
void use_g_try_realloc_n(gpointer p, gsize count, gsize size) {
	(void)g_try_realloc_n(p, count, size);
}
void use_g_memdup(gconstpointer p, guint size) {
	(void)g_memdup(p, size);
}
void use_g_memdup2(gconstpointer p, gsize size) {
	(void)g_memdup2(p, size);
}
void use_g_slice_copy(gsize size, gconstpointer p) {
	(void)g_slice_copy(size, p);
}
void use_g_free(gpointer p) {
	g_free(p);
}
void use_g_slice_free1(gsize size, gpointer p) {
	g_slice_free1(size, p);
}
void use_g_free_sized(gpointer p, size_t size) {
	g_free_sized(p, size);
}
void use_g_aligned_free(gpointer p) {
	g_aligned_free(p);
}
void use_g_clear_pointer(gpointer *place, GDestroyNotify destroy) {
	g_clear_pointer(place, destroy);
}
void use_g_close(gint fd, GError **error) {
	(void)g_close(fd, error);
}
void use_g_clear_fd(int *fd, GError **error) {
	(void)g_clear_fd(fd, error);
}
void use_g_steal_fd(int *fd) {
	(void)g_steal_fd(fd);
}
void use_g_mkstemp(gchar *template) {
	(void)g_mkstemp(template);
}
void use_g_mkstemp_full(gchar *template, gint flags, gint mode) {
	(void)g_mkstemp_full(template, flags, mode);
}
void use_g_file_open_tmp(const gchar *template, gchar **name, GError **error) {
	(void)g_file_open_tmp(template, name, error);
}
void use_g_unix_open_pipe(gint *ends, gint flags, GError **error) {
	(void)g_unix_open_pipe(ends, flags, error);
}
void use_g_unix_set_fd_nonblocking(gint fd, gboolean on, GError **error) {
	(void)g_unix_set_fd_nonblocking(fd, on, error);
}
void use_g_unix_fd_add(gint fd, GIOCondition condition, GUnixFDSourceFunc function, gpointer data) {
	(void)g_unix_fd_add(fd, condition, function, data);
}
void use_g_unix_fd_add_full(gint priority, gint fd, GIOCondition condition,
                            GUnixFDSourceFunc function, gpointer data, GDestroyNotify notify) {
	(void)g_unix_fd_add_full(priority, fd, condition, function, data, notify);
}
void use_g_poll(GPollFD *fds, guint count, gint timeout) {
	(void)g_poll(fds, count, timeout);
}
void use_g_io_channel_unix_new(int fd) {
	(void)g_io_channel_unix_new(fd);
}
void use_g_io_channel_new_file(const gchar *path, const gchar *mode, GError **error) {
	(void)g_io_channel_new_file(path, mode, error);
}
void use_g_io_channel_set_close_on_unref(GIOChannel *channel, gboolean close) {
	g_io_channel_set_close_on_unref(channel, close);
}
void use_g_io_channel_get_close_on_unref(GIOChannel *channel) {
	(void)g_io_channel_get_close_on_unref(channel);
}
void use_g_io_channel_unix_get_fd(GIOChannel *channel) {
	(void)g_io_channel_unix_get_fd(channel);
}
void use_g_io_channel_ref(GIOChannel *channel) {
	(void)g_io_channel_ref(channel);
}
void use_g_io_channel_unref(GIOChannel *channel) {
	g_io_channel_unref(channel);
}
void use_g_io_channel_shutdown(GIOChannel *channel, gboolean flush, GError **error) {
	(void)g_io_channel_shutdown(channel, flush, error);
}
void use_g_io_channel_close(GIOChannel *channel) {
	g_io_channel_close(channel);
}
void use_g_io_add_watch(GIOChannel *channel, GIOCondition condition, GIOFunc function,
                        gpointer data) {
	(void)g_io_add_watch(channel, condition, function, data);
}
void use_g_io_add_watch_full(GIOChannel *channel, gint priority, GIOCondition condition,
                             GIOFunc function, gpointer data, GDestroyNotify notify) {
	(void)g_io_add_watch_full(channel, priority, condition, function, data, notify);
}
void use_g_io_create_watch(GIOChannel *channel, GIOCondition condition) {
	(void)g_io_create_watch(channel, condition);
}
void use_g_io_channel_read(GIOChannel *channel, gchar *buffer, gsize size, gsize *done) {
	(void)g_io_channel_read(channel, buffer, size, done);
}
void use_g_io_channel_read_chars(GIOChannel *channel, gchar *buffer, gsize size, gsize *done,
                                 GError **error) {
	(void)g_io_channel_read_chars(channel, buffer, size, done, error);
}
void use_g_io_channel_read_line(GIOChannel *channel, gchar **line, gsize *length, gsize *end,
                                GError **error) {
	(void)g_io_channel_read_line(channel, line, length, end, error);
}
void use_g_io_channel_read_line_string(GIOChannel *channel, GString *line, gsize *end,
                                       GError **error) {
	(void)g_io_channel_read_line_string(channel, line, end, error);
}
void use_g_io_channel_read_to_end(GIOChannel *channel, gchar **text, gsize *length,
                                  GError **error) {
	(void)g_io_channel_read_to_end(channel, text, length, error);
}
void use_g_io_channel_read_unichar(GIOChannel *channel, gunichar *character, GError **error) {
	(void)g_io_channel_read_unichar(channel, character, error);
}
void use_g_io_channel_flush(GIOChannel *channel, GError **error) {
	(void)g_io_channel_flush(channel, error);
}
void use_g_object_ref(gpointer object) {
	(void)g_object_ref(object);
}
void use_g_object_ref_sink(gpointer object) {
	(void)g_object_ref_sink(object);
}
void use_g_object_unref(gpointer object) {
	g_object_unref(object);
}
void use_g_clear_object(GObject **place) {
	g_clear_object(place);
}
void use_g_object_set_data(GObject *object, const gchar *key, gpointer data) {
	g_object_set_data(object, key, data);
}
void use_g_object_set_data_full(GObject *object, const gchar *key, gpointer data,
                                GDestroyNotify destroy) {
	g_object_set_data_full(object, key, data, destroy);
}
void use_g_object_set_qdata(GObject *object, GQuark key, gpointer data) {
	g_object_set_qdata(object, key, data);
}
void use_g_object_set_qdata_full(GObject *object, GQuark key, gpointer data,
                                 GDestroyNotify destroy) {
	g_object_set_qdata_full(object, key, data, destroy);
}
void use_g_object_weak_ref(GObject *object, GWeakNotify notify, gpointer data) {
	g_object_weak_ref(object, notify, data);
}
void use_g_signal_connect_data(gpointer instance, const gchar *signal_, GCallback handler,
                               gpointer data, GClosureNotify destroy, GConnectFlags flags) {
	(void)g_signal_connect_data(instance, signal_, handler, data, destroy, flags);
}
void use_g_signal_connect_object(gpointer instance, const gchar *signal_, GCallback handler,
                                 gpointer object, GConnectFlags flags) {
	(void)g_signal_connect_object(instance, signal_, handler, object, flags);
}
void use_g_cclosure_new(GCallback function, gpointer data, GClosureNotify destroy) {
	(void)g_cclosure_new(function, data, destroy);
}
void use_g_cclosure_new_swap(GCallback function, gpointer data, GClosureNotify destroy) {
	(void)g_cclosure_new_swap(function, data, destroy);
}
void use_g_socket_new(GSocketFamily family, GSocketType type, GSocketProtocol protocol,
                      GError **error) {
	(void)g_socket_new(family, type, protocol, error);
}
void use_g_socket_new_from_fd(gint fd, GError **error) {
	(void)g_socket_new_from_fd(fd, error);
}
void use_g_socket_accept(GSocket *socket, GCancellable *cancellable, GError **error) {
	(void)g_socket_accept(socket, cancellable, error);
}
void use_g_socket_get_fd(GSocket *socket) {
	(void)g_socket_get_fd(socket);
}
void use_g_socket_close(GSocket *socket, GError **error) {
	(void)g_socket_close(socket, error);
}
void use_g_socket_shutdown(GSocket *socket, gboolean reading, gboolean writing, GError **error) {
	(void)g_socket_shutdown(socket, reading, writing, error);
}
void use_g_socket_set_blocking(GSocket *socket, gboolean on) {
	g_socket_set_blocking(socket, on);
}
void use_g_socket_set_timeout(GSocket *socket, guint seconds) {
	g_socket_set_timeout(socket, seconds);
}
void use_g_socket_connect(GSocket *socket, GSocketAddress *address, GCancellable *cancellable,
                          GError **error) {
	(void)g_socket_connect(socket, address, cancellable, error);
}
void use_g_socket_receive(GSocket *socket, gchar *buffer, gsize size, GCancellable *cancellable,
                          GError **error) {
	(void)g_socket_receive(socket, buffer, size, cancellable, error);
}
void use_g_socket_receive_from(GSocket *socket, GSocketAddress **address, gchar *buffer, gsize size,
                               GCancellable *cancellable, GError **error) {
	(void)g_socket_receive_from(socket, address, buffer, size, cancellable, error);
}
void use_g_socket_receive_with_blocking(GSocket *socket, gchar *buffer, gsize size,
                                        gboolean blocking, GCancellable *cancellable,
                                        GError **error) {
	(void)g_socket_receive_with_blocking(socket, buffer, size, blocking, cancellable, error);
}
void use_g_socket_send(GSocket *socket, const gchar *buffer, gsize size, GCancellable *cancellable,
                       GError **error) {
	(void)g_socket_send(socket, buffer, size, cancellable, error);
}
void use_g_socket_send_to(GSocket *socket, GSocketAddress *address, const gchar *buffer, gsize size,
                          GCancellable *cancellable, GError **error) {
	(void)g_socket_send_to(socket, address, buffer, size, cancellable, error);
}
void use_g_socket_condition_wait(GSocket *socket, GIOCondition condition, GCancellable *cancellable,
                                 GError **error) {
	(void)g_socket_condition_wait(socket, condition, cancellable, error);
}
void use_g_socket_connection_factory_create_connection(GSocket *socket) {
	(void)g_socket_connection_factory_create_connection(socket);
}
void use_g_socket_client_connect(GSocketClient *client, GSocketConnectable *address,
                                 GCancellable *cancellable, GError **error) {
	(void)g_socket_client_connect(client, address, cancellable, error);
}
void use_g_socket_client_connect_to_host(GSocketClient *client, const gchar *host, guint16 port,
                                         GCancellable *cancellable, GError **error) {
	(void)g_socket_client_connect_to_host(client, host, port, cancellable, error);
}
void use_g_io_stream_close(GIOStream *stream, GCancellable *cancellable, GError **error) {
	(void)g_io_stream_close(stream, cancellable, error);
}
void use_g_io_stream_get_input_stream(GIOStream *stream) {
	(void)g_io_stream_get_input_stream(stream);
}
void use_g_io_stream_get_output_stream(GIOStream *stream) {
	(void)g_io_stream_get_output_stream(stream);
}
void use_g_unix_input_stream_new(gint fd, gboolean close) {
	(void)g_unix_input_stream_new(fd, close);
}
void use_g_unix_output_stream_new(gint fd, gboolean close) {
	(void)g_unix_output_stream_new(fd, close);
}
void use_g_unix_input_stream_set_close_fd(GUnixInputStream *stream, gboolean close) {
	g_unix_input_stream_set_close_fd(stream, close);
}
void use_g_unix_output_stream_set_close_fd(GUnixOutputStream *stream, gboolean close) {
	g_unix_output_stream_set_close_fd(stream, close);
}
void use_g_unix_input_stream_get_close_fd(GUnixInputStream *stream) {
	(void)g_unix_input_stream_get_close_fd(stream);
}
void use_g_unix_output_stream_get_close_fd(GUnixOutputStream *stream) {
	(void)g_unix_output_stream_get_close_fd(stream);
}
void use_g_unix_input_stream_get_fd(GUnixInputStream *stream) {
	(void)g_unix_input_stream_get_fd(stream);
}
void use_g_unix_output_stream_get_fd(GUnixOutputStream *stream) {
	(void)g_unix_output_stream_get_fd(stream);
}
void use_g_input_stream_close(GInputStream *stream, GCancellable *cancellable, GError **error) {
	(void)g_input_stream_close(stream, cancellable, error);
}
void use_g_output_stream_close(GOutputStream *stream, GCancellable *cancellable, GError **error) {
	(void)g_output_stream_close(stream, cancellable, error);
}
void use_g_input_stream_read(GInputStream *stream, void *buffer, gsize size,
                             GCancellable *cancellable, GError **error) {
	(void)g_input_stream_read(stream, buffer, size, cancellable, error);
}
void use_g_input_stream_read_all(GInputStream *stream, void *buffer, gsize size, gsize *done,
                                 GCancellable *cancellable, GError **error) {
	(void)g_input_stream_read_all(stream, buffer, size, done, cancellable, error);
}
void use_g_output_stream_write(GOutputStream *stream, const void *buffer, gsize size,
                               GCancellable *cancellable, GError **error) {
	(void)g_output_stream_write(stream, buffer, size, cancellable, error);
}
void use_g_output_stream_write_all(GOutputStream *stream, const void *buffer, gsize size,
                                   gsize *done, GCancellable *cancellable, GError **error) {
	(void)g_output_stream_write_all(stream, buffer, size, done, cancellable, error);
}
void use_g_output_stream_flush(GOutputStream *stream, GCancellable *cancellable, GError **error) {
	(void)g_output_stream_flush(stream, cancellable, error);
}
void use_g_unix_fd_list_new_from_array(const gint *fds, gint count) {
	(void)g_unix_fd_list_new_from_array(fds, count);
}
void use_g_unix_fd_list_get(GUnixFDList *list, gint index, GError **error) {
	(void)g_unix_fd_list_get(list, index, error);
}
void use_g_unix_connection_receive_fd(GUnixConnection *connection, GCancellable *cancellable,
                                      GError **error) {
	(void)g_unix_connection_receive_fd(connection, cancellable, error);
}
void use_g_spawn_async_with_pipes(const gchar *directory, gchar **argv, gchar **envp,
                                  GSpawnFlags flags, GSpawnChildSetupFunc setup, gpointer data,
                                  GPid *pid, gint *in, gint *out, gint *err, GError **error) {
	(void)g_spawn_async_with_pipes(directory, argv, envp, flags, setup, data, pid, in, out, err,
	                               error);
}
void use_g_spawn_sync(const gchar *directory, gchar **argv, gchar **envp, GSpawnFlags flags,
                      GSpawnChildSetupFunc setup, gpointer data, gchar **out, gchar **err,
                      gint *status, GError **error) {
	(void)g_spawn_sync(directory, argv, envp, flags, setup, data, out, err, status, error);
}
void use_g_spawn_command_line_sync(const gchar *command, gchar **out, gchar **err, gint *status,
                                   GError **error) {
	(void)g_spawn_command_line_sync(command, out, err, status, error);
}
void use_g_thread_new(const gchar *name, GThreadFunc function, gpointer data) {
	(void)g_thread_new(name, function, data);
}
void use_g_thread_try_new(const gchar *name, GThreadFunc function, gpointer data, GError **error) {
	(void)g_thread_try_new(name, function, data, error);
}
void use_g_thread_create(GThreadFunc function, gpointer data, gboolean joinable, GError **error) {
	(void)g_thread_create(function, data, joinable, error);
}
void use_g_thread_join(GThread *thread) {
	(void)g_thread_join(thread);
}
void use_g_thread_exit(gpointer result) {
	g_thread_exit(result);
}
void use_g_cond_wait(GCond *condition, GMutex *mutex) {
	g_cond_wait(condition, mutex);
}
void use_g_private_set(GPrivate *key, gpointer value) {
	g_private_set(key, value);
}
void use_g_private_replace(GPrivate *key, gpointer value) {
	g_private_replace(key, value);
}
void use_g_thread_pool_new(GFunc function, gpointer data, gint most, gboolean exclusive,
                           GError **error) {
	(void)g_thread_pool_new(function, data, most, exclusive, error);
}
void use_g_thread_pool_push(GThreadPool *pool, gpointer data, GError **error) {
	(void)g_thread_pool_push(pool, data, error);
}
void use_g_main_loop_run(GMainLoop *loop) {
	g_main_loop_run(loop);
}
void use_g_main_context_iteration(GMainContext *context, gboolean block) {
	(void)g_main_context_iteration(context, block);
}
void use_g_timeout_add(guint interval, GSourceFunc function, gpointer data) {
	(void)g_timeout_add(interval, function, data);
}
void use_g_timeout_add_full(gint priority, guint interval, GSourceFunc function, gpointer data,
                            GDestroyNotify notify) {
	(void)g_timeout_add_full(priority, interval, function, data, notify);
}
void use_g_timeout_add_seconds(guint interval, GSourceFunc function, gpointer data) {
	(void)g_timeout_add_seconds(interval, function, data);
}
void use_g_timeout_add_seconds_full(gint priority, guint interval, GSourceFunc function,
                                    gpointer data, GDestroyNotify notify) {
	(void)g_timeout_add_seconds_full(priority, interval, function, data, notify);
}
void use_g_idle_add(GSourceFunc function, gpointer data) {
	(void)g_idle_add(function, data);
}
void use_g_idle_add_full(gint priority, GSourceFunc function, gpointer data,
                         GDestroyNotify notify) {
	(void)g_idle_add_full(priority, function, data, notify);
}
void use_g_source_set_callback(GSource *source, GSourceFunc function, gpointer data,
                               GDestroyNotify notify) {
	g_source_set_callback(source, function, data, notify);
}
void use_g_child_watch_add(GPid pid, GChildWatchFunc function, gpointer data) {
	(void)g_child_watch_add(pid, function, data);
}
void use_g_child_watch_add_full(gint priority, GPid pid, GChildWatchFunc function, gpointer data,
                                GDestroyNotify notify) {
	(void)g_child_watch_add_full(priority, pid, function, data, notify);
}
void use_g_unix_signal_add(gint signal_, GSourceFunc function, gpointer data) {
	(void)g_unix_signal_add(signal_, function, data);
}
void use_g_unix_signal_add_full(gint priority, gint signal_, GSourceFunc function, gpointer data,
                                GDestroyNotify notify) {
	(void)g_unix_signal_add_full(priority, signal_, function, data, notify);
}
void use_g_main_context_invoke(GMainContext *context, GSourceFunc function, gpointer data) {
	g_main_context_invoke(context, function, data);
}
void use_g_main_context_invoke_full(GMainContext *context, gint priority, GSourceFunc function,
                                    gpointer data, GDestroyNotify notify) {
	g_main_context_invoke_full(context, priority, function, data, notify);
}
void use_g_list_append(GList *list, gpointer data) {
	(void)g_list_append(list, data);
}
void use_g_list_prepend(GList *list, gpointer data) {
	(void)g_list_prepend(list, data);
}
void use_g_list_insert(GList *list, gpointer data, gint position) {
	(void)g_list_insert(list, data, position);
}
void use_g_list_insert_sorted(GList *list, gpointer data, GCompareFunc compare) {
	(void)g_list_insert_sorted(list, data, compare);
}
void use_g_list_insert_before(GList *list, GList *before, gpointer data) {
	(void)g_list_insert_before(list, before, data);
}
void use_g_slist_append(GSList *list, gpointer data) {
	(void)g_slist_append(list, data);
}
void use_g_slist_prepend(GSList *list, gpointer data) {
	(void)g_slist_prepend(list, data);
}
void use_g_slist_insert(GSList *list, gpointer data, gint position) {
	(void)g_slist_insert(list, data, position);
}
void use_g_slist_insert_sorted(GSList *list, gpointer data, GCompareFunc compare) {
	(void)g_slist_insert_sorted(list, data, compare);
}
void use_g_queue_push_head(GQueue *queue, gpointer data) {
	g_queue_push_head(queue, data);
}
void use_g_queue_push_tail(GQueue *queue, gpointer data) {
	g_queue_push_tail(queue, data);
}
void use_g_queue_push_nth(GQueue *queue, gpointer data, gint position) {
	g_queue_push_nth(queue, data, position);
}
void use_g_queue_insert_sorted(GQueue *queue, gpointer data, GCompareDataFunc compare,
                               gpointer argument) {
	g_queue_insert_sorted(queue, data, compare, argument);
}
void use_g_async_queue_push(GAsyncQueue *queue, gpointer data) {
	g_async_queue_push(queue, data);
}
void use_g_async_queue_push_unlocked(GAsyncQueue *queue, gpointer data) {
	g_async_queue_push_unlocked(queue, data);
}
void use_g_async_queue_push_front(GAsyncQueue *queue, gpointer data) {
	g_async_queue_push_front(queue, data);
}
void use_g_ptr_array_add(GPtrArray *array, gpointer data) {
	g_ptr_array_add(array, data);
}
void use_g_ptr_array_insert(GPtrArray *array, gint index, gpointer data) {
	g_ptr_array_insert(array, index, data);
}
void use_g_array_append_vals(GArray *array, gconstpointer data, guint count) {
	(void)g_array_append_vals(array, data, count);
}
void use_g_array_prepend_vals(GArray *array, gconstpointer data, guint count) {
	(void)g_array_prepend_vals(array, data, count);
}
void use_g_array_insert_vals(GArray *array, guint index, gconstpointer data, guint count) {
	(void)g_array_insert_vals(array, index, data, count);
}
void use_g_hash_table_insert(GHashTable *table, gpointer key, gpointer value) {
	(void)g_hash_table_insert(table, key, value);
}
void use_g_hash_table_replace(GHashTable *table, gpointer key, gpointer value) {
	(void)g_hash_table_replace(table, key, value);
}
void use_g_hash_table_add(GHashTable *table, gpointer key) {
	(void)g_hash_table_add(table, key);
}
void use_g_tree_insert(GTree *tree, gpointer key, gpointer value) {
	g_tree_insert(tree, key, value);
}
void use_g_tree_replace(GTree *tree, gpointer key, gpointer value) {
	g_tree_replace(tree, key, value);
}
void use_g_datalist_id_set_data_full(GData **list, GQuark key, gpointer data,
                                     GDestroyNotify destroy) {
	g_datalist_id_set_data_full(list, key, data, destroy);
}
void use_g_dataset_id_set_data_full(gconstpointer location, GQuark key, gpointer data,
                                    GDestroyNotify destroy) {
	g_dataset_id_set_data_full(location, key, data, destroy);
}
void use_g_node_new(gpointer data) {
	(void)g_node_new(data);
}
void use_g_closure_add_finalize_notifier(GClosure *closure, gpointer data, GClosureNotify notify) {
	g_closure_add_finalize_notifier(closure, data, notify);
}
void use_g_list_foreach(GList *list, GFunc function, gpointer data) {
	g_list_foreach(list, function, data);
}
void use_g_list_free_full(GList *list, GDestroyNotify destroy) {
	g_list_free_full(list, destroy);
}
void use_g_slist_foreach(GSList *list, GFunc function, gpointer data) {
	g_slist_foreach(list, function, data);
}
void use_g_slist_free_full(GSList *list, GDestroyNotify destroy) {
	g_slist_free_full(list, destroy);
}
void use_g_ptr_array_foreach(GPtrArray *array, GFunc function, gpointer data) {
	g_ptr_array_foreach(array, function, data);
}
void use_g_queue_foreach(GQueue *queue, GFunc function, gpointer data) {
	g_queue_foreach(queue, function, data);
}
void use_g_queue_free_full(GQueue *queue, GDestroyNotify destroy) {
	g_queue_free_full(queue, destroy);
}
void use_g_hash_table_foreach(GHashTable *table, GHFunc function, gpointer data) {
	g_hash_table_foreach(table, function, data);
}
void use_g_hash_table_foreach_remove(GHashTable *table, GHRFunc function, gpointer data) {
	(void)g_hash_table_foreach_remove(table, function, data);
}
void use_g_hash_table_find(GHashTable *table, GHRFunc function, gpointer data) {
	(void)g_hash_table_find(table, function, data);
}
void use_g_tree_foreach(GTree *tree, GTraverseFunc function, gpointer data) {
	g_tree_foreach(tree, function, data);
}
void use_g_assertion_message(const char *domain, const char *file, int line, const char *function,
                             const char *message) {
	g_assertion_message(domain, file, line, function, message);
}
void use_g_assertion_message_expr(const char *domain, const char *file, int line,
                                  const char *function, const char *expression) {
	g_assertion_message_expr(domain, file, line, function, expression);
}

/* clang-format off */
const void *const glib_nothing[] = {
	g_unix_fd_source_new, g_source_add_unix_fd, g_source_modify_unix_fd, g_source_remove_unix_fd,
	g_unix_fd_list_new, g_unix_fd_list_append, g_unix_fd_list_get_length, g_unix_fd_list_peek_fds,
	g_unix_fd_list_steal_fds, g_unix_connection_send_fd, g_unix_fd_message_append_fd, g_access,
	g_aligned_alloc, g_aligned_alloc0, g_allocator_free, g_allocator_new, g_array_binary_search,
	g_array_copy, g_array_free, g_array_get_element_size, g_array_get_type, g_array_ref,
	g_array_remove_index, g_array_remove_index_fast, g_array_remove_range, g_array_set_clear_func,
	g_array_set_size, g_array_sort, g_array_sort_with_data, g_array_steal, g_array_unref,
	g_ascii_digit_value, g_ascii_dtostr, g_ascii_formatd, g_ascii_strcasecmp, g_ascii_strdown,
	g_ascii_string_to_signed, g_ascii_string_to_unsigned, g_ascii_strncasecmp, g_ascii_strtod,
	g_ascii_strtoll, g_ascii_strtoull, g_ascii_strup, g_ascii_tolower, g_ascii_toupper,
	g_ascii_xdigit_value, g_assert_finalize_object, g_assert_warning, g_async_queue_length,
	g_async_queue_length_unlocked, g_async_queue_lock, g_async_queue_new, g_async_queue_new_full,
	g_async_queue_pop, g_async_queue_pop_unlocked, g_async_queue_push_front_unlocked,
	g_async_queue_push_sorted, g_async_queue_push_sorted_unlocked, g_async_queue_ref,
	g_async_queue_ref_unlocked, g_async_queue_remove, g_async_queue_remove_unlocked,
	g_async_queue_sort, g_async_queue_sort_unlocked, g_async_queue_timed_pop,
	g_async_queue_timed_pop_unlocked, g_async_queue_timeout_pop,
	g_async_queue_timeout_pop_unlocked, g_async_queue_try_pop, g_async_queue_try_pop_unlocked,
	g_async_queue_unlock, g_async_queue_unref, g_async_queue_unref_and_unlock, g_atexit,
	g_atomic_int_add, g_atomic_int_and, g_atomic_int_compare_and_exchange,
	g_atomic_int_compare_and_exchange_full, g_atomic_int_dec_and_test, g_atomic_int_exchange,
	g_atomic_int_exchange_and_add, g_atomic_int_get, g_atomic_int_inc, g_atomic_int_or,
	g_atomic_int_set, g_atomic_int_xor, g_atomic_pointer_add, g_atomic_pointer_and,
	g_atomic_pointer_compare_and_exchange, g_atomic_pointer_compare_and_exchange_full,
	g_atomic_pointer_exchange, g_atomic_pointer_get, g_atomic_pointer_or, g_atomic_pointer_set,
	g_atomic_pointer_xor, g_atomic_ref_count_compare, g_atomic_ref_count_dec,
	g_atomic_ref_count_inc, g_atomic_ref_count_init, g_autoptr_cleanup_generic_gfree,
	g_autoptr_cleanup_gstring_free, g_basename, g_blow_chunks, g_build_filename,
	g_build_filename_valist, g_build_filenamev, g_build_path, g_build_pathv, g_bytes_compare,
	g_bytes_equal, g_bytes_get_data, g_bytes_get_region, g_bytes_get_size, g_bytes_get_type,
	g_bytes_hash, g_bytes_new, g_bytes_new_from_bytes, g_bytes_new_static, g_bytes_new_take,
	g_bytes_new_with_free_func, g_bytes_ref, g_bytes_unref, g_bytes_unref_to_array,
	g_bytes_unref_to_data, g_canonicalize_filename, g_chdir, g_child_watch_source_new,
	g_clear_error, g_clear_weak_pointer, g_cond_broadcast, g_cond_clear, g_cond_free, g_cond_init,
	g_cond_new, g_cond_signal, g_cond_timed_wait, g_cond_wait_until, g_double_equal, g_double_hash,
	g_environ_getenv, g_environ_setenv, g_environ_unsetenv, g_error_copy, g_error_domain_register,
	g_error_domain_register_static, g_error_free, g_error_get_type, g_error_matches, g_error_new,
	g_error_new_literal, g_error_new_valist, g_file_error_from_errno, g_file_error_quark,
	g_file_read_link, g_file_test, g_filename_display_basename, g_filename_display_name,
	g_filename_from_uri, g_filename_from_utf8, g_filename_to_uri, g_filename_to_utf8,
	g_find_program_in_path, g_format_size, g_format_size_for_display, g_format_size_full,
	g_fprintf, g_get_application_name, g_get_charset, g_get_codeset, g_get_console_charset,
	g_get_current_dir, g_get_current_time, g_get_environ, g_get_filename_charsets, g_get_home_dir,
	g_get_host_name, g_get_language_names, g_get_language_names_with_category,
	g_get_locale_variants, g_get_monotonic_time, g_get_num_processors, g_get_os_info,
	g_get_prgname, g_get_real_name, g_get_real_time, g_get_system_config_dirs,
	g_get_system_data_dirs, g_get_tmp_dir, g_get_user_cache_dir, g_get_user_config_dir,
	g_get_user_data_dir, g_get_user_name, g_get_user_runtime_dir, g_get_user_special_dir,
	g_get_user_state_dir, g_getenv, g_gstring_get_type, g_hash_table_contains,
	g_hash_table_destroy, g_hash_table_foreach_steal, g_hash_table_get_keys,
	g_hash_table_get_keys_as_array, g_hash_table_get_type, g_hash_table_get_values,
	g_hash_table_iter_get_hash_table, g_hash_table_iter_init, g_hash_table_iter_next,
	g_hash_table_iter_remove, g_hash_table_iter_replace, g_hash_table_iter_steal,
	g_hash_table_lookup, g_hash_table_lookup_extended, g_hash_table_new, g_hash_table_new_full,
	g_hash_table_new_similar, g_hash_table_ref, g_hash_table_remove, g_hash_table_remove_all,
	g_hash_table_size, g_hash_table_steal, g_hash_table_steal_all, g_hash_table_steal_extended,
	g_hash_table_unref, g_idle_add_once, g_idle_remove_by_data, g_idle_source_new,
	g_initially_unowned_get_type, g_int64_equal, g_int64_hash, g_int_equal, g_int_hash,
	g_io_channel_error_from_errno, g_io_channel_error_quark, g_io_channel_get_buffer_condition,
	g_io_channel_get_buffer_size, g_io_channel_get_buffered, g_io_channel_get_encoding,
	g_io_channel_get_flags, g_io_channel_get_line_term, g_io_channel_get_type, g_io_channel_init,
	g_io_channel_seek, g_io_channel_seek_position, g_io_channel_set_buffer_size,
	g_io_channel_set_buffered, g_io_channel_set_encoding, g_io_channel_set_flags,
	g_io_channel_set_line_term, g_io_channel_write, g_io_channel_write_chars,
	g_io_channel_write_unichar, g_io_condition_get_type, g_list_alloc, g_list_concat, g_list_copy,
	g_list_copy_deep, g_list_delete_link, g_list_find, g_list_find_custom, g_list_first,
	g_list_free, g_list_free_1, g_list_index, g_list_insert_before_link,
	g_list_insert_sorted_with_data, g_list_last, g_list_length, g_list_nth, g_list_nth_data,
	g_list_nth_prev, g_list_pop_allocator, g_list_position, g_list_push_allocator, g_list_remove,
	g_list_remove_all, g_list_remove_link, g_list_reverse, g_list_sort, g_list_sort_with_data,
	g_listenv, g_locale_from_utf8, g_locale_to_utf8, g_log, g_log_default_handler,
	g_log_get_debug_enabled, g_log_remove_handler, g_log_set_always_fatal, g_log_set_debug_enabled,
	g_log_set_default_handler, g_log_set_fatal_mask, g_log_set_handler, g_log_set_handler_full,
	g_log_set_writer_func, g_logv, g_main_context_acquire, g_main_context_add_poll,
	g_main_context_check, g_main_context_default, g_main_context_dispatch,
	g_main_context_find_source_by_funcs_user_data, g_main_context_find_source_by_id,
	g_main_context_find_source_by_user_data, g_main_context_get_poll_func,
	g_main_context_get_thread_default, g_main_context_get_type, g_main_context_is_owner,
	g_main_context_new, g_main_context_new_with_flags, g_main_context_pending,
	g_main_context_pop_thread_default, g_main_context_prepare, g_main_context_push_thread_default,
	g_main_context_pusher_free, g_main_context_pusher_new, g_main_context_query,
	g_main_context_ref, g_main_context_ref_thread_default, g_main_context_release,
	g_main_context_remove_poll, g_main_context_set_poll_func, g_main_context_unref,
	g_main_context_wait, g_main_context_wakeup, g_main_current_source, g_main_depth,
	g_main_loop_get_context, g_main_loop_get_type, g_main_loop_is_running, g_main_loop_new,
	g_main_loop_quit, g_main_loop_ref, g_main_loop_unref, g_mkdir_with_parents, g_mkdtemp,
	g_mkdtemp_full, g_mutex_clear, g_mutex_free, g_mutex_init, g_mutex_lock, g_mutex_locker_free,
	g_mutex_locker_new, g_mutex_new, g_mutex_trylock, g_mutex_unlock, g_normalize_mode_get_type,
	g_number_parser_error_quark, g_object_add_toggle_ref, g_object_add_weak_pointer,
	g_object_bind_property, g_object_bind_property_full, g_object_bind_property_with_closures,
	g_object_class_find_property, g_object_class_install_properties,
	g_object_class_install_property, g_object_class_list_properties,
	g_object_class_override_property, g_object_compat_control, g_object_connect,
	g_object_disconnect, g_object_dup_data, g_object_dup_qdata, g_object_force_floating,
	g_object_freeze_notify, g_object_get, g_object_get_data, g_object_get_property,
	g_object_get_qdata, g_object_get_type, g_object_get_valist, g_object_getv,
	g_object_interface_find_property, g_object_interface_install_property,
	g_object_interface_list_properties, g_object_is_floating, g_object_new, g_object_new_valist,
	g_object_new_with_properties, g_object_newv, g_object_notify, g_object_notify_by_pspec,
	g_object_remove_toggle_ref, g_object_remove_weak_pointer, g_object_replace_data,
	g_object_replace_qdata, g_object_run_dispose, g_object_set, g_object_set_property,
	g_object_set_valist, g_object_setv, g_object_steal_data, g_object_steal_qdata,
	g_object_take_ref, g_object_thaw_notify, g_object_watch_closure, g_object_weak_unref,
	g_on_error_query, g_on_error_stack_trace, g_once_impl, g_once_init_enter,
	g_once_init_enter_impl, g_once_init_leave, g_parse_debug_string, g_path_get_basename,
	g_path_get_dirname, g_path_is_absolute, g_path_skip_root, g_pollfd_get_type, g_prefix_error,
	g_prefix_error_literal, g_print, g_printerr, g_printf, g_printf_string_upper_bound,
	g_private_get, g_private_new, g_propagate_error, g_propagate_prefixed_error, g_ptr_array_copy,
	g_ptr_array_extend, g_ptr_array_extend_and_steal, g_ptr_array_find,
	g_ptr_array_find_with_equal_func, g_ptr_array_free, g_ptr_array_get_type,
	g_ptr_array_is_null_terminated, g_ptr_array_new, g_ptr_array_new_full,
	g_ptr_array_new_null_terminated, g_ptr_array_new_with_free_func, g_ptr_array_ref,
	g_ptr_array_remove, g_ptr_array_remove_fast, g_ptr_array_remove_index,
	g_ptr_array_remove_index_fast, g_ptr_array_remove_range, g_ptr_array_set_free_func,
	g_ptr_array_set_size, g_ptr_array_sized_new, g_ptr_array_sort, g_ptr_array_sort_with_data,
	g_ptr_array_steal, g_ptr_array_steal_index, g_ptr_array_steal_index_fast, g_ptr_array_unref,
	g_qsort_with_data, g_queue_clear, g_queue_clear_full, g_queue_copy, g_queue_delete_link,
	g_queue_find, g_queue_find_custom, g_queue_free, g_queue_get_length, g_queue_index,
	g_queue_init, g_queue_insert_after, g_queue_insert_after_link, g_queue_insert_before,
	g_queue_insert_before_link, g_queue_is_empty, g_queue_link_index, g_queue_new,
	g_queue_peek_head, g_queue_peek_head_link, g_queue_peek_nth, g_queue_peek_nth_link,
	g_queue_peek_tail, g_queue_peek_tail_link, g_queue_pop_head, g_queue_pop_head_link,
	g_queue_pop_nth, g_queue_pop_nth_link, g_queue_pop_tail, g_queue_pop_tail_link,
	g_queue_push_head_link, g_queue_push_nth_link, g_queue_push_tail_link, g_queue_remove,
	g_queue_remove_all, g_queue_reverse, g_queue_sort, g_queue_unlink,
	g_reload_user_special_dirs_cache, g_return_if_fail_warning, g_rmdir, g_set_application_name,
	g_set_error, g_set_error_literal, g_set_object, g_set_prgname, g_set_print_handler,
	g_set_printerr_handler, g_set_weak_pointer, g_setenv, g_slice_free_chain_with_offset,
	g_slice_get_config, g_slice_get_config_state, g_slice_set_config, g_slist_alloc,
	g_slist_concat, g_slist_copy, g_slist_copy_deep, g_slist_delete_link, g_slist_find,
	g_slist_find_custom, g_slist_free, g_slist_free_1, g_slist_index, g_slist_insert_before,
	g_slist_insert_sorted_with_data, g_slist_last, g_slist_length, g_slist_nth, g_slist_nth_data,
	g_slist_pop_allocator, g_slist_position, g_slist_push_allocator, g_slist_remove,
	g_slist_remove_all, g_slist_remove_link, g_slist_reverse, g_slist_sort, g_slist_sort_with_data,
	g_snprintf, g_source_add_child_source, g_source_add_poll, g_source_attach, g_source_destroy,
	g_source_get_can_recurse, g_source_get_context, g_source_get_current_time, g_source_get_id,
	g_source_get_name, g_source_get_priority, g_source_get_ready_time, g_source_get_time,
	g_source_get_type, g_source_is_destroyed, g_source_new, g_source_query_unix_fd, g_source_ref,
	g_source_remove, g_source_remove_by_funcs_user_data, g_source_remove_by_user_data,
	g_source_remove_child_source, g_source_remove_poll, g_source_set_callback_indirect,
	g_source_set_can_recurse, g_source_set_closure, g_source_set_dispose_function,
	g_source_set_dummy_callback, g_source_set_funcs, g_source_set_name, g_source_set_name_by_id,
	g_source_set_priority, g_source_set_ready_time, g_source_set_static_name, g_source_unref,
	g_spaced_primes_closest, g_spawn_async, g_spawn_async_with_fds,
	g_spawn_async_with_pipes_and_fds, g_spawn_check_exit_status, g_spawn_check_wait_status,
	g_spawn_close_pid, g_spawn_command_line_async, g_spawn_error_quark, g_spawn_exit_error_quark,
	g_sprintf, g_steal_pointer, g_str_equal, g_str_has_prefix, g_str_has_suffix, g_str_hash,
	g_str_is_ascii, g_str_match_string, g_str_to_ascii, g_str_tokenize_and_fold, g_strcanon,
	g_strcasecmp, g_strchomp, g_strchug, g_strcmp0, g_strcompress, g_strconcat, g_strdelimit,
	g_strdown, g_strdup, g_strdup_printf, g_strdup_value_contents, g_strdup_vprintf, g_strdupv,
	g_strerror, g_strescape, g_strfreev, g_string_append, g_string_append_c,
	g_string_append_c_inline, g_string_append_len, g_string_append_printf, g_string_append_unichar,
	g_string_append_uri_escaped, g_string_append_vprintf, g_string_ascii_down, g_string_ascii_up,
	g_string_assign, g_string_chunk_clear, g_string_chunk_free, g_string_chunk_insert,
	g_string_chunk_insert_const, g_string_chunk_insert_len, g_string_chunk_new, g_string_down,
	g_string_equal, g_string_erase, g_string_free, g_string_free_to_bytes, g_string_hash,
	g_string_insert, g_string_insert_c, g_string_insert_len, g_string_insert_unichar, g_string_new,
	g_string_new_len, g_string_overwrite, g_string_overwrite_len, g_string_prepend,
	g_string_prepend_c, g_string_prepend_len, g_string_prepend_unichar, g_string_printf,
	g_string_replace, g_string_set_size, g_string_sized_new, g_string_truncate, g_string_up,
	g_string_vprintf, g_strip_context, g_strjoin, g_strjoinv, g_strlcat, g_strlcpy, g_strncasecmp,
	g_strndup, g_strnfill, g_strreverse, g_strrstr, g_strrstr_len, g_strsignal, g_strsplit,
	g_strsplit_set, g_strstr_len, g_strtod, g_strup, g_strv_contains, g_strv_equal,
	g_strv_get_type, g_strv_length, g_thread_create_full, g_thread_error_quark, g_thread_foreach,
	g_thread_get_initialized, g_thread_get_type, g_thread_init,
	g_thread_init_with_errorcheck_mutexes, g_thread_pool_free, g_thread_pool_get_max_idle_time,
	g_thread_pool_get_max_threads, g_thread_pool_get_max_unused_threads,
	g_thread_pool_get_num_threads, g_thread_pool_get_num_unused_threads,
	g_thread_pool_move_to_front, g_thread_pool_new_full, g_thread_pool_set_max_idle_time,
	g_thread_pool_set_max_threads, g_thread_pool_set_max_unused_threads,
	g_thread_pool_set_sort_function, g_thread_pool_stop_unused_threads, g_thread_pool_unprocessed,
	g_thread_ref, g_thread_self, g_thread_set_priority, g_thread_unref, g_thread_yield,
	g_time_val_add, g_time_val_from_iso8601, g_time_val_to_iso8601, g_time_zone_adjust_time,
	g_time_zone_find_interval, g_time_zone_get_abbreviation, g_time_zone_get_identifier,
	g_time_zone_get_offset, g_time_zone_get_type, g_time_zone_is_dst, g_time_zone_new,
	g_time_zone_new_identifier, g_time_zone_new_local, g_time_zone_new_offset, g_time_zone_new_utc,
	g_time_zone_ref, g_time_zone_unref, g_timeout_add_once, g_timeout_source_new,
	g_timeout_source_new_seconds, g_timer_continue, g_timer_destroy, g_timer_elapsed,
	g_timer_is_active, g_timer_new, g_timer_reset, g_timer_start, g_timer_stop, g_tuples_destroy,
	g_tuples_index, g_unix_error_quark, g_unix_get_passwd_entry, g_unix_signal_source_new,
	g_unlink, g_unsetenv, g_usleep, g_utf8_casefold, g_utf8_collate, g_utf8_collate_key,
	g_utf8_collate_key_for_filename, g_utf8_find_next_char, g_utf8_find_prev_char, g_utf8_get_char,
	g_utf8_get_char_validated, g_utf8_make_valid, g_utf8_normalize, g_utf8_offset_to_pointer,
	g_utf8_pointer_to_offset, g_utf8_prev_char, g_utf8_strchr, g_utf8_strdown, g_utf8_strlen,
	g_utf8_strncpy, g_utf8_strrchr, g_utf8_strreverse, g_utf8_strup, g_utf8_substring,
	g_utf8_to_ucs4, g_utf8_to_ucs4_fast, g_utf8_to_utf16, g_utf8_validate, g_utf8_validate_len,
	g_uuid_string_is_valid, g_uuid_string_random, g_vasprintf, g_vfprintf, g_vprintf, g_vsnprintf,
	g_vsprintf, g_warn_message, glib_auto_cleanup_GCond, glib_auto_cleanup_GMutex,
	glib_auto_cleanup_GQueue, glib_auto_cleanup_GStrv, glib_auto_cleanup_GValue,
	glib_auto_cleanup_GVariantBuilder, glib_auto_cleanup_GVariantDict, glib_autoptr_cleanup_GArray,
	glib_autoptr_cleanup_GAsyncQueue, glib_autoptr_cleanup_GBookmarkFile,
	glib_autoptr_cleanup_GByteArray, glib_autoptr_cleanup_GBytes, glib_autoptr_cleanup_GChecksum,
	glib_autoptr_cleanup_GClosure, glib_autoptr_cleanup_GDate, glib_autoptr_cleanup_GDateTime,
	glib_autoptr_cleanup_GDir, glib_autoptr_cleanup_GEnumClass, glib_autoptr_cleanup_GError,
	glib_autoptr_cleanup_GFlagsClass, glib_autoptr_cleanup_GHashTable, glib_autoptr_cleanup_GHmac,
	glib_autoptr_cleanup_GIOChannel, glib_autoptr_cleanup_GInitiallyUnowned,
	glib_autoptr_cleanup_GKeyFile, glib_autoptr_cleanup_GList, glib_autoptr_cleanup_GMainContext,
	glib_autoptr_cleanup_GMainContextPusher, glib_autoptr_cleanup_GMainLoop,
	glib_autoptr_cleanup_GMappedFile, glib_autoptr_cleanup_GMarkupParseContext,
	glib_autoptr_cleanup_GMatchInfo, glib_autoptr_cleanup_GMutexLocker, glib_autoptr_cleanup_GNode,
	glib_autoptr_cleanup_GObject, glib_autoptr_cleanup_GOptionContext,
	glib_autoptr_cleanup_GOptionGroup, glib_autoptr_cleanup_GParamSpec,
	glib_autoptr_cleanup_GPatternSpec, glib_autoptr_cleanup_GPtrArray, glib_autoptr_cleanup_GQueue,
	glib_autoptr_cleanup_GRWLockReaderLocker, glib_autoptr_cleanup_GRWLockWriterLocker,
	glib_autoptr_cleanup_GRand, glib_autoptr_cleanup_GRecMutexLocker,
	glib_autoptr_cleanup_GRefString, glib_autoptr_cleanup_GRegex, glib_autoptr_cleanup_GSList,
	glib_autoptr_cleanup_GScanner, glib_autoptr_cleanup_GSequence, glib_autoptr_cleanup_GSource,
	glib_autoptr_cleanup_GString, glib_autoptr_cleanup_GStringChunk,
	glib_autoptr_cleanup_GStrvBuilder, glib_autoptr_cleanup_GThread,
	glib_autoptr_cleanup_GTimeZone, glib_autoptr_cleanup_GTimer, glib_autoptr_cleanup_GTree,
	glib_autoptr_cleanup_GTypeClass, glib_autoptr_cleanup_GTypeModule, glib_autoptr_cleanup_GUri,
	glib_autoptr_cleanup_GVariant, glib_autoptr_cleanup_GVariantBuilder,
	glib_autoptr_cleanup_GVariantDict, glib_autoptr_cleanup_GVariantIter,
	glib_autoptr_cleanup_GVariantType, glib_autoptr_clear_GArray, glib_autoptr_clear_GAsyncQueue,
	glib_autoptr_clear_GBookmarkFile, glib_autoptr_clear_GByteArray, glib_autoptr_clear_GBytes,
	glib_autoptr_clear_GChecksum, glib_autoptr_clear_GClosure, glib_autoptr_clear_GDate,
	glib_autoptr_clear_GDateTime, glib_autoptr_clear_GDir, glib_autoptr_clear_GEnumClass,
	glib_autoptr_clear_GError, glib_autoptr_clear_GFlagsClass, glib_autoptr_clear_GHashTable,
	glib_autoptr_clear_GHmac, glib_autoptr_clear_GIOChannel, glib_autoptr_clear_GInitiallyUnowned,
	glib_autoptr_clear_GKeyFile, glib_autoptr_clear_GList, glib_autoptr_clear_GMainContext,
	glib_autoptr_clear_GMainContextPusher, glib_autoptr_clear_GMainLoop,
	glib_autoptr_clear_GMappedFile, glib_autoptr_clear_GMarkupParseContext,
	glib_autoptr_clear_GMatchInfo, glib_autoptr_clear_GMutexLocker, glib_autoptr_clear_GNode,
	glib_autoptr_clear_GObject, glib_autoptr_clear_GOptionContext, glib_autoptr_clear_GOptionGroup,
	glib_autoptr_clear_GParamSpec, glib_autoptr_clear_GPatternSpec, glib_autoptr_clear_GPtrArray,
	glib_autoptr_clear_GQueue, glib_autoptr_clear_GRWLockReaderLocker,
	glib_autoptr_clear_GRWLockWriterLocker, glib_autoptr_clear_GRand,
	glib_autoptr_clear_GRecMutexLocker, glib_autoptr_clear_GRefString, glib_autoptr_clear_GRegex,
	glib_autoptr_clear_GSList, glib_autoptr_clear_GScanner, glib_autoptr_clear_GSequence,
	glib_autoptr_clear_GSource, glib_autoptr_clear_GString, glib_autoptr_clear_GStringChunk,
	glib_autoptr_clear_GStrvBuilder, glib_autoptr_clear_GThread, glib_autoptr_clear_GTimeZone,
	glib_autoptr_clear_GTimer, glib_autoptr_clear_GTree, glib_autoptr_clear_GTypeClass,
	glib_autoptr_clear_GTypeModule, glib_autoptr_clear_GUri, glib_autoptr_clear_GVariant,
	glib_autoptr_clear_GVariantBuilder, glib_autoptr_clear_GVariantDict,
	glib_autoptr_clear_GVariantIter, glib_autoptr_clear_GVariantType, glib_check_version,
	glib_listautoptr_cleanup_GArray, glib_listautoptr_cleanup_GAsyncQueue,
	glib_listautoptr_cleanup_GBookmarkFile, glib_listautoptr_cleanup_GByteArray,
	glib_listautoptr_cleanup_GBytes, glib_listautoptr_cleanup_GChecksum,
	glib_listautoptr_cleanup_GClosure, glib_listautoptr_cleanup_GDate,
	glib_listautoptr_cleanup_GDateTime, glib_listautoptr_cleanup_GDir,
	glib_listautoptr_cleanup_GEnumClass, glib_listautoptr_cleanup_GError,
	glib_listautoptr_cleanup_GFlagsClass, glib_listautoptr_cleanup_GHashTable,
	glib_listautoptr_cleanup_GHmac, glib_listautoptr_cleanup_GIOChannel,
	glib_listautoptr_cleanup_GInitiallyUnowned, glib_listautoptr_cleanup_GKeyFile,
	glib_listautoptr_cleanup_GList, glib_listautoptr_cleanup_GMainContext,
	glib_listautoptr_cleanup_GMainContextPusher, glib_listautoptr_cleanup_GMainLoop,
	glib_listautoptr_cleanup_GMappedFile, glib_listautoptr_cleanup_GMarkupParseContext,
	glib_listautoptr_cleanup_GMatchInfo, glib_listautoptr_cleanup_GMutexLocker,
	glib_listautoptr_cleanup_GNode, glib_listautoptr_cleanup_GObject,
	glib_listautoptr_cleanup_GOptionContext, glib_listautoptr_cleanup_GOptionGroup,
	glib_listautoptr_cleanup_GParamSpec, glib_listautoptr_cleanup_GPatternSpec,
	glib_listautoptr_cleanup_GPtrArray, glib_listautoptr_cleanup_GQueue,
	glib_listautoptr_cleanup_GRWLockReaderLocker, glib_listautoptr_cleanup_GRWLockWriterLocker,
	glib_listautoptr_cleanup_GRand, glib_listautoptr_cleanup_GRecMutexLocker,
	glib_listautoptr_cleanup_GRefString, glib_listautoptr_cleanup_GRegex,
	glib_listautoptr_cleanup_GSList, glib_listautoptr_cleanup_GScanner,
	glib_listautoptr_cleanup_GSequence, glib_listautoptr_cleanup_GSource,
	glib_listautoptr_cleanup_GString, glib_listautoptr_cleanup_GStringChunk,
	glib_listautoptr_cleanup_GStrvBuilder, glib_listautoptr_cleanup_GThread,
	glib_listautoptr_cleanup_GTimeZone, glib_listautoptr_cleanup_GTimer,
	glib_listautoptr_cleanup_GTree, glib_listautoptr_cleanup_GTypeClass,
	glib_listautoptr_cleanup_GTypeModule, glib_listautoptr_cleanup_GUri,
	glib_listautoptr_cleanup_GVariant, glib_listautoptr_cleanup_GVariantBuilder,
	glib_listautoptr_cleanup_GVariantDict, glib_listautoptr_cleanup_GVariantIter,
	glib_listautoptr_cleanup_GVariantType, glib_queueautoptr_cleanup_GArray,
	glib_queueautoptr_cleanup_GAsyncQueue, glib_queueautoptr_cleanup_GBookmarkFile,
	glib_queueautoptr_cleanup_GByteArray, glib_queueautoptr_cleanup_GBytes,
	glib_queueautoptr_cleanup_GChecksum, glib_queueautoptr_cleanup_GClosure,
	glib_queueautoptr_cleanup_GDate, glib_queueautoptr_cleanup_GDateTime,
	glib_queueautoptr_cleanup_GDir, glib_queueautoptr_cleanup_GEnumClass,
	glib_queueautoptr_cleanup_GError, glib_queueautoptr_cleanup_GFlagsClass,
	glib_queueautoptr_cleanup_GHashTable, glib_queueautoptr_cleanup_GHmac,
	glib_queueautoptr_cleanup_GIOChannel, glib_queueautoptr_cleanup_GInitiallyUnowned,
	glib_queueautoptr_cleanup_GKeyFile, glib_queueautoptr_cleanup_GList,
	glib_queueautoptr_cleanup_GMainContext, glib_queueautoptr_cleanup_GMainContextPusher,
	glib_queueautoptr_cleanup_GMainLoop, glib_queueautoptr_cleanup_GMappedFile,
	glib_queueautoptr_cleanup_GMarkupParseContext, glib_queueautoptr_cleanup_GMatchInfo,
	glib_queueautoptr_cleanup_GMutexLocker, glib_queueautoptr_cleanup_GNode,
	glib_queueautoptr_cleanup_GObject, glib_queueautoptr_cleanup_GOptionContext,
	glib_queueautoptr_cleanup_GOptionGroup, glib_queueautoptr_cleanup_GParamSpec,
	glib_queueautoptr_cleanup_GPatternSpec, glib_queueautoptr_cleanup_GPtrArray,
	glib_queueautoptr_cleanup_GQueue, glib_queueautoptr_cleanup_GRWLockReaderLocker,
	glib_queueautoptr_cleanup_GRWLockWriterLocker, glib_queueautoptr_cleanup_GRand,
	glib_queueautoptr_cleanup_GRecMutexLocker, glib_queueautoptr_cleanup_GRefString,
	glib_queueautoptr_cleanup_GRegex, glib_queueautoptr_cleanup_GSList,
	glib_queueautoptr_cleanup_GScanner, glib_queueautoptr_cleanup_GSequence,
	glib_queueautoptr_cleanup_GSource, glib_queueautoptr_cleanup_GString,
	glib_queueautoptr_cleanup_GStringChunk, glib_queueautoptr_cleanup_GStrvBuilder,
	glib_queueautoptr_cleanup_GThread, glib_queueautoptr_cleanup_GTimeZone,
	glib_queueautoptr_cleanup_GTimer, glib_queueautoptr_cleanup_GTree,
	glib_queueautoptr_cleanup_GTypeClass, glib_queueautoptr_cleanup_GTypeModule,
	glib_queueautoptr_cleanup_GUri, glib_queueautoptr_cleanup_GVariant,
	glib_queueautoptr_cleanup_GVariantBuilder, glib_queueautoptr_cleanup_GVariantDict,
	glib_queueautoptr_cleanup_GVariantIter, glib_queueautoptr_cleanup_GVariantType,
	glib_slistautoptr_cleanup_GArray, glib_slistautoptr_cleanup_GAsyncQueue,
	glib_slistautoptr_cleanup_GBookmarkFile, glib_slistautoptr_cleanup_GByteArray,
	glib_slistautoptr_cleanup_GBytes, glib_slistautoptr_cleanup_GChecksum,
	glib_slistautoptr_cleanup_GClosure, glib_slistautoptr_cleanup_GDate,
	glib_slistautoptr_cleanup_GDateTime, glib_slistautoptr_cleanup_GDir,
	glib_slistautoptr_cleanup_GEnumClass, glib_slistautoptr_cleanup_GError,
	glib_slistautoptr_cleanup_GFlagsClass, glib_slistautoptr_cleanup_GHashTable,
	glib_slistautoptr_cleanup_GHmac, glib_slistautoptr_cleanup_GIOChannel,
	glib_slistautoptr_cleanup_GInitiallyUnowned, glib_slistautoptr_cleanup_GKeyFile,
	glib_slistautoptr_cleanup_GList, glib_slistautoptr_cleanup_GMainContext,
	glib_slistautoptr_cleanup_GMainContextPusher, glib_slistautoptr_cleanup_GMainLoop,
	glib_slistautoptr_cleanup_GMappedFile, glib_slistautoptr_cleanup_GMarkupParseContext,
	glib_slistautoptr_cleanup_GMatchInfo, glib_slistautoptr_cleanup_GMutexLocker,
	glib_slistautoptr_cleanup_GNode, glib_slistautoptr_cleanup_GObject,
	glib_slistautoptr_cleanup_GOptionContext, glib_slistautoptr_cleanup_GOptionGroup,
	glib_slistautoptr_cleanup_GParamSpec, glib_slistautoptr_cleanup_GPatternSpec,
	glib_slistautoptr_cleanup_GPtrArray, glib_slistautoptr_cleanup_GQueue,
	glib_slistautoptr_cleanup_GRWLockReaderLocker, glib_slistautoptr_cleanup_GRWLockWriterLocker,
	glib_slistautoptr_cleanup_GRand, glib_slistautoptr_cleanup_GRecMutexLocker,
	glib_slistautoptr_cleanup_GRefString, glib_slistautoptr_cleanup_GRegex,
	glib_slistautoptr_cleanup_GSList, glib_slistautoptr_cleanup_GScanner,
	glib_slistautoptr_cleanup_GSequence, glib_slistautoptr_cleanup_GSource,
	glib_slistautoptr_cleanup_GString, glib_slistautoptr_cleanup_GStringChunk,
	glib_slistautoptr_cleanup_GStrvBuilder, glib_slistautoptr_cleanup_GThread,
	glib_slistautoptr_cleanup_GTimeZone, glib_slistautoptr_cleanup_GTimer,
	glib_slistautoptr_cleanup_GTree, glib_slistautoptr_cleanup_GTypeClass,
	glib_slistautoptr_cleanup_GTypeModule, glib_slistautoptr_cleanup_GUri,
	glib_slistautoptr_cleanup_GVariant, glib_slistautoptr_cleanup_GVariantBuilder,
	glib_slistautoptr_cleanup_GVariantDict, glib_slistautoptr_cleanup_GVariantIter,
	glib_slistautoptr_cleanup_GVariantType, g_buffered_input_stream_fill,
	g_buffered_input_stream_fill_finish, g_buffered_input_stream_get_available,
	g_buffered_input_stream_get_buffer_size, g_buffered_input_stream_new,
	g_buffered_input_stream_new_sized, g_buffered_input_stream_peek,
	g_buffered_input_stream_peek_buffer, g_buffered_input_stream_read_byte,
	g_buffered_input_stream_set_buffer_size, g_buffered_output_stream_get_auto_grow,
	g_buffered_output_stream_get_buffer_size, g_buffered_output_stream_new,
	g_buffered_output_stream_new_sized, g_buffered_output_stream_set_auto_grow,
	g_buffered_output_stream_set_buffer_size, g_cancellable_cancel, g_cancellable_connect,
	g_cancellable_disconnect, g_cancellable_get_current, g_cancellable_get_fd,
	g_cancellable_is_cancelled, g_cancellable_make_pollfd, g_cancellable_new,
	g_cancellable_pop_current, g_cancellable_push_current, g_cancellable_release_fd,
	g_cancellable_reset, g_cancellable_set_error_if_cancelled, g_cancellable_source_new,
	g_data_input_stream_get_byte_order, g_data_input_stream_get_newline_type,
	g_data_input_stream_new, g_data_input_stream_read_byte, g_data_input_stream_read_int16,
	g_data_input_stream_read_int32, g_data_input_stream_read_int64, g_data_input_stream_read_line,
	g_data_input_stream_read_line_finish, g_data_input_stream_read_line_finish_utf8,
	g_data_input_stream_read_line_utf8, g_data_input_stream_read_uint16,
	g_data_input_stream_read_uint32, g_data_input_stream_read_uint64,
	g_data_input_stream_read_until, g_data_input_stream_read_until_finish,
	g_data_input_stream_read_upto, g_data_input_stream_read_upto_finish,
	g_data_input_stream_set_byte_order, g_data_input_stream_set_newline_type,
	g_data_output_stream_get_byte_order, g_data_output_stream_new, g_data_output_stream_put_byte,
	g_data_output_stream_put_int16, g_data_output_stream_put_int32, g_data_output_stream_put_int64,
	g_data_output_stream_put_string, g_data_output_stream_put_uint16,
	g_data_output_stream_put_uint32, g_data_output_stream_put_uint64,
	g_data_output_stream_set_byte_order, g_filter_input_stream_get_base_stream,
	g_filter_input_stream_get_close_base_stream, g_filter_input_stream_set_close_base_stream,
	g_filter_output_stream_get_base_stream, g_filter_output_stream_get_close_base_stream,
	g_filter_output_stream_set_close_base_stream, g_inet_address_equal, g_inet_address_get_family,
	g_inet_address_get_is_any, g_inet_address_get_is_link_local, g_inet_address_get_is_loopback,
	g_inet_address_get_is_mc_global, g_inet_address_get_is_mc_link_local,
	g_inet_address_get_is_mc_node_local, g_inet_address_get_is_mc_org_local,
	g_inet_address_get_is_mc_site_local, g_inet_address_get_is_multicast,
	g_inet_address_get_is_site_local, g_inet_address_get_native_size, g_inet_address_mask_equal,
	g_inet_address_mask_get_address, g_inet_address_mask_get_family,
	g_inet_address_mask_get_length, g_inet_address_mask_matches, g_inet_address_mask_new,
	g_inet_address_mask_new_from_string, g_inet_address_mask_to_string, g_inet_address_new_any,
	g_inet_address_new_from_bytes, g_inet_address_new_from_string, g_inet_address_new_loopback,
	g_inet_address_to_bytes, g_inet_address_to_string, g_inet_socket_address_get_address,
	g_inet_socket_address_get_flowinfo, g_inet_socket_address_get_port,
	g_inet_socket_address_get_scope_id, g_inet_socket_address_new,
	g_inet_socket_address_new_from_string, g_input_stream_clear_pending,
	g_input_stream_close_finish, g_input_stream_has_pending, g_input_stream_is_closed,
	g_input_stream_read_all_finish, g_input_stream_read_bytes, g_input_stream_read_bytes_finish,
	g_input_stream_read_finish, g_input_stream_set_pending, g_input_stream_skip,
	g_input_stream_skip_finish, g_io_stream_clear_pending, g_io_stream_close_finish,
	g_io_stream_has_pending, g_io_stream_is_closed, g_io_stream_set_pending,
	g_io_stream_splice_finish, g_network_address_get_hostname, g_network_address_get_port,
	g_network_address_get_scheme, g_network_address_new, g_network_address_new_loopback,
	g_network_address_parse, g_network_address_parse_uri, g_network_service_get_domain,
	g_network_service_get_protocol, g_network_service_get_scheme, g_network_service_get_service,
	g_network_service_new, g_network_service_set_scheme, g_output_stream_clear_pending,
	g_output_stream_close_finish, g_output_stream_flush_finish, g_output_stream_has_pending,
	g_output_stream_is_closed, g_output_stream_is_closing, g_output_stream_printf,
	g_output_stream_set_pending, g_output_stream_splice, g_output_stream_splice_finish,
	g_output_stream_vprintf, g_output_stream_write_all_finish, g_output_stream_write_bytes,
	g_output_stream_write_bytes_finish, g_output_stream_write_finish, g_output_stream_writev,
	g_output_stream_writev_all, g_output_stream_writev_all_finish, g_output_stream_writev_finish,
	g_resolver_error_quark, g_resolver_free_addresses, g_resolver_free_targets,
	g_resolver_get_default, g_resolver_lookup_by_address, g_resolver_lookup_by_address_finish,
	g_resolver_lookup_by_name, g_resolver_lookup_by_name_finish,
	g_resolver_lookup_by_name_with_flags, g_resolver_lookup_by_name_with_flags_finish,
	g_resolver_lookup_records, g_resolver_lookup_records_finish, g_resolver_lookup_service,
	g_resolver_lookup_service_finish, g_resolver_set_default, g_socket_address_enumerator_next,
	g_socket_address_enumerator_next_finish, g_socket_address_get_family,
	g_socket_address_get_native_size, g_socket_address_new_from_native, g_socket_address_to_native,
	g_socket_bind, g_socket_check_connect_result, g_socket_client_add_application_proxy,
	g_socket_client_connect_finish, g_socket_client_connect_to_host_finish,
	g_socket_client_connect_to_service, g_socket_client_connect_to_service_finish,
	g_socket_client_connect_to_uri, g_socket_client_connect_to_uri_finish,
	g_socket_client_get_enable_proxy, g_socket_client_get_family,
	g_socket_client_get_local_address, g_socket_client_get_protocol,
	g_socket_client_get_proxy_resolver, g_socket_client_get_socket_type,
	g_socket_client_get_timeout, g_socket_client_get_tls, g_socket_client_get_tls_validation_flags,
	g_socket_client_new, g_socket_client_set_enable_proxy, g_socket_client_set_family,
	g_socket_client_set_local_address, g_socket_client_set_protocol,
	g_socket_client_set_proxy_resolver, g_socket_client_set_socket_type,
	g_socket_client_set_timeout, g_socket_client_set_tls, g_socket_client_set_tls_validation_flags,
	g_socket_condition_check, g_socket_condition_timed_wait, g_socket_connectable_enumerate,
	g_socket_connectable_proxy_enumerate, g_socket_connectable_to_string,
	g_socket_connection_connect, g_socket_connection_connect_finish,
	g_socket_connection_factory_lookup_type, g_socket_connection_factory_register_type,
	g_socket_connection_get_local_address, g_socket_connection_get_remote_address,
	g_socket_connection_get_socket, g_socket_connection_is_connected,
	g_socket_control_message_deserialize, g_socket_control_message_get_level,
	g_socket_control_message_get_msg_type, g_socket_control_message_get_size,
	g_socket_control_message_serialize, g_socket_create_source, g_socket_get_available_bytes,
	g_socket_get_blocking, g_socket_get_broadcast, g_socket_get_credentials, g_socket_get_family,
	g_socket_get_keepalive, g_socket_get_listen_backlog, g_socket_get_local_address,
	g_socket_get_multicast_loopback, g_socket_get_multicast_ttl, g_socket_get_option,
	g_socket_get_protocol, g_socket_get_remote_address, g_socket_get_socket_type,
	g_socket_get_timeout, g_socket_get_ttl, g_socket_is_closed, g_socket_is_connected,
	g_socket_join_multicast_group, g_socket_join_multicast_group_ssm,
	g_socket_leave_multicast_group, g_socket_leave_multicast_group_ssm, g_socket_listen,
	g_socket_listener_accept, g_socket_listener_accept_finish, g_socket_listener_accept_socket,
	g_socket_listener_accept_socket_finish, g_socket_listener_add_address,
	g_socket_listener_add_any_inet_port, g_socket_listener_add_inet_port,
	g_socket_listener_add_socket, g_socket_listener_close, g_socket_listener_new,
	g_socket_listener_set_backlog, g_socket_receive_message, g_socket_receive_messages,
	g_socket_send_message, g_socket_send_message_with_timeout, g_socket_send_messages,
	g_socket_send_with_blocking, g_socket_service_is_active, g_socket_service_new,
	g_socket_service_start, g_socket_service_stop, g_socket_set_broadcast, g_socket_set_keepalive,
	g_socket_set_listen_backlog, g_socket_set_multicast_loopback, g_socket_set_multicast_ttl,
	g_socket_set_option, g_socket_set_ttl, g_socket_speaks_ipv4,
	g_tcp_connection_get_graceful_disconnect, g_tcp_connection_set_graceful_disconnect,
	g_unix_connection_receive_credentials, g_unix_connection_receive_credentials_finish,
	g_unix_connection_send_credentials, g_unix_connection_send_credentials_finish,
	g_unix_credentials_message_get_credentials, g_unix_credentials_message_is_supported,
	g_unix_credentials_message_new, g_unix_credentials_message_new_with_credentials,
	g_unix_fd_message_get_fd_list, g_unix_fd_message_new, g_unix_fd_message_new_with_fd_list,
	g_unix_fd_message_steal_fds, g_unix_socket_address_abstract_names_supported,
	g_unix_socket_address_get_address_type, g_unix_socket_address_get_is_abstract,
	g_unix_socket_address_get_path, g_unix_socket_address_get_path_len, g_unix_socket_address_new,
	g_unix_socket_address_new_abstract, g_unix_socket_address_new_with_type
};
